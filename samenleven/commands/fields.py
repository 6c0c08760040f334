"""Write the reference of all fields, in Dutch, out of the tables of samenleven/model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samenleven.languages.report import editors_gettext
from samenleven.model.entries import SECTIONS, TYPES, Entry, Listing
from samenleven.model.table import Field, Scope, schema
from samenleven.problems import Gettext, Message, say

START, END = "<!-- fields: begin -->", "<!-- fields: end -->"
SCOPES = {
    Scope.FACT: say("Dutch file only"),
    Scope.WORDS: say("every language"),
    Scope.OWN: say("any file"),
    Scope.TRANSLATION: say("translations only"),
}
HEADS = (say("key"), say("what to write"), say("needed"), say("where"), say("meaning"))
HEADINGS: dict[type[Entry], Message] = {
    Entry: say("On every page"),
    SECTIONS[""]: say("The first page: content/index.nl.md"),
    Listing: say("The list of a section: content/SECTION/index.nl.md"),
    SECTIONS["programmes"]: say("A programme: content/programmes/KEY/"),
    SECTIONS["news"]: say("News: content/news/KEY/"),
    SECTIONS["events"]: say("An event: content/events/KEY/"),
    SECTIONS["calls"]: say("A call: content/calls/KEY/"),
    SECTIONS["places"]: say("A place: content/places/KEY/"),
    SECTIONS["walks"]: say("A walk: content/walks/KEY/"),
    SECTIONS["partners"]: say("An organisation: content/partners/KEY/"),
    SECTIONS["contacts"]: say("A desk: content/contacts/KEY/"),
    SECTIONS["topics"]: say("A topic: content/topics/KEY/"),
    SECTIONS["pages"]: say("A page about the site: content/pages/KEY/"),
    TYPES["accessibility"]: say("The accessibility statement: type: accessibility"),
    TYPES["checklist"]: say("Steps towards a right: type: checklist"),
    TYPES["glossary"]: say("The words that are explained: type: glossary"),
    TYPES["figures"]: say("The list of figures: type: figures"),
    TYPES["brochure"]: say("A booklet out of pages: type: brochure"),
}


def describe_fields(speak: Gettext) -> str:
    """Return the reference as Markdown: a table for each type of page."""
    common = schema(Entry)
    parts = []
    for entry, heading in HEADINGS.items():
        rows = [
            field
            for name, field in schema(entry).items()
            if entry is Entry or common.get(name) != field
        ]
        parts.append(f"### {heading.text(speak)}\n")
        parts.append("\n".join(_table(rows, speak)) if rows else speak("No fields of its own."))
        parts.append("")
    return "\n".join(parts)


def _table(rows: list[Field], speak: Gettext) -> Iterator[str]:
    yield "| " + " | ".join(head.text(speak) for head in HEADS) + " |"
    yield "| --- | --- | --- | --- | --- |"
    for row in _with_columns(rows):
        needed = speak("yes") if row.required else speak("no")
        what, where = row.kind.name.text(speak), SCOPES[row.scope].text(speak)
        yield f"| `{row.name}` | {what} | {needed} | {where} | {row.help.text(speak)} |"


def _with_columns(rows: list[Field]) -> Iterator[Field]:
    """Yield each row, and behind a list of records the columns of a record."""
    for row in rows:
        yield row
        if row.kind.record:
            for name, column in schema(row.kind.record).items():
                yield column._replace(name=f"{row.name}: {name}")


def update_reference(file: Path) -> None:
    """Put the reference between its two marks in `file`."""
    text = file.read_text(encoding="utf-8")
    file.write_text(with_reference(text), encoding="utf-8", newline="\n")


def with_reference(text: str) -> str:
    """Return the text with today's reference between its two marks."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{describe_fields(editors_gettext('nl'))}\n{END}{after}"
