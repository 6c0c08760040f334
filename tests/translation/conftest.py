"""A page with its translation, not recorded and recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.one_page import OnePage


@pytest.fixture
def one_page(tmp_path: Path) -> OnePage:
    """Return the page; nothing is recorded of it."""
    return OnePage(tmp_path.resolve())


@pytest.fixture
def recorded(one_page: OnePage) -> OnePage:
    """Return the page with the state of its French file."""
    one_page.record()
    return one_page
