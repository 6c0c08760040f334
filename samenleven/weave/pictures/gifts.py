"""What a city brings to children: parcels in winter, something to make, a feast in spring."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import (
    CARRY,
    CHEER,
    DANCE,
    LEAP,
    STRIDE,
    WAVE,
    Person,
    Pose,
    draw_people,
)
from samenleven.weave.scenery import bunting, cloud, gable, windows
from samenleven.weave.shapes import (
    Ellipse,
    Limb,
    Point,
    Shapes,
    box,
    disc,
    line,
    polygon,
    star,
)

NIGHT, CLAY = "#1d2140", "#3a2a2c"
PASTE = Pose(((0.2, 0.53), (-0.17, 0.51)), elbows=(0.6, -0.6), width=0.1)
FLAKES = (
    (8, 20), (20, 44), (30, 14), (41, 33), (55, 18), (66, 40), (74, 10), (86, 30), (96, 16),
    (104, 42), (14, 62), (62, 57), (98, 60), (4, 80),
)  # fmt: skip
FLOWERS = (
    (10, 92), (24, 86), (33, 97), (58, 95), (72, 88), (95, 97), (104, 90), (128, 94), (146, 87),
    (152, 96),
)  # fmt: skip


def parcel(x: float, foot: float, width: float, height: float) -> tuple[Shapes, Shapes]:
    """Return a parcel by the middle of its foot and, for a second colour, its ribbon and bow."""
    top = foot - height
    ribbon = (
        box(x - 1, top, 2, height),
        box(x - width / 2, foot - height * 0.6, width, 1.8),
        Ellipse(x - 2.2, top - 1, 2.2, 1.4),
        Ellipse(x + 2.2, top - 1, 2.2, 1.4),
    )
    return (box(x - width / 2, top, width, height),), ribbon


def draw_parcels() -> Scene:
    """Weave people who bring parcels to a lit door in the snow."""
    far = (*gable(0, 82, 24, 34), *gable(24, 82, 20, 28, "neck"), *gable(46, 82, 24, 36, "point"),
           *gable(72, 82, 20, 30))  # fmt: skip
    panes = (*windows(6, 54, 2, 2), *windows(30, 58, 2, 2), *windows(54, 52, 2, 2))
    wall, roof = (box(98, 34, 62, 52),), (polygon((92, 35), (118, 8), (164, 8), (164, 35)),)
    light = (box(112, 46, 24, 40), box(143, 48, 11, 14))
    child = draw_people(Person(124, 86, 32, WAVE, -1, "tail skirt"))
    team = draw_people(
        Person(28, 97, 56, CARRY, 1, "coat hat"), Person(72, 97, 53, CARRY, 1, "coat scarf")
    )
    parcels = [parcel(43, 64, 15, 12), parcel(86, 66, 13, 10), parcel(104, 96, 14, 10)]
    return Scene(
        "gifts-parcels",
        "Two people carry parcels through the snow to a lit door, where a child waves.",
        shade(80, "#2a3266", "#4d5590", "#8f8fb8") + shade(20, "#e9edf5", "#c9d3e6"),
        (
            Layer("#454c80", far), Layer("#f2c66a", panes), Layer("#8a4436", wall),
            Layer("#eef1f8", (*roof, *(disc(x, y, 1.2) for x, y in FLAKES))),
            Layer("#f7d27c", light), Layer("#6a2f2c", child), Layer(NIGHT, team),
            Layer("#c23a35", tuple(shape for body, _ in parcels for shape in body)),
            Layer("#f6e3b0", tuple(shape for _, ribbon in parcels for shape in ribbon)),
        ),
        "#8c90bd",
    )  # fmt: skip


def draw_crafts() -> Scene:
    """Weave children who make things of paper and paint at a table."""
    flags, more = bunting((2, 6), (158, 6), 9, 9, 8)
    stars = (star(34, 38, 7, 3), star(126, 36, 8, 3.4), star(80, 33, 5, 2.2))
    children = draw_people(
        Person(32, 112, 66, PASTE, 1, "long"),
        Person(80, 112, 62, PASTE, 1, "afro"),
        Person(128, 112, 65, PASTE, -1, "scarf"),
    )
    table = (box(6, 77, 148, 4), box(14, 81, 4, 19), box(142, 81, 4, 19))
    sheets = (
        polygon((36, 77), (58, 77), (54, 74.6), (34, 74.6)),
        polygon((88, 77), (108, 77), (112, 74.6), (92, 74.6)),
        star(46, 70, 5, 2.2),
    )
    pots: Shapes = (
        box(62, 69, 7, 8), box(114, 70, 7, 7), *line((66, 70), (70, 60), width=1.3),
        *line((64, 70), (61, 61), width=1.3), *line((118, 71), (122, 62), width=1.3),
    )  # fmt: skip
    return Scene(
        "gifts-crafts",
        "Three children at a table make stars of paper; pots of paint stand between them.",
        shade(78, "#f3e6c6", "#efdcb2", "#e6cb98") + shade(22, "#b98a5c", "#96683f"),
        (
            Layer("#c9503c", flags), Layer("#3f7f86", more), Layer("#e0a23a", stars),
            Layer(CLAY, children, (box(0, 77, 160, 23),)), Layer("#8a5636", table),
            Layer("#fbf6e8", sheets), Layer("#2f5f8a", pots),
        ),
        "#c9a46a",
    )  # fmt: skip


def draw_blossom() -> Scene:
    """Weave children who play under a tree in blossom."""
    crown: Shapes = (
        Ellipse(80, 24, 34, 17), Ellipse(52, 33, 20, 14), Ellipse(108, 33, 20, 14),
        Ellipse(80, 38, 30, 12),
    )  # fmt: skip
    trunk: Shapes = (
        Limb((80, 86), (79, 44), 3.6, 2.2), Limb((79, 56), (60, 38), 1.8, 1),
        Limb((80, 54), (100, 38), 1.8, 1),
    )  # fmt: skip
    children = draw_people(
        Person(22, 93, 38, CHEER, 1, "skirt tail"),
        Person(50, 95, 36, STRIDE, 1, "cap"),
        Person(112, 94, 38, DANCE, -1, "dress bun"),
        Person(140, 92, 37, LEAP, -1, "afro"),
    )
    return Scene(
        "gifts-blossom",
        "Four children run, dance and cheer under a tree in pink blossom on a green hill.",
        shade(70, "#9fcfe6", "#cfe6e6", "#eef0d2") + shade(30, "#a6c873", "#6f9f4e"),
        (
            Layer("#f8fbf6", (*cloud(22, 22, 26), *cloud(142, 18, 24))), Layer("#5d3d2e", trunk),
            Layer("#e88fae", crown),
            Layer("#f9d2de", tuple(disc(x, y, 2.2) for x, y in _petals())),
            Layer("#f4d35a", tuple(disc(x, y, 1.3) for x, y in FLOWERS)),
            Layer("#2b3a4a", children),
        ),
        "#8fb89a",
    )  # fmt: skip


def _petals() -> tuple[Point, ...]:
    """Return where light blossoms stand in the crown, and where some fall."""
    crown = tuple((46 + 11 * step % 68, 14 + 17 * step % 30) for step in range(14))
    return (*crown, (40, 58), (66, 66), (96, 62), (122, 56))
