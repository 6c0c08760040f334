"""The list of words that readers may not know."""

from __future__ import annotations

from typing import ClassVar

from samenleven.model.entries.info import Info
from samenleven.model.kinds import SLUG, TEXT, TEXTS
from samenleven.model.records import records_of
from samenleven.model.table import about_translation, fact, words
from samenleven.problems import say
from samenleven.record import record


@record(frozen=True, kw_only=True)
class Term:
    """A Dutch word that is explained where a page first uses it."""

    key: str = fact(SLUG, say("Its name in the file, the same in all languages."), required=True)
    term: str = fact(TEXT, say("The Dutch word."), required=True)
    forms: tuple[str, ...] | None = fact(TEXTS, say("Its other forms, such as the plural."))
    name: str | None = about_translation(
        TEXT, say("The word in this language, where there is one.")
    )
    name_forms: tuple[str, ...] | None = about_translation(TEXTS, say("Other forms of that word."))
    meaning: str = words(TEXT, say("What it means, in one or two plain sentences."), required=True)


@record(frozen=True, kw_only=True)
class Glossary(Info):
    """The list of words that the site explains; a site has one."""

    template: ClassVar[str] = "glossary"

    terms: tuple[Term, ...] = words(
        records_of(Term, key="key"), say("The words, in any order."), required=True
    )
