"""Associations and neighbours who visit one another."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import SIT, TALK, Person, Pose, draw_people
from samenleven.weave.scenery import Shapes, chair, pendant, plant, windows
from samenleven.weave.shapes import Ellipse, box, disc, line, polygon

WALNUT, LINEN = "#2b1a17", "#f0e3c8"
OFFER = Pose(((0.26, 0.5), (0.2, 0.4)), SIT.feet, SIT.hip, 0.04, width=0.06)
TELL = Pose(((0.2, 0.68), (0.2, 0.4)), SIT.feet, SIT.hip, 0.01, width=0.06)


def draw_table() -> Scene:
    """Weave neighbours around a table under a lamp."""
    glow = (polygon((68, 32), (92, 32), (122, 66), (38, 66)),)
    window = (box(112, 12, 30, 30),)
    frame = (box(126, 12, 2, 30), box(112, 26, 30, 1.6), box(109, 42, 36, 2))
    people = draw_people(
        Person(26, 94, 54, OFFER, 1, "scarf"), Person(134, 94, 56, TELL, -1, "beard"),
        Person(6, 96, 52, TELL, 1, "bun"), Person(154, 96, 52, OFFER, -1, "afro"),
    )
    behind = draw_people(
        Person(63, 106, 58, Pose(((0.2, 0.5), (-0.2, 0.5)), width=0.1), 1, "cap"),
        Person(97, 106, 57, Pose(((0.19, 0.56), (-0.2, 0.5)), width=0.1), -1, "long"),
    )
    table = (box(34, 69, 92, 3), box(40, 72, 80, 4), box(46, 76, 3, 20), box(111, 76, 3, 20))
    food = (
        Ellipse(80, 69, 9, 5), box(71, 63.5, 18, 1.5), disc(80, 62, 1.5),
        box(54, 65, 4, 4), box(102, 65, 4, 4), Ellipse(66, 68.5, 4, 1.5), Ellipse(94, 68.5, 4, 1.5),
    )
    return Scene(
        "visits-table",
        "Six neighbours sit together at a laid table under a hanging lamp.",
        shade(80, "#8a4a33", "#a85f3a", "#c07a45") + shade(20, "#5a3426", "#44261f"),
        (
            Layer("#33486f", window), Layer("#5a3426", frame), Layer("#f2cf86", glow),
            Layer("#7a3f2c", behind, (box(0, 70, 160, 30),)), Layer(WALNUT, (*chair(22, 96, 34), *chair(138, 96, 34, -1), *people)),
            Layer(LINEN, table), Layer("#5b2a22", food), Layer(WALNUT, pendant(80, 0, 33, 24)),
        ),
        "#e3b873",
    )  # fmt: skip
