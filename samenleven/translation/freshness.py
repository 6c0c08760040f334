"""Which parts of a translation still say what the Dutch says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from samenleven.record import record
from samenleven.translation.alignment import (
    Pairs,
    field_name,
    likeness_of_form,
    likeness_of_words,
    pair_equal,
    pair_gaps,
)
from samenleven.translation.inline import count_words
from samenleven.translation.segments import Segment
from samenleven.translation.state import Trace


class Standing(Enum):
    """How a part of a translation stands to the Dutch."""

    FRESH = "fresh"
    ADDRESS = "address"  # an address, code or a tag changed, and no word
    STALE = "stale"  # the Dutch changed since
    MISSING = "missing"  # not translated yet
    GONE = "gone"  # the Dutch no longer has it
    ADDED = "added"  # the Dutch never had it


@record(frozen=True)
class Part:
    """A Dutch segment, its translation, and what that was made from; what is not there is None."""

    standing: Standing
    dutch: Segment | None
    target: Segment | None
    trace: Trace | None

    @property
    def needs_translator(self) -> bool:
        """Tell whether there are words to translate."""
        is_behind = self.standing in (Standing.STALE, Standing.MISSING)
        return is_behind and self.dutch is not None and self.dutch.is_offered

    @property
    def words_to_do(self) -> int:
        """Return the number of Dutch words to translate."""
        return count_words(self.dutch.words) if self.needs_translator and self.dutch else 0

    @property
    def is_edited(self) -> bool:
        """Tell whether the translation was changed by hand since it was recorded."""
        return bool(self.trace and self.target and self.trace.target != self.target.id)

    @property
    def is_to_go(self) -> bool:
        """Tell whether a command may delete it: its Dutch is gone, and nobody edited it."""
        return self.standing is Standing.GONE and not self.is_edited


def compare(
    dutch: Sequence[Segment],
    target: Sequence[Segment],
    traces: Sequence[Trace],
    *,
    is_current: bool,
    is_draft: bool = False,
) -> list[Part]:
    """Return the parts in the order of the Dutch, then those of the translation alone.

    What has no trace is judged by what the translation says of itself: `is_current`, that it is of
    the Dutch of today; `is_draft`, that what is Dutch in it still has to be translated.
    """
    of_dutch = _inverse(_pair_old([trace.dutch for trace in traces], dutch))
    to_target = _pair_targets(traces, target)
    of_target = _inverse(to_target)
    pairs = {n: to_target[trace] for n, trace in of_dutch.items() if trace in to_target}
    pairs |= _pair_new(_without(dutch, of_dutch), _without(target, of_target), pairs)
    parts = []
    for number, segment in enumerate(dutch):
        trace = traces[of_dutch[number]] if number in of_dutch else None
        other = target[pairs[number]] if number in pairs else None
        is_dutch = is_draft and segment.is_offered and other and other.words == segment.words
        found = None if is_dutch and not trace else other
        parts.append(Part(_judge(segment, found, trace, is_current), segment, other, trace))
    for number in sorted({*range(len(target))} - {*pairs.values()}):
        trace = traces[of_target[number]] if number in of_target else None
        standing = Standing.GONE if trace else Standing.ADDED
        parts.append(Part(standing, None, target[number], trace))
    return parts


def _judge(
    dutch: Segment, target: Segment | None, trace: Trace | None, is_current: bool
) -> Standing:
    if target is None:
        return Standing.MISSING
    if trace is None:
        return Standing.FRESH if is_current else Standing.STALE
    if trace.dutch.id == dutch.id:
        return Standing.FRESH
    return Standing.ADDRESS if trace.dutch.words_id == dutch.words_id else Standing.STALE


def _inverse(pairs: Pairs) -> Pairs:
    return {other: number for number, other in pairs.items()}


def _without(parts: Sequence[Segment], traced: Pairs) -> list[Segment | None]:
    return [None if number in traced else part for number, part in enumerate(parts)]


def _pair_old(old: Sequence[Segment], dutch: Sequence[Segment]) -> Pairs:
    """Return which segment of today each Dutch segment of its time has become."""
    pairs: Pairs = {}
    for key in (_id, _words_id, field_name):
        pairs |= pair_equal([key(part) for part in old], [key(part) for part in dutch], pairs)
    return pairs | pair_gaps(old, dutch, pairs, likeness_of_words)


def _id(part: Segment) -> str:
    return part.id


def _words_id(part: Segment) -> str | None:
    """Return what tells words apart; where there are none, only the place does."""
    return part.words_id if part.is_offered else None


def _pair_targets(traces: Sequence[Trace], target: Sequence[Segment]) -> Pairs:
    """Return which segment of the translation each trace is of."""
    old = [trace.dutch for trace in traces]
    pairs = pair_equal([trace.target for trace in traces], [part.id for part in target], {})
    pairs |= pair_equal([*map(field_name, old)], [*map(field_name, target)], pairs)
    return pairs | pair_gaps(old, target, pairs, likeness_of_form)


def _pair_new(
    dutch: Sequence[Segment | None], target: Sequence[Segment | None], known: Pairs
) -> Pairs:
    """Return the pairs of what has no trace on either side, by its form."""
    pairs = pair_equal([*map(field_name, dutch)], [*map(field_name, target)], known)
    return pairs | pair_gaps(
        dutch,
        target,
        known | pairs,
        lambda one, other: likeness_of_form(one, other) if one and other else 0.0,
    )
