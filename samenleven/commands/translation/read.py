"""Say that parts of a translation were read against the Dutch of today, and are still right."""

from __future__ import annotations

from collections.abc import Sequence, Set

from samenleven.commands.translation.desk import Desk, lang_of
from samenleven.problems import Invalid, say
from samenleven.translation.freshness import Standing
from samenleven.translation.work import Work, confirm, save


def confirm_read(desk: Desk, paths: Sequence[str], only: str, role: str) -> int:
    """Note what was read in translations; return the exit code. Raises: Invalid.

    `only` are numbers as `status` shows them, "" for all that is behind. With the role of a reader
    the whole page counts as read.
    """
    works = [work for work in desk.works(paths, desk.others) if not _is_left_out(work, paths)]
    numbers = _numbers(only) if only else None
    for work in works:
        if work.is_new:
            what = say("%(path)s is not there.", path=work.path)
            raise Invalid(what, say("Begin it with: translation new."))
    for work in works:
        _confirm(desk, work, numbers, role)
    return 0


def _is_left_out(work: Work, paths: Sequence[str]) -> bool:
    """Tell whether a folder was named, and the page is not in this language."""
    return work.is_new and not any(lang_of(path) == work.lang for path in paths)


def _confirm(desk: Desk, work: Work, numbers: Set[int] | None, role: str) -> None:
    behind = (Standing.STALE, Standing.ADDRESS)
    chosen = {
        number
        for number, part in enumerate(work.text.parts())
        if part.target
        and part.dutch
        and (part.standing in behind or role)
        and (numbers is None or number + 1 in numbers)
    }
    new, read = confirm(work, chosen, desk.today, role)
    written = save(new)
    desk.tell(
        say("%(path)s: parts noted as read and right: %(count)s.", path=work.path, count=len(read))
    )
    left = sum(part.needs_translator for part in new.text.parts())
    if left:
        desk.tell(say("%(path)s: parts still behind: %(count)s.", path=work.path, count=left))
    for file in written:
        print(file.relative_to(desk.settings.content.parent).as_posix())


def _numbers(only: str) -> set[int]:
    try:
        return {int(number) for number in only.split(",")}
    except ValueError:
        what = say('"%(text)s" are no numbers.', text=only)
        raise Invalid(what, say("Write them as: --only 3,5")) from None
