"""The pages that an entry names."""

from __future__ import annotations

import pytest

from samenleven.languages.site import Site
from samenleven.model.references import named_places
from samenleven.model.source import Place


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("places/ter-linde", ["contacts/city-desk", "partners/ter-linde"]),
        ("walks/old-town", ["places/ter-linde", "places/park", "contacts/city-desk"]),
        (
            "pages/rights",
            ["contacts/city-desk", "contacts/integration-desk", "programmes/bike-lessons"],
        ),
        (
            "pages/welcome",
            [
                *("programmes/bike-lessons", "programmes/language-cafe", "places/ter-linde"),
                *("walks/old-town", "pages/rights", "contacts/city-desk"),
            ],
        ),
        ("places/park", ["contacts/city-desk"]),
        ("pages/about", []),
    ],
)
def test_an_entry_names_the_pages_of_its_fields_and_records(
    example_site: Site, page: str, named: list[str]
) -> None:
    entry = example_site.version(Place(*page.split("/")), "nl")
    assert [str(place) for place in named_places(entry)] == named
