"""Children who learn and play in the summer."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import SIT, STRIDE, TALK, WALK, WAVE, Person, Pose, draw_people
from samenleven.weave.furniture import book, chair, table
from samenleven.weave.scenery import cloud, hill, poplar, tree
from samenleven.weave.shapes import Ellipse, box, disc, line, polygon

DEEP, WOAD = "#173b3c", "#2f7663"
READ = Pose(((0.2, 0.42), (0.19, 0.4)), ((0.3, 0), (0.24, 0)), (0, 0.27), lean=0.05, width=0.05)
ON_GRASS = Pose(
    ((0.21, 0.3), (0.2, 0.28)), ((0.33, 0), (0.27, 0)), (0, 0.09), lean=0.04, width=0.06
)


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
    teacher = draw_people(Person(90, 83, 53, TALK, -1, "skirt bun"))
    pupils = draw_people(
        Person(
            16,
            96,
            44,
            Pose(((0.16, 0.95), (0.2, 0.4)), SIT.feet, SIT.hip, 0.02, 1, (-1, -1), 0.06),
            1,
            "cap",
        ),
        Person(56, 96, 44, READ, 1, "tail"),
        Person(128, 96, 44, READ, -1, "scarf"),
    )
    desks = (
        *table(24, 96, 22, 19),
        *table(64, 96, 24, 19),
        *table(101, 96, 22, 19),
        *chair(12, 96, 26),
        *chair(52, 96, 26),
        *chair(132, 96, 26, -1),
    )
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
    shade_tree = (*tree(34, 86, 92),)
    kids = draw_people(
        Person(48, 88, 46, ON_GRASS, 1, "tail"),
        Person(96, 90, 48, ON_GRASS, -1, "afro"),
        Person(118, 91, 44, ON_GRASS, 1, "scarf"),
    )
    books = (*book(59, 78, 6), *book(85, 80, 6), *book(129, 81, 6))
    return Scene(
        "summer-books",
        "Three children sit on the grass under a tree and read; the sun stands over the hills.",
        shade(60, "#8fc4cf", "#c9dcc4", "#f6e2a8") + shade(40, "#b9c07a", "#7fa05a"),
        (
            Layer("#f3b53e", (disc(126, 30, 12),)),
            Layer("#8fb07a", hills),
            Layer("#4f8a5c", near),
            Layer("#1f5a4d", shade_tree),
            Layer("#1d2a3d", kids),
            Layer("#fbf3dc", books),
        ),
        "#7aa08a",
    )


def draw_playground() -> Scene:
    """Weave children who play under a kite."""
    kite = (polygon((118, 10), (126, 20), (118, 34), (110, 20)),)
    cross = (polygon((118, 10), (126, 20), (118, 20)), polygon((118, 34), (110, 20), (118, 20)))
    thread = line((118, 34), (108, 44), (98, 50), (90, 53), width=0.8)
    tail = line((118, 34), (122, 38), (119, 42), (124, 46), (121, 50), width=1.2)
    hills = (hill(((0, 66), (40, 56), (86, 64), (126, 54), (160, 62)), 100),)
    near = (hill(((0, 78), (60, 74), (160, 78)), 100),)
    kids = draw_people(
        Person(
            24,
            88,
            42,
            Pose(((0.26, 0.62), (-0.26, 0.62)), ((0.07, 0.12), (-0.07, 0.12)), (0, 0.58)),
        ),
        Person(
            80,
            90,
            44,
            Pose(((0.24, 0.84), (0.14, 0.62)), ((0.2, 0), (-0.14, 0)), width=0.07),
            1,
            "tail",
        ),
        Person(112, 92, 41, STRIDE, 1, "cap"),
        Person(146, 92, 42, WAVE, -1, "dress scarf"),
    )
    skip_rope = line((35, 61), (41, 74), (35, 90), (24, 93), (13, 90), (7, 74), (13, 61), width=1)
    return Scene(
        "summer-playground",
        "Children skip, fly a kite, run after a ball and wave on a green hill.",
        shade(64, "#6fb6d2", "#a9d6da", "#e9ecc6") + shade(36, "#a7c27c", "#7fa862"),
        (
            Layer("#f4f3ea", (*cloud(40, 26, 34), *cloud(146, 22, 24))), Layer("#8fbf8a", hills),
            Layer("#5f9a5c", near), Layer("#3a6f56", (*poplar(10, 78, 44), *poplar(22, 77, 36))),
            Layer("#23334a", (*kids, *thread)), Layer("#f3ead0", skip_rope),
            Layer("#c8452f", (*kite, *tail)),
            Layer("#f2bd45", (*cross, disc(130, 88, 4))),
        ),
        "#86b09a",
    )  # fmt: skip


def draw_walk() -> Scene:
    """Weave a class that walks over a bridge."""
    arches = (Ellipse(34, 92, 19, 15), Ellipse(80, 92, 21, 17), Ellipse(126, 92, 19, 15))
    bridge = (polygon((0, 72), (80, 66), (160, 72), (160, 92), (0, 92)),)
    rail = (polygon((0, 69), (80, 63), (160, 69), (160, 72), (80, 66), (0, 72)),)
    ripples = tuple(
        box(x, y, w, 1)
        for x, y, w in ((8, 95, 14), (44, 97, 18), (78, 94, 10), (96, 97, 16), (130, 95, 20))
    )
    trees = (*poplar(12, 70, 52), *poplar(24, 70, 44), *poplar(140, 70, 56), *poplar(152, 70, 46))
    walkers = draw_people(
        Person(26, 70, 42, TALK, 1, "skirt scarf"),
        Person(46, 69, 27, WALK, 1, "bag tail"),
        Person(62, 68, 28, WAVE, 1, "bag afro"),
        Person(79, 67, 26, STRIDE, 1, "bag cap"),
        Person(95, 67, 28, WALK, 1, "bag scarf"),
        Person(111, 68, 27, WALK, 1, "bag bun skirt"),
        Person(130, 70, 43, WALK, 1, "hat coat"),
    )
    return Scene(
        "summer-walk",
        "Two grown-ups and five children with school bags walk over a bridge of three arches.",
        shade(84, "#f2c66a", "#f6dd9c", "#f5ead0") + shade(16, "#6aa2b8", "#4a83a0"),
        (
            Layer("#f0a43c", (disc(80, 40, 17),)), Layer("#8fae7c", trees),
            Layer("#a5623f", bridge, arches), Layer("#7c4630", rail),
            Layer("#cfe3e2", ripples), Layer("#20384a", walkers),
        ),
        "#c9a86a",
    )  # fmt: skip
