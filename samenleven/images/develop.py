"""Develop many photos: look up what was made before, make the rest on all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import __version__ as PILLOW

from samenleven.images.recipes import (
    COVER,
    FAST,
    JPEG,
    LARGEST,
    MOVING,
    RELEASE,
    WIDTHS,
    Recipe,
    Recipes,
    jpeg,
)
from samenleven.images.sets import Fault, ImageSet, Part, Request
from samenleven.images.store import FACTS, Store, hash_settings
from samenleven.model.pictures import cut_off, unreadable
from samenleven.processes import count_cores, end_with

if TYPE_CHECKING:
    from samenleven.images.darkroom import Job

ENGINE = 2  # raise it when the same photo and recipe are to give other bytes
FULL = jpeg(90)  # of a whole photo that browsers may not show as it is
Report = Callable[[int, int], None]  # how many photos are ready, and of how many


def develop(
    requests: Iterable[Request],
    cache: Path,
    recipes: Recipes = RELEASE,
    *,
    workers: int = 0,
    report: Report = lambda ready, total: None,
) -> dict[Request, ImageSet | Fault]:
    """Return what became of each photo, in the order of the requests.

    Only what the cache does not hold yet is made, by `workers` processes (0: one a core); with
    one, or for one photo, in this process. The bytes are the same for any number. A photo that
    fails is a Fault, and the others go on.
    """
    store = Store(cache)
    shelf = _Shelf(store, recipes)
    found: dict[Request, ImageSet | Fault] = {}
    missing: dict[Request, _Gap] = {}
    for request in requests:
        result = shelf.find(request)
        if isinstance(result, _Gap):
            missing[request] = result
            result = Fault(*cut_off())  # until it is made, which keeps its place in the order
        found[request] = result
    if missing:
        faults = _make(_jobs_of(missing, store), store, workers or count_cores(), report)
        for request, gap in missing.items():
            result = faults.get(gap.content) or shelf.find_content(request, gap.content)
            if not isinstance(result, _Gap):
                found[request] = result
    store.save()
    return found


class _Plan(NamedTuple):
    """A part that a request asks: its kind, its recipe, and the name of all its settings."""

    kind: str
    recipe: Recipe
    settings: str


class _Gap(NamedTuple):
    """What the cache lacks of a photo."""

    content: str
    plans: tuple[_Plan, ...]
    lacks_facts: bool


class _Shelf:
    """Look for photos in the cache under the settings of one run."""

    def __init__(self, store: Store, recipes: Recipes) -> None:
        """Keep both."""
        self.store, self.recipes = store, recipes
        self.parts = str(store.folder)
        self._plans: dict[tuple[object, ...], tuple[_Plan, ...]] = {}

    def find(self, request: Request) -> ImageSet | Fault | _Gap:
        """Return the set of a photo, or what is lacking to it."""
        try:
            content = self.store.content_of(str(request.file))
        except OSError:
            return Fault(*unreadable(request.file.name))
        return self.find_content(request, content)

    def find_content(self, request: Request, content: str) -> ImageSet | _Gap:
        """Return the same for a photo whose content is known."""
        made = self.store.find(content)
        facts = made.get(FACTS)
        parts, lacking = [], []
        for plan in self._plans_of(request, is_drawing=_is_drawing(str(request.file))):
            kind, _, settings = plan
            if settings in made:
                parts.append(Part(kind, f"{self.parts}/{content}-{settings}", made[settings]))
            elif not (facts and kind == "animation" and not facts[3]):
                lacking.append(plan)
        if lacking or not facts:
            return _Gap(content, tuple(lacking), not facts)
        return ImageSet(request, facts[0], facts[1], facts[2], tuple(parts))

    def folders_of(self, request: Request) -> Iterator[str]:
        """Yield the folders of the cache that a photo uses, whether they are there or not."""
        content = self.store.last_content_of(str(request.file))
        for plan in self._plans_of(request, is_drawing=_is_drawing(str(request.file))):
            yield f"{content}-{plan.settings}"

    def _plans_of(self, request: Request, *, is_drawing: bool) -> tuple[_Plan, ...]:
        """Return the plans; of thousands of photos most have the same."""
        key = request.rights, request.focus, request.wants_cover, request.wants_download, is_drawing
        if key not in self._plans:
            planned = _plan_drawing() if is_drawing else _plan_photo(request, self.recipes)
            self._plans[key] = tuple(planned)
        return self._plans[key]


def _is_drawing(file: str) -> bool:
    return file[-4:].lower() == ".svg"


def _plan_drawing() -> Iterator[_Plan]:
    yield _Plan("svg", JPEG, hash_settings(ENGINE, "svg"))


def _plan_photo(request: Request, recipes: Recipes) -> Iterator[_Plan]:
    """Yield the parts of a photo. What changes the bytes of a part is in its settings.

    Pillow's wheels carry their encoders, so its version stands for theirs.
    """
    common = (ENGINE, PILLOW, tuple(request.rights))
    for recipe in recipes:
        yield _Plan(recipe.format, recipe, hash_settings(*common, recipe, WIDTHS, LARGEST))
    moving = next((recipe for recipe in recipes if recipe.format != "jpeg"), FAST)
    yield _Plan("animation", moving, hash_settings(*common, moving, MOVING, "animation"))
    if request.wants_cover:
        settings = hash_settings(*common, JPEG, COVER, request.focus)
        yield _Plan("cover", JPEG, settings)
    if request.wants_download:
        yield _Plan("download", FULL, hash_settings(*common, FULL, "download"))


def _jobs_of(missing: dict[Request, _Gap], store: Store) -> list[Job]:
    """Return what to make, the longest first; nothing twice, though photos may be the same."""
    from samenleven.images.darkroom import Job, Wanted  # Pillow is loaded for new photos only

    claimed: set[str] = set()
    jobs: list[tuple[int, Job]] = []
    for request, gap in missing.items():
        wanted = [
            Wanted(plan.kind, f"{gap.content}-{plan.settings}", plan.recipe) for plan in gap.plans
        ]
        facts = f"{gap.content}-{FACTS}" if gap.lacks_facts else ""
        new = tuple(part for part in wanted if part.folder not in claimed)
        if new or facts not in claimed:
            job = Job(
                file=str(request.file),
                content=gap.content,
                rights=request.rights,
                focus=request.focus,
                parts=str(store.folder),
                wanted=new,
                facts="" if facts in claimed else facts,
                is_drawing=_is_drawing(str(request.file)),
            )
            jobs.append((request.file.stat().st_size, job))
        claimed |= {facts, *(part.folder for part in wanted)}
    return [job for _, job in sorted(jobs, key=lambda sized: -sized[0])]


def _make(jobs: Sequence[Job], store: Store, workers: int, report: Report) -> dict[str, Fault]:
    """Do the jobs; return the faults by content."""
    faults = {}
    report(0, len(jobs))
    for ready, (job, result) in enumerate(_run(jobs, workers), 1):
        if isinstance(result, Fault):
            faults[job.content] = result
        else:
            store.add(result)
        report(ready, len(jobs))
    return faults


Result = tuple[str, ...] | Fault


def _run(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, Result]]:
    """Yield each job with its result, as they end."""
    from samenleven.images.darkroom import do_job

    if workers == 1 or len(jobs) == 1:
        yield from ((job, do_job(job)) for job in jobs)
        return
    lost = []
    for job, result in _run_in_pool(jobs, min(workers, len(jobs))):
        if result is None:
            lost.append(job)
        else:
            yield job, result
    for job in lost:  # one of these ended its process; the others only lay in the same pool
        _, result = next(_run_in_pool([job], 1))
        yield job, result or Fault(*cut_off())


def _run_in_pool(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, Result | None]]:
    """Yield each job with its result, or None when a process ended with its work undone.

    Processes are spawned, the one way that all systems have and that threads do not harm.
    """
    from samenleven.images.darkroom import do_job

    begin = partial(end_with, os.getpid())
    with ProcessPoolExecutor(workers, get_context("spawn"), begin) as pool:
        futures = {pool.submit(do_job, job): job for job in jobs}
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], None


def prune(requests: Collection[Request], settings: Iterable[Recipes], cache: Path) -> int:
    """Remove from the cache what these photos use under none of the settings; return its bytes.

    Nothing is made. Not beside another run.
    """
    store = Store(cache)
    folders = {
        folder
        for recipes in settings
        for request in requests
        for folder in _Shelf(store, recipes).folders_of(request)
    }
    freed = store.keep_only(folders, {str(request.file) for request in requests})
    store.save()
    return freed


def withdraw(requests: Iterable[Request], cache: Path) -> list[str]:
    """Remove all that was ever made of these photos; return the names that were published.

    The photo is found by its content, so that a copy under another name loses its files too.
    The file itself may be gone already. Returned are the names under the stems of `requests`,
    sorted: addresses to purge where pages are kept by others.
    """
    store = Store(cache)
    names: set[str] = set()
    for request in requests:
        content = store.last_content_of(str(request.file))
        if content:
            for folder, files in store.forget(content):
                names |= {file.name for file in Part("", folder, files).derivatives(request.stem)}
    store.save()
    return sorted(names)
