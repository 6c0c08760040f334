"""Write the theme's stylesheet, script and icon under names that change with their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import lightningcss

FOLDER = "theme"


@dataclass(frozen=True)
class Assets:
    """The paths below the site's address of what every page loads."""

    stylesheet: str
    script: str
    icon: str


def write_assets(static: Path, output: Path) -> Assets:
    """Write one minified stylesheet, the script and the icon below `output`."""
    stylesheet = lightningcss.bundle_css(str(static / "css" / "site.css"))
    return Assets(
        write_hashed(output, "site", ".css", stylesheet.encode()),
        write_hashed(output, "scheme", ".js", (static / "js" / "scheme.js").read_bytes()),
        write_hashed(output, "icon", ".svg", (static / "icon.svg").read_bytes()),
    )


def write_hashed(output: Path, stem: str, suffix: str, data: bytes) -> str:
    """Write a file whose name holds the hash of its bytes; return its path below `output`."""
    path = f"{FOLDER}/{stem}.{blake2b(data, digest_size=6).hexdigest()}{suffix}"
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return path
