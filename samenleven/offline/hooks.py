"""Write what readers need without internet, once Pelican has written the pages."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals

from samenleven.languages.site import Site
from samenleven.offline.files import write_offline


def write_all(pelican: Pelican) -> None:
    """Write it into the output of this build."""
    site: Site = pelican.settings["SITE"]
    output = Path(pelican.output_path)
    paths = [file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file()]
    cache = site.settings.content.parent / ".cache"
    write_offline(site, paths, lambda path: (output / path).read_bytes(), output, cache)


def connect() -> None:
    """Connect the room to Pelican; it stands before samenleven.deploy, which swaps the site in."""
    signals.finalized.connect(write_all)
