"""A festival of many cultures in the streets."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import CARRY, CHEER, CLAP, TALK, WALK, WAVE, Person, Pose, draw_people
from samenleven.weave.scenery import bulbs, bunting, gable, rope, stall, tower, tree, windows
from samenleven.weave.shapes import Ellipse, Shapes, box, disc, line, polygon

NIGHT, INDIGO, WELD = "#12172c", "#26386b", "#f3c14f"


def draw_crowd() -> Scene:
    """Weave a crowd under flags, before the gables of a square."""
    houses = (
        *gable(0, 81, 22, 34), *gable(22, 81, 18, 38, "neck"), *gable(40, 81, 22, 30, "point"),
        *tower(66, 81, 14, 50), *gable(84, 81, 24, 33), *gable(108, 81, 20, 40, "point"),
        *gable(128, 81, 32, 32),
    )  # fmt: skip
    red, gold = bunting((0, 14), (82, 10), 6, 11, 6)
    red_too, gold_too = bunting((82, 10), (160, 16), 6, 11, 6)
    lit = (*windows(5, 49, 2, 2), *windows(45, 53, 2, 2), *windows(90, 50, 2, 2),
        *windows(112, 44, 2, 3),
           *windows(134, 51, 3, 2), disc(73, 33, 2.6))  # fmt: skip
    crowd = draw_people(
        Person(10, 124, 62, CHEER, wears="coat cap"), Person(34, 128, 60, CLAP, wears="robe scarf"),
        Person(57, 125, 62, WAVE, wears="coat afro"), Person(82, 130, 60, CHEER, -1, "coat bun"),
        Person(105, 125, 62, WAVE, -1, "coat hat"), Person(128, 129, 60, CLAP, -1, "coat long"),
        Person(150, 124, 62, CHEER, wears="coat tail"),
    )  # fmt: skip
    back = draw_people(*(
        Person(x, 110, 44, pose, wears="coat") for x, pose in
        ((22, WAVE), (46, CHEER), (70, CLAP), (94, WAVE), (116, CHEER), (139, WAVE))
    ))  # fmt: skip
    return Scene(
        "festival-crowd",
        "A crowd cheers with raised hands under flags on a square with gables and a belfry.",
        shade(80, "#25366f", "#54549a", "#c9677a", "#f6b56c") + shade(20, "#8a4560", "#4a2f5a"),
        (
            Layer("#4b3f78", houses),
            Layer(WELD, lit),
            Layer("#e2604a", (*red, *red_too)),
            Layer("#f6d98c", (*gold, *gold_too)),
            Layer("#6a3766", back),
            Layer(NIGHT, crowd),
        ),
        "#e9b98a",
    )


def draw_parade() -> Scene:
    """Weave giants that walk in a parade."""
    houses = (*gable(0, 76, 26, 40), *gable(26, 76, 20, 34, "point"),
        *gable(112, 76, 22, 36, "neck"),
              *gable(134, 76, 26, 42))  # fmt: skip
    lit = (
        *windows(5, 46, 3, 2, (4, 6), (3, 6)),
        *windows(31, 50, 2, 1, (4, 6)),
        *windows(117, 48, 2, 2),
        *windows(139, 44, 3, 2, (4, 6), (3, 6)),
    )
    king, queen = _giant(58, 92, 76), _giant(100, 92, 72)
    crown = (polygon((51, 18), (51, 10), (54.5, 14), (58, 9), (61.5, 14), (65, 10), (65, 18)),)
    hair = (disc(100, 27, 8.6), Ellipse(100, 17, 5, 4))
    sashes = (
        polygon((46, 42), (51, 38), (72, 62), (70, 68)),
        polygon((112, 44), (107, 40), (88, 62), (90, 68)),
    )
    hems = (box(38, 86, 40, 4), box(81, 86, 38, 4))
    walkers = draw_people(
        Person(14, 95, 36, CLAP, 1, "scarf robe"),
        Person(30, 96, 37, WAVE, 1, "cap"),
        Person(80, 97, 30, CHEER, 1, "tail"),
        Person(131, 96, 37, CLAP, -1, "bun skirt"),
        Person(148, 95, 36, WAVE, -1, "hat"),
    )
    red, gold = bunting((0, 12), (160, 12), 6, 11, 8)
    return Scene(
        "festival-parade",
        "Two giants, one with a crown, walk between gables while people clap and wave.",
        shade(78, "#6fb0c4", "#a9d0cc", "#f6e6b8") + shade(22, "#c9a878", "#a08058"),
        (
            Layer("#8a6a7c", houses), Layer("#f6dd9a", lit), Layer("#b8402f", red),
            Layer("#dfa52e", gold),
            Layer("#2f528f", king), Layer("#9a3048", queen), Layer("#3a2228", hair),
            Layer("#eebf4a", (*crown, *sashes, *hems)), Layer("#1f2338", walkers),
        ),
        "#a9b48a",
    )  # fmt: skip


def _giant(x: float, ground: float, height: float) -> Shapes:
    """Return a giant of cloth and wicker: a wide skirt, arms at the hips, a head."""
    top = ground - height
    chest, wide = top + height * 0.32, height * 0.14
    return (
        polygon((x - wide * 0.8, chest + height * 0.2), (x + wide * 0.8, chest + height * 0.2),
                (x + height * 0.27, ground), (x - height * 0.27, ground)),
        polygon((x - wide, chest - height * 0.1), (x + wide, chest - height * 0.1),
                (x + wide * 0.8, chest + height * 0.25), (x - wide * 0.8, chest + height * 0.25)),
        *line((x - wide, chest - height * 0.07), (x - wide * 1.7, chest + height * 0.1),
              (x - wide * 0.8, chest + height * 0.18), width=height * 0.07),
        *line((x + wide, chest - height * 0.07), (x + wide * 1.7, chest + height * 0.1),
              (x + wide * 0.8, chest + height * 0.18), width=height * 0.07),
        Ellipse(x, top + height * 0.12, height * 0.085, height * 0.1),
        box(x - height * 0.04, top + height * 0.18, height * 0.08, height * 0.08),
    )  # fmt: skip


def draw_stalls() -> Scene:
    """Weave a square with market stalls."""
    houses = (*gable(0, 66, 24, 34), *gable(24, 66, 18, 28, "point"),
        *gable(42, 66, 22, 34, "neck"),
              *gable(64, 66, 24, 30), *tower(92, 66, 12, 44), *gable(108, 66, 24, 32, "point"),
              *gable(132, 66, 28, 34))  # fmt: skip
    lit = (
        *windows(5, 40, 2, 2),
        *windows(28, 45, 2, 1),
        *windows(47, 40, 2, 2),
        *windows(69, 43, 2, 1),
        *windows(114, 42, 2, 2),
        *windows(138, 40, 3, 1),
    )
    left, left_too = stall(8, 88, 42, 34)
    middle, middle_too = stall(60, 88, 42, 34)
    right, right_too = stall(112, 88, 42, 34)
    fruit = tuple(
        disc(x, 74.5, 1.9) for x in (13, 17.5, 22, 35, 40, 44.5, 117, 121.5, 138, 142.5, 147)
    )
    jars = tuple(box(x, 70, 3.4, 5.8) for x in (64, 69, 88, 93))
    people = draw_people(
        Person(28, 97, 42, TALK, 1, "scarf coat"),
        Person(53, 97, 41, CARRY, 1, "bun skirt"),
        Person(78, 98, 42, TALK, -1, "hat coat"),
        Person(107, 98, 40, WALK, 1, "long dress"),
        Person(120, 98, 28, WALK, 1, "cap bag"),
        Person(134, 97, 42, CLAP, -1, "afro"),
    )
    return Scene(
        "festival-stalls",
        "People shop and talk at three market stalls with striped awnings on a square.",
        shade(68, "#86bccb", "#c4dccf", "#f7e8be") + shade(32, "#cbb48c", "#a58b64"),
        (
            Layer("#b48a72", houses), Layer("#f6e2ae", lit),
            Layer("#b8402f", left), Layer("#2f7663", middle), Layer("#2f528f", right),
            Layer("#f6ead0", (*left_too, *middle_too, *right_too)),
            Layer("#e9a32e", (*fruit, *jars)), Layer("#20243a", people),
        ),
        "#9fae90",
    )  # fmt: skip


def draw_lanterns() -> Scene:
    """Weave couples who dance under lanterns."""
    trees = (*tree(6, 86, 66), *tree(154, 86, 70))
    lines = (
        *rope((0, 20), (80, 12), 9),
        *rope((80, 12), (160, 20), 9),
        *rope((0, 36), (160, 34), 10),
    )
    lamps = (*bulbs((0, 20), (80, 12), 9, 8, 2), *bulbs((80, 12), (160, 20), 9, 8, 2))
    more = bulbs((0, 36), (160, 34), 10, 13, 1.7)
    left, right = (
        Pose(((0.2, 0.7), (0.26, 0.86)), width=0.06),
        Pose(((0.2, 0.62), (0.24, 0.87)), width=0.06),
    )
    couples = draw_people(
        Person(30, 92, 44, left, 1, "cap"),
        Person(48, 92, 42, right, -1, "dress bun"),
        Person(72, 94, 46, left, 1, "robe scarf"),
        Person(91, 94, 46, right, -1, "robe long"),
        Person(115, 92, 45, left, 1, "hat"),
        Person(133, 92, 42, right, -1, "skirt tail"),
    )
    return Scene(
        "festival-lanterns",
        "Three couples dance under strings of lanterns between trees on a summer night.",
        shade(82, "#1d2a5c", "#37417c", "#7c5a8c", "#c97a7c") + shade(18, "#5c3c5c", "#3c2a48"),
        (
            Layer("#2b4458", trees), Layer("#c9b48a", lines), Layer("#f7d06a", lamps),
            Layer("#f2a25e", more),
            Layer(NIGHT, couples),
        ),
        "#b98aa0",
    )  # fmt: skip
