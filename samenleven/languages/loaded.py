"""A mapping whose values are loaded when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Loaded(Mapping[Key, Value]):
    """The keys are known; `load` returns the value of one."""

    def __init__(self, keys: Iterable[Key], load: Callable[[Key], Value]) -> None:
        """Load nothing yet."""
        self._values: dict[Key, Value | None] = dict.fromkeys(keys)
        self._load = load

    def __getitem__(self, key: Key) -> Value:
        """Return a value, loaded at most once."""
        value = self._values[key]
        if value is None:
            value = self._values[key] = self._load(key)
        return value

    def forget(self) -> None:
        """Let go of what was loaded; it is loaded again when it is asked for."""
        self._values = dict.fromkeys(self._values)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key; nothing is loaded for it."""
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._values)
