"""A festival of many cultures in the streets."""

from __future__ import annotations

from samenleven.weave.colours import shade
from samenleven.weave.damask import Layer, Scene
from samenleven.weave.figures import CHEER, CLAP, WAVE, Person, draw_people
from samenleven.weave.scenery import bulbs, bunting, gable, rope, tower, windows
from samenleven.weave.shapes import box, disc

NIGHT, INDIGO, WELD = "#12172c", "#26386b", "#f3c14f"


def draw_crowd() -> Scene:
    """Weave a crowd under flags, before the gables of a square."""
    houses = (
        *gable(0, 78, 22, 34), *gable(22, 78, 18, 38, "neck"), *gable(40, 78, 22, 30, "point"),
        *tower(66, 78, 14, 50), *gable(84, 78, 24, 33), *gable(108, 78, 20, 40, "point"),
        *gable(128, 78, 32, 32),
    )  # fmt: skip
    red, gold = bunting((0, 14), (82, 10), 6, 11, 6)
    red_too, gold_too = bunting((82, 10), (160, 16), 6, 11, 6)
    lit = (*windows(5, 49, 2, 2), *windows(45, 53, 2, 2), *windows(90, 50, 2, 2), *windows(112, 44, 2, 3),
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
        "A crowd cheers with raised hands under rows of flags on a square with gables and a belfry.",
        shade(80, "#1d2b58", "#3a4a86", "#b4586a", "#f0a45e") + shade(20, "#6a3550", "#31224a"),
        (
            Layer("#3a3163", houses),
            Layer(WELD, lit),
            Layer("#e2604a", (*red, *red_too)),
            Layer("#f6d98c", (*gold, *gold_too)),
            Layer("#59305a", back),
            Layer(NIGHT, crowd),
        ),
        "#e9b98a",
    )
