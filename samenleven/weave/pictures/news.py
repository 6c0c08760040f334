"""News of the city."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import STAND, TALK, WALK, WAVE, Person, Pose, draw_people
from samenleven.weave.scenery import Shapes, chair, pendant, plant, tree, windows
from samenleven.weave.shapes import Ellipse, box, disc, line, polygon

BRICK, SLATE = "#9a4030", "#1c2430"
TYPE = Pose(((0.27, 0.42), (0.24, 0.42)), ((0.26, 0), (0.2, 0)), (0, 0.27), lean=0.03, width=0.06)


def draw_fire_station() -> Scene:
    """Weave an old fire station with a hose tower, and people before it."""
    walls = (box(20, 42, 100, 42), box(104, 10, 20, 74))
    trims = (box(18, 39, 88, 3), box(102, 8, 24, 3), box(20, 58, 84, 1.2), polygon((101, 8), (114, 0), (127, 8)))
    doors = tuple(
        shape for x in (26, 46, 66, 86)
        for shape in (box(x, 66, 14, 18), Ellipse(x + 7, 66, 7, 4))
    )
    panes = (*windows(27, 46, 8, 1, (5, 8), (5, 0)), *windows(111, 16, 1, 4, (6, 8), (0, 6)))
    panels = tuple(box(x + 2, y, 10, 1) for x in (26, 46, 66, 86) for y in (68, 73, 78))
    people = draw_people(
        Person(34, 95, 30, TALK, 1, "dress scarf"), Person(48, 95, 31, WAVE, -1, "cap"),
        Person(92, 95, 30, WALK, 1, "coat bag"), Person(138, 95, 31, STAND, -1, "skirt bun"),
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
    skyline = (box(16, 46, 62, 10), box(22, 38, 10, 10), polygon((34, 46), (40, 34), (46, 46)),
               box(52, 30, 6, 20), polygon((51, 30), (55, 20), (59, 30)), box(62, 40, 12, 10))
    frame = (box(46, 12, 2, 44), box(16, 32, 62, 1.6), box(12, 56, 70, 3))
    desk = (box(30, 72, 84, 3), box(36, 75, 3, 21), box(104, 75, 3, 21), box(80, 75, 20, 12))
    things = (
        polygon((60, 72), (80, 72), (80, 70.6), (60, 70.6)), polygon((59, 71), (62, 71), (58, 58), (55, 58)),
        *plant(104, 72, 18), box(38, 70, 12, 2), box(39, 68, 11, 2), box(40, 66, 9, 2),
    )
    worker = draw_people(Person(94, 96, 62, TYPE, -1, "bun"))
    return Scene(
        "news-desk",
        "Someone works at a desk with a laptop, books and a plant, by a window over the city.",
        shade(84, "#dfe6df", "#cfd8cf") + shade(16, "#a98f6b", "#8a7050"),
        (
            Layer("#9cc0d6", window), Layer("#5f7f9a", skyline), Layer("#f4f0e2", frame),
            Layer("#33465a", (*chair(98, 96, 40, -1), *worker)),
            Layer("#7a4d32", desk), Layer("#1f5a4d", things),
            Layer("#b8574a", pendant(128, 0, 30, 20)),
        ),
        "#8fa0a0",
    )  # fmt: skip
