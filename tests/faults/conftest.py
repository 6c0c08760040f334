"""The tiny site of tests/problems with settings of its own, so that the real commands can run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.problems.conftest import FILES, ROOT, TinySite

BUILD = """
import sys
from pathlib import Path
from samenleven.commands.build import build_site
sys.exit(build_site("pelicanconf.py", root=Path(sys.argv[1])))
"""
SETTINGS = f"""
THEME = {str(ROOT / "theme")!r}
SITEURL = "https://example.be"
TODAY = "2026-06-15"
LANGUAGES = ("nl", "fr")
MENU, FOOTER, CONTACT = ("programmes", "contacts"), ("pages/about",), "contacts/desk"
"""
LONGEST = 60  # seconds for one build: what hangs fails


class Site(TinySite):
    """The tiny site with settings; `root` is its checkout."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.root, self.output = root, root / "output"
        text = (ROOT / "pelicanconf.py").read_text("utf-8")
        (root / "pelicanconf.py").write_text(text + SETTINGS, "utf-8")

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build the site with the command of the editors."""
        return run_build(self.root)


class Page:
    """A programme in two languages; its Dutch body begins on line 9, a field more is on line 8."""

    def __init__(self, site: TinySite, key: str) -> None:
        self.site = site
        self.folder = f"programmes/{key}"
        self.nl, self.fr = (f"{self.folder}/index.{lang}.md" for lang in ("nl", "fr"))
        for name, model in ((self.nl, TinySite.ROOTS), (self.fr, TinySite.ROOTS_FR)):
            site.write(name, f"---\n{FILES[model]}---\nTekst.\n")

    def field(self, line: str) -> None:
        """Put a line at the end of the Dutch front matter."""
        self.site.add_field(self.nl, line)

    def change(self, old: str, new: str) -> None:
        """Put `new` in the place of `old` in the Dutch file."""
        self.site.change(self.nl, old, new)

    def body(self, text: str) -> None:
        """Put another Dutch body in its place."""
        self.site.set_body(self.nl, text)

    def beside(self, name: str, data: bytes = b"x") -> Path:
        """Put a file into the folder of the page."""
        return self.site.write(f"{self.folder}/{name}", data)

    def photo(self, name: str, data: bytes) -> None:
        """Put a photo into the folder of the page, and name it in both languages."""
        self.beside(name, data)
        facts = (
            f"photos:\n  - file: {name}\n    credit: Stad\n    consent: none-needed\n    alt: Dans."
        )
        self.field(facts)
        self.site.add_field(self.fr, f"photos:\n  - file: {name}\n    alt: Danse.")


def run_build(
    root: Path,
    *,
    prefix: Sequence[str] = (),
    env: dict[str, str] | None = None,
    code: str = BUILD,
    umask: int = -1,
) -> subprocess.CompletedProcess[str]:
    """Build the site at `root` with the command of the editors, in a process of its own."""
    return subprocess.run(
        [*prefix, sys.executable, "-c", code, str(root)],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST,
        umask=umask,
    )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return the tiny site, which has no problem and is not built yet."""
    return Site(tmp_path.resolve())
