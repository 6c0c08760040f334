"""Build aside and swap in whole, so that the output is always one good site."""

from __future__ import annotations

import shutil
from pathlib import Path

from samenleven.deploy.exchange import exchange


class UnsafeOutput(Exception):
    """Raised when the output folder holds something that is not a built site."""


def begin(output: Path, sources: tuple[Path, ...]) -> Path:
    """Return an empty folder beside `output` to build in; mend what a killed build left.

    Raises: UnsafeOutput if swapping would take away anything else than a built site.
    """
    _refuse_unsafe(output, sources)
    aside, old = _aside(output), _old(output)
    if old.exists() and not output.exists():
        old.rename(output)  # killed between the two renames of finish()
    for left in (aside, old):
        if left.exists():
            shutil.rmtree(left)
    aside.mkdir(parents=True)
    return aside


def finish(output: Path) -> None:
    """Put what was built in the place of the last site, in one step where the system can."""
    aside, old = _aside(output), _old(output)
    if output.exists() and exchange(aside, output):
        shutil.rmtree(aside, ignore_errors=True)
        return
    if output.exists():
        output.rename(old)
    aside.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def give_up(output: Path) -> None:
    """Remove what was built so far: on a full disk, the last site's changes need the room."""
    shutil.rmtree(_aside(output), ignore_errors=True)


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.new")


def _old(output: Path) -> Path:
    return output.with_name(f".{output.name}.old")


def _refuse_unsafe(output: Path, sources: tuple[Path, ...]) -> None:
    for kept in (Path.home(), Path.cwd(), *sources):
        if output == kept or output in kept.parents:
            raise UnsafeOutput(f"{output} holds {kept}. Set OUTPUT_PATH to a folder of its own.")
    is_site = (output / "sitemap.xml").is_file() and (output / "404.html").is_file()
    is_free = not output.exists() or (output.is_dir() and not any(output.iterdir()))
    if output.is_symlink() or not (is_site or is_free):
        raise UnsafeOutput(
            f"{output} holds something else than a built site. "
            "Empty it yourself, or set OUTPUT_PATH to another folder."
        )
