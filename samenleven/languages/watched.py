"""A site that notes what is asked of it, so that a page is built again only when an answer changes.

A view is made of nothing but answers: which words an entry has, where a page lies, what a section
lists. Each question is noted with its answer as a digest. A view whose questions all have the
answers that they had is the view that it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from samenleven.cache.digests import digest
from samenleven.languages.kept import Kept
from samenleven.languages.outline import Outline
from samenleven.languages.photos import LeftOut
from samenleven.languages.reading import Page
from samenleven.languages.site import EntryType, Site, Versions
from samenleven.languages.terms import TermFinder
from samenleven.model.entries import SECTIONS, TYPES, Entry, Glossary, Listing
from samenleven.model.source import Place
from samenleven.problems import Problem

Query = tuple[str, ...]  # what kind of question, and what it is about
Key = TypeVar("Key")
Value = TypeVar("Value")


class Watch:
    """What was asked since the last `clear()`."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._all: dict[Query, Query] = {}  # so that equal questions are one object
        self.asked: dict[Query, None] = {}

    def note(self, *query: str) -> None:
        """Note a question."""
        self.asked[self._all.setdefault(query, query)] = None

    def take(self) -> tuple[Query, ...]:
        """Return what was asked, and begin anew."""
        asked = tuple(self.asked)
        self.asked.clear()
        return asked


