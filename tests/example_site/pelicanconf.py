"""The settings of the example site: its own city, and all else as in the project's settings."""

import runpy
from pathlib import Path

_PROJECT = runpy.run_path(str(Path(__file__).resolve().parents[2] / "pelicanconf.py"))
globals().update({name: value for name, value in _PROJECT.items() if name.isupper()})

SITEURL = "https://lindebeek.example/stad"
TIMEZONE = "Europe/Brussels"
TODAY = "2025-11-21"  # what the pages say of days is that of this one

LANGUAGES = ("nl", "fr", "ar")
DEFAULT_LANG = LANGUAGES[0]
EDITOR_LANG = "en"

MENU = ("programmes", "news", "pages/about", "contacts")
FOOTER = ("pages/accessibility", "pages/kitchen-sink", "pages/offline")
CONTACT = "contacts/city-desk"

PATH = "content"
THEME = "../../theme"
OUTPUT_PATH = "output"
