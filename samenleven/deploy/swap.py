"""Build aside and swap in whole, so that the output is always one good site.

The site before is kept aside. A build that knows what it wants brings that one up to date, linking
(hard links) what did not change: unchanged files keep their time stamps, their bytes stand on the
disk once, and the work is that of the change.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path

from samenleven.cache.digests import folders_of
from samenleven.deploy.exchange import exchange


class UnsafeOutput(Exception):
    """Raised when the output folder holds something that is not a built site."""


def begin(output: Path, sources: tuple[Path, ...]) -> Path:
    """Return an empty folder beside `output` to build in; mend what a killed build left.

    Raises: UnsafeOutput if swapping would take away anything else than a built site.
    """
    aside = _mend(output, sources)
    if aside.exists():
        shutil.rmtree(aside)
    aside.mkdir(parents=True)
    return aside


def _mend(output: Path, sources: tuple[Path, ...]) -> Path:
    refuse_unsafe(output, sources)
    aside, old = _aside(output), _old(output)
    if old.exists() and not output.exists():
        old.rename(output)  # killed between the renames
    if old.exists():
        shutil.rmtree(old)
    return aside


def bring(
    output: Path,
    sources: tuple[Path, ...],
    wanted: Set[str],
    right: Mapping[str, int],
    make: Callable[[str, str], None],
) -> set[str]:
    """Make `output` hold the `wanted` files and no others, at once; return those that were touched.

    Those that are `right` already, given with their inodes, are linked; `make` writes one of the
    others, given by its path below the output, to a path where nothing lies. Raises: UnsafeOutput.
    """
    aside = _mend(output, sources)
    aside.mkdir(parents=True, exist_ok=True)
    ours, folders = _read_inodes(aside)
    _remove_others(aside, ours, folders, wanted)
    made: set[str] = set()
    touched: set[str] = set()
    for path in wanted:
        if path in right and ours.get(path) == right[path]:
            continue
        touched.add(path)
        target = os.path.join(aside, path)  # noqa: PTH118 - for each file of each build
        folder = os.path.dirname(target)  # noqa: PTH120
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            made.add(folder)
        if path in ours:
            os.unlink(target)  # noqa: PTH108 - never written into: it may be the output's too
        if path in right:
            link(os.path.join(output, path), target)  # noqa: PTH118
        else:
            make(path, target)
    _swap(output)
    if not aside.exists():
        _copy_tree(output, aside, wanted)
    return touched


def _copy_tree(output: Path, aside: Path, paths: Set[str]) -> None:
    """Make the first copy to keep aside, so that the first edit finds its thousands of folders.

    It can be done without: where there is no room or no second name for a file, there is none.
    """
    try:
        aside.mkdir()
        for folder in sorted(folders_of(paths)):
            os.mkdir(f"{aside}{os.sep}{folder}")  # noqa: PTH102 - for each folder of the site
        for path in paths:
            os.link(f"{output}{os.sep}{path}", f"{aside}{os.sep}{path}")
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)


def _read_inodes(folder: Path) -> tuple[dict[str, int], list[str]]:
    """Return the inode of each file below a folder, by its path, and the folders, outer first.

    A link is a file.
    """
    found: dict[str, int] = {}
    folders: list[str] = []
    root, stack = f"{os.fspath(folder)}{os.sep}", [""]
    while stack:
        below = stack.pop()
        with os.scandir(root + below) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{below}{entry.name}")
                    stack.append(f"{below}{entry.name}/")
                else:
                    found[f"{below}{entry.name}"] = entry.inode()
    return found, folders


def _remove_others(
    folder: Path, ours: Mapping[str, int], folders: Sequence[str], wanted: Set[str]
) -> None:
    """Remove the files that are not wanted, and the folders that hold none that is."""
    for path in ours.keys() - wanted:
        (folder / path).unlink()
    kept = folders_of(wanted)
    for path in reversed(folders):
        if path not in kept:
            (folder / path).rmdir()


def link(source: str, target: str) -> None:
    """Give a file a second name, or where that cannot be, make an equal one.

    Raises: FileNotFoundError.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target)


def _swap(output: Path) -> None:
    aside, old = _aside(output), _old(output)
    if output.exists() and exchange(aside, output):
        return
    if output.exists():
        output.rename(old)
    aside.rename(output)
    if old.exists():
        old.rename(aside)


def finish(output: Path) -> None:
    """Put what was built in the place of the last site, in one step where the system can."""
    _swap(output)
    shutil.rmtree(_aside(output), ignore_errors=True)


def give_up(output: Path) -> None:
    """Remove what was built so far: on a full disk, the last site's changes need the room."""
    shutil.rmtree(_aside(output), ignore_errors=True)


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.new")


def _old(output: Path) -> Path:
    return output.with_name(f".{output.name}.old")


def refuse_unsafe(output: Path, sources: tuple[Path, ...]) -> None:
    """Raise UnsafeOutput if putting a site in the place of `output` would lose anything else."""
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
