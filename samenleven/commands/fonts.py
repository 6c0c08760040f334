"""Make the theme's fonts out of those of their designers: few scripts, few weights, all features.

The designers' files come from npm, version 5.3.0 of three packages: `npm install
@fontsource-variable/golos-text @fontsource-variable/literata @fontsource-variable/vazirmatn`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.instancer import instantiateVariableFont
from fontTools.varLib.iup import iup_delta_optimize

from samenleven.record import record

# As unicode-range in theme/static/css/fonts.css, where each stands again; a test compares them.
LETTERS = (
    "U+BF-CF,U+D1-DD,U+DF-EF,U+F1-FD,U+FF,U+131,U+152-153,U+300-301,U+303-304,U+308,U+2009,U+2011,"
    "U+2013-2014,U+2018-201A,U+201C-201E,U+2026,U+202F,U+20AC"
)
LATIN = (
    "U+20-7E,U+A0-A1,U+A7,U+A9,U+AB,U+AD,U+B0,U+B2-B3,U+B7,U+B9,U+BB-BE,"
    f"{LETTERS},U+2022,U+2039-203A,U+2044,U+2122,U+2212"
)
LATIN_HEADING = f"U+20-22,U+26-3B,U+3F,U+41-5A,U+61-7A,U+A0-A1,U+AB,U+AD,U+B7,U+BB,{LETTERS}"
# What Turkish has besides; its pages need none of the rest of the extended letters.
TURKISH = "U+11E-11F,U+130,U+15E-15F"
LATIN_EXT = (
    "U+100-107,U+10A-113,U+116-11B,U+120-123,U+126-127,U+12A-12B,U+12E-12F,U+132-133,U+136-137,"
    "U+139-13E,U+141-148,U+14C-14D,U+150-151,U+154-15B,U+160-161,U+164-165,U+16A-17E,U+218-21B,"
    "U+1E9E"
)
# Of Ukrainian, Belarusian, Bulgarian and Russian.
CYRILLIC = (
    "U+301,U+401,U+404,U+406-407,U+40E,U+410-44F,U+451,U+454,U+456-457,U+45E,U+490-491,U+2116"
)
# Of Arabic and Persian; western digits and most punctuation come from the Latin face.
ARABIC = (
    "U+20,U+60C,U+61B,U+61F,U+621-63A,U+640-655,U+660-66C,U+670-671,U+67E,U+686,U+698,U+6A9,U+6AF,"
    "U+6C0,U+6CC,U+6F0-6F9,U+200C-200E"
)
# What a face may lack and has under another number: the narrow fixed space, the fixed hyphen.
STAND_INS = {0x202F: 0x2009, 0x2011: 0x2D}
# In units of the font, 1000 or 2048 to its size: at most a 16th of a pixel in a title of 40.
TOLERANCE = 1.5

Axes = Mapping[str, float | tuple[float, float]]
TEXT: Axes = {"wght": (400, 700)}
HEADING: Axes = {"wght": 600, "opsz": 32}  # drawn for the size of a title, in pixels


@record(frozen=True)
class Subset:
    """A font of the theme: which characters and weights of which file."""

    name: str
    source: str
    axes: Axes
    ranges: str


SUBSETS = (
    Subset("golos-latin", "golos-text-latin-wght-normal.woff2", TEXT, LATIN),
    Subset("golos-turkish", "golos-text-latin-ext-wght-normal.woff2", TEXT, TURKISH),
    Subset("golos-latin-ext", "golos-text-latin-ext-wght-normal.woff2", TEXT, LATIN_EXT),
    Subset("golos-cyrillic", "golos-text-cyrillic-wght-normal.woff2", TEXT, CYRILLIC),
    Subset("literata-latin", "literata-latin-opsz-normal.woff2", HEADING, LATIN_HEADING),
    Subset("literata-turkish", "literata-latin-ext-opsz-normal.woff2", HEADING, TURKISH),
    Subset("literata-latin-ext", "literata-latin-ext-opsz-normal.woff2", HEADING, LATIN_EXT),
    Subset("literata-cyrillic", "literata-cyrillic-opsz-normal.woff2", HEADING, CYRILLIC),
    Subset("vazirmatn", "vazirmatn-arabic-wght-normal.woff2", TEXT, ARABIC),
)


def write_fonts(source: Path, target: Path) -> list[Path]:
    """Write every font of the theme into `target`; `source` holds the designers' at any depth.

    The same source gives the same bytes. Raises: FileNotFoundError, naming what `source` lacks.
    """
    files = [(subset, _find(source, subset.source)) for subset in SUBSETS]
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for subset, file in files:
        written.append(target / f"{subset.name}.woff2")
        make_subset(TTFont(file, recalcTimestamp=False), subset).save(written[-1])
    return written


def _find(folder: Path, name: str) -> Path:
    found = next(iter(sorted(folder.rglob(name))), None)
    if found is None:
        raise FileNotFoundError(f"{folder} holds no {name}")
    return found


def make_subset(font: TTFont, subset: Subset) -> TTFont:
    """Return the font with the weights and characters of `subset`, ready to be saved."""
    add_stand_ins(font)
    font = instantiateVariableFont(font, subset.axes)
    if "gvar" in font:
        straighten(font)
    options = Options(layout_features=["*"], hinting=False, name_IDs=[0, 1, 2, 13, 14])
    options.drop_tables += ["VVAR", "vhea", "vmtx", "STAT"]  # of vertical lines, of desktop menus
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(parse_ranges(subset.ranges)))
    subsetter.subset(font)
    font.flavor = "woff2"
    return font


def parse_ranges(ranges: str) -> Iterator[int]:
    """Yield each character of a CSS unicode-range, as its number."""
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def add_stand_ins(font: TTFont) -> None:
    """Give a character that the font lacks the glyph of its stand-in."""
    known = font.getBestCmap()
    for table in font["cmap"].tables:
        if table.isUnicode():
            for missing, other in STAND_INS.items():
                if missing not in known and other in known:
                    table.cmap[missing] = known[other]


def straighten(font: TTFont) -> None:
    """Let each glyph go from the lightest to the boldest weight in one line, with fewer points.

    Golos is drawn so, but its files say it again for each weight between, at half their size.
    """
    widths = font["hmtx"].metrics
    for glyph in font.getGlyphOrder():
        changes = font["gvar"].variations.get(glyph, [])
        boldest = [change for change in changes if change.axes["wght"][1] == 1]
        points, outline = font["glyf"]._getCoordinatesAndControls(glyph, widths)
        for change in boldest:
            change.axes["wght"] = (0, 1, 1)
            _drop_points(change, points, outline.endPts)
        font["gvar"].variations[glyph] = boldest
    # The widths are in gvar as well.
    if "HVAR" in font:
        del font["HVAR"]
    if "GDEF" in font and getattr(font["GDEF"].table, "VarStore", None):
        _straighten_store(font["GDEF"].table.VarStore)


def _drop_points(change: TupleVariation, points: object, ends: object) -> None:
    """Leave out each point that the points beside it place as well, to TOLERANCE."""
    change.calcInferredDeltas(points, ends)
    change.roundDeltas()
    change.coordinates = iup_delta_optimize(change.coordinates, points, ends, tolerance=TOLERANCE)


def _straighten_store(store: otTables.VarStore) -> None:
    regions = store.VarRegionList.Region
    peaks = [region.VarRegionAxis[0].PeakCoord for region in regions]
    for region, peak in zip(regions, peaks, strict=True):
        if peak == 1:
            region.VarRegionAxis[0].StartCoord = 0
    for data in store.VarData:
        at_end = [peaks[index] == 1 for index in data.VarRegionIndex]
        data.Item = [
            [value if kept else 0 for value, kept in zip(row, at_end, strict=True)]
            for row in data.Item
        ]
