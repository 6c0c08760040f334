"""Young people who dance, act and make music."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import (
    BOW,
    CLAP,
    DANCE,
    LEAP,
    Person,
    draw_people,
)
from samenleven.weave.scenery import Shapes
from samenleven.weave.shapes import Ellipse, Limb, box, disc, polygon

INK, MADDER, WINE = "#1f141c", "#a93c33", "#6d2430"


def draw_stage() -> Scene:
    """Weave a leap on a stage, before the heads of those who watch."""
    beams = (polygon((58, 0), (70, 0), (104, 74), (44, 74)), Ellipse(74, 75, 31, 4))
    side = (polygon((112, 0), (118, 0), (144, 74), (108, 74)), polygon((30, 0), (24, 0), (14, 74), (42, 74)))
    dancers = draw_people(
        Person(76, 66, 42, LEAP, wears="tail"),
        Person(37, 75, 38, DANCE, -1, "skirt bun"),
        Person(117, 75, 40, BOW, -1, "cap"),
    )
    return Scene(
        "roots-stage",
        "A dancer leaps in a spotlight on a stage; two others dance beside, and people watch.",
        shade(78, "#5b2a4c", "#8e3d58", "#b65a5e") + shade(22, "#5a3327", "#38211f"),
        (
            Layer("#cf7a66", side),
            Layer("#f2d79c", beams),
            Layer(MADDER, _curtain()),
            Layer(WINE, _folds()),
            Layer(INK, dancers),
            Layer("#120d14", _heads()),
        ),
        "#d9a06b",
    )


def _curtain() -> Shapes:
    left = polygon((0, 0), (21, 0), (17, 22), (8, 48), (11, 78), (0, 78))
    right = polygon((160, 0), (139, 0), (143, 22), (152, 48), (149, 78), (160, 78))
    top = [Ellipse(10 + 20 * step, 0, 11.5, 11) for step in range(9)]
    return left, right, box(0, 0, 160, 3), *top


def _folds() -> Shapes:
    sides = [Limb((x, 10), (x * 0.5 + 2, 78), 0.9, 0.7) for x in (3, 9, 15)]
    others = [Limb((160 - x, 10), (158 - x * 0.5, 78), 0.9, 0.7) for x in (3, 9, 15)]
    top = [Ellipse(20 * step, 0, 3, 7) for step in range(9)]
    return *sides, *others, *top


def _heads() -> Shapes:
    spots = ((6, 90), (24, 93), (43, 91), (62, 94), (82, 92), (101, 94), (121, 91), (140, 93), (156, 90))
    return tuple(
        shape
        for x, y in spots
        for shape in (disc(x, y, 5), Ellipse(x, y + 14, 9.5, 10))
    )
