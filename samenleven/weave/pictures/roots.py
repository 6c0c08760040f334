"""Young people who dance, act and make music."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import BOW, CHEER, DANCE, LEAP, TURN, WAVE, Person, Pose, draw_people
from samenleven.weave.furniture import drum, guitar, note, violin
from samenleven.weave.scenery import cloud, hill
from samenleven.weave.shapes import Ellipse, Limb, Shapes, box, disc, polygon, star

INK, MADDER, WINE = "#1f141c", "#a93c33", "#6d2430"


def draw_stage() -> Scene:
    """Weave a leap on a stage, before the heads of those who watch."""
    beams = (polygon((58, 0), (70, 0), (104, 74), (44, 74)), Ellipse(74, 75, 31, 4))
    side = (
        polygon((112, 0), (118, 0), (144, 74), (108, 74)),
        polygon((30, 0), (24, 0), (14, 74), (42, 74)),
    )
    dancers = draw_people(
        Person(76, 66, 42, LEAP, wears="bun"),
        Person(37, 75, 38, DANCE, -1, "skirt bun"),
        Person(117, 75, 40, BOW, -1, "cap"),
    )
    return Scene(
        "roots-stage",
        "A dancer leaps in a spotlight on a stage; two others dance beside, and people watch.",
        shade(78, "#5b2a4c", "#8e3d58", "#b65a5e") + shade(22, "#5a3327", "#38211f"),
        (
            Layer("#cf7a66", side),
            Layer("#f2d79c", beams),
            Layer(MADDER, _curtain()),
            Layer(WINE, _folds()),
            Layer(INK, dancers),
            Layer("#120d14", _heads()),
        ),
        "#d9a06b",
    )


def _curtain() -> Shapes:
    left = polygon((0, 0), (21, 0), (17, 22), (8, 48), (11, 78), (0, 78))
    right = polygon((160, 0), (139, 0), (143, 22), (152, 48), (149, 78), (160, 78))
    top = [Ellipse(10 + 20 * step, 0, 11.5, 11) for step in range(9)]
    return left, right, box(0, 0, 160, 3), *top


def _folds() -> Shapes:
    sides = [Limb((x, 10), (x * 0.5 + 2, 78), 0.9, 0.7) for x in (3, 9, 15)]
    others = [Limb((160 - x, 10), (158 - x * 0.5, 78), 0.9, 0.7) for x in (3, 9, 15)]
    top = [Ellipse(20 * step, 0, 3, 7) for step in range(9)]
    return *sides, *others, *top


def _heads() -> Shapes:
    spots = (
        (6, 90),
        (24, 93),
        (43, 91),
        (62, 94),
        (82, 92),
        (101, 94),
        (121, 91),
        (140, 93),
        (156, 90),
    )
    return tuple(shape for x, y in spots for shape in (disc(x, y, 5), Ellipse(x, y + 14, 9.5, 10)))


def draw_dance() -> Scene:
    """Weave four dancers before a great sun."""
    dancers = draw_people(
        Person(28, 84, 50, DANCE, 1, "skirt bun"),
        Person(63, 84, 52, TURN, 1, "dress long"),
        Person(99, 84, 53, CHEER, 1, "cap"),
        Person(134, 84, 50, DANCE, -1, "afro"),
    )
    floor = polygon((0, 100), (0, 82), (160, 82), (160, 100))
    shadows = tuple(Ellipse(x, 86, 13, 1.8) for x in (28, 64, 99, 134))
    return Scene(
        "roots-dance",
        "Four young people dance in a row before a great round sun.",
        shade(82, "#7a2c4b", "#b8434b", "#e07a4c", "#f2ad5c") + shade(18, "#5a2438", "#4a1c33"),
        (
            Layer("#f7cf76", (disc(80, 50, 38),), (floor,)), Layer("#6d2a3d", (floor,)),
            Layer("#4a1c30", shadows), Layer("#2a1226", dancers),
        ),
        "#f0b070",
    )  # fmt: skip


def draw_theatre() -> Scene:
    """Weave two actors under a paper moon."""
    moon, bite = (disc(84, 30, 17),), (disc(92, 25, 14.5),)
    strings = (box(77.5, 0, 0.9, 16), box(30, 0, 0.9, 20), box(132, 0, 0.9, 30))
    clouds = (*cloud(30, 27, 30), *cloud(132, 37, 28))
    stars = tuple(
        star(x, y, 3.6, 1.1, 4) for x, y in ((56, 16), (112, 20), (48, 42), (118, 48), (100, 34))
    )
    hills = (hill(((12, 74), (40, 62), (70, 70), (104, 60), (150, 72)), 80),)
    actors = draw_people(
        Person(
            58,
            82,
            46,
            Pose(((0.34, 0.74), (-0.16, 0.5)), ((0.12, 0), (-0.1, 0)), lean=0.04),
            1,
            "hat coat",
        ),
        Person(106, 82, 45, WAVE, -1, "robe long"),
    )
    return Scene(
        "roots-theatre",
        "Two actors play on a stage between curtains, under a paper moon, clouds and stars.",
        shade(80, "#1f2c5c", "#364a86", "#6d78a8") + shade(20, "#6a4030", "#472b25"),
        (
            Layer("#2c3a70", hills), Layer("#d9d2c4", strings), Layer("#f4d27a", moon, bite),
            Layer("#f7e6b4", stars), Layer("#e6e4de", clouds),
            Layer("#8a5a3c", (box(0, 80, 160, 3),)),
            Layer("#a93c33", _curtain()), Layer("#6d2430", _folds()), Layer(INK, actors),
        ),
        "#8fa0c8",
    )  # fmt: skip


def draw_music() -> Scene:
    """Weave four young people who make music together."""
    drummer = Person(
        30, 90, 54, Pose(((0.2, 0.44), (0.12, 0.5)), ((0.3, 0), (0.1, 0)), (0, 0.29)), 1, "afro"
    )
    singer = Person(68, 90, 55, Pose(((0.12, 0.78), (-0.16, 0.56)), lean=0.01), 1, "dress scarf")
    violinist = Person(98, 90, 53, Pose(((0.24, 0.8), (0.2, 0.68)), width=0.07), 1, "skirt bun")
    guitarist = Person(
        136, 90, 55, Pose(((0.2, 0.54), (0.02, 0.4)), ((0.27, 0), (0.14, 0)), (0, 0.29)), -1, "cap"
    )
    seats = (box(21, 74, 14, 2.4), box(22, 76, 2, 14), box(32, 76, 2, 14), box(130, 74, 15, 2.4),
             box(131, 76, 2, 14), box(142, 76, 2, 14))  # fmt: skip
    stand = (box(76, 48, 1.2, 42), box(72, 89, 9, 1.6), disc(76.6, 46.5, 2.2))
    things = (*drum(41, 91, 25), *violin(100, 46, 9), *guitar(132, 66, 10, -1))
    notes = (
        *note(50, 33, 9),
        *note(85, 27, 8),
        *note(118, 32, 9),
        *note(26, 27, 7),
        *note(144, 27, 7),
    )
    return Scene(
        "roots-music",
        "Four young people make music: a hand drum, a singer, a violin and a guitar.",
        shade(84, "#e9b65c", "#eec98a", "#f4dfb8") + shade(16, "#a8613f", "#86472f"),
        (
            Layer("#d9793f", (disc(80, 62, 50),), (box(0, 84, 160, 16),)), Layer("#f6e3b2", notes),
            Layer("#6a3a28", seats), Layer(INK, draw_people(drummer, singer, violinist, guitarist)),
            Layer("#7c2a33", things), Layer("#3a2630", stand),
        ),
        "#c98a4a",
    )  # fmt: skip
