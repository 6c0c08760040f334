"""How a message to an editor is worded, sorted and printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

Gettext = Callable[[str], str]


class Message(NamedTuple):
    """A sentence to be said in the editor's language: an English msgid and its values."""

    msgid: str
    values: tuple[tuple[str, Any], ...] = ()

    def text(self, gettext: Gettext) -> str:
        """Return the sentence in the language of `gettext`."""
        said = {
            name: value.text(gettext) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return gettext(self.msgid) % said if said else gettext(self.msgid)


def say(msgid: str, **values: Any) -> Message:
    """Return the message `msgid`; `%(name)s` in it stand for `values`.

    The catalog of the editors is extracted from the calls of this function.
    """
    return Message(msgid, tuple(values.items()))


class Problem(NamedTuple):
    """One thing for an editor to mend. Sorts by path, then line, then field."""

    path: str  # relative to the checkout, with forward slashes
    line: int  # from 1; 0 when the whole file is meant
    field: str  # the front-matter key, or "" for the body or the file
    what: Message
    remedy: Message

    def text(self, gettext: Gettext) -> str:
        """Return one line: `path:line: field: what is wrong. How to mend it`."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.sentence(gettext)}"

    def sentence(self, gettext: Gettext) -> str:
        """Return what `text` says behind the place: for what shows the place itself."""
        field = f"{self.field}: " if self.field else ""
        return f"{field}{self.what.text(gettext)} {self.remedy.text(gettext)}"


class Invalid(Exception):
    """Raised where a value cannot be understood; carries what is wrong and how to mend it."""

    def __init__(self, what: Message, remedy: Message, line: int = 0) -> None:
        """Keep both sentences; `line` is set when the fault lies inside the value."""
        super().__init__(what.msgid)
        self.what, self.remedy, self.line = what, remedy, line


def guess(word: str, known: Iterable[str]) -> Message:
    """Return the remedy that names the known word nearest to `word`, or all that are known."""
    known = sorted(known)
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if near:
        return say('Did you mean "%(guess)s"?', guess=near[0])
    return say("Known are: %(known)s.", known=", ".join(known))
