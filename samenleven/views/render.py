"""Render views: the bytes of a page follow from the templates, two catalogs and its view alone."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from samenleven.views.articles.brochure import BrochureData
from samenleven.views.chapters import fit_chapter
from samenleven.views.page import Article, View


class SharedBytecode(BytecodeCache):
    """Compile each template once for the environments of all languages."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if the template was compiled before."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


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
    ) -> None:
        """Take Pelican's JINJA_ENVIRONMENT as `options`."""
        self._options = {key: value for key, value in options.items() if key != "extensions"}
        self._extensions = [*options.get("extensions", []), "jinja2.ext.i18n"]
        self._loader = FileSystemLoader(folder)
        self._bytecode = SharedBytecode()
        self._environments = {
            lang: self._make_environment(catalog) for lang, catalog in catalogs.items()
        }

    def _make_environment(self, catalog: gettext.GNUTranslations) -> Environment:
        options: dict[str, Any] = {
            **self._options,
            "autoescape": True,
            "undefined": StrictUndefined,
        }
        environment = Environment(
            loader=self._loader,
            bytecode_cache=self._bytecode,
            extensions=self._extensions,
            auto_reload=False,
            **options,
        )
        environment.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]
        return environment

    def render(self, view: View) -> str:
        """Return the page: its article in the article's language, inside its frame."""
        article, frame = view.article, self._environments[view.frame.lang]
        html = self._render_article(article)
        page = frame.get_template("base.html")
        return page.render(frame=view.frame, article=article, content=html) + "\n"

    def _render_article(self, article: Article) -> Markup:
        template = self._environments[article.lang].get_template(article.template)
        parts = article.data.chapters if isinstance(article.data, BrochureData) else ()
        chapters = tuple(Markup(fit_chapter(self._render_article(p.article), p.id)) for p in parts)
        return Markup(template.render(article=article, data=article.data, content=chapters))
