"""Streets where people feel at ease."""

from __future__ import annotations

from dataclasses import replace

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import (
    CLAP,
    SIT_FRONT,
    STRIDE,
    TALK,
    WALK,
    WAVE,
    Person,
    Pose,
    draw_people,
)
from samenleven.weave.scenery import bench, bicycle, gable, lamp, tower, tree, windows
from samenleven.weave.shapes import box, disc, line, polygon

NIGHT, LIT = "#141a2b", "#f6c75a"


def draw_dusk() -> Scene:
    """Weave people on their way home in a street at dusk."""
    far = (*tower(72, 82, 12, 50), *gable(58, 82, 14, 26, "point"), *gable(86, 82, 16, 28))
    left = (*gable(0, 82, 22, 50), *gable(22, 82, 20, 42, "neck"), *gable(42, 82, 18, 36, "point"))
    right = (*gable(100, 82, 18, 38), *gable(118, 82, 20, 44, "point"), *gable(138, 82, 22, 50))
    lit = (
        *windows(4, 38, 2, 2, (4, 6), (5, 7)), *windows(26, 46, 2, 1, (4, 6)),
        *windows(46, 52, 2, 1),
        *windows(104, 50, 2, 2), *windows(122, 58, 2, 1, (4, 6)),
        *windows(143, 38, 2, 2, (4, 6), (5, 7)),
        box(10, 68, 5, 14), box(126, 72, 5, 10),
    )  # fmt: skip
    people = draw_people(
        Person(52, 94, 40, STRIDE, 1, "coat bag"),
        Person(68, 94, 38, WALK, 1, "scarf dress"),
        Person(112, 95, 41, STRIDE, -1, "hat coat"),
    )
    return Scene(
        "street-dusk",
        "Three people walk home through a street with gables at dusk, under a lit lamp.",
        shade(80, "#34458a", "#7a5a98", "#dd7d7c", "#f8c27a") + shade(20, "#6a5578", "#3d385c"),
        (
            Layer("#8a6194", far), Layer("#484a82", left + right), Layer(LIT, lit),
            Layer("#f8dc94", (disc(88, 37, 7),)), Layer(NIGHT, (*people, *lamp(88, 95, 55))),
            Layer("#fff0b8", (polygon((86.5, 35), (89.5, 35), (90.5, 39.5), (85.5, 39.5)),)),
        ),
        "#dba27c",
    )  # fmt: skip


def draw_bench() -> Scene:
    """Weave young people on a bench who talk with a youth worker."""
    trees = (*tree(14, 84, 70), *tree(150, 84, 62))
    speaks = replace(SIT_FRONT, hands=((0.2, 0.7), (-0.11, 0.33)), elbows=(-1, -0.3))
    people = draw_people(
        Person(44, 92, 52, SIT_FRONT, 1, "cap"),
        Person(62, 92, 50, speaks, 1, "long"),
        Person(80, 92, 52, SIT_FRONT, -1, "afro"),
        Person(110, 93, 54, TALK, -1, "coat scarf"),
    )
    glow = (disc(96, 20, 13),)
    far = (
        *gable(28, 78, 20, 26),
        *gable(48, 78, 16, 20, "point"),
        *gable(64, 78, 18, 26, "neck"),
        *gable(100, 78, 20, 24, "point"),
        *gable(120, 78, 18, 28),
    )
    lit = (
        *windows(33, 56, 2, 1),
        *windows(67, 57, 2, 1),
        *windows(106, 59, 2, 1),
        *windows(124, 55, 2, 2, (3, 4), (2, 4)),
    )
    return Scene(
        "street-bench",
        "Three young people sit on a bench and talk with someone who stands by a street lamp.",
        shade(80, "#2c4a78", "#5f7fa0", "#c9a99a", "#f4cf94") + shade(20, "#5f6a5c", "#434e4c"),
        (
            Layer("#7688a0", far), Layer(LIT, lit), Layer("#2b5a5a", trees), Layer("#f6dc9a", glow),
            Layer("#6a4632", bench(34, 92, 58, 29)), Layer(NIGHT, (*people, *lamp(96, 93, 68))),
            Layer("#fff3c4", (polygon((94.5, 18.2), (97.5, 18.2), (98.3, 23.6), (93.7, 23.6)),)),
        ),
        "#b0a898",
    )  # fmt: skip


