"""Bring the state of translations up to date, and do what needs no translator."""

from __future__ import annotations

from collections.abc import Sequence, Set

from samenleven.commands.translation.desk import Desk, describe_part
from samenleven.problems import say
from samenleven.translation.freshness import Part, Standing
from samenleven.translation.state import read_state
from samenleven.translation.work import Work, renew, save

BY_HAND = frozenset({Standing.ADDRESS, Standing.GONE, Standing.ADDED})


def update_translations(desk: Desk, paths: Sequence[str]) -> int:
    """Record what each part was made from, apply changed links and code; return the exit code.

    What the Dutch lost goes too. A state that was lost or edited by hand is made anew from the
    form of the two texts. What somebody has to look at is listed. Raises: Invalid.
    """
    count = 0
    for work in desk.works(paths, desk.others):
        if not work.is_new:
            state = read_state(work.file)
            new, parts = renew(work)
            written = save(new)
            count += len(written)
            for file in written:
                print(file.relative_to(desk.settings.content.parent).as_posix())
            is_known = state is not None and state.is_whole
            _list(desk, work, parts, BY_HAND if is_known else BY_HAND | {Standing.MISSING})
    desk.tell(say("Files written: %(count)s.", count=count))
    return 0


def _list(desk: Desk, work: Work, parts: Sequence[Part], wanted: Set[Standing]) -> None:
    found = [(number, part) for number, part in enumerate(parts, 1) if part.standing in wanted]
    if found:
        desk.tell(say("%(path)s: look at these parts yourself:", path=work.path))
    for number, part in found:
        print("\n".join(describe_part(part, number, desk)))
