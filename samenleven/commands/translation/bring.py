"""Bring in what translators sent back, unit by unit, and say what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markdown import Markdown

from samenleven.commands.translation.desk import Desk, lang_of
from samenleven.problems import Invalid, Message, say
from samenleven.translation.landing import Outcome, Verdict
from samenleven.translation.po import read_catalog
from samenleven.translation.recording import Made
from samenleven.translation.units import ReturnedFile
from samenleven.translation.work import Work, bring_in, open_work, save
from samenleven.translation.xliff import read_xliff

MAX_BYTES = 20_000_000
VERDICTS = {
    Verdict.LANDED: say("landed"),
    Verdict.STALE: say("stale source"),
    Verdict.REFUSED: say("refused"),
}


def import_files(desk: Desk, files: Sequence[Path], made: Made) -> int:
    """Bring in files; return the exit code, 1 if anything in them was not taken."""
    faults = 0
    for file in files:
        try:
            for returned in _read(file):
                faults += _bring_in(desk, returned, made)
        except Invalid as wrong:
            faults += 1
            what, remedy = (part.text(desk.speak) for part in (wrong.what, wrong.remedy))
            print(f"{file.as_posix()}: {what} {remedy}")
    return min(faults, 1)


def _read(file: Path) -> list[ReturnedFile]:
    """Return what came back in a file. Raises: Invalid."""
    try:
        data = file.read_bytes() if file.stat().st_size <= MAX_BYTES else b""
    except OSError:
        raise Invalid(say("this file is not there."), say("Check its name.")) from None
    if not data:
        raise Invalid(
            say("this file is empty, or larger than 20 MB."),
            say("Ask the translator to send the file again."),
        )
    if file.suffix.lower() in (".po", ".pot"):
        return read_catalog(data)
    return read_xliff(data)


def _bring_in(desk: Desk, returned: ReturnedFile, made: Made) -> int:
    """Write what came back for one page; return how many units were not taken. Raises: Invalid."""
    work = _find(desk, returned)
    markdown = Markdown(**desk.settings.markdown)
    new, outcomes = bring_in(
        work, returned.units, made, lambda words: markdown.reset().convert(words)
    )
    print(work.path)
    for outcome in outcomes:
        print(_describe(outcome, desk))
    is_landed = any(outcome.verdict is Verdict.LANDED for outcome in outcomes)
    written = save(new) if is_landed else []
    desk.tell(
        say("  Written: %(files)s.", files=", ".join(file.name for file in written))
        if written
        else say("  Nothing changed.")
    )
    return sum(outcome.verdict is not Verdict.LANDED for outcome in outcomes)


def _find(desk: Desk, returned: ReturnedFile) -> Work:
    """Return the translation that a file is of, by the pages that we have. Raises: Invalid."""
    lang = desk.check_lang(returned.lang)
    page = desk.page(returned.path)
    if lang_of(returned.path) != lang:
        raise Invalid(
            say(
                'its language is "%(lang)s", but its page is "%(path)s".',
                lang=lang,
                path=returned.path,
            ),
            say("Ask the translator to send back the file that they got."),
        )
    return open_work(page, lang)


def _describe(outcome: Outcome, desk: Desk) -> str:
    verdict: Message = VERDICTS[outcome.verdict]
    words = " ".join(outcome.words.split())
    short = f"{words[:59]}…" if len(words) > 60 else words
    reason = f": {outcome.reason.text(desk.speak)}" if outcome.reason else ""
    return f'  {verdict.text(desk.speak)}: "{short}"{reason}'
