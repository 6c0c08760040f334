"""The woven scenes by name."""

from __future__ import annotations

from samenleven.weave.damask import Scene, draw_damask, draw_damask_png
from samenleven.weave.pictures import (
    festival,
    gifts,
    news,
    roots,
    roses,
    street,
    summer,
    visits,
)

DRAWN = (
    roots.draw_stage(),
    roots.draw_dance(),
    roots.draw_theatre(),
    roots.draw_music(),
    festival.draw_crowd(),
    festival.draw_parade(),
    festival.draw_stalls(),
    festival.draw_lanterns(),
    summer.draw_classroom(),
    summer.draw_books(),
    summer.draw_playground(),
    summer.draw_walk(),
    visits.draw_table(),
    visits.draw_door(),
    visits.draw_circle(),
    visits.draw_kitchen(),
    street.draw_dusk(),
    street.draw_bench(),
    street.draw_plan(),
    street.draw_together(),
    news.draw_fire_station(),
    news.draw_desk(),
    news.draw_award(),
    news.draw_visit(),
    gifts.draw_parcels(),
    gifts.draw_crafts(),
    gifts.draw_blossom(),
    roses.draw_arch(),
    roses.draw_bed(),
    roses.draw_towers(),
)
SCENES: dict[str, Scene] = {scene.name: scene for scene in DRAWN}


def draw_scene(name: str) -> str:
    """Return a scene as SVG of 160 by 100 threads."""
    return draw_damask(SCENES[name])


def draw_scene_png(name: str, width_px: int = 1200, height_px: int = 630) -> bytes:
    """Return a scene as PNG; what does not fit is cut at the top and, a little, at the foot."""
    return draw_damask_png(SCENES[name], width_px, height_px)
