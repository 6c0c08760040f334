"""Build and render the pages that may differ, and tell what each of them hung on."""

from __future__ import annotations

import gettext
import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from samenleven.cache.digests import digest, digest_bytes
from samenleven.cache.store import Store, pack
from samenleven.incremental.index import Done
from samenleven.languages.site import Site
from samenleven.languages.watched import (
    Query,
    Watch,
    WatchedSite,
    watch_album,
    watch_words,
)
from samenleven.views.album import Album
from samenleven.views.assets import Assets
from samenleven.views.build import Task, ViewBuilder
from samenleven.views.page import View
from samenleven.views.render import TemplateSet, languages_of

MANY = 400  # pages, whose neighbours are in memory at once

Work = tuple[Task, Done | None]  # a page, and what is known of it if its view is as it was


class Made(NamedTuple):
    """What came of a page; `page` and `view` are empty where the store has them."""

    done: Done
    page: bytes  # packed, as the view
    view: bytes = b""
    asked: tuple[Query, ...] = ()  # by a view that was built


@dataclass
class Press:
    """What renders the pages of one build."""

    site: Site
    watch: Watch
    store: Store
    catalogs: Mapping[str, gettext.GNUTranslations]
    words: Mapping[str, str]  # the digest of each language's catalog
    assets: Assets
    album: Album
    theme: str  # the digest of the templates, and of what renders them
    options: Mapping[str, Any]  # Pelican's JINJA_ENVIRONMENT
    forget: Callable[[], None]  # lets go of the pages that were loaded

    @cached_property
    def _builder(self) -> ViewBuilder:
        watch = self.watch
        catalogs = watch_words(self.catalogs, watch)
        site = WatchedSite(self.site, watch)
        return ViewBuilder(site, catalogs, self.assets, watch_album(self.album, watch))

    @cached_property
    def _set(self) -> TemplateSet:
        folder: Path = self.site.settings.theme / "templates"
        return TemplateSet(folder, self.catalogs, self.options, self.store)

    def prepare(self) -> None:
        """Do what the processes would each do for themselves."""
        self._set.compile_all()

    def make(self, work: Iterable[Work]) -> Iterator[Made]:
        """Yield what came of each page."""
        self.store.reopen()
        self.watch.take()
        for number, (task, known) in enumerate(work):
            if number % MANY == MANY - 1:
                self.forget()
            yield (known and self._render_again(known)) or self._build(task)

    def _build(self, task: Task) -> Made:
        view = self._builder.build_view(task)
        asked = self.watch.take()
        data = dump_view(view)
        made = self._render(view, digest("view", data))
        is_kept = self.store.has(made.done.view)
        return made._replace(asked=asked, view=b"" if is_kept else pack(data))

    def _render_again(self, known: Done) -> Made | None:
        """Render a view that is as it was, or return None when it is not kept."""
        data = self.store.get(known.view)
        if data is None:
            return None
        made = self._render(pickle.loads(data), known.view)
        return made._replace(done=made.done._replace(asked=known.asked))

    def _render(self, view: View, key_of_view: str) -> Made:
        langs = languages_of(view)
        key = page_key(key_of_view, langs, self.theme, self.words)
        kept = self.store.get(key)
        data = kept if kept is not None else self._set.render(view).encode()
        done = Done(b"", key_of_view, langs, view.file, key, digest_bytes(data))
        return Made(done, b"" if kept is not None else pack(data))


def page_key(view: str, langs: tuple[str, ...], theme: str, words: Mapping[str, str]) -> str:
    """Return the key of the bytes of a page: all that decides them."""
    return digest("page", view, theme, *(words[lang] for lang in langs))


def dump_view(view: View) -> bytes:
    """Return a view as bytes: the same for equal views, in any process."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.fast = True  # without it, equal texts that are one object are written only once
    pickler.dump(view)
    return stream.getvalue()
