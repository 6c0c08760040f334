"""What pages load: the stylesheet, scripts, fonts and cloths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from samenleven.record import record
from samenleven.views.cloths import Cloth
from samenleven.views.page import Picture

FOLDER = "theme"
ICON: Cloth = ("basket", "indigo")  # the selvedge too, so that one file serves both
HOUSE: Cloth = ("goose-eye", "indigo")  # of pages that wear none of their own


@record(frozen=True)
class Assets:
    """The paths below the site's address of what pages load."""

    stylesheet: str
    script: str
    clock: str  # the script of what changes on known days
    icon: str
    covers: Mapping[Cloth, Picture] = field(hash=False)
    previews: Mapping[Cloth, str] = field(hash=False)  # for social networks
    quilt: Picture | None  # the cloths of the programmes, sewn together
    photo_script: str
    search_script: str
    keep_script: str  # of the button that keeps a page
    kept_script: str  # of the list of kept pages
    fonts: Mapping[str, str] = field(hash=False)  # by their own names, below FOLDER
