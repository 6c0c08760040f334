"""Refuse words that are true for a short time only: who reads "today" later, reads a lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from samenleven.languages.formats import format_date
from samenleven.languages.reading import Page
from samenleven.model.table import schema
from samenleven.plain.lists import Lists, any_of, parts, pattern, read_lists
from samenleven.plain.sentences import WORD, Sentence, cut_sentences
from samenleven.problems import Message, Problem, say
from samenleven.translation.facts.finding import find_facts
from samenleven.translation.facts.lexicon import lexicon
from samenleven.translation.passages import read_passages

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
EXAMPLE = date(2026, 11, 16)


class Rule(NamedTuple):
    """The relative words of a language: those that need a day, those that a year is enough for."""

    days: re.Pattern[str]
    years: re.Pattern[str]
    exceptions: re.Pattern[str]
    triggers: frozenset[str]  # of the words that can be meant, the first; few texts have one
    abbreviations: frozenset[str]


def check_relative_dates(page: Page) -> Iterator[Problem]:
    """Yield a Problem for each relative date in the source text without a date in its sentence."""
    lists = read_lists(page.source_lang)
    if lists is None:
        return
    rule = _rule(page.source_lang)
    for passage in read_passages(page.dutch, schema(page.type)):
        if rule.triggers.isdisjoint(WORD.findall(passage.words.lower())):
            continue
        for sentence in cut_sentences(passage.words, rule.abbreviations):
            for match, remedy in _faults(sentence, rule, page.source_lang):
                line = passage.line_at(sentence.start + match.start())
                words = " ".join(match[0].split())
                what = say('who reads this later does not know when "%(words)s" is.', words=words)
                field = passage.name.partition(".")[0]
                yield Problem(page.dutch.source.path, line, field, what, remedy)


@cache
def _rule(lang: str) -> Rule:
    lists = read_lists(lang)
    assert lists
    return make_rule(lists)


def make_rule(lists: Lists) -> Rule:
    """Return the patterns of the list `relative`."""
    relative = {name: parts(words) for name, words in lists["relative"].items()}
    which, ago = any_of(relative["which"]), any_of(relative["ago"])
    spans = {name: any_of(relative[f"spans_of_{name}"]) for name in ("days", "years")}
    by_span = {name: rf"{which}\s+{span}|{span}\s+{ago}" for name, span in spans.items()}
    triggers = (*relative["days"], *relative["which"], *relative["ago"])
    return Rule(
        re.compile(f"{any_of(relative['days'])}|{by_span['days']}", re.IGNORECASE),
        re.compile(by_span["years"], re.IGNORECASE),
        pattern(relative["except"]),
        frozenset(phrase.split()[0] for phrase in triggers),
        frozenset(parts(lists["abbreviations"])),
    )


def _faults(sentence: Sentence, rule: Rule, lang: str) -> Iterator[tuple[re.Match[str], Message]]:
    """Yield each relative date that is alone in its sentence, and the remedy."""
    days, years = _meant(rule.days, sentence, rule), _meant(rule.years, sentence, rule)
    if days and not _has_day(sentence.text, lang):
        day = format_date(EXAMPLE, lang)
        remedy = say("Write the day with it or in its place, for example %(day)s.", day=day)
        yield from ((match, remedy) for match in days)
    if years and not YEAR.search(sentence.text):
        remedy = say("Write the year with it or in its place, for example in %(year)s.", year=2027)
        yield from ((match, remedy) for match in years)


def _meant(words: re.Pattern[str], sentence: Sentence, rule: Rule) -> list[re.Match[str]]:
    others = [match.span() for match in rule.exceptions.finditer(sentence.text)]
    return [
        match
        for match in words.finditer(sentence.text)
        if not any(start <= match.start() and match.end() <= end for start, end in others)
    ]


def _has_day(text: str, lang: str) -> bool:
    """Tell whether a day with its month and year stands in a text."""
    sorts = {found.fact.sort for found in find_facts(text, lexicon(lang))}
    return "date" in sorts and bool(YEAR.search(text))