def draw_plan() -> Scene:
    """Weave young people who make a plan at a map of the city."""
    sheet, edge = (box(34, 10, 92, 48),), (box(32, 8, 96, 52),)
    river = line((34, 50), (54, 44), (72, 40), (88, 30), (104, 24), (126, 20), width=3.6)
    roads = (
        *line((50, 10.5), (58, 30), (62, 57), width=1.2),
        *line((34, 24), (58, 28), (90, 46), (125, 50), width=1.2),
        *line((84, 10.5), (82, 34), (96, 57), width=1.2),
        *line((110, 10.5), (112, 40), (108, 57), width=1.2),
    )
    pins = tuple(
        shape
        for x, y in ((48, 34), (72, 22), (98, 38), (117, 33))
        for shape in (disc(x, y, 2.7), polygon((x - 2.2, y + 1), (x + 2.2, y + 1), (x, y + 6)))
    )
    people = draw_people(
        Person(24, 97, 58, TALK, 1, "cap"),
        Person(52, 97, 54, CLAP, 1, "dress scarf"),
        Person(108, 97, 55, TALK, -1, "skirt long"),
        Person(138, 97, 58, WAVE, -1, "afro"),
    )
    return Scene(
        "street-plan",
        "Four young people stand at a big map of the city with pins and make a plan.",
        shade(82, "#4a6f8a", "#5f86a0", "#7f9fb0") + shade(18, "#8a6a4e", "#6f523c"),
        (
            Layer("#7a4d32", edge), Layer("#f4ead2", sheet), Layer("#8fc0d0", river),
            Layer("#c9a878", roads),
            Layer("#c8452f", pins), Layer("#16202f", people),
        ),
        "#8fb0bc",
    )  # fmt: skip


def draw_together() -> Scene:
    """Weave friends who go home arm in arm in the night."""
    left = (*gable(0, 80, 26, 46, "point"), *gable(26, 80, 22, 36), *gable(48, 80, 18, 30, "neck"))
    right = (*gable(104, 80, 20, 34), *gable(124, 80, 36, 50))
    lit = (
        *windows(5, 42, 2, 2, (5, 7), (5, 6)),
        *windows(31, 52, 2, 1, (4, 6)),
        *windows(109, 54, 2, 1, (4, 6)),
        *windows(130, 38, 3, 2, (5, 7), (4, 7)),
        box(12, 68, 6, 12),
        box(139, 66, 7, 14),
    )
    linked = Pose(
        ((0.13, 0.6), (-0.13, 0.6)), ((0.08, 0), (-0.09, 0.02)), elbows=(0.7, -0.7), width=0.09
    )
    friends = draw_people(
        Person(63, 96, 56, linked, 1, "coat afro"),
        Person(80, 97, 52, linked, 1, "dress scarf"),
        Person(97, 96, 57, linked, 1, "coat cap"),
    )
    stars = tuple(
        box(x, y, 1, 1)
        for x, y in (
            (34, 12),
            (50, 22),
            (62, 8),
            (74, 28),
            (104, 10),
            (118, 22),
            (136, 8),
            (90, 36),
        )
    )
    return Scene(
        "street-together",
        "Three friends walk home arm in arm at night, past lit windows, under a full moon.",
        shade(80, "#1f2a5a", "#34427c", "#6570a4") + shade(20, "#5a5a7c", "#3c3f60"),
        (
            Layer("#f6ecc8", (disc(86, 24, 10), *stars)), Layer("#45508c", left + right),
            Layer(LIT, lit),
            Layer("#11162a", friends), Layer("#11162a", bicycle(14, 95, 7)),
        ),
        "#8088b8",
    )  # fmt: skip
