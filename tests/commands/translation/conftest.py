"""A page with its recorded French translation, and the desk of its site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samenleven.commands.translation.desk import Desk
from samenleven.languages.reading import read_pages
from samenleven.languages.report import editors_gettext
from tests.translation.one_page import TODAY, OnePage

OpenDesk = Callable[[], Desk]


@pytest.fixture
def page(tmp_path: Path) -> OnePage:
    one = OnePage(tmp_path.resolve())
    one.record()
    return one


@pytest.fixture
def open_desk(page: OnePage) -> OpenDesk:
    """Return the function that reads the site as it lies there now."""

    def read() -> Desk:
        settings = page.settings()
        pages, problems = read_pages(settings)
        return Desk(settings, pages, problems, editors_gettext("nl"), TODAY)

    return read
