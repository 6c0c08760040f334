"""Advise about words: those of the town hall that nobody explains, and those to avoid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from samenleven.languages.site import Site
from samenleven.languages.terms import known_words
from samenleven.model.entries import Glossary
from samenleven.plain.lists import Phrases, make_phrases, plain, read_lists
from samenleven.plain.texts import Text
from samenleven.problems import Message, Problem, say


def advise_jargon(texts: Iterable[Text], lang: str, site: Site) -> Iterator[Problem]:
    """Yield an advice where a page first uses a word of the list that the glossary lacks."""
    found = [
        (text, *one) for text in texts for one in _jargon(lang).find(text.passage.words, text.words)
    ]
    known = {plain(word) for word in known_words(site.only(Glossary, lang))} if found else set()
    for text, place, words, simple in found:
        if plain(words) not in known:
            known.add(plain(words))
            what = say('"%(words)s" is a hard word, and not in the glossary.', words=words)
            yield text.problem(place, what, _remedy(simple))


def _remedy(simple: str) -> Message:
    if simple:
        return say('Write "%(simple)s", or explain the word in the glossary.', simple=simple)
    return say("Explain it in the glossary, or write what it means.")


def advise_avoided(texts: Iterable[Text], lang: str) -> Iterator[Problem]:
    """Yield an advice for each use of a word that is dated or hurts, with the reason."""
    avoided = _avoided(lang)
    for text in texts:
        for place, words, entry in avoided.find(text.passage.words, text.words):
            what = say('"%(words)s": %(why)s', words=words, why=entry["why"])
            yield text.problem(place, what, say("Better: %(better)s.", better=entry["better"]))


@cache
def _jargon(lang: str) -> Phrases:
    lists = read_lists(lang)
    return make_phrases(lists["jargon"] if lists else {})


@cache
def _avoided(lang: str) -> Phrases:
    lists = read_lists(lang)
    return make_phrases({entry["words"]: entry for entry in (lists["avoid"] if lists else ())})
