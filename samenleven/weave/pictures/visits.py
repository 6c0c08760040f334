"""Associations and neighbours who visit one another."""

from __future__ import annotations

from dataclasses import replace

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import CARRY, SIT, SIT_FRONT, TALK, WAVE, Person, Pose, draw_people
from samenleven.weave.furniture import banner, book, chair, note, pendant, plant
from samenleven.weave.scenery import gable
from samenleven.weave.shapes import Ellipse, Ring, Shapes, box, disc, line, polygon

WALNUT, LINEN = "#2b1a17", "#f0e3c8"
OFFER = Pose(((0.26, 0.5), (0.2, 0.4)), SIT.feet, SIT.hip, 0.04, width=0.06)
SAY = replace(SIT_FRONT, hands=((0.2, 0.7), (-0.11, 0.33)), elbows=(-1, -0.3))
TELL = Pose(((0.2, 0.68), (0.2, 0.4)), SIT.feet, SIT.hip, 0.01, width=0.06)


def draw_table() -> Scene:
    """Weave neighbours around a table under a lamp."""
    glow = (polygon((68, 32), (92, 32), (122, 66), (38, 66)),)
    window = (box(112, 12, 30, 30),)
    frame = (box(126, 12, 2, 30), box(112, 26, 30, 1.6), box(109, 42, 36, 2))
    people = draw_people(
        Person(24, 96, 58, OFFER, 1, "scarf"),
        Person(136, 96, 60, TELL, -1, "beard"),
    )
    behind = draw_people(
        Person(63, 106, 58, Pose(((0.2, 0.5), (-0.2, 0.5)), width=0.1), 1, "cap"),
        Person(97, 106, 57, Pose(((0.19, 0.56), (-0.2, 0.5)), width=0.1), -1, "long"),
    )
    table = (box(34, 69, 92, 3), box(40, 72, 80, 4), box(46, 76, 3, 20), box(111, 76, 3, 20))
    food = (
        Ellipse(80, 69, 9, 5),
        box(71, 63.5, 18, 1.5),
        disc(80, 62, 1.5),
        box(54, 65, 4, 4),
        box(102, 65, 4, 4),
        Ellipse(66, 68.5, 4, 1.5),
        Ellipse(94, 68.5, 4, 1.5),
    )
    return Scene(
        "visits-table",
        "Four neighbours sit together at a laid table under a hanging lamp.",
        shade(80, "#8a4a33", "#a85f3a", "#c07a45") + shade(20, "#5a3426", "#44261f"),
        (
            Layer("#33486f", window), Layer("#5a3426", frame), Layer("#f2cf86", glow),
            Layer("#7a3f2c", behind, (box(0, 70, 160, 30),)),
            Layer(WALNUT, (*chair(18, 96, 36), *chair(142, 96, 36, -1), *people)),
            Layer(LINEN, table), Layer("#5b2a22", food), Layer(WALNUT, pendant(80, 0, 33, 24)),
        ),
        "#e3b873",
    )  # fmt: skip


def draw_door() -> Scene:
    """Weave a host who opens the door to guests."""
    wall = (box(74, 0, 86, 86),)
    lines = tuple(box(74, y, 86, 0.9) for y in range(8, 86, 8))
    frame, light = (box(97, 26, 34, 60),), (box(100, 29, 28, 57),)
    glow = (polygon((100, 86), (128, 86), (112, 100), (66, 100)),)
    step = (box(93, 86, 42, 3),)
    window = (box(140, 34, 14, 20),)
    pane = (box(146.4, 34, 1.2, 20), box(140, 43, 14, 1.2), box(138, 54, 18, 2))
    host = draw_people(Person(117, 86, 50, WAVE, -1, "dress bun"))
    guests = draw_people(
        Person(30, 96, 50, CARRY, 1, "robe scarf"),
        Person(54, 96, 52, CARRY, 1, "hat coat"),
        Person(74, 97, 34, WAVE, 1, "tail skirt"),
    )
    gifts: Shapes = (
        box(39, 65.5, 9, 2.2), Ellipse(43.5, 65.5, 3.6, 3), *plant(66.5, 65, 15),
    )  # fmt: skip
    far = (
        *gable(0, 84, 20, 30),
        *gable(20, 84, 18, 24, "point"),
        *gable(38, 84, 20, 28, "neck"),
        *gable(58, 84, 16, 24),
    )
    return Scene(
        "visits-door",
        "A host waves from a lit doorway at three guests who bring a cake and a plant.",
        shade(84, "#2f3f78", "#6a6296", "#cf8d86") + shade(16, "#5d4a5c", "#43384c"),
        (
            Layer("#50578a", far), Layer("#8c4434", wall), Layer("#7a382c", lines),
            Layer("#f0e3c8", frame),
            Layer("#f5c865", (*light, *window)), Layer("#d8a65c", glow), Layer("#c9b89a", step),
            Layer("#6a3628", pane), Layer("#5b2a2c", host), Layer("#1b1a2c", guests),
            Layer("#f0e0b4", gifts),
        ),
        "#c98f86",
    )  # fmt: skip


