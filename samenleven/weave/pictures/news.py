"""News of the city."""

from __future__ import annotations

from math import cos, sin, tau

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import CLAP, STAND, TALK, WALK, WAVE, Person, Pose, draw_people
from samenleven.weave.furniture import chair, cup, pendant, plant
from samenleven.weave.scenery import tree, windows
from samenleven.weave.shapes import Ellipse, Ring, Shapes, box, polygon

BRICK, SLATE = "#9a4030", "#1c2430"
TYPE = Pose(((0.27, 0.42), (0.24, 0.42)), ((0.26, 0), (0.2, 0)), (0, 0.27), lean=0.03, width=0.06)


def draw_fire_station() -> Scene:
    """Weave an old fire station with a hose tower, and people before it."""
    walls = (box(20, 42, 100, 42), box(104, 25, 20, 59))
    trims = (
        box(18, 39, 88, 3),
        box(102, 23, 24, 3),
        box(20, 58, 84, 1.2),
        polygon((101, 23), (114, 13), (127, 23)),
    )
    doors = tuple(
        shape for x in (26, 46, 66, 86) for shape in (box(x, 66, 14, 18), Ellipse(x + 7, 66, 7, 4))
    )
    panes = (*windows(27, 46, 8, 1, (5, 8), (5, 0)), *windows(111, 31, 1, 3, (6, 8), (0, 6)))
    panels = tuple(box(x + 2, y, 10, 1) for x in (26, 46, 66, 86) for y in (68, 73, 78))
    people = draw_people(
        Person(34, 95, 30, TALK, 1, "dress scarf"),
        Person(48, 95, 31, WAVE, -1, "cap"),
        Person(92, 95, 30, WALK, 1, "coat bag"),
        Person(138, 95, 31, STAND, -1, "skirt bun"),
    )
    return Scene(
        "news-fire-station",
        "People meet before an old brick fire station with four arched gates and a hose tower.",
        shade(76, "#7fb2c9", "#bcd6d2", "#f3e6bf") + shade(24, "#b9a888", "#8a7656"),
        (
            Layer("#5f8f6a", (*tree(8, 86, 40), *tree(146, 86, 46))),
            Layer(BRICK, walls), Layer("#e9dcc0", trims), Layer("#f4d58a", panes),
            Layer("#6d2430", doors), Layer("#b8574a", panels), Layer(SLATE, people),
        ),
        "#8fa79a",
    )  # fmt: skip


def draw_desk() -> Scene:
    """Weave someone who works at a desk by the window."""
    window = (box(16, 12, 62, 44),)
    skyline = (
        box(16, 46, 62, 10),
        box(22, 38, 10, 10),
        polygon((34, 46), (40, 34), (46, 46)),
        box(52, 30, 6, 20),
        polygon((51, 30), (55, 20), (59, 30)),
        box(62, 40, 12, 10),
    )
    frame = (box(46, 12, 2, 44), box(16, 32, 62, 1.6), box(12, 56, 70, 3))
    desk = (box(30, 72, 84, 3), box(36, 75, 3, 21), box(104, 75, 3, 21), box(80, 75, 20, 12))
    things = (
        polygon((60, 72), (80, 72), (80, 70.6), (60, 70.6)),
        polygon((59, 71), (62, 71), (58, 58), (55, 58)),
        *plant(104, 72, 18),
        box(38, 70, 12, 2),
        box(39, 68, 11, 2),
        box(40, 66, 9, 2),
    )
    shelf = (
        box(118, 52, 34, 2), *(box(x, 52 - tall, 3.4, tall) for x, tall in
        ((121, 13), (125, 11), (129, 13), (133, 12), (142, 10))),
        polygon((137, 41), (139.6, 40), (141, 52), (138, 52)),
    )  # fmt: skip
    worker = draw_people(Person(94, 96, 62, TYPE, -1, "bun"))
    return Scene(
        "news-desk",
        "Someone works at a desk with a laptop, books and a plant, by a window over the city.",
        shade(84, "#dfe6df", "#cfd8cf") + shade(16, "#a98f6b", "#8a7050"),
        (
            Layer("#9cc0d6", window), Layer("#5f7f9a", skyline), Layer("#f4f0e2", frame),
            Layer("#33465a", (*chair(98, 96, 40, -1), *worker)),
            Layer("#7a4d32", desk), Layer("#1f5a4d", things),
            Layer("#b8574a", (*pendant(96, 0, 26, 20), *shelf)),
        ),
        "#8fa0a0",
    )  # fmt: skip


