"""Build and render the pages that may differ, and tell what each of them hung on."""

from __future__ import annotations

import gettext
import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

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
    templates: str  # the digest of the templates
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

    def make(self, tasks: Iterable[Task]) -> Iterator[tuple[Done, tuple[Query, ...], bytes]]:
        """Yield what came of each task, what its view asked, and its bytes unless they are kept."""
        self.store.reopen()
        builder = self._builder
        self.watch.take()
        for number, task in enumerate(tasks):
            if number % MANY == MANY - 1:
                self.forget()
            view = builder.build_view(task)
            asked = self.watch.take()
            langs = languages_of(view)
            fingerprint = fingerprint_of(view)
            key = page_key(fingerprint, langs, self.templates, self.words)
            kept = self.store.get(key)
            data = kept if kept is not None else self._set.render(view).encode()
            done = Done(b"", fingerprint, langs, view.file, key, digest_bytes(data))
            yield done, asked, b"" if kept is not None else pack(data)


def page_key(
    fingerprint: str, langs: tuple[str, ...], templates: str, words: Mapping[str, str]
) -> str:
    """Return the key of the bytes of a page: all that decides them."""
    return digest("page", fingerprint, templates, *(words[lang] for lang in langs))


def fingerprint_of(view: View) -> str:
    """Return the digest of a view: the same for equal views, in any process."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.fast = True  # without it, equal texts that are one object are written only once
    pickler.dump(view)
    return digest("view", stream.getvalue())
