"""Units as XLIFF 1.2, the exchange format that all translators' tools read.

http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from samenleven.model.svg import full_name
from samenleven.problems import Invalid, say
from samenleven.translation.inline import placeholders, split_words
from samenleven.translation.units import Returned, ReturnedFile, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_NS = f"{{{NAMESPACE}}}"
DONE = frozenset({"final", "signed-off"})
NOT_DONE = frozenset({"new", "needs-translation"})


def write_xliff(path: str, source: str, lang: str, units: Iterable[Unit]) -> str:
    """Return the file for a translation; `path` is that of its Markdown, `source` our language."""
    body = "".join(_write_unit(unit, source, lang) for unit in units)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff version="1.2" xmlns="{NAMESPACE}">\n'
        f' <file original={quoteattr(path)} source-language="{source}" target-language="{lang}"'
        f' datatype="plaintext">\n  <body>\n{body}  </body>\n </file>\n</xliff>\n'
    )


def _write_unit(unit: Unit, source: str, lang: str) -> str:
    kept = placeholders(unit.dutch)
    name = f" {unit.name}" if unit.name else ""
    heading = f" < {unit.heading}" if unit.heading and unit.heading != unit.dutch else ""
    lines = [f'<trans-unit id="{unit.id}" xml:space="preserve">']
    lines.append(f" <source>{_write_words(unit.dutch, kept)}</source>")
    if unit.target:
        lines.append(f' <target state="final">{_write_words(unit.target, kept)}</target>')
    if unit.old_target:
        old = f"<source>{_write_words(unit.old_dutch, kept)}</source>" if unit.old_dutch else ""
        target = f"<target>{_write_words(unit.old_target, kept)}</target>"
        lines.append(f' <alt-trans origin="previous">{old}{target}</alt-trans>')
    lines.append(f' <note from="samenleven">{escape(unit.kind.value + name + heading)}</note>')
    return "".join(f"   {line}\n" for line in [*lines, "</trans-unit>"])


def _write_words(words: str, kept: list[str]) -> str:
    """Return words with the placeholders of the Dutch, `kept`, as numbered elements."""
    free = [*kept]
    pieces = split_words(words)
    written = [escape(pieces[0])]
    for place in range(1, len(pieces), 2):
        if pieces[place] in free:
            number = free.index(pieces[place])
            free[number] = ""
            written.append(_write_placeholder(number + 1, pieces[place]))
        else:
            written.append(escape(pieces[place]))
        written.append(escape(pieces[place + 1]))
    return "".join(written)


def _write_placeholder(number: int, kept: str) -> str:
    kind = "lb" if kept == "\n" else "x-markdown"
    text = " equiv-text=" + quoteattr(kept) if kept.strip() else ""
    return f'<x id="{number}" ctype="{kind}"{text}/>'


def read_xliff(data: bytes) -> list[ReturnedFile]:
    """Return what came back in a file. Raises: Invalid if it is not XLIFF 1.2 as we sent it."""
    root = _parse(data)
    if root.tag != f"{_NS}xliff" or root.get("version") != "1.2":
        raise Invalid(
            say("this is not a file of XLIFF 1.2."),
            say("Ask the translator to send back the file itself, not an export in another form."),
        )
    return [
        ReturnedFile(
            file.get("original", ""), file.get("target-language", ""), tuple(_read_units(file))
        )
        for file in root.iter(f"{_NS}file")
    ]


def _parse(data: bytes) -> Element:
    """Return the root. No document type is read: it could name files or grow without end."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: builder.start(full_name(name), attributes)
    parser.EndElementHandler = lambda name: builder.end(full_name(name))
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)
        root: Element = builder.close()
    except (expat.ExpatError, ParseError, ValueError, AssertionError) as error:
        raise Invalid(
            say("this is not XML: %(error)s.", error=str(error)),
            say("Ask the translator to send the file again."),
        ) from None
    return root


def _refuse_doctype(*_: Any) -> None:
    raise Invalid(
        say("this file holds a document type, which we never send."),
        say("Ask the translator to send back the file that they got."),
    )


def _read_units(file: Element) -> Iterator[Returned]:
    for unit in file.iter(f"{_NS}trans-unit"):
        target = unit.find(f"{_NS}target")
        state = target.get("state", "") if target is not None else ""
        pieces = () if target is None or state in NOT_DONE else tuple(_read_words(target))
        is_approved = unit.get("approved") == "yes" or state in DONE
        yield Returned(unit.get("id", ""), pieces, is_approved=is_approved)


def _read_words(element: Element) -> Iterator[str | int]:
    """Yield text and the numbers of placeholders; what a tool put around words is left out."""
    if element.text:
        yield element.text
    for child in element:
        number = child.get("id", "")
        if child.tag in (f"{_NS}x", f"{_NS}ph") and number.isdecimal():
            yield int(number)
        else:
            yield from _read_words(child)
        if child.tail:
            yield child.tail
