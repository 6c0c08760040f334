"""The woven scenes by name."""

from __future__ import annotations

from samenleven.weave.damask import Scene, draw_damask
from samenleven.weave.pictures import festival, news, roots, street, summer, visits

DRAWN = (
    roots.draw_stage(),
    festival.draw_crowd(),
    summer.draw_classroom(),
    summer.draw_books(),
    visits.draw_table(),
    street.draw_dusk(),
    news.draw_fire_station(),
    news.draw_desk(),
)
SCENES: dict[str, Scene] = {scene.name: scene for scene in DRAWN}


def draw_scene(name: str) -> str:
    """Return a scene as SVG."""
    return draw_damask(SCENES[name])
