"""Cloth as SVG: one small tile that repeats, whatever the size of the cloth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from samenleven.weave.colours import mix, shorten
from samenleven.weave.drafts import SATEEN, SATIN, Cloth
from samenleven.weave.drawdown import Float, tile_size, warp_floats, weft_floats
from samenleven.weave.outline import Mask, trace_outline

# In tenths of a thread. A float is a core with a wide, round-joined stroke in the same paint:
# rounded corners without a rectangle a float.
STEP = 10
CORE = 4
STROKE = 5
LIGHT = "#ffffff"
Box = tuple[int, int, int, int]  # column, row; width and height of the core
Boxes = Callable[[Float], list[Box]]
Patch = tuple[Cloth, int, int, int, int]


def draw_svg(
    cloth: Cloth, width: int, height: int, *, unit: int = 10, mask: Mask | None = None
) -> str:
    """Return an SVG of `width` by `height` threads of `unit` pixels.

    With a mask (rows of booleans, a cell a thread) the cloth is damask: warp-faced satin where the
    mask is on, weft-faced where it is off. The SVG has no script and no style, and its ids come
    from its content, so that several fit in one page.
    """
    key = _key(cloth, width, height, mask)
    if mask is None:
        return write_svg(width, height, unit, [_tile(cloth, key), cover(width, height, key)])
    on, off = replace(cloth, draft=SATIN), replace(cloth, draft=SATEEN)
    parts = [_tile(off, f"{key}f"), cover(width, height, f"{key}f"), _tile(on, f"{key}n")]
    return write_svg(width, height, unit, [*parts, fill_outline(mask, f"{key}n")])


def sew(patches: Sequence[Patch], width: int, height: int, *, unit: int = 10) -> str:
    """Return an SVG of patches, each a cloth with its column, row, width and height in threads."""
    parts = []
    drawn = set()
    for cloth, x, y, across, down in patches:
        key = _key(cloth)
        if key not in drawn:
            parts.append(_tile(cloth, key))
            drawn.add(key)
        parts.append(f'<path fill="url(#{key})" d="M{x} {y}h{across}v{down}h-{across}z"/>')
    return write_svg(width, height, unit, parts)


def write_svg(width: int, height: int, unit: int, parts: Iterable[str]) -> str:
    """Return the SVG document around `parts`, which count in threads."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * unit}" height="{height * unit}"'
        f' viewBox="0 0 {width} {height}">{"".join(parts)}</svg>\n'
    )


def cover(width: int, height: int, key: str) -> str:
    """Return a rectangle over the whole cloth in the pattern `key`."""
    return f'<path fill="url(#{key})" d="M0 0h{width}v{height}H0z"/>'


def fill_outline(mask: Mask, key: str) -> str:
    """Return the path around a mask in the pattern `key`."""
    return f'<path fill="url(#{key})" fill-rule="evenodd" d="{trace_outline(mask)}"/>'


def pattern(key: str, width: int, height: int, content: str) -> str:
    """Return a pattern of `width` by `height` threads; its content counts in tenths of a thread."""
    return (
        f'<pattern id="{key}" width="{width}" height="{height}" patternUnits="userSpaceOnUse"'
        f' viewBox="0 0 {width * STEP} {height * STEP}">{content}</pattern>'
    )


def gradient(key: str, axis: str, stops: str) -> str:
    """Return a gradient across each thread along `axis`: light on one side, shadow on the other."""
    end = f'x2="{STEP}"' if axis == "x" else f'x2="0" y2="{STEP}"'
    return (
        f'<linearGradient id="{key}" gradientUnits="userSpaceOnUse" {end}'
        f' spreadMethod="repeat">{stops}</linearGradient>'
    )


def _key(*content: object) -> str:
    return f"w{sha256(repr(content).encode()).hexdigest()[:7]}"


def _tile(cloth: Cloth, key: str) -> str:
    width, height = tile_size(cloth)
    ground = f'<path fill="{shorten(cloth.ground)}" d="M0 0h{width * STEP}v{height * STEP}H0z"/>'
    warps = _paint(warp_floats(cloth), f"{key}x", "x", cloth.ground, _warp_boxes(height))
    wefts = _paint(weft_floats(cloth), f"{key}y", "y", cloth.ground, _weft_boxes(width))
    threads = f'<g stroke-width="{STROKE}" stroke-linejoin="round">{"".join([*warps, *wefts])}</g>'
    return pattern(key, width, height, ground + threads)


def _paint(
    floats: Iterable[Float], key: str, axis: str, ground: str, boxes: Boxes
) -> Iterator[str]:
    """Yield a gradient and a path for each colour."""
    found: dict[str, list[Box]] = {}
    for stretch in floats:
        found.setdefault(stretch.colour, []).extend(boxes(stretch))
    for number, (colour, shapes) in enumerate(found.items()):
        stops = _stops(colour, ground)
        own = f"{key}{number}"
        if number:  # the same light from the same side
            yield f'<linearGradient id="{own}" href="#{key}0">{stops}</linearGradient>'
        else:
            yield gradient(own, axis, stops)
        yield f'<path fill="url(#{own})" stroke="url(#{own})" d="{_write_boxes(shapes)}"/>'


def _stops(colour: str, ground: str) -> str:
    """Return the light and the shadow of a round thread, a fifth across it and at its end."""
    light, dark = shorten(mix(colour, LIGHT, 0.08)), shorten(mix(colour, ground, 0.26))
    return f'<stop offset=".2" stop-color="{light}"/><stop offset="1" stop-color="{dark}"/>'


def _starts(start: int, length: int, size: int) -> list[int]:
    """Return where a float starts; twice, if it runs over the edge of a tile of `size` threads."""
    return [start, start - size] if start + length > size else [start]


def _warp_boxes(height: int) -> Boxes:
    return lambda run: [
        (run.x, y, CORE, _core(run.length)) for y in _starts(run.y, run.length, height)
    ]


def _weft_boxes(width: int) -> Boxes:
    return lambda run: [
        (x, run.y, _core(run.length), CORE) for x in _starts(run.x, run.length, width)
    ]


def _core(length: int) -> int:
    return length * STEP - (STEP - CORE)


def _write_boxes(boxes: Iterable[Box]) -> str:
    """Return a path of boxes, each from the one before: relative moves are shorter."""
    path, last_x, last_y = [], 0, 0
    for column, row, width, height in boxes:
        x, y = (place * STEP + (STEP - CORE) // 2 for place in (column, row))
        space = "" if y < last_y else " "
        path.append(f"m{x - last_x}{space}{y - last_y}h{width}v{height}h-{width}z")
        last_x, last_y = x, y
    return "".join(path)
