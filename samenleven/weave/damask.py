"""Damask of many colours: a ground whose weft changes by the row, and layers of warp on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from samenleven.record import record
from samenleven.weave.colours import mix, shorten
from samenleven.weave.drafts import SATEEN, SATIN, Cloth
from samenleven.weave.drawdown import Float, find_runs, warp_floats, weft_floats
from samenleven.weave.outline import Mask
from samenleven.weave.raster import FINE, Loom, Stitch, paint
from samenleven.weave.shapes import Shape, cut_mask
from samenleven.weave.svg import cover, fill_outline, gradient, pattern, write_svg

WIDTH, HEIGHT = 160, 100  # threads; what matters stays within rows 13 to 97, see `draw_damask_png`
BINDING = 0.16  # how much of the light a binding point adds to the thread that it ties down
SUNKEN = 0.4  # how much is seen of the warp where it ties down the ground
SEAM = 0.36  # how much of the ground is seen between two threads
LIGHT_AND_SHADOW = (
    '<stop offset=".2" stop-color="#fff" stop-opacity=".14"/><stop offset="1" stop-opacity=".2"/>'
)


@record(frozen=True)
class Layer:
    """Bring a warp of one colour to the face, as satin, where the shapes are."""

    colour: str
    shapes: tuple[Shape, ...]
    holes: tuple[Shape, ...] = ()

    def mask(self) -> Mask:
        """Return the threads of the layer."""
        return cut_mask(self.shapes, self.holes, WIDTH, HEIGHT)


@record(frozen=True)
class Scene:
    """Hold what is woven: the weft of each row, the layers from back to front, and words for it.

    description: one line of English for people who cannot see the scene.
    """

    name: str
    description: str
    weft: tuple[str, ...]
    layers: tuple[Layer, ...]
    warp: str  # the thread that binds the ground
    ground: str = "#15171c"

    def thread_at(self, masks: list[Mask], x: int, y: int) -> tuple[int, bool, str]:
        """Return what lies on top: the layer (0 is the ground), whether warp, and its colour.

        masks: one for each layer, as `Layer.mask` returns them.
        """
        for depth in range(len(masks), 0, -1):
            if masks[depth - 1][y][x]:
                is_up = SATIN.is_warp_up(x, y)
                colour = self.layers[depth - 1].colour
                return depth, is_up, colour if is_up else bind(colour)
        is_up = SATEEN.is_warp_up(x, y)
        return 0, is_up, mix(self.weft[y], self.warp, SUNKEN) if is_up else self.weft[y]


def bind(colour: str) -> str:
    """Return the tone of a thread where another ties it down."""
    return mix(colour, "#ffffff", BINDING)


def draw_damask(scene: Scene) -> str:
    """Return a scene as SVG, ten pixels a thread.

    The colours lie flat; two small patterns put the floats, their light and seams upon them.
    """
    key = f"s{sha256(repr(scene).encode()).hexdigest()[:7]}"
    parts = [*_rows(scene.weft), _ground(scene, key), _relief(scene, key)]
    for depth, layer in enumerate(scene.layers, 1):
        tile = f'{_flat(layer.colour)}<use href="#{key}n"/>'
        parts += [
            pattern(f"{key}{depth}", 5, 5, tile),
            fill_outline(layer.mask(), f"{key}{depth}"),
        ]
    return write_svg(WIDTH, HEIGHT, 10, parts)


def draw_damask_png(scene: Scene, width_px: int, height_px: int) -> bytes:
    """Return a scene as PNG, as wide as its threads allow.

    Rows that do not fit are left out, four of five at the top: people stand at the foot.
    """
    step = width_px * FINE // WIDTH
    masks = [layer.mask() for layer in scene.layers]
    top = max(0, HEIGHT - -(-height_px * FINE // step)) * 4 // 5

    def stitch(x: int, y: int) -> Stitch:
        return scene.thread_at(masks, min(x, WIDTH - 1), min(y + top, HEIGHT - 1))

    return paint(stitch, width_px, height_px, Loom(step, scene.ground, SEAM))


def _flat(colour: str) -> str:
    return f'<path fill="{shorten(colour)}" d="M0 0h50v50H0z"/>'


def _rows(weft: tuple[str, ...]) -> Iterator[str]:
    """Yield the whole cloth in the first colour, then the rows of each other colour over it."""
    yield f'<path fill="{shorten(weft[0])}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
    for colour in dict.fromkeys(weft):
        if colour != weft[0]:
            rows = find_runs([thread == colour for thread in weft])
            path = "".join(f"M0 {y}h1v{min(n, HEIGHT - y)}H0z" for y, n in rows)
            yield f'<path fill="{shorten(colour)}" transform="scale({WIDTH} 1)" d="{path}"/>'


def _ground(scene: Scene, key: str) -> str:
    """Return the weft floats over the whole cloth, and the warp that ties them down."""
    floats = _floats(weft_floats(Cloth(SATEEN, ("",), ("",))), 1, 0)
    points = _floats(warp_floats(Cloth(SATEEN, ("",), ("",))), 0, 1)
    tile = (
        f"{gradient(f'{key}y', 'y', LIGHT_AND_SHADOW)}"
        f"<g {_seams(scene)}>"
        f'<path fill="url(#{key}y)" d="{floats}"/>'
        f'<path fill="{shorten(scene.warp)}" fill-opacity="{SUNKEN:g}" d="{points}"/></g>'
    )
    return pattern(f"{key}f", 5, 5, tile) + cover(WIDTH, HEIGHT, f"{key}f")


def _relief(scene: Scene, key: str) -> str:
    """Return the warp floats that all layers share, and the points where they are tied down."""
    floats = _floats(warp_floats(Cloth(SATIN, ("",), ("",))), 0, 1)
    points = _floats(weft_floats(Cloth(SATIN, ("",), ("",))), 1, 0)
    return (
        f"<defs>{gradient(f'{key}x', 'x', LIGHT_AND_SHADOW)}"
        f'<g id="{key}n" {_seams(scene)}>'
        f'<path fill="url(#{key}x)" d="{floats}"/>'
        f'<path fill="#fff" fill-opacity="{BINDING:g}" d="{points}"/></g></defs>'
    )


def _seams(scene: Scene) -> str:
    return f'stroke="{shorten(scene.ground)}" stroke-opacity="{SEAM:g}" stroke-width="1.2"'


def _floats(floats: Iterable[Float], across: int, down: int) -> str:
    """Return floats along one axis as boxes; those that leave the tile come in again."""
    return "".join(
        f"M{x * 10} {y * 10}h{10 + across * (run.length - 1) * 10}"
        f"v{10 + down * (run.length - 1) * 10}H{x * 10}z"
        for run in floats
        for x in ([run.x, run.x - 5] if across and run.x + run.length > 5 else [run.x])
        for y in ([run.y, run.y - 5] if down and run.y + run.length > 5 else [run.y])
    )