class WatchedMap(Mapping[Key, Value]):
    """A mapping that notes which keys are asked, as questions of one kind."""

    def __init__(
        self,
        whole: Mapping[Key, Value],
        kind: str,
        spell: Callable[[Key], tuple[str, ...]],
        watch: Watch,
    ) -> None:
        """Take the mapping and how to spell a key; "all of <kind>" is the question about all."""
        self._whole, self._kind, self._spell, self._watch = whole, kind, spell, watch

    def __getitem__(self, key: Key) -> Value:
        """Return a value; that it is not there is an answer too."""
        self._watch.note(self._kind, *self._spell(key))
        return self._whole[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key, which is a question about its value."""
        self._watch.note(self._kind, *self._spell(key))  # type: ignore[arg-type]
        return key in self._whole

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys."""
        self._watch.note(f"all of {self._kind}")
        return iter(self._whole)

    def __len__(self) -> int:
        """Return how many there are."""
        self._watch.note(f"all of {self._kind}")
        return len(self._whole)


class WatchedSite(Site):
    """A site that notes what is asked. What it does not answer itself, it does not have."""

    _whole: Site
    _watch: Watch

    def __init__(self, whole: Site, watch: Watch) -> None:
        """Take the site, without what only messages need."""
        vars(self).update(settings=whole.settings, today=whole.today, _whole=whole, _watch=watch)
        vars(self)["entries"] = WatchedMap(whole.entries, "page", tuple, watch)
        vars(self)["outlines"] = WatchedMap(whole.outlines, "outline", tuple, watch)

    def version(self, place: Place, lang: str) -> Entry:
        """Return the page in `lang`, or else in the source language."""
        self._watch.note("version", *place, lang)
        return self._whole.version(place, lang)

    def path(self, place: Place, lang: str) -> str:
        """Return the path of the page for readers of `lang`, translated or not."""
        self._watch.note("path", *place, lang)
        return self._whole.path(place, lang)

    def page_in(self, place: Place, lang: str) -> Page:
        """Return what was read of a page, to look at its Dutch text and that in `lang` alone."""
        self._watch.note("source", *place, lang)
        return self._whole.page_in(place, lang)

    def places_in(self, section: str) -> list[Place]:
        """Return the pages of a section, in their order."""
        self._watch.note("children", section)
        return self._whole.places_in(section)

    def children(self, section: str, lang: str) -> list[Entry]:
        """Return the pages of a section, in their order."""
        self._watch.note("children", section)
        found = self._whole.children(section, lang)
        for entry in found:
            self._watch.note("version", *entry.place, lang)
        return found

    def backlinks(self, place: Place) -> list[Place]:
        """Return the pages whose facts name a page."""
        self._watch.note("backlinks", *place)
        return self._whole.backlinks(place)

    def only(self, kind: type[EntryType], lang: str) -> EntryType | None:
        """Return the page of a type of which a site has one."""
        self._watch.note("only", kind.__name__, lang)
        return self._whole.only(kind, lang)

    @property
    def finders(self) -> Mapping[str, TermFinder]:
        """Return what finds the terms of the glossary."""
        self._watch.note("terms")
        return self._whole.finders

    @property
    def files(self) -> list[str]:
        """Return the files that pages link to or name."""
        self._watch.note("all of page")
        return self._whole.files

    def all_entries(self) -> Iterator[Entry]:
        """Yield the entry of each page in each language that it has."""
        self._watch.note("all of page")
        return self._whole.all_entries()

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Return the photos that may not be shown."""
        self._watch.note("all of page")
        return self._whole.left_out

    @property
    def pages(self) -> Mapping[Place, Page]:
        """Refuse, as below: `page_in` tells which texts are looked at."""
        raise AttributeError("pages")

    @property
    def known(self) -> Mapping[Place, Outline]:
        """Refuse, as below."""
        raise AttributeError("known")

    @property
    def waiting(self) -> tuple[Problem, ...]:
        """Refuse, as below."""
        raise AttributeError("waiting")

    @property
    def notices(self) -> list[Problem]:
        """Refuse, as below."""
        raise AttributeError("notices")

    @property
    def photo_lines(self) -> Mapping[tuple[Place, str], tuple[str, int]]:
        """Refuse: lines are for messages, and no view holds one."""
        raise AttributeError("photo_lines")


Album = Mapping[tuple[Place, str], Any]


def watch_album(album: Album, watch: Watch) -> Album:
    """Return the photos of a site as one that notes which are asked."""
    return WatchedMap(album, "photo", lambda key: (*key[0], key[1]), watch)


def watch_words(words: Mapping[str, Value], watch: Watch) -> Mapping[str, Value]:
    """Return the catalogs as a mapping that notes which are asked."""
    return WatchedMap(words, "words", lambda lang: (lang,), watch)


class Answers:
    """The answers of today, as digests, each found once."""

    def __init__(
        self,
        find_site: Callable[[], Site],
        kept: Mapping[Place, Kept],
        album: Album,
        words: Mapping[str, str],
    ) -> None:
        """Take what they come from; the site is asked for when a question needs it."""
        self._find_site, self._kept, self._album, self._catalogs = find_site, kept, album, words
        self._known: dict[Query, str] = {}

    def of(self, query: Query) -> str:
        """Return the answer to a question, "" where there is none."""
        answer = self._known.get(query)
        if answer is None:
            kind, *about = query
            answer = self._known[query] = getattr(self, f"_{kind.replace(' ', '_')}")(*about)
        return answer

    def _text(self, section: str, key: str, name: str) -> str:
        place = Place(section, key)
        return self._kept[place].texts.get(name, "") if place in self._kept else ""

    def _words(self, lang: str) -> str:
        return self._catalogs[lang]

    def _all_of_words(self) -> str:
        return digest(repr(self._catalogs))

    def _photo(self, section: str, key: str, file: str) -> str:
        return digest(repr(self._album.get((Place(section, key), file))))

    def _all_of_photo(self) -> str:
        return digest(repr([*self._album.items()]))

    def _version(self, section: str, key: str, lang: str) -> str:
        site, place = self._find_site(), Place(section, key)
        versions = site.entries.get(place)
        if not versions:
            return ""
        source = site.settings.source_lang
        shown = lang if lang in versions else source
        heads = self._kept[place].heads
        return f"{shown} {heads.get(source)} {heads.get(shown)}"

    def _page(self, section: str, key: str) -> str:
        site, place = self._find_site(), Place(section, key)
        versions: Versions = site.entries.get(place, {})
        return digest(*(f"{lang} {self._kept[place].heads.get(lang)}" for lang in versions))

    def _outline(self, section: str, key: str) -> str:
        outline = self._find_site().outlines.get(Place(section, key))
        if outline is None:
            return ""
        # Without what a text links to: it may change while the site is as it was.
        versions = [(lang, one.slug, one.old_slugs) for lang, one in outline.versions.items()]
        return digest(outline.type.__name__, repr(versions), repr(outline[2:]))

    def _all_of_outline(self) -> str:
        # Which there are; of each that is looked at, the outline is asked.
        return digest(*map(repr, self._find_site().outlines))

    def _source(self, section: str, key: str, lang: str) -> str:
        kept = self._kept.get(Place(section, key))
        langs = (self._find_site().settings.source_lang, lang)
        names = tuple(f"index.{each}." for each in langs)
        files = kept.files if kept else ()
        read = (file for file in files if file[0].rpartition("/")[2].startswith(names))
        return digest(*(f"{path} {found}" for path, found in read))

    def _all_of_page(self) -> str:
        pages = self._find_site().entries
        return digest(*(f"{place!r} {self.of(('page', *place))}" for place in pages))

    def _path(self, section: str, key: str, lang: str) -> str:
        site, place = self._find_site(), Place(section, key)
        return site.path(place, lang) if place in site.entries else ""

    def _children(self, section: str) -> str:
        return digest(*map(repr, self._find_site().places_in(section)))

    def _backlinks(self, section: str, key: str) -> str:
        return digest(*map(repr, self._find_site().backlinks(Place(section, key))))

    def _only(self, kind: str, lang: str) -> str:
        types = {each.__name__: each for each in (*SECTIONS.values(), *TYPES.values(), Listing)}
        entry = self._find_site().only(types[kind], lang)
        return f"{entry.place!r} {self._version(*entry.place, lang)}" if entry else ""

    def _terms(self) -> str:
        langs = self._find_site().settings.languages
        return digest(*(self.of(("only", Glossary.__name__, lang)) for lang in langs))
