"""Render views: the bytes of a page follow from the templates, two catalogs and its view alone."""

from __future__ import annotations

import contextlib
import gettext
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2 import __version__ as JINJA
from jinja2.bccache import Bucket
from markupsafe import Markup

from samenleven.views.articles.brochure import BrochureData
from samenleven.views.chapters import fit_chapter
from samenleven.views.page import Article, View


class Compiled(Protocol):
    """Where compiled templates are kept, by the hashes of their names and sources."""

    def get(self, key: str) -> bytes | None:
        """Return what is kept, or None."""

    def put(self, key: str, data: bytes) -> None:
        """Keep a compiled template."""


class SharedBytecode(BytecodeCache):
    """Compile each template once for the environments of all languages."""

    def __init__(self, kept: Compiled | None = None, options: str = "") -> None:
        """Begin with nothing but what is `kept` of other runs with the same `options`."""
        self._code: dict[str, bytes] = {}
        self._kept, self._options = kept, options

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if the template was compiled before."""
        code = self._code.get(bucket.key)
        if code is None and self._kept:
            code = self._kept.get(self._name(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        code = self._code[bucket.key] = bucket.bytecode_to_string()
        if self._kept:
            self._kept.put(self._name(bucket), code)

    def _name(self, bucket: Bucket) -> str:
        return f"template {bucket.key} {bucket.checksum} {self._options}"


class QuickEnvironment(Environment):
    """An environment whose globals do not change once a template is loaded."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what Jinja2 returns, as a dict: it looks through it at every import."""
        return {**self.globals, **(d or {})}


def speak(catalog: gettext.GNUTranslations) -> Callable[..., Markup]:
    """Return what Jinja2 calls newstyle gettext, with a memory: a page asks it thirty times."""
    known: dict[str, Markup] = {}

    def translate(text: str, /, **parts: object) -> Markup:
        if parts:
            return Markup(catalog.gettext(text)) % parts
        words = known.get(text)
        if words is None:
            words = known[text] = Markup(catalog.gettext(text)) % {}  # "100 %%" is "100 %"
        return words

    return translate


class TemplateSet:
    """The templates of a theme, in an environment for each language.

    A language has its own environment, so that macros are imported without the page's context:
    they see their arguments and the catalog, and can be kept for all pages of that language.
    """

    def __init__(
        self,
        folder: Path,
        catalogs: Mapping[str, gettext.GNUTranslations],
        options: Mapping[str, Any],
        compiled: Compiled | None = None,
    ) -> None:
        """Take Pelican's JINJA_ENVIRONMENT as `options`, and where compiled templates are kept."""
        self._options = {key: value for key, value in options.items() if key != "extensions"}
        self._extensions = [*options.get("extensions", []), "jinja2.ext.i18n"]
        self._loader = FileSystemLoader(folder)
        self._bytecode = SharedBytecode(compiled, f"{JINJA} {options!r}")
        self._environments = {
            lang: self._make_environment(catalog) for lang, catalog in catalogs.items()
        }

    def _make_environment(self, catalog: gettext.GNUTranslations) -> Environment:
        options: dict[str, Any] = {
            **self._options,
            "autoescape": True,
            "undefined": StrictUndefined,
        }
        environment = QuickEnvironment(
            loader=self._loader,
            bytecode_cache=self._bytecode,
            extensions=self._extensions,
            auto_reload=False,
            **options,
        )
        environment.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]
        environment.globals["_"] = environment.globals["gettext"] = speak(catalog)
        return environment

    def render(self, view: View) -> str:
        """Return the page: its article in the article's language, inside its frame."""
        article, frame = view.article, self._environments[view.frame.lang]
        html = self._render_article(article)
        page = frame.get_template("base.html")
        return page.render(frame=view.frame, article=article, content=html) + "\n"

    def compile_all(self) -> None:
        """Compile every template, for processes that share them.

        One with a fault is left to the page that needs it.
        """
        environment = next(iter(self._environments.values()))
        for name in environment.list_templates(extensions=["html"]):
            with contextlib.suppress(TemplateError):
                environment.get_template(name)

    def _render_article(self, article: Article) -> Markup:
        template = self._environments[article.lang].get_template(article.template)
        parts = article.data.chapters if isinstance(article.data, BrochureData) else ()
        chapters = tuple(Markup(fit_chapter(self._render_article(p.article), p.id)) for p in parts)
        return Markup(template.render(article=article, data=article.data, content=chapters))


def languages_of(view: View) -> tuple[str, ...]:
    """Return the languages whose catalogs a page is rendered with, those of chapters too."""
    data = view.article.data
    parts = data.chapters if isinstance(data, BrochureData) else ()
    chapters = (part.article.lang for part in parts)
    return tuple(dict.fromkeys((view.frame.lang, view.article.lang, *chapters)))