def draw_award() -> Scene:
    """Weave people on a stage who lift a cup."""
    rays = tuple(
        polygon(
            (80, 46),
            (80 + 130 * cos(turn), 46 + 130 * sin(turn)),
            (80 + 130 * cos(turn + 0.26), 46 + 130 * sin(turn + 0.26)),
        )
        for turn in (tau * step / 12 for step in range(12))
    )
    steps = (box(58, 83, 44, 17), box(18, 90, 40, 10), box(102, 90, 40, 10))
    edges = (box(58, 83, 44, 2), box(18, 90, 40, 2), box(102, 90, 40, 2))
    lifts = Pose(((0.17, 1.06), (-0.17, 1.06)), elbows=(-1, 1), width=0.1)
    people = draw_people(
        Person(80, 83, 44, lifts, 1, "bun skirt"),
        Person(34, 90, 46, CLAP, 1, "cap"),
        Person(126, 90, 46, CLAP, -1, "scarf robe"),
    )
    snow = tuple(
        box(x, y, 2, 2)
        for x, y in (
            (12, 14),
            (28, 30),
            (44, 12),
            (56, 34),
            (104, 30),
            (116, 12),
            (132, 26),
            (148, 12),
            (20, 48),
            (142, 46),
            (8, 68),
            (152, 66),
        )
    )
    return Scene(
        "news-award",
        "Someone on a platform lifts a golden cup; two others clap.",
        shade(100, "#2f7663", "#3f8a70", "#6aa583"),
        (
            Layer("#479078", rays), Layer("#f3dfa4", snow), Layer("#8a4f33", steps),
            Layer("#e9c98a", edges),
            Layer("#15262c", people), Layer("#f2bd45", cup(80, 39, 25)),
        ),
        "#a8c79a",
    )  # fmt: skip


def draw_visit() -> Scene:
    """Weave a visit to a house of music with columns."""
    house = (box(26, 36, 108, 48), polygon((20, 36), (80, 10), (140, 36)))
    stone: Shapes = (
        *(box(x, 40, 5, 40) for x in (32, 50, 68, 87, 105, 123)), box(22, 34, 116, 4),
        box(28, 80, 104, 3),
        box(22, 83, 116, 3),
    )  # fmt: skip
    dark: Shapes = (
        box(74, 54, 12, 26),
        Ellipse(80, 54, 6, 5),
        *windows(40, 48, 2, 2, (6, 10), (12, 6)),
        *windows(95, 48, 2, 2, (6, 10), (12, 6)),
    )
    lyre: Shapes = (
        Ring(80, 26, 5.6, 1.6),
        box(75, 30.5, 10, 1.4),
        box(78, 20, 0.9, 11),
        box(81, 20, 0.9, 11),
    )
    people = draw_people(
        Person(66, 97, 42, Pose(((0.22, 0.54), (-0.12, 0.47)), width=0.09), 1, "coat"),
        Person(87, 97, 42, Pose(((0.24, 0.54), (-0.12, 0.47)), width=0.09), -1, "skirt bun"),
        Person(46, 96, 38, CLAP, 1, "cap"),
        Person(29, 97, 39, WAVE, 1, "dress scarf"),
        Person(108, 96, 38, CLAP, -1, "afro"),
        Person(124, 97, 39, WAVE, -1, "long skirt"),
    )
    return Scene(
        "news-visit",
        "Two people shake hands before a house of music with columns, while young people wave.",
        shade(82, "#8fb6d8", "#c4d8e0", "#f3e4c2") + shade(18, "#c2ab84", "#a08a66"),
        (
            Layer("#7fa07c", (*tree(10, 88, 46), *tree(150, 88, 50))), Layer("#d9b98a", house),
            Layer("#6d5a6a", dark), Layer("#f4ead2", stone), Layer("#a5623f", lyre),
            Layer("#1e2740", people),
        ),
        "#a0b4b0",
    )  # fmt: skip
