"""Write the theme's stylesheet and icon under names that change with their bytes."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import lightningcss


def write_assets(static: Path, output: Path) -> tuple[str, str]:
    """Write one minified stylesheet and the icon into `output`; return their file names."""
    stylesheet = lightningcss.bundle_css(str(static / "css" / "site.css"))
    css = _write_hashed(output, "site", ".css", stylesheet.encode())
    icon = _write_hashed(output, "icon", ".svg", (static / "icon.svg").read_bytes())
    return css, icon


def _write_hashed(output: Path, stem: str, suffix: str, data: bytes) -> str:
    name = f"{stem}.{blake2b(data, digest_size=6).hexdigest()}{suffix}"
    output.mkdir(parents=True, exist_ok=True)
    (output / name).write_bytes(data)
    return name
