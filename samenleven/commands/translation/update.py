"""Bring the state of translations up to date, and do what needs no translator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenleven.commands.translation.desk import Desk, describe_part
from samenleven.problems import say
from samenleven.translation.freshness import Part, Standing
from samenleven.translation.state import read_state
from samenleven.translation.work import Work, renew, save


def update_translations(desk: Desk, paths: Sequence[str]) -> int:
    """Record what each part was made from, apply changed links and code; return the exit code.

    What the Dutch lost goes too. A state that was lost or edited by hand is made anew from the
    form of the two texts; what has no counterpart is listed. Raises: Invalid.
    """
    count = 0
    for work in desk.works(paths, desk.others):
        if work.is_new:
            continue
        state = read_state(work.file)
        new, by_hand = renew(work)
        alone = [] if state and state.is_whole else [*_alone(new, by_hand)]
        if written := save(new):
            count += len(written)
            for file in written:
                print(file.relative_to(desk.settings.content.parent).as_posix())
        _list(desk, new, [*by_hand, *alone])
    desk.tell(say("Files written: %(count)s.", count=count))
    return 0


def _alone(work: Work, known: Sequence[Part]) -> Iterator[Part]:
    """Yield what could not be paired when a state was made anew."""
    for part in work.text.parts():
        if part.standing is Standing.MISSING and part not in known:
            yield part


def _list(desk: Desk, work: Work, parts: Sequence[Part]) -> None:
    if not parts:
        return
    desk.tell(say("%(path)s: look at these parts yourself:", path=work.path))
    numbers = {part: number for number, part in enumerate(work.text.parts(), 1)}
    for part in parts:
        print("\n".join(describe_part(part, numbers.get(part, 0), desk)))
