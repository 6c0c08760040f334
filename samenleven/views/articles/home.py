"""The first page of a language."""

from __future__ import annotations

from samenleven.model.entries import Home
from samenleven.model.source import Place
from samenleven.record import record
from samenleven.views.clocks import find_stage_of
from samenleven.views.localise import Localiser
from samenleven.views.page import Card, Picture

NEWEST = 3  # news items on the first page
FEATURED = 6  # programmes on it: the first of the list that have not ended


@record(frozen=True)
class HomeData:
    """The first page: what one can find, and the newest. `doors` are the pages of the menu."""

    doors: tuple[Card, ...]
    programmes: tuple[Card, ...]
    news: tuple[Card, ...]
    quilt: Picture | None  # one picture: the first page is to load in twelve requests
    programmes_url: str
    news_url: str


def build_home(entry: Home, to: Localiser) -> HomeData:
    """Return what one can find, and the newest."""
    programmes = [
        programme
        for programme in to.site.children("programmes", to.lang)
        if find_stage_of(programme, to.site.today) != "ended"
    ]
    newest = to.site.places_in("news")[:NEWEST]
    return HomeData(
        doors=tuple(to.card(to.site.version(place, to.lang)) for place in to.site.settings.menu),
        programmes=to.cards(programmes[:FEATURED]),
        news=to.cards([to.site.version(place, to.lang) for place in newest]),
        quilt=to.quilt(),
        programmes_url=to.url(Place("programmes", "")),
        news_url=to.url(Place("news", "")),
    )
