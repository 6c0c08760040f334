"""Children who learn and play in the summer."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import SIT, TALK, WAVE, Person, Pose, draw_people
from samenleven.weave.scenery import Shapes, book, chair, hill, table, tree
from samenleven.weave.shapes import Ellipse, box, disc, line, polygon

DEEP, WOAD = "#173b3c", "#2f7663"
READ = Pose(((0.2, 0.42), (0.19, 0.4)), ((0.3, 0), (0.24, 0)), (0, 0.27), lean=0.05, width=0.05)
ON_GRASS = Pose(((0.21, 0.3), (0.2, 0.28)), ((0.33, 0), (0.27, 0)), (0, 0.09), lean=0.04, width=0.06)


def draw_classroom() -> Scene:
    """Weave a teacher at the board and children at their desks."""
    board = (box(42, 14, 76, 38),)
    chalk = (
        *line((50, 32), (54, 20), (58, 32), width=1.4), *line((52, 28), (56, 28), width=1.2),
        *line((64, 20), (64, 32), width=1.4), Ellipse(66, 23, 3, 3), Ellipse(66.5, 29, 3.5, 3.4),
        *line((80, 40), (110, 40), width=1), *line((80, 45), (102, 45), width=1),
    )  # fmt: skip
    sun = (disc(137, 27, 6),)
    window = (box(126, 12, 26, 32),)
    bars = (box(138.3, 12, 1.4, 32), box(126, 27.3, 26, 1.4), box(124, 44, 30, 2))
    teacher = draw_people(Person(100, 78, 50, TALK, -1, "skirt bun"))
    pupils = draw_people(
        Person(16, 96, 44, Pose(((0.16, 0.95), (0.2, 0.4)), SIT.feet, SIT.hip, 0.02, 1, (-1, -1), 0.06), 1, "cap"),
        Person(56, 96, 44, READ, 1, "tail"),
        Person(128, 96, 44, READ, -1, "scarf"),
    )
    desks = (*table(24, 96, 22, 19), *table(64, 96, 24, 19), *table(98, 96, 22, 19),
             *chair(12, 96, 26), *chair(52, 96, 26), *chair(132, 96, 26, -1))
    return Scene(
        "summer-classroom",
        "A teacher points at the board; three children sit at their desks, one raises a hand.",
        shade(78, "#f3e3bd", "#ecd19a") + shade(22, "#c99a5b", "#a8743f"),
        (
            Layer("#9fcbd3", window), Layer("#f0b63d", sun), Layer("#8a5a36", bars),
            Layer("#8a5a36", (box(40, 12, 80, 42),)), Layer(WOAD, board), Layer("#eef0dc", chalk),
            Layer("#20494c", teacher), Layer("#7a4a2c", desks), Layer("#233047", pupils),
        ),
        "#b98b4e",
    )  # fmt: skip


def draw_books() -> Scene:
    """Weave children who read under a tree."""
    hills = (hill(((0, 62), (30, 54), (70, 60), (110, 52), (160, 60)), 100),)
    near = (hill(((0, 80), (50, 74), (110, 77), (160, 72)), 100),)
    shade_tree = (*tree(34, 86, 92), )
    kids = draw_people(
        Person(48, 88, 46, ON_GRASS, 1, "tail"), Person(96, 90, 48, ON_GRASS, -1, "afro"),
        Person(118, 91, 44, ON_GRASS, 1, "scarf"),
    )
    books = (*book(59, 78, 6), *book(85, 80, 6), *book(129, 81, 6))
    return Scene(
        "summer-books",
        "Three children sit on the grass under a tree and read; the sun stands over the hills.",
        shade(60, "#8fc4cf", "#c9dcc4", "#f6e2a8") + shade(40, "#b9c07a", "#7fa05a"),
        (
            Layer("#f3b53e", (disc(126, 30, 12),)), Layer("#8fb07a", hills),
            Layer("#4f8a5c", near), Layer("#1f5a4d", shade_tree),
            Layer("#1d2a3d", kids), Layer("#fbf3dc", books),
        ),
        "#7aa08a",
    )
