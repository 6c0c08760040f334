"""The status of the translations as a page of `serve`, for editors. No part of the site."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from markupsafe import Markup, escape

from samenleven.commands.build import ROOT
from samenleven.commands.patterns import fill_shell
from samenleven.commands.translation.desk import Desk, describe_standing, lang_of, open_desk
from samenleven.commands.translation.status import (
    TOTALS,
    Parts,
    Table,
    add_up,
    cell,
    find_behind,
    legend,
    measure_pages,
)
from samenleven.languages.locales import language
from samenleven.languages.reading import Page
from samenleven.problems import say
from samenleven.translation.freshness import Part
from samenleven.translation.work import Row, find_parts

PATH = "/translation/"
Html = Iterator[str | Markup]


def render_status(output: Path) -> bytes:
    """Return the page as it is now, in the frame of the site in `output`; empty on a fault.

    It is made in a process of its own, which sees the code as it is now.
    """
    command = [sys.executable, "-m", "samenleven.commands.translation.page", str(output)]
    return subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE).stdout


def main(output: Path) -> int:
    """Print the page, or say in one line why not; return the exit code."""
    try:
        desk = open_desk(ROOT / "pelicanconf.py")
        shell = (output / desk.settings.source_lang / "404.html").read_text("utf-8")
    except (OSError, ValueError) as error:
        print(f"  The page of the translations was not made: {error}", file=sys.stderr)
        return 1
    found = [(page, find_parts(page, langs)) for page, langs in desk.choose([], desk.others)]
    words = "\n".join(build_page(found, desk))
    sys.stdout.buffer.write(fill_shell(shell, words, desk.said(say("Translations"))).encode())
    return 0


def build_page(found: Sequence[tuple[Page, Parts]], desk: Desk) -> Html:
    """Yield the HTML of the page: a table, then what is behind, page by page."""
    yield Markup('<div class="flow prose"><h1>{}</h1>').format(desk.said(say("Translations")))
    yield Markup("<p>{}</p>").format(desk.said(legend()))
    yield from _table(measure_pages(found), desk)
    for page, parts in found:
        for path, behind in find_behind(page, parts):
            yield Markup('<h2 id="{}">{}</h2>').format(path, path)
            lang = lang_of(path)
            for number, part in behind:
                yield from _part(number, part, (page.source_lang, lang), desk)
            command = f"python3 -m samenleven translation read {path}"
            text = say("Is the translation still right? Then give this command:")
            yield Markup("<p>{} <code>{}</code></p>").format(desk.said(text), command)
    yield Markup("</div>")


def _table(table: Table, desk: Desk) -> Html:
    totals = add_up(table)
    head = "".join(f'<th scope="col">{lang}</th>' for lang in totals)
    yield Markup(f"<table><thead><tr><td></td>{head}</tr></thead><tbody>")
    for page, rows in table.items():
        cells = Markup("").join(_cell(page, lang, rows[lang], desk) for lang in totals)
        yield Markup('<tr><th scope="row">{}</th>{}</tr>').format(page, cells)
    yield Markup("</tbody><tfoot>")
    for name, label in TOTALS.items():
        cells = Markup("").join(Markup("<td>{}</td>").format(int(s[name])) for s in totals.values())
        yield Markup('<tr><th scope="row">{}</th>{}</tr>').format(desk.said(label), cells)
    yield Markup("</tfoot></table>")


def _cell(page: str, lang: str, row: Row, desk: Desk) -> Markup:
    if not row.stale:
        return Markup("<td>{}</td>").format(cell(row))
    folder = f"{page.strip('/')}/" if page.strip("/") else ""
    path = f"{desk.settings.content.name}/{folder}index.{lang}.md"
    return Markup('<td><a href="#{}">{}</a></td>').format(path, cell(row))


def _part(number: int, part: Part, langs: tuple[str, str], desk: Desk) -> Html:
    """Yield a part: its number, the Dutch with what changed in it, and its translation."""
    source, lang = langs
    yield Markup("<h3>{}. {}</h3>").format(number, desk.said(describe_standing(part)))
    new = part.dutch.words if part.dutch else ""
    old = part.trace.dutch.words if part.trace else new
    yield Markup('<p lang="{}">{}</p>').format(source, mark_changes(old, new))
    if part.target:
        marks = (lang, language(lang).dir, part.target.words)
        yield Markup('<p lang="{}" dir="{}">{}</p>').format(*marks)


def mark_changes(old: str, new: str) -> Markup:
    """Return a text as HTML, with the words that went in `del` and those that came in `ins`."""
    before, after = old.split(), new.split()
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(escape(" ".join(before[a:b])))
            continue
        for tag, words in (("del", before[a:b]), ("ins", after[c:d])):
            if words:
                pieces.append(Markup(f"<{tag}>{{}}</{tag}>").format(" ".join(words)))
    return Markup(" ").join(pieces)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
