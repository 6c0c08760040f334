"""Let Python-Markdown skip the work that cannot change a text: the same bytes in half the time.

Each step here is the library's own, behind a question that is cheaper than the step and that can
only say no where the step would leave the text as it is. There is no second parser.
`tests/model/test_shortcuts.py` compares with the plain library.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, blockprocessors, inlinepatterns
from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.def_list import DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteInlineProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import (
    InlineProcessor,
    PrettifyTreeprocessor,
    UnescapeTreeprocessor,
)
from markdown.util import STX, AtomicString

# What a text must hold for a pattern to match, by the exact class of the pattern: a subclass of
# another extension may match more, so it is always tried.
NEEDED: dict[type[Any], tuple[str, ...]] = {
    inlinepatterns.BacktickInlineProcessor: ("`",),
    inlinepatterns.EscapeInlineProcessor: ("\\",),
    FootnoteInlineProcessor: ("[^",),
    inlinepatterns.ReferenceInlineProcessor: ("[",),
    inlinepatterns.LinkInlineProcessor: ("[",),
    inlinepatterns.ImageInlineProcessor: ("![",),
    inlinepatterns.ImageReferenceInlineProcessor: ("![",),
    inlinepatterns.ShortReferenceInlineProcessor: ("[",),
    inlinepatterns.ShortImageReferenceInlineProcessor: ("![",),
    inlinepatterns.AutolinkInlineProcessor: ("<",),
    inlinepatterns.AutomailInlineProcessor: ("<",),
    inlinepatterns.DelimiterProcessor: ("*", "_"),
}
# Classes that serve more than one pattern, by the name of the pattern.
NEEDED_BY_NAME: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "linebreak": (inlinepatterns.SubstituteTagInlineProcessor, ("  \n",)),
    "html": (inlinepatterns.HtmlInlineProcessor, ("<",)),
    "entity": (inlinepatterns.HtmlInlineProcessor, ("&",)),
}


# The same for the blocks of a text. Others keep in mind what came before, or cost nothing.
NEEDED_BY_BLOCK: dict[type[Any], tuple[str, ...]] = {
    MarkdownInHtmlProcessor: (STX,),
    TableProcessor: ("|",),
    blockprocessors.HashHeaderProcessor: ("#",),
    blockprocessors.SetextHeaderProcessor: ("\n=", "\n-"),
    blockprocessors.BlockQuoteProcessor: (">",),
    blockprocessors.ReferenceProcessor: ("[",),
    DefListProcessor: (":",),
    FootnoteBlockProcessor: ("[^",),
    AbbrBlockprocessor: ("*[",),
}


def take_shortcuts(md: Markdown) -> None:
    """Put the steps with their questions in the place of the library's, once all are registered."""
    steps: Any = md.treeprocessors
    for name, known, quick in (
        ("inline", InlineProcessor, QuickInline),
        ("prettify", PrettifyTreeprocessor, QuickPrettify),
        ("toc", TocTreeprocessor, QuickToc),
        ("unescape", UnescapeTreeprocessor, QuickUnescape),
    ):
        if name in steps and type(steps[name]) is known:  # else an extension has put its own there
            place = steps.get_index_for_name(name)
            steps.register(quick(steps[name]), name, steps._priority[place].priority)
    if type(md.parser) is BlockParser:
        md.parser.__class__ = QuickBlockParser  # its processors hold it already


class QuickBlockParser(BlockParser):
    """Try only the processors whose marks a block holds."""

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Do as the library does, but for the question."""
        processors = [
            (processor, NEEDED_BY_BLOCK.get(type(processor), ()))
            for processor in self.blockprocessors
        ]
        while blocks:
            for processor, marks in processors:
                block = blocks[0]
                if marks and marks[0] not in block and not (marks[1:] and marks[1] in block):
                    continue
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break


class QuickInline(InlineProcessor):
    """Try only the patterns whose marks a text holds."""

    def __init__(self, step: InlineProcessor) -> None:
        super().__init__(step.md)
        patterns: Any = step.md.inlinePatterns
        self._patterns = list(patterns)
        self._needed = [_needs(item.name, patterns[item.name]) for item in patterns._priority]
        self._count = len(self._patterns)

    # The name that Python gives to the library's own private method.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        start = 0
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        patterns, needed = self._patterns, self._needed
        while patternIndex < self._count:
            marks = needed[patternIndex]
            if marks and marks[0] not in data and (len(marks) == 1 or marks[1] not in data):
                patternIndex += 1
                start = 0
                continue
            data, matched, start = apply(patterns[patternIndex], data, patternIndex, start)
            if not matched:
                patternIndex += 1
        return data


def _needs(name: str, pattern: Any) -> tuple[str, ...]:
    known, marks = NEEDED_BY_NAME.get(name, (None, ()))
    return marks if type(pattern) is known else NEEDED.get(type(pattern), ())


class QuickPrettify(PrettifyTreeprocessor):
    """Ask once for each tag whether it is a block."""

    def __init__(self, step: PrettifyTreeprocessor) -> None:
        super().__init__(step.md)

    def run(self, root: Element) -> None:
        """Do as the library does, with a memory that lasts for one text."""
        self._is_block = {
            tag: self.md.is_block_level(tag) for tag in {element.tag for element in root.iter()}
        }
        super().run(root)

    def _prettifyETree(self, elem: Element) -> None:
        is_block = self._is_block
        if is_block[elem.tag] and elem.tag not in ("code", "pre"):
            if (not elem.text or not elem.text.strip()) and len(elem) and is_block[elem[0].tag]:
                elem.text = "\n"
            for child in elem:
                if is_block[child.tag]:
                    self._prettifyETree(child)
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"


class QuickToc(TocTreeprocessor):
    """Look for the place of the contents only where a text is its mark."""

    def __init__(self, step: TocTreeprocessor) -> None:
        vars(self).update(vars(step))

    def replace_marker(self, root: Element, elem: Element) -> None:
        """Do as the library does, if there is a mark to replace."""
        if any(each.text and each.text.strip() == self.marker for each in root.iter()):
            super().replace_marker(root, elem)


class QuickUnescape(UnescapeTreeprocessor):
    """Look for the mark before the pattern."""

    def __init__(self, step: UnescapeTreeprocessor) -> None:
        super().__init__(step.md)

    def unescape(self, text: str) -> str:
        """Return the text with its escaped characters."""
        return super().unescape(text) if STX in text else text
