"""The list of figures as CSV and JSON, read back by other programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samenleven.feeds.ledger import build_csv, build_json
from samenleven.languages.site import Site
from samenleven.model.entries import Figures

ReadBack = Callable[[str, str], Any]
COLUMNS = [
    *("key", "label", "value", "unit", "currency", "target", "of", "scope", "period", "as_of"),
    *("source", "programme", "percent_of_target", "percent_of_whole"),
]


def ledger(site: Site, lang: str) -> Figures:
    entry = site.only(Figures, lang)
    assert entry
    return entry


def test_the_csv_holds_every_column_of_every_figure(
    example_site: Site, read_back: ReadBack
) -> None:
    read = read_back("csv", build_csv(ledger(example_site, "ar")))
    assert (read["errors"], read["meta"]["fields"]) == ([], COLUMNS)
    assert read["data"][0] == {
        "key": "bike-lessons-adults",
        "label": "بالغون تعلموا ركوب الدراجة",
        "value": "48",
        "unit": "بالغًا",
        "currency": "",
        "target": "40",
        "of": "60",
        "scope": "مدينة Lindebeek، المسجلون فقط",
        "period": "من يناير إلى ديسمبر 2024",
        "as_of": "2025-01-15",
        "source": "Verslag van de gemeenteraad",
        "programme": "bike-lessons",
        "percent_of_target": "120.0",
        "percent_of_whole": "80.0",
    }
    assert [row["key"] for row in read["data"]] == [
        "bike-lessons-adults",
        "bike-budget",
        "culture",
    ]


def test_a_comma_in_a_text_does_not_make_a_column(example_site: Site, read_back: ReadBack) -> None:
    read = read_back("csv", build_csv(ledger(example_site, "nl")))
    assert read["data"][2]["scope"] == "heel de regio, niet Lindebeek alleen"


def test_spreadsheets_see_that_the_csv_is_utf_8(example_site: Site) -> None:
    text = build_csv(ledger(example_site, "nl"))
    assert text.encode().startswith(b"\xef\xbb\xbfkey,")
    assert text.count("\r\n") == 4


def test_numbers_of_the_json_are_numbers(example_site: Site, read_back: ReadBack) -> None:
    read = read_back("json", build_json(ledger(example_site, "fr")))
    budget = read["figures"][1]
    assert (read["lang"], read["title"]) == ("fr", "Nos chiffres")
    assert (budget["value"], budget["of"], budget["percent_of_whole"]) == (12500, 63776, 19.6)
    assert (budget["target"], budget["unit"], budget["currency"]) == (None, None, "EUR")
    assert list(budget) == COLUMNS
