"""Say that parts of a translation were read against the Dutch of today, and are still right."""

from __future__ import annotations

from samenleven.commands.translation.desk import Desk, lang_of
from samenleven.problems import Invalid, say
from samenleven.translation.freshness import Standing
from samenleven.translation.work import confirm, open_work, save


def confirm_read(desk: Desk, path: str, only: str, role: str) -> int:
    """Note what was read in a translation; return the exit code. Raises: Invalid.

    `only` are numbers as `status` shows them, "" for all that is behind. With the role of a reader
    the whole page counts as read.
    """
    work = open_work(desk.page(path), desk.check_lang(lang_of(path)))
    if work.is_new:
        what = say("%(path)s is not there.", path=work.path)
        raise Invalid(what, say("Begin it with: translation new."))
    parts = work.text.parts()
    behind = (Standing.STALE, Standing.ADDRESS)
    chosen = {
        number
        for number, part in enumerate(parts)
        if part.target and part.dutch and (part.standing in behind or role)
    }
    if only:
        chosen &= {number - 1 for number in _numbers(only)}
    new, read = confirm(work, chosen, desk.today, role)
    written = save(new)
    desk.tell(say("Parts noted as read and right: %(count)s.", count=len(read)))
    left = sum(part.needs_translator for part in new.text.parts())
    if left:
        desk.tell(say("Parts still behind: %(count)s.", count=left))
    for file in written:
        print(file.relative_to(desk.settings.content.parent).as_posix())
    return 0


def _numbers(only: str) -> set[int]:
    try:
        return {int(number) for number in only.split(",")}
    except ValueError:
        what = say('"%(text)s" are no numbers.', text=only)
        raise Invalid(what, say("Write them as: --only 3,5")) from None
