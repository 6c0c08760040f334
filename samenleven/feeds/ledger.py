"""The list of figures for machines and spreadsheets (CSV, RFC 4180; JSON, RFC 8259)."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import StringIO
from typing import Any

from samenleven.model.entries import Figure, Figures
from samenleven.model.table import schema


def build_rows(entry: Figures) -> list[dict[str, Any]]:
    """Return the figures with all their columns; what is not known is None."""
    return [_row(figure) for figure in entry.ledger]


def _row(figure: Figure) -> dict[str, Any]:
    row = {name: getattr(figure, name) for name in schema(Figure)}
    row["as_of"] = figure.as_of.isoformat() if figure.as_of else None
    row["percent_of_target"] = _percent(figure.value, figure.target)
    row["percent_of_whole"] = _percent(figure.value, figure.of)
    return row


def _percent(part: Decimal, whole: Decimal | None) -> Decimal | None:
    return round(part * 100 / whole, 1) if whole else None


def build_csv(entry: Figures) -> str:
    """Return the figures as a table with a row of heads; numbers with a point, no separators.

    A byte order mark lets spreadsheets see that it is UTF-8.
    """
    rows, text = build_rows(entry), StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return f"\ufeff{text.getvalue()}"


def build_json(entry: Figures) -> str:
    """Return the figures and the language of their words. Numbers are numbers."""
    data = {"lang": entry.lang, "title": entry.title, "figures": build_rows(entry)}
    return f"{json.dumps(data, ensure_ascii=False, indent=1, default=_number)}\n"


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
