"""One of each awkward file as photos of a page, so many that they need a second page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.images.conftest import jpeg_of, phone_photo, png16, scene

FOLDER = "news/album"
PHONE = "Straatfeest (é).JPG"  # of a phone: P3, lying on its side, with place, faces and names
WITHDRAWN, ENDED = "ingetrokken.jpg", "voorbij.jpg"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><!-- Jan Janssens -->'
    b'<metadata>Jan Janssens</metadata><path fill="#306" d="M9 9h90v60H9z"/></svg>'
)
FRONT = {
    "nl": (
        "title: Feest in beeld\nslug: feest-in-beeld\nsummary: Foto's van het feest.\n"
        "updated: 2025-09-20\ndate: 2025-09-20\ncontact: city-desk\n"
    ),
    "fr": (
        "title: La fête en images\nslug: fete-en-images\nsummary: Des photos de la fête.\n"
        "translation: machine\ntranslated_from: 2025-09-20\n"
    ),
    "ar": (
        "title: الحفلة بالصور\nsummary: صور من الحفلة.\n"
        "translation: machine\ntranslated_from: 2025-09-20\n"
    ),
}
ALTS = {"nl": "Mensen vieren bij huis", "fr": "Des gens à la fête, maison", "ar": "ناس عند البيت"}
CAPTIONS = {"nl": "Feest bij huis", "fr": "La fête, maison", "ar": "الحفلة عند البيت"}
BODIES = {"nl": "Wat een feest.", "fr": "Quelle fête.", "ar": "يا لها من حفلة."}
ROW = "![](dansje.gif)\n![](affiche.png)"


def make_files() -> dict[str, bytes]:
    """Return the files that are shown, by name; the cover first."""
    street = {f"straat-{n}.jpg": jpeg_of(scene(330 + n, 220)) for n in range(17)}
    return {
        PHONE: phone_photo(6),
        "dansje.gif": _save("GIF", *(scene(300, 200).rotate(40 * turn) for turn in range(3))),
        "affiche.png": png16(400, 300, (51_400, 23_130, 15_420)),
        "drukwerk.jpg": jpeg_of(Image.new("CMYK", (400, 300), (0, 255, 255, 0))),
        "logo.svg": LOGO,
        "grijs.webp": _save("WEBP", scene(400, 300).convert("L")),
        "nieuw.avif": _save("AVIF", scene(400, 300)),
        "glas.png": _save("PNG", Image.new("RGBA", (400, 300), (200, 0, 0, 0))),
        "klein.jpg": jpeg_of(scene(60, 40)),
        "dubbel.jpg": _save("MPO", scene(400, 300), scene(400, 300).rotate(180)),
        **street,
    }


def _save(image_format: str, first: Image.Image, *more: Image.Image) -> bytes:
    file = BytesIO()
    moving = {"save_all": True, "append_images": more, "duration": 120, "loop": 0} if more else {}
    first.save(file, image_format, **moving)
    return file.getvalue()


def write_album(content: Path, files: dict[str, bytes] | None = None) -> list[str]:
    """Write the page and its photos below a content folder; return the names that are shown."""
    folder = content / FOLDER
    folder.mkdir(parents=True)
    shown = make_files() if files is None else files
    for name, data in shown.items():
        (folder / name).write_bytes(data)
    for number, name in enumerate((WITHDRAWN, ENDED)):
        (folder / name).write_bytes(jpeg_of(scene(500 + number, 300)))
    for lang, front in FRONT.items():
        rows = "".join(_rows(lang, [*shown, WITHDRAWN, ENDED]))
        row = ROW if "dansje.gif" in shown else ""
        body = f"{BODIES[lang]}\n\n{row}\n\n## 2025 {{#year}}\n\n{BODIES[lang]}\n"
        (folder / f"index.{lang}.md").write_text(f"---\n{front}photos:\n{rows}---\n{body}", "utf-8")
    return [*shown]


def _rows(lang: str, names: list[str]) -> Iterator[str]:
    for number, name in enumerate(names, 1):
        yield f'  - file: "{name}"\n    alt: {ALTS[lang]} {number}.\n'
        yield f"    caption: {CAPTIONS[lang]} {number}.\n"
        if lang == "nl":
            yield "    credit: Stad Lindebeek\n    consent: public-event\n"
            yield "    withdrawn: true\n" if name == WITHDRAWN else ""
            yield "    until: 2025-10-31\n" if name == ENDED else ""
