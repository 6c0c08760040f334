from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any, ClassVar

import pytest

from samenleven.record import record


def make(decorate: Callable[[type], Any]) -> Any:
    class Base:
        kind: ClassVar[str] = "base"
        name: str
        tags: tuple[str, ...] = ()

    made = decorate(Base)

    class Pair(made):  # type: ignore[misc]
        table: dict[str, int] = field(default_factory=dict, hash=False)

    return decorate(Pair)


RECORD = make(record(frozen=True))
FROZEN = make(dataclass(frozen=True))


def test_a_record_is_what_a_frozen_dataclass_is() -> None:
    ours, theirs = RECORD("a", ("b",), {"c": 1}), FROZEN("a", ("b",), {"c": 1})
    assert vars(ours) == vars(theirs)
    assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]
    assert vars(replace(ours, name="d")) == vars(replace(theirs, name="d"))
    assert repr(ours) == repr(theirs)
    assert repr(replace(ours, tags=())) != repr(ours)
    assert RECORD("a").table == {}


def test_equal_records_are_one_in_a_set() -> None:
    assert RECORD("a") == RECORD("a")
    assert RECORD("a") != RECORD("b")
    assert RECORD("a") != FROZEN("a")
    assert len({RECORD("a", (), {"c": 1}), RECORD("a", (), {"c": 1}), RECORD("b")}) == 2


@pytest.mark.parametrize("made", [RECORD, FROZEN])
def test_nobody_writes_to_it(made: Any) -> None:
    one = made("a")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        one.name = "b"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del one.name
    with pytest.raises(FrozenInstanceError):
        one.tags = ("c",)
    assert (one.name, one.tags) == ("a", ())