def draw_circle() -> Scene:
    """Weave a meeting of associations on chairs in a half circle."""
    banners = (banner(22, 8, 17, 34), banner(96, 8, 17, 34))
    more, last = (banner(47, 8, 17, 34), banner(121, 8, 17, 34)), (banner(71.5, 8, 17, 34),)
    ball = (Ring(30.5, 22, 5.5, 1.4), disc(30.5, 22, 1.8))
    signs: Shapes = (
        *ball, *note(54, 27, 9), Ellipse(80, 25, 5.5, 3.4), box(74.5, 19.5, 11, 1.4),
        *line((102, 27), (107, 17), width=1.6), Ellipse(107.5, 17, 2.6, 2.6), *book(129.5, 27, 5.5),
    )  # fmt: skip
    back = draw_people(
        Person(56, 84, 44, SIT_FRONT, 1, "long"),
        Person(80, 84, 45, SAY, 1, "coat"),
        Person(104, 84, 44, SIT_FRONT, 1, "scarf"),
    )
    seats = tuple(box(x - 7, 71, 14, 13) for x in (56, 80, 104))
    front = draw_people(
        Person(18, 96, 55, TELL, 1, "beard"),
        Person(142, 96, 54, TELL, -1, "afro"),
        Person(36, 95, 50, OFFER, 1, "scarf"),
        Person(125, 95, 50, OFFER, -1, "bun"),
    )
    chairs = (
        *chair(14, 96, 32),
        *chair(32, 95, 30),
        *chair(146, 96, 32, -1),
        *chair(129, 95, 30, -1),
    )
    return Scene(
        "visits-circle",
        "People of several associations sit in a half circle and talk, under five banners.",
        shade(80, "#e9dcc0", "#efe3ca", "#e2cfa8") + shade(20, "#a87a4e", "#8a5f3a"),
        (
            Layer("#2f528f", banners), Layer("#b8402f", more), Layer("#2f7663", last),
            Layer("#f6ead0", signs),
            Layer("#b98a5a", seats), Layer("#6a4238", back), Layer("#7a4a2c", chairs),
            Layer(WALNUT, front),
        ),
        "#b99a6a",
    )  # fmt: skip


def draw_kitchen() -> Scene:
    """Weave people who cook together."""
    shelf = (box(12, 30, 60, 2), box(96, 30, 54, 2))
    jars = tuple(
        shape
        for x in (17, 28, 50, 61, 101, 112, 134)
        for shape in (box(x, 20, 7, 10), box(x + 1, 18, 5, 1.6))
    )
    hood = (polygon((72, 0), (96, 0), (104, 18), (64, 18)),)
    counter, front = (box(0, 72, 160, 3),), (box(0, 75, 160, 25),)
    doors = tuple(box(x, 79, 28, 18) for x in (6, 46, 86, 126))
    pots = (
        box(71, 60, 26, 12),
        box(67, 62, 34, 2.4),
        box(69, 58, 30, 1.8),
        disc(84, 56.6, 1.7),
        polygon((30, 66), (46, 66), (43, 72), (33, 72)),
        box(118, 69, 18, 3),
    )
    steam = (
        *line((77, 53), (74, 47), (79, 41), (76, 34), width=1.6),
        *line((85, 53), (88, 46), (83, 39), (87, 30), width=1.6),
        *line((93, 53), (91, 48), (95, 43), (93, 37), width=1.4),
    )  # fmt: skip
    food = (
        disc(34, 66, 3),
        disc(39, 65, 3.4),
        disc(43, 66.4, 2.6),
        Ellipse(124, 68, 4, 1.8),
        disc(132, 67.4, 2),
    )
    cooks = draw_people(
        Person(22, 106, 62, CARRY, 1, "scarf"),
        Person(54, 106, 66, TALK, 1, "beard"),
        Person(114, 106, 62, CARRY, -1, "bun"),
        Person(142, 106, 58, CARRY, -1, "cap"),
    )
    return Scene(
        "visits-kitchen",
        "Four people cook together at a counter; a big pot steams.",
        tuple("#dcbf8c" if row % 8 else "#c9a56c" for row in range(100)),
        (
            Layer("#8a5236", (*shelf, *hood)), Layer("#b8574a", jars), Layer("#f8efd8", steam),
            Layer("#34262b", cooks), Layer("#a5653f", front), Layer("#8a4f33", doors),
            Layer("#f0e3c8", counter),
            Layer("#3f5470", pots), Layer("#d9772e", food),
        ),
        "#b08a58",
    )  # fmt: skip
