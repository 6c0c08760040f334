"""The web app manifest of a language (W3C Web Application Manifest)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from samenleven.languages.locales import language
from samenleven.languages.site import Site
from samenleven.model.source import Place
from samenleven.views.localise import Localiser
from samenleven.weave.palettes import PALETTES

# Pixels, and for each what it is for. Cloth has no edge: a mask may cut it.
ICONS = ((192, "any"), (512, "any"), (512, "maskable"))
THREADS = 16  # across an icon


def write_manifest(site: Site, lang: str, icons: Iterable[tuple[str, int, str]]) -> str:
    """Return the JSON; `icons` are paths below the site's address, pixels and purposes."""
    base = site.settings.base
    name = site.version(Place("", ""), lang).title
    manifest = {
        "id": f"{base}/{lang}/",
        "name": Localiser(site, lang, lang).plain(name),
        "lang": lang,
        "dir": language(lang).dir,
        "start_url": f"{base}/{lang}/",
        "scope": f"{base}/",
        "display": "minimal-ui",  # with a way back, which standalone has not everywhere
        "background_color": PALETTES["linen"].b,
        "theme_color": PALETTES["indigo"].d,
        "icons": [
            {
                "src": f"{base}/{path}",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for path, size, purpose in icons
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
