"""Weddings outside: among roses, and by the water."""

from __future__ import annotations

from math import cos, pi, sin

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import CLAP, SIT, TALK, WALK, WAVE, Person, Pose, draw_people
from samenleven.weave.scenery import bench, cloud, poplar, tree, windows
from samenleven.weave.shapes import Ellipse, Point, Ring, Shapes, box, disc, polygon

INK = "#22303c"
ARM_IN_ARM = Pose(((0.2, 0.5), (-0.12, 0.47)), ((0.06, 0), (-0.06, 0)), width=0.09)
STONE = "#c9b48c"


def draw_arch() -> Scene:
    """Weave two people who marry under an arch of roses."""
    turns = [pi * step / 12 for step in range(13)]
    high = [(80 - 31 * cos(turn), 47 - 33 * sin(turn)) for turn in turns]
    low = [(x, y) for x in (49, 111) for y in (56, 66, 76, 86)]
    leaves = (Ring(80, 47, 34, 6), box(46, 46, 6, 46), box(108, 46, 6, 46))
    couple = (
        draw_people(Person(70, 95, 50, ARM_IN_ARM, 1, "dress long")),
        draw_people(Person(90, 95, 53, ARM_IN_ARM, -1, "coat")),
    )
    guests = draw_people(
        Person(14, 96, 48, CLAP, 1, "scarf robe"), Person(32, 96, 50, CLAP, 1, "cap"),
        Person(130, 96, 50, CLAP, -1, "bun dress"), Person(148, 96, 48, WAVE, -1, "beard"),
    )  # fmt: skip
    return Scene(
        "roses-arch",
        "Two people stand hand in hand under an arch of roses, while guests clap and wave.",
        shade(72, "#a9d4e8", "#d9ebe4", "#f2eed6") + shade(28, "#9ec27a", "#78a25c"),
        (
            Layer("#5f8f5a", (box(0, 58, 160, 16), *(disc(x, 58, 7) for x in range(4, 160, 13)))),
            Layer("#39683f", leaves, (box(52, 47, 56, 40),)),
            Layer("#d9486a", _roses([*high, *low], 3.2)), Layer("#f7c7cf", _roses(high[::3], 1.4)),
            Layer(INK, (*guests, *couple[1])), Layer("#fbf4e6", couple[0]),
        ),
        "#a9c4a4",
    )  # fmt: skip


def _roses(places: list[Point], radius: float) -> Shapes:
    return tuple(disc(x, y, radius) for x, y in places)


def draw_bed() -> Scene:
    """Weave a path between beds of roses."""
    path = (polygon((70, 56), (90, 56), (122, 100), (38, 100)),)
    left = [(x, 62 + x * 0.1 + 5 * (x // 12 % 2)) for x in range(4, 58, 9)]
    right = [(160 - x, y) for x, y in left]
    near = [*((x, 88 + 4 * (x // 9 % 2)) for x in range(3, 34, 9)),
            *((x, 88 + 4 * (x // 9 % 2)) for x in range(129, 160, 9))]  # fmt: skip
    bushes = tuple(Ellipse(x, y + 3, 7.5, 6.5) for x, y in (*left, *right, *near))
    pair = draw_people(
        Person(75, 92, 44, ARM_IN_ARM, 1, "skirt long"), Person(89, 92, 46, ARM_IN_ARM, -1, "hat")
    )
    return Scene(
        "roses-bed",
        "Two people walk arm in arm on a path between beds full of red and yellow roses.",
        shade(54, "#9fcbe4", "#d6e7e0", "#f4ecd0") + shade(46, "#a4c47c", "#7fa860"),
        (
            Layer("#6f9a6a", (*tree(14, 58, 36), *tree(146, 58, 40), *poplar(52, 58, 34),
                              *poplar(110, 58, 30))),
            Layer("#e6d3a6", path), Layer("#8a5a3c", bench(112, 66, 22, 14)),
            Layer("#3f7048", bushes),
            Layer("#d0374f", _roses([(x + 2, y) for x, y in (*left, *right, *near)], 2.6)),
            Layer("#f2c14a", _roses([(x - 3, y + 3) for x, y in (*left, *right, *near)], 2)),
            Layer(INK, pair),
        ),
        "#b4c79a",
    )  # fmt: skip


def draw_towers() -> Scene:
    """Weave two old towers, a bridge between them, and people on the low bank of a river."""
    towers = (box(20, 28, 28, 44), box(112, 28, 28, 44), box(18, 26, 32, 4), box(110, 26, 32, 4))
    roofs = (polygon((17, 26), (34, 6), (51, 26)), polygon((109, 26), (126, 6), (143, 26)))
    slits = (*windows(31, 36, 1, 3, (2.4, 6), (0, 6)), *windows(123, 36, 1, 3, (2.4, 6), (0, 6)))
    bridge = (box(40, 58, 80, 14), box(38, 56, 84, 2.4))
    arches = tuple(Ellipse(x, 74, 10, 10) for x in (58, 80, 102))
    bank = (polygon((0, 100), (0, 84), (70, 92), (78, 100)), box(0, 72, 160, 3))
    ripples = tuple(box(x, y, 12, 1.2) for x, y in (
        (66, 80), (88, 84), (112, 79), (134, 85), (96, 91), (122, 95), (146, 92), (30, 79)
    ))  # fmt: skip
    people = draw_people(
        Person(14, 93, 36, TALK, 1, "dress scarf"), Person(30, 95, 37, WALK, -1, "cap"),
        Person(46, 97, 40, SIT, 1, "bun"),
    )  # fmt: skip
    return Scene(
        "roses-towers",
        "Two round towers stand at a river with a bridge of three arches; people talk on the bank.",
        shade(72, "#8fbfdc", "#cfe0da", "#f3e3bd") + shade(28, "#5f93b0", "#3f6f92"),
        (
            Layer("#f8fbf6", (*cloud(82, 22, 30), *cloud(152, 30, 18))),
            Layer("#b79b72", bridge, arches), Layer(STONE, towers), Layer("#6b4a4a", roofs),
            Layer("#5a4a44", slits), Layer("#a8c9d6", ripples), Layer("#a8b07c", bank),
            Layer(INK, people),
        ),
        "#9fb4b4",
    )  # fmt: skip
