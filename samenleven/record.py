"""Records: frozen dataclasses, made in a fifth of the time.

An edit loads 130 of them, and Python compiles six methods for each that is frozen: a tenth of a
second, of the one that an editor waits. Here it compiles what fills in the fields; the rest is the
same for all.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass, fields

    def record(*, frozen, kw_only=False):
        """Return what makes a dataclass of a class; `frozen` is said for who reads, and mypy."""
        assert frozen

        def make(cls):
            made = dataclass(cls, repr=False, eq=False, kw_only=kw_only)
            made._record_fields = fields(made)  # once: it looks through all of them each time
            made.__eq__, made.__hash__, made.__repr__ = _is_equal, _hash, _repr
            made.__setattr__, made.__delattr__ = _set_once, _refuse
            return made

        return make


def _set_once(self: Any, name: str, value: object) -> None:
    mine = self.__dict__
    if name in mine:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")
    mine[name] = value


def _refuse(self: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _is_equal(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) == _values(other)


def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, field.name) for field in self._record_fields])


def _hash(self: Any) -> int:
    hashed = [field.name for field in self._record_fields if field.hash is not False]
    return hash(tuple([getattr(self, name) for name in hashed]))


def _repr(self: Any) -> str:
    parts = (f"{field.name}={getattr(self, field.name)!r}" for field in self._record_fields)
    return f"{self.__class__.__qualname__}({', '.join(parts)})"
