"""Colours and points of photos as classes: the pages may hold no style of their own (CSP)."""

from __future__ import annotations

from itertools import product

STEPS = "26ae"  # of red, green and blue, each in the middle of its quarter
POINT = 10  # per cent between two points that a photo can be cut around


def find_tone(colour: str) -> str:
    """Return the class of the tone nearest to `#rrggbb`."""
    channels = (colour[at : at + 2] for at in (1, 3, 5))
    return "tone-" + "".join(STEPS[int(channel, 16) // 64] for channel in channels)


def find_focus(focus: tuple[int, int] | None) -> str:
    """Return the classes of the point nearest to `focus`; "" for the middle."""
    if focus is None:
        return ""
    across, down = (round(part / POINT) * POINT for part in focus)
    return f"focus-x-{across} focus-y-{down}"


def write_tones() -> str:
    """Return the rules of all tones and points.

    All of them, whatever the photos of the day: the stylesheet, and with it every page, stays as
    it is when a photo comes or goes.
    """
    tones = "".join(
        f".tone-{name}{{background-color:#{name}}}"
        for name in ("".join(steps) for steps in product(STEPS, repeat=3))
    )
    points = "".join(
        f".focus-{axis}-{at}{{--focus-{axis}:{at}%}}"
        for axis in "xy"
        for at in range(0, 101, POINT)
    )
    return f"@layer compositions{{{tones}{points}}}"
