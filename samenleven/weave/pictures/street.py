"""Streets where people feel at ease."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import STRIDE, TALK, WALK, Person, draw_people
from samenleven.weave.scenery import Shapes, bicycle, gable, lamp, tower, windows
from samenleven.weave.shapes import Ellipse, box, disc, polygon

NIGHT, LIT = "#141a2b", "#f6c75a"


def draw_dusk() -> Scene:
    """Weave people on their way home in a street at dusk."""
    far = (*tower(72, 76, 12, 44), *gable(58, 76, 14, 20, "point"), *gable(86, 76, 16, 22))
    left = (*gable(0, 82, 22, 50), *gable(22, 82, 20, 42, "neck"), *gable(42, 82, 18, 36, "point"))
    right = (*gable(100, 82, 18, 38), *gable(118, 82, 20, 44, "point"), *gable(138, 82, 22, 50))
    lit = (
        *windows(4, 38, 2, 2, (4, 6), (5, 7)), *windows(26, 46, 2, 1, (4, 6)), *windows(46, 52, 2, 1),
        *windows(104, 50, 2, 2), *windows(122, 58, 2, 1, (4, 6)), *windows(143, 38, 2, 2, (4, 6), (5, 7)),
        box(10, 68, 5, 14), box(126, 72, 5, 10),
    )  # fmt: skip
    people = draw_people(
        Person(52, 94, 40, STRIDE, 1, "coat bag"), Person(68, 94, 38, WALK, 1, "scarf dress"),
        Person(112, 95, 41, STRIDE, -1, "hat coat"),
    )
    return Scene(
        "street-dusk",
        "Three people walk home through a street with gables at dusk, under a lit lamp.",
        shade(80, "#28356b", "#5a4a86", "#c4677a", "#f5b26a") + shade(20, "#4a3f63", "#2b2b4a"),
        (
            Layer("#6a4f86", far), Layer("#343561", left + right), Layer(LIT, lit),
            Layer("#f8dc94", (disc(88, 37, 7),)), Layer(NIGHT, (*people, *lamp(88, 95, 55))),
            Layer("#fff0b8", (polygon((86.5, 35), (89.5, 35), (90.5, 39.5), (85.5, 39.5)),)),
        ),
        "#dba27c",
    )  # fmt: skip
