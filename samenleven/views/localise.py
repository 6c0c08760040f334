"""Turn the words and facts of entries into what readers of one language see."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from samenleven.languages.bidi import isolate_html, isolate_text
from samenleven.languages.formats import format_date
from samenleven.languages.locales import language
from samenleven.languages.site import Site
from samenleven.languages.urls import media_path, path_beside
from samenleven.model.entries import Contact, Entry
from samenleven.model.photo import Photo
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.album import Album, Shown, Step, cover_of
from samenleven.views.cloths import Cloth, cloth_of
from samenleven.views.origins import Origins
from samenleven.views.page import Card, ContactCard, Group, NavItem, Picture, Source, Words
from samenleven.views.terms import Explainer
from samenleven.views.tones import find_focus

LINK = re.compile(r'href="(page|file):([^"#]*)(#[^"]*)?"')
LINKED = re.compile(r'<[^<>]*\bhref="(?:page|file):[^>]*>')  # a tag with such a link


SCENE_FOCUS = (50, 80)  # per cent: people stand at the foot of a woven scene
SMALL = 1024  # pixels; a photo in a gallery or on a card is not wider


@record(frozen=True)
class Pictures:
    """The pictures of a site; paths below its address."""

    covers: Mapping[Cloth, Picture] = field(default_factory=dict)
    quilt: Picture | None = None
    album: Album = field(default_factory=dict)


class Localiser:
    """Say things to readers of `lang`, inside an article whose words are in `around`.

    The links lead to the reader's language, whatever the language of the article.
    """

    def __init__(
        self,
        site: Site,
        lang: str,
        around: str,
        pictures: Pictures | None = None,
        origins: Origins | None = None,
    ) -> None:
        """Keep the site, the two languages, and what is known of pictures and translations."""
        self.site, self.lang, self.around = site, lang, around
        self._pictures, self.origins = pictures or Pictures(), origins or Origins(site)
        self.explainer = Explainer(site)

    def inside(self, lang: str) -> Localiser:
        """Return a localiser for a text in `lang` inside this article, which explains no twice."""
        other = Localiser(self.site, self.lang, lang, self._pictures, self.origins)
        other.explainer = self.explainer
        return other

    def url(self, place: Place) -> str:
        """Return the address of a page on this host, for readers of the language."""
        return self.below(self.site.path(place, self.lang))

    def below(self, path: str) -> str:
        """Return the address on this host of a path below the site's address."""
        return f"{self.site.settings.base}/{path}"

    def inline(self, text: str, lang: str = "") -> Markup:
        """Return plain text as HTML, with foreign runs isolated in right-to-left text."""
        escaped = str(escape(text))
        is_rtl = language(lang or self.around).dir == "rtl"
        return Markup(isolate_html(escaped) if is_rtl else escaped)

    def explained(self, text: str) -> Markup:
        """Return plain text as HTML, with the terms that the page has not used yet explained."""
        return self.explainer.mark(self.inline(text), self.around)

    def plain(self, text: str, lang: str = "") -> str:
        """Return plain text for attributes, titles and feeds."""
        return isolate_text(text) if language(lang or self.around).dir == "rtl" else text

    def words(self, text: str, lang: str) -> Words:
        """Return a text, marked with its language if that is not the one around it."""
        marked = (lang, language(lang).dir) if lang != self.around else ("", "")
        return Words(self.inline(text, lang), *marked)

    def body(self, entry: Entry) -> Markup:
        """Return the words of the body, without its photos."""
        pieces = [words for words, _ in entry.body.parts() if words]
        return self.html("\n".join(pieces), entry.lang)

    def html(self, html: str, lang: str) -> Markup:
        """Return a part of a body with its links resolved and foreign runs isolated."""
        html = LINKED.sub(lambda tag: LINK.sub(self._resolve, tag[0]), html)
        return Markup(isolate_html(html) if language(lang).dir == "rtl" else html)

    def _resolve(self, link: re.Match[str]) -> str:
        scheme, target, fragment = link.groups()
        if scheme == "file":
            return f'href="{self.below(quote(media_path(target)))}"'
        section, _, key = target.partition("/")
        place = Place(section, key)
        # A page shown in Dutch may point at a Dutch anchor that the reader's version lacks.
        anchors = self.site.version(place, self.lang).body.anchors
        kept = fragment if fragment and fragment[1:] in anchors else ""
        return f'href="{self.url(place)}{kept}"'

    def date(self, entry: Entry) -> tuple[str, str]:
        """Return the day of publication in words and in ISO 8601, or two empty strings."""
        if entry.date is None:
            return "", ""
        return format_date(entry.date, self.around), entry.date.isoformat()

    def card(self, entry: Entry) -> Card:
        """Return a page as it stands in a list."""
        return Card(
            self.words(entry.title, entry.lang),
            self.words(entry.summary, entry.lang),
            self.url(entry.place),
            *self.date(entry),
            is_translated=entry.lang == self.lang,
            cover=self.cover(entry),
        )

    def cover(self, entry: Entry) -> Picture | None:
        """Return the first photo of a page, small and without words, or else its cloth."""
        photo = cover_of(entry)
        if photo and self._pictures.album:
            return self.picture(self.shown(entry, photo), photo, "", is_small=True)
        return self.cloth(entry)

    def cloth(self, entry: Entry) -> Picture | None:
        """Return the cloth of a page, or None where it wears none."""
        cloth = cloth_of(entry.place, self.site)
        picture = self._pictures.covers.get(cloth) if cloth else None
        return replace(picture, url=self.below(picture.url)) if picture else None

    def quilt(self) -> Picture | None:
        """Return the cloths of all programmes, sewn together."""
        quilt = self._pictures.quilt
        if quilt is None:
            return None
        sources = [replace(source, srcset=self.below(source.srcset)) for source in quilt.sources]
        return replace(quilt, url=self.below(quilt.url), sources=tuple(sources))

    def shown(self, entry: Entry, photo: Photo) -> Shown:
        """Return what was published of a photo."""
        return self._pictures.album[entry.place, photo.file]

    def picture(self, shown: Shown, photo: Photo, alt: str, *, is_small: bool = False) -> Picture:
        """Return a photo with its files; a small one has those for galleries and cards."""
        most = SMALL if is_small else shown.width
        ladders = [
            (kind, [step for step in steps if step.width <= most] or steps[:1])
            for kind, steps in shown.ladders
        ]
        plain = ladders[-1][1]
        sources = [Source(self._srcset(steps), f"image/{kind}") for kind, steps in ladders[:-1]]
        if shown.animation and not is_small:
            moves = "(prefers-reduced-motion: no-preference)"
            sources.insert(0, Source(self.below(shown.animation), "image/avif", moves))
        return Picture(
            self.below(plain[0].path),
            shown.width,
            shown.height,
            self.plain(alt),
            self._srcset(plain) if len(plain) > 1 else "",
            tuple(sources),
            shown.tone,
            find_focus(photo.focus or (SCENE_FOCUS if photo.scene else None)),
        )

    def _srcset(self, steps: Sequence[Step]) -> str:
        """Return the addresses; widths only to choose by, for they ask for `sizes` beside them."""
        if len(steps) == 1:
            return self.below(steps[0].path)
        return ", ".join(f"{self.below(step.path)} {step.width}w" for step in steps)

    def cards(self, entries: Sequence[Entry]) -> tuple[Card, ...]:
        """Return pages as they stand in a list, in their order."""
        return tuple(self.card(entry) for entry in entries)

    def beside(self, entry: Entry, suffix: str) -> str:
        """Return the address of a file beside a page, in the language of the entry's words."""
        path = path_beside(self.site.path(entry.place, entry.lang), suffix)
        return f"{self.site.settings.base}/{path}"

    def contact(self, place: Place) -> ContactCard:
        """Return a desk with what is needed to reach it."""
        entry = self.site.version(place, self.around)
        assert isinstance(entry, Contact)
        return ContactCard(
            title=self.words(entry.title, entry.lang),
            url=self.url(place),
            street=entry.street,
            town=f"{entry.postcode} {entry.city}",
            phone=entry.phone,
            tel=entry.phone.replace(" ", ""),
            email=entry.email,
            fax=entry.fax or "",
            website=entry.website or "",
            website_name=urlsplit(entry.website or "").hostname or "",
            role=self.words(entry.role, entry.lang) if entry.role else None,
            hours=tuple(self.words(text, entry.lang) for text in entry.hours or ()),
            vcard=self.beside(entry, ".vcf"),
        )

    def programmes(self, keys: Sequence[str]) -> tuple[Card, ...]:
        """Return the programmes of these keys as cards, in the order of the programme list."""
        named = [place for place in self.site.places_in("programmes") if place.key in keys]
        return self.cards([self.site.version(place, self.around) for place in named])

    def links(self, section: str, keys: Sequence[str]) -> tuple[NavItem, ...]:
        """Return links to the pages of these keys, in their order."""
        entries = [self.site.version(Place(section, key), self.around) for key in keys]
        return tuple(
            NavItem(self.words(entry.title, entry.lang), self.url(entry.place)) for entry in entries
        )

    def groups(self, place: Place) -> tuple[Group, ...]:
        """Return all pages that name a page in their facts, section by section."""
        found: dict[str, list[Entry]] = {}
        for other in self.site.backlinks(place):
            has_list = Place(other.section, "") in self.site.outlines
            entry = self.site.version(other, self.lang)
            found.setdefault(other.section if has_list else "", []).append(entry)
        return tuple(self._group(section, entries) for section, entries in found.items())

    def _group(self, section: str, entries: Sequence[Entry]) -> Group:
        if not section:
            return Group("pages", None, self.cards(entries))
        listing = self.site.version(Place(section, ""), self.around)
        return Group(section, self.words(listing.title, listing.lang), self.cards(entries))
