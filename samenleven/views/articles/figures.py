"""The list of figures."""

from __future__ import annotations

from samenleven.languages.formats import format_date
from samenleven.model.entries import Figure, Figures
from samenleven.record import record
from samenleven.views.figures import note_figure
from samenleven.views.localise import Localiser
from samenleven.views.page import Download, FigureNote, NavItem


@record(frozen=True)
class LedgerRow:
    """A figure, when it was counted, and where it comes from."""

    note: FigureNote
    as_of: str
    iso_as_of: str
    source: str
    programme: NavItem | None


@record(frozen=True)
class FiguresData:
    """All figures, and the files that hold them for machines."""

    rows: tuple[LedgerRow, ...]
    downloads: tuple[Download, ...]


def build_figures(entry: Figures, to: Localiser) -> FiguresData:
    """Return the list of figures."""
    return FiguresData(
        rows=tuple(_row(figure, entry, to) for figure in entry.ledger),
        downloads=(
            Download(to.beside(entry, ".csv"), "CSV", "text/csv"),
            Download(to.beside(entry, ".json"), "JSON", "application/json"),
        ),
    )


def _row(figure: Figure, ledger: Figures, to: Localiser) -> LedgerRow:
    programmes = to.links("programmes", (figure.programme,)) if figure.programme else (None,)
    return LedgerRow(
        note=note_figure(figure, ledger, to),
        as_of=format_date(figure.as_of, ledger.lang) if figure.as_of else "",
        iso_as_of=figure.as_of.isoformat() if figure.as_of else "",
        source=figure.source,
        programme=programmes[0],
    )
