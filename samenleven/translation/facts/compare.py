"""Compare the facts of each translation with those of the Dutch text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from samenleven.languages.reading import Page
from samenleven.problems import Problem, say
from samenleven.translation.facts.finding import Fact, find_facts
from samenleven.translation.facts.versions import (
    Mention,
    Version,
    facts_of,
    line_near,
    read_version,
)
from samenleven.translation.notice import is_of_older_dutch, lines_shown_in_dutch

WRITTEN_IN_DIGITS = frozenset({"amount", "share", "number", "date", "time"})
GLOSS = re.compile(r"\(([^()]*[^\W\d_][^()]*)\)")  # words between brackets
# Who mends the Dutch text must be able to publish it, also without eight languages.
CHANGED = say(
    "The Dutch text has changed since: bring this up to date, or add a line "
    '"status: draft" until someone does. Readers then get the Dutch text.'
)
CHANGED_PARAGRAPH = say(
    "The Dutch text has changed since: bring this up to date. Until someone does, write "
    '"{.important}" below the Dutch paragraph, which then stands here too, or add a line '
    '"status: draft" here: readers then get the Dutch text.'
)


def check_facts(page: Page) -> Iterator[Problem]:
    """Yield a Problem for each fact that a translation has more, fewer or other than the Dutch.

    A translation that is a draft is at work, and not judged. Nor is a paragraph that is important
    and stale: it stands in Dutch under the old one.
    """
    others = [lang for lang in page.reads if lang != page.source_lang and _is_judged(page, lang)]
    if not others or not _is_judged(page, page.source_lang):
        return
    dutch = read_version(page, page.source_lang)
    for lang in others:
        problems = _judge(page, lang, dutch)
        if problems and is_of_older_dutch(page, lang):
            problems = [_tell_how_to_go_on(problem) for problem in problems]
        yield from problems


def _tell_how_to_go_on(problem: Problem) -> Problem:
    return problem._replace(remedy=CHANGED if problem.field else CHANGED_PARAGRAPH)


def _judge(page: Page, lang: str, dutch: Version) -> list[Problem]:
    """Return the problems of a translation; what readers get in Dutch for now gives none."""
    problems = list(_compare(dutch, read_version(page, lang)))
    if not problems:
        return []
    ours, theirs = lines_shown_in_dutch(page, lang)
    if not ours:
        return problems
    rest = read_version(page, page.source_lang, ours)
    return list(_compare(rest, read_version(page, lang, theirs)))


def _is_judged(page: Page, lang: str) -> bool:
    """Tell whether a version is to be compared; where its body cannot be read, it is not."""
    read = page.reads[lang]
    can_be_read = bool(page.bodies[lang].html) or not read.source.body.strip()
    return can_be_read and (lang == page.source_lang or not read.is_draft)


def _compare(dutch: Version, other: Version) -> Iterator[Problem]:
    given = {passage.name.partition(".")[0] for passage in other.passages} | {""}
    missing = _pick(dutch, _left(dutch, other), other)
    missing = [ours for ours in missing if _field(ours) in given]  # else its field is asked for
    extra = _pick(other, _left(other, dutch) - _repeated(other, dutch), dutch)
    for ours in missing:
        theirs = _counterpart(ours, extra, 1 / max(len(other.passages), 1))
        if theirs:
            extra.remove(theirs)
        yield _other(ours, theirs, dutch, other) if theirs else _fewer(ours, dutch, other)
    for theirs in extra:
        yield _more(theirs, dutch, other)


def _left(one: Version, other: Version) -> Counter[Fact]:
    """Return the facts of `one` that `other` does not state, and cannot mean."""
    left = facts_of(one) - facts_of(other) - other.possible
    if not any(fact.sort == "number" for fact in left):
        return left
    numbers = Counter(
        number for passage in other.passages for number in other.words.numbers_in(passage.words)
    )
    left -= Counter({Fact("number", str(number)): count for number, count in numbers.items()})
    unsaid = {Fact("number", str(number)) for number in other.words.unsaid}
    return Counter({fact: count for fact, count in left.items() if fact not in unsaid})


def _repeated(other: Version, dutch: Version) -> Counter[Fact]:
    """Return the facts in Dutch words that stand between brackets beside their translation."""
    said = " ".join(" ".join(passage.words for passage in dutch.passages).split()).casefold()
    glosses = [
        " ".join(gloss.split())
        for passage in other.passages
        for gloss in GLOSS.findall(passage.words)
    ]
    return Counter(
        found.fact
        for gloss in glosses
        if gloss.casefold() in said
        for found in find_facts(gloss, dutch.words)
    )


def _pick(version: Version, facts: Counter[Fact], other: Version) -> list[Mention]:
    """Return the mentions of `facts` that are farthest from one in `other`, by their line."""
    picked: list[Mention] = []
    for fact, count in facts.items():
        places = [mention.place for mention in other.mentions if mention.fact == fact]
        mentions = [mention for mention in version.mentions if mention.fact == fact]
        mentions.sort(key=lambda one: -min((abs(one.place - p) for p in places), default=1))
        picked += mentions[:count]
    return sorted(picked, key=lambda mention: (mention.line, version.mentions.index(mention)))


def _counterpart(ours: Mention, extra: list[Mention], near: float) -> Mention | None:
    """Return what stands for `ours` in the other version: of its sort, or else beside it."""
    likely = [
        (theirs.fact.sort != ours.fact.sort, abs(theirs.place - ours.place), theirs)
        for theirs in extra
    ]
    likely = [one for one in likely if not one[0] or one[1] < near]
    return min(likely)[2] if likely else None


def _other(ours: Mention, theirs: Mention, dutch: Version, other: Version) -> Problem:
    what = say(
        'it has "%(theirs)s" where the Dutch text has "%(ours)s" (%(file)s, line %(line)s).',
        theirs=theirs.text,
        ours=ours.text,
        file=_name(dutch),
        line=ours.line,
    )
    remedy = say("Write the fact of the Dutch text, or mend that first.")
    return Problem(other.path, theirs.line, _field(theirs), what, remedy)


def _fewer(ours: Mention, dutch: Version, other: Version) -> Problem:
    what = say(
        'it lacks "%(ours)s", which the Dutch text has (%(file)s, line %(line)s).',
        ours=ours.text,
        file=_name(dutch),
        line=ours.line,
    )
    remedy = say("Write it here too: a translation says all that the Dutch text says.")
    if ours.fact.sort in WRITTEN_IN_DIGITS:
        remedy = say("Write it here too, with the same digits.")
    return Problem(other.path, line_near(ours, other), _field(ours), what, remedy)


def _more(theirs: Mention, dutch: Version, other: Version) -> Problem:
    what = say(
        'it has "%(theirs)s", which the Dutch text does not have (%(file)s, near line %(line)s).',
        theirs=theirs.text,
        file=_name(dutch),
        line=line_near(theirs, dutch),
    )
    remedy = say("Delete it, or write it in the Dutch text first.")
    return Problem(other.path, theirs.line, _field(theirs), what, remedy)


def _name(version: Version) -> str:
    return version.path.rpartition("/")[2]


def _field(mention: Mention) -> str:
    return mention.name.partition(".")[0]
