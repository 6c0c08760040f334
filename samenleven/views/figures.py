"""Figures as readers see them: never without their scope, percentages computed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from samenleven.languages.formats import format_money, format_number, format_percent
from samenleven.model.entries import Figure, Figures
from samenleven.views.localise import Localiser
from samenleven.views.page import FigureNote, Words

HUNDRED = Decimal(100)


def find_figures(keys: Sequence[str], to: Localiser) -> tuple[FigureNote, ...]:
    """Return the figures of these keys, in that order, out of the site's list of figures."""
    ledger = to.site.only(Figures, to.around)
    known = {figure.key: figure for figure in ledger.ledger} if ledger else {}
    return tuple(note_figure(known[key], ledger, to) for key in keys if ledger and key in known)


def note_figure(figure: Figure, ledger: Figures, to: Localiser) -> FigureNote:
    """Return one figure of the list `ledger`."""

    def words(text: str | None) -> Words | None:
        return to.words(text, ledger.lang) if text else None

    return FigureNote(
        key=figure.key,
        label=to.words(figure.label, ledger.lang),
        number=format_amount(figure, figure.value, to.around),
        unit=None if _is_percent(figure) else words(figure.unit),
        scope=to.words(figure.scope, ledger.lang),
        period=words(figure.period),
        target=format_amount(figure, figure.target, to.around),
        share_of_target=_share(figure.value, figure.target, to.around),
        whole=format_amount(figure, figure.of, to.around),
        share=_share(figure.value, figure.of, to.around),
        url=f"{to.url(ledger.place)}#{figure.key}",
    )


def format_amount(figure: Figure, number: Decimal | None, lang: str) -> str:
    """Return a number of a figure, as money or percentage if it is; nothing for no number."""
    if number is None:
        return ""
    if _is_percent(figure):  # Turkish writes its sign first
        return format_percent(number, HUNDRED, lang)
    return format_money(number, lang) if figure.currency else format_number(number, lang)


def _is_percent(figure: Figure) -> bool:
    return figure.unit == "%"


def _share(part: Decimal, whole: Decimal | None, lang: str) -> str:
    return format_percent(part, whole, lang) if whole else ""
