"""Begin a translation: a file with the words that have to be translated, the Dutch beside them."""

from __future__ import annotations

from samenleven.commands.translation.desk import Desk
from samenleven.problems import Invalid, say
from samenleven.translation.skeleton import with_dutch_beside
from samenleven.translation.work import open_work


def begin_translation(desk: Desk, lang: str, path: str) -> int:
    """Write the new file of a page in a language; return the exit code. Raises: Invalid."""
    page = desk.page(path)
    work = open_work(page, desk.check_lang(lang))
    if work.file.exists():
        what = say("%(path)s is there already.", path=work.path)
        raise Invalid(what, say("Open that file, or delete it first."))
    work.file.write_bytes(with_dutch_beside(work.text.target, work.text.table).encode())
    desk.tell(
        say(
            "%(path)s is made. Write the translation over the Dutch, then delete the line"
            ' "status: draft".',
            path=work.path,
        )
    )
    return 0
