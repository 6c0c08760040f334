"""What a photo becomes, what fails, and that nothing is made twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from samenleven.images import darkroom
from samenleven.images.develop import prune, withdraw
from samenleven.images.recipes import (
    BEST,
    JPEG,
    PREVIEW,
    RELEASE,
    Recipes,
    avif,
    jpeg,
    with_webp,
)
from samenleven.images.sets import Fault, ImageSet
from samenleven.languages.report import editors_gettext
from tests.images.conftest import QUICK

ROOT = Path(__file__).resolve().parents[2]
CUT = (
    "de foto is beschadigd: er ontbreekt een stuk. "
    "Kopieer ze opnieuw van het fototoestel of de telefoon."
)


def said(fault: Any) -> str:
    assert isinstance(fault, Fault), fault
    speak = editors_gettext("nl")
    return f"{fault.what.text(speak)} {fault.remedy.text(speak)}"


def widths(photo: ImageSet, kind: str = "jpeg") -> list[tuple[int, int]]:
    return [(file.width, file.height) for file in photo.of(kind)]


def bytes_of(photo: ImageSet) -> dict[str, bytes]:
    return {file.name: Path(file.path).read_bytes() for file in photo.files}


# The ladder


@pytest.mark.parametrize(
    ("size", "steps"),
    [
        ((2100, 1050), [(320, 160), (640, 320), (1024, 512), (1600, 800), (2048, 1024)]),
        ((1650, 1100), [(320, 213), (640, 427), (1024, 683), (1650, 1100)]),
        ((900, 600), [(320, 213), (640, 427), (900, 600)]),
        ((2100, 2800), [(320, 427), (640, 853), (1024, 1365), (1536, 2048)]),
        ((330, 330), [(330, 330)]),
        ((60, 40), [(60, 40)]),
        ((1, 1), [(1, 1)]),
        ((400, 2), [(320, 2), (400, 2)]),
        ((2, 3000), [(2, 3000)]),
    ],
)
def test_no_step_is_wider_than_the_photo(
    photos: Any, make: Any, size: tuple[int, int], steps: list[tuple[int, int]]
) -> None:
    photo = photos.one(make.jpeg_of(make.scene(*size)))
    assert (widths(photo), widths(photo, "avif")) == (steps, steps)


def test_every_file_is_what_its_description_says(photos: Any, make: Any) -> None:
    asked = replace(photos.write("dans.jpg", make.phone_photo()), wants_cover=True)
    (photo,) = photos.develop(replace(asked, wants_download=True), recipes=with_webp(RELEASE))
    assert photo.formats == ("avif", "webp", "jpeg")
    for file in photo.files:
        assert Path(file.path).stat().st_size == file.size
        with Image.open(file.path) as image:
            assert image.format == file.format.upper()
            if file != photo.download:
                assert image.size == (file.width, file.height)
        stem, own, end = file.name.split("-")
        assert (stem, len(own), end) == ("dans", 8, f"{file.width}{Path(file.path).suffix}")
    assert len({file.name for file in photo.files}) == len(photo.files)


def test_a_jpeg_is_progressive_with_half_the_colours_and_the_table_of_robidoux(
    photos: Any, make: Any
) -> None:
    photo = photos.one(make.jpeg_of(make.scene()))
    with Image.open(photo.of("jpeg")[0].path) as image:
        assert image.info["progressive"]
        assert [*image.quantization] == [0, 1]  # type: ignore[attr-defined]
        assert image.quantization[0][:8] == [9, 9, 9, 10, 15, 21, 32, 49]  # type: ignore[attr-defined]
        assert image.layer[0][1:3] == (2, 2)  # type: ignore[attr-defined]


def test_a_drawing_of_pixels_keeps_all_its_colours(photos: Any, make: Any) -> None:
    file = BytesIO()
    make.scene().save(file, "PNG")
    with Image.open(photos.one(file.getvalue(), "poster.png").of("jpeg")[0].path) as image:
        assert image.layer[0][1:3] == (1, 1)  # type: ignore[attr-defined]


def test_repeated_shapes_are_looked_for_in_a_drawing_of_its_own_size_alone(
    photos: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, bool]] = []
    save = Image.Image.save

    def noting(self: Any, file: Any, format: str, **options: Any) -> None:
        if format == "avif":
            told.append((self.width, ("enable-intrabc", "0") in options.get("advanced", ())))
        save(self, file, format, **options)

    photo, drawing = make.jpeg_of(make.scene()), BytesIO()
    make.scene().save(drawing, "PNG")
    monkeypatch.setattr(Image.Image, "save", noting)
    photos.one(drawing.getvalue(), "poster.png")
    photos.one(photo)
    drawn, photographed = told[:3], told[3:]
    assert drawn == [(320, True), (640, True), (900, False)]
    assert photographed == [(320, True), (640, True), (900, True)]


# The cover


@pytest.mark.parametrize("size", [(2400, 1600), (1200, 630), (600, 600), (60, 40)])
def test_a_cover_has_the_size_that_pages_say(photos: Any, make: Any, size: tuple[int, int]) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene(*size)))
    (photo,) = photos.develop(replace(asked, wants_cover=True))
    assert (photo.cover.width, photo.cover.height, photo.cover.format) == (1200, 630, "jpeg")


@pytest.mark.parametrize(("focus", "shade"), [((50, 0), 0), ((50, 50), 128), ((50, 100), 255)])
def test_a_cover_is_cut_around_the_focus(
    photos: Any, make: Any, focus: tuple[int, int], shade: int
) -> None:
    tall = Image.linear_gradient("L").resize((1300, 6000)).convert("RGB")
    asked = photos.write("photo.jpg", make.jpeg_of(tall))
    (photo,) = photos.develop(replace(asked, focus=focus, wants_cover=True))
    with Image.open(photo.cover.path) as image:
        middle = image.getpixel((600, 315))
    assert isinstance(middle, tuple)
    assert abs(middle[0] - shade) <= 16


# What moves


def moving(make: Any, count: int = 3, size: tuple[int, int] = (900, 600)) -> bytes:
    file = BytesIO()
    frames = [make.scene(*size).rotate(40 * turn) for turn in range(count)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=120, loop=0)
    return file.getvalue()


def test_what_serve_makes_moves_though_photos_are_jpeg_alone(photos: Any, make: Any) -> None:
    asked = photos.write("dans.gif", moving(make)), photos.write("dans.jpg", make.phone_photo())
    picture, photo = photos.develop(*asked, recipes=PREVIEW)
    assert picture.animation.format == "avif"
    assert photo.formats == ("jpeg",)


def test_a_moving_picture_has_a_still_and_an_animation(photos: Any, make: Any) -> None:
    photo = photos.one(moving(make), "dans.gif")
    assert widths(photo) == [(320, 213), (640, 427), (900, 600)]
    assert (photo.animation.format, photo.animation.width) == ("avif", 640)
    with Image.open(photo.animation.path) as image:
        image.load()
        assert (image.n_frames, image.info["duration"]) == (3, 120)  # type: ignore[attr-defined]
    with Image.open(photo.of("jpeg")[-1].path) as still:
        assert getattr(still, "n_frames", 1) == 1


def test_a_still_gif_does_not_move(photos: Any, make: Any) -> None:
    assert photos.one(moving(make, 1), "dans.gif").animation is None
    assert photos.one(moving(make, 1), "dans.gif").animation is None  # nor out of the cache


def test_two_pictures_in_one_jpeg_are_the_first(photos: Any, make: Any) -> None:
    file = BytesIO()
    other = Image.new("RGB", (900, 600), (0, 0, 0))
    make.scene().save(file, "MPO", save_all=True, append_images=[other], quality=95)
    photo = photos.one(file.getvalue())
    assert photo.animation is None
    with Image.open(photo.of("jpeg")[-1].path) as image:
        assert image.format == "JPEG"
        red = image.getpixel((20, 20))
    assert isinstance(red, tuple)
    assert red[0] > 200


# Drawings


def test_an_svg_is_published_as_it_is_drawn(photos: Any) -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><!-- Jan --><path d="M0 0"/>'
        b"<metadata>Jan Janssens</metadata></svg>"
    )
    photo = photos.one(drawing, "logo.svg")
    assert (photo.width, photo.height, photo.formats, photo.colour) == (120, 80, ("svg",), "")
    assert Path(photo.files[0].path).read_bytes() == (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><path d="M0 0" /></svg>\n'
    )


# What fails


@pytest.mark.parametrize(
    ("name", "maker", "message"),
    [
        ("cut.jpg", lambda make: make.jpeg_of(make.scene())[:9000], CUT),
        ("end.jpg", lambda make: make.jpeg_of(make.scene())[:9000] + b"\xff\xd9", CUT),
        ("cut.png", lambda make: make.png16(400, 300, (7,))[:-30], CUT),
        (
            "bomb.png",
            lambda make: make.bomb(),
            "de foto is groter dan 120 megapixel. Maak ze kleiner.",
        ),
        (
            "text.jpg",
            lambda make: b"Dit is geen foto.\n" * 40,
            '"text.jpg" is tekst, geen foto. Kijk na of dit het juiste bestand is.',
        ),
        (
            "phone.heic",
            lambda make: make.HEIC,
            '"phone.heic" is een HEIC-foto (van een iPhone); die kunnen browsers niet tonen. '
            "Bewaar het als JPEG en zet die hier. "
            'Of vraag de beheerder van de site om de extra "heic".',
        ),
        (
            "empty.jpg",
            lambda make: b"",
            '"empty.jpg" is geen foto die we kunnen lezen. '
            "Open ze, bewaar ze als JPEG en zet ze hier opnieuw.",
        ),
        (
            "play.svg",
            lambda make: b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
            "<script> in een tekening publiceren we niet. "
            "Bewaar ze als gewone SVG of als PNG en zet die hier.",
        ),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_photo_says_why_and_stops_no_other(
    photos: Any, make: Any, name: str, maker: Any, message: str, workers: int
) -> None:
    bad = photos.write(name, maker(make))
    good = photos.write("good.jpg", make.jpeg_of(make.scene()))
    failed, made = photos.develop(bad, good, workers=workers)
    assert said(failed) == message
    assert isinstance(made, ImageSet)


def test_a_photo_that_is_not_there_is_a_fault(photos: Any) -> None:
    gone = photos.write("gone.jpg", b"")
    gone.file.unlink()
    assert said(*photos.develop(gone)).startswith('"gone.jpg" is geen foto die we kunnen lezen.')


def test_a_photo_that_ends_its_process_is_a_fault_and_the_others_are_made(
    photos: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The spawned process imports the module of the test's own job.
    asked = [photos.write(f"{n}.jpg", make.jpeg_of(make.scene(300 + n, 200))) for n in range(3)]
    code = f"""
import os, sys
sys.path[:0] = [{str(ROOT)!r}]
from pathlib import Path
from samenleven.images import darkroom
from samenleven.images.develop import develop
from samenleven.images.sets import ImageSet, Request
true_job = darkroom.do_job
def deadly(job):
    if job.file.endswith("1.jpg"):
        os._exit(9)
    return true_job(job)
darkroom.do_job = deadly
if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[2:]]
    found = develop([Request(file, file.stem) for file in files], Path(sys.argv[1]), workers=2)
    sys.stdout.write(" ".join(str(isinstance(photo, ImageSet)) for photo in found.values()))
"""
    script = photos.folder / "deadly.py"
    script.write_text(code)
    done = subprocess.run(
        [sys.executable, str(script), str(photos.cache), *(str(one.file) for one in asked)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("True False True", 0), done.stderr


# Bytes


def test_one_process_and_many_write_the_same_bytes(photos: Any, make: Any, tmp_path: Path) -> None:
    asked = [
        replace(photos.write(f"{n}.jpg", make.jpeg_of(make.scene(500 + n, 400))), wants_cover=True)
        for n in range(4)
    ]
    alone = photos.develop(*asked, workers=1)
    photos.cache = tmp_path / "other"
    together = photos.develop(*asked, workers=3)
    assert [bytes_of(photo) for photo in alone] == [bytes_of(photo) for photo in together]
    assert [photo.colour for photo in alone] == [photo.colour for photo in together]


# What is made once


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats that were encoded, one for each file."""
    made: list[str] = []
    encode = darkroom._Photo._encode

    def noting(self: Any, image: Any, recipe: Any, **more: Any) -> bytes:
        made.append(recipe.format)
        return encode(self, image, recipe, **more)

    monkeypatch.setattr(darkroom._Photo, "_encode", noting)
    return made


def test_nothing_changed_means_nothing_encoded(photos: Any, make: Any, count: list[str]) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    first = photos.develop(asked)
    assert count == ["avif"] * 3 + ["jpeg"] * 3
    assert photos.develop(asked) == first
    assert len(count) == 6


def test_a_file_of_the_same_size_and_time_is_not_even_read(
    photos: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    os.utime(asked.file, (1_700_000_000, 1_700_000_000))
    first = photos.develop(asked)

    def refuse(data: bytes) -> str:
        raise AssertionError("the photo was read")

    monkeypatch.setattr("samenleven.images.store.hash_bytes", refuse)
    assert photos.develop(asked) == first


def rename(asked: Any) -> Any:
    return replace(asked, file=asked.file.rename(asked.file.with_name("other.jpg")))


def touch(asked: Any) -> Any:
    os.utime(asked.file, (1, 1))
    return asked


def move(asked: Any) -> Any:
    moved = asked.file.parent.parent / "checkout" / "photo.jpg"
    moved.parent.mkdir()
    moved.write_bytes(asked.file.read_bytes())
    asked.file.unlink()
    return replace(asked, file=moved)


def call_otherwise(asked: Any) -> Any:
    return replace(asked, stem="other")


def shift_focus(asked: Any) -> Any:
    return replace(asked, focus=(10, 90))


@pytest.mark.parametrize("change", [rename, touch, move, call_otherwise, shift_focus])
def test_the_same_content_is_never_encoded_again(
    photos: Any, make: Any, count: list[str], change: Any
) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    photos.develop(asked)
    (photo,) = photos.develop(change(asked))
    assert (len(count), widths(photo)) == (6, [(320, 213), (640, 427), (900, 600)])


def test_the_same_photo_twice_is_encoded_once(photos: Any, make: Any, count: list[str]) -> None:
    data = make.jpeg_of(make.scene())
    one, other = photos.develop(photos.write("a.jpg", data), photos.write("b.jpg", data))
    assert (len(count), one.parts == other.parts) == (6, True)


@pytest.mark.parametrize(
    ("recipes", "again"),
    [
        ((avif(57, 9), JPEG), ["avif"] * 3),
        ((avif(58, 9), jpeg(80)), ["jpeg"] * 3),
        ((JPEG,), []),
        (with_webp((avif(58, 9), JPEG)), ["webp"] * 3),
    ],
)
def test_a_changed_setting_encodes_its_own_format_alone(
    photos: Any, make: Any, count: list[str], recipes: Recipes, again: list[str]
) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    (before,) = photos.develop(asked)
    count.clear()
    (after,) = photos.develop(asked, recipes=recipes)
    assert count == again
    for kind in {*before.formats} & {*after.formats} - {*again}:
        assert before.of(kind) == after.of(kind)
    for kind in {*before.formats} & {*again}:
        assert not {file.name for file in before.of(kind)} & {file.name for file in after.of(kind)}


def test_a_changed_photo_has_other_names(photos: Any, make: Any) -> None:
    before = photos.one(make.jpeg_of(make.scene()))
    after = photos.one(make.jpeg_of(make.scene().rotate(180)))
    assert not {file.name for file in before.files} & {file.name for file in after.files}


def test_a_new_version_of_pillow_encodes_anew(
    photos: Any, make: Any, count: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    photos.develop(asked)
    monkeypatch.setattr("samenleven.images.develop.PILLOW", "99.0")
    photos.develop(asked)
    assert len(count) == 12


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '{"version": 0}', '{"version":1}', "\0" * 99]
)
def test_a_damaged_index_is_made_again_and_nothing_encoded(
    photos: Any, make: Any, count: list[str], damage: str
) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    first = photos.develop(asked)
    (photos.cache / "images/index.json").write_text(damage)
    assert photos.develop(asked) == first
    assert len(count) == 6


def test_a_part_that_was_never_finished_is_not_trusted(
    photos: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))

    class Killed(BaseException):
        pass

    def die(self: Path, target: Path) -> Path:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", die)
        with pytest.raises(Killed):
            photos.develop(asked)
    assert [file.name[:5] for file in (photos.cache / "images/parts").iterdir()] == [".new-"]
    (photo,) = photos.develop(asked)
    for file in photo.files:
        with Image.open(file.path) as image:
            image.load()


def test_a_part_that_someone_removed_is_made_again(
    photos: Any, make: Any, count: list[str]
) -> None:
    asked = photos.write("photo.jpg", make.jpeg_of(make.scene()))
    (photo,) = photos.develop(asked)
    shutil.rmtree(photo.parts[0].folder)
    assert photos.develop(asked) == [photo]
    assert (count[6:], Path(photo.files[0].path).exists()) == (["avif"] * 3, True)


def test_a_photo_that_changes_in_the_same_tick_is_seen(photos: Any, make: Any) -> None:
    one, other = make.jpeg_of(make.scene(40, 30)), make.jpeg_of(make.scene(40, 30).rotate(180))
    size = max(len(one), len(other))
    asked = photos.write("photo.jpg", one.ljust(size, b"\0"))
    time = asked.file.stat().st_mtime_ns
    (before,) = photos.develop(asked)
    photos.write("photo.jpg", other.ljust(size, b"\0"))
    os.utime(asked.file, ns=(time, time))
    (after,) = photos.develop(asked)
    assert before.parts != after.parts


def test_two_runs_at_once_agree(photos: Any, make: Any) -> None:
    for n in range(3):
        photos.write(f"{n}.jpg", make.jpeg_of(make.scene(400 + n, 300)))
    code = (
        "import sys; from pathlib import Path; from samenleven.images.develop import develop;"
        "from samenleven.images.sets import Request; folder, cache = map(Path, sys.argv[1:]);"
        "asked = [Request(file, file.stem) for file in sorted(folder.iterdir())];"
        "found = develop(asked, cache, workers=1);"
        "files = [sorted((f.name, f.size) for f in photo.files) for photo in found.values()];"
        "sys.stdout.write(repr(files))"
    )
    command = [sys.executable, "-c", code, str(photos.folder), str(photos.cache)]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
        for _ in range(3)
    ]
    ended = [(run.communicate(), run.returncode) for run in runs]
    assert [code for _, code in ended] == [0, 0, 0], ended
    assert len({out for (out, _), _ in ended}) == 1


def test_what_no_photo_uses_is_dropped_when_asked(photos: Any, make: Any, count: list[str]) -> None:
    one = photos.write("one.jpg", make.jpeg_of(make.scene()))
    two = photos.write("two.jpg", make.jpeg_of(make.scene(500, 400)))
    kept, _ = photos.develop(one, two)
    photos.develop(one, recipes=RELEASE)
    assert prune([one], [QUICK], photos.cache) > 1000
    parts = sorted(folder.name for folder in (photos.cache / "images/parts").iterdir())
    used = {Path(part.folder).name for part in kept.parts}
    facts = kept.parts[0].folder.rpartition("/")[2].partition("-")[0] + "-facts"
    assert parts == sorted({*used, facts})
    count.clear()
    assert (photos.develop(one), count) == ([kept], [])


def test_what_any_of_the_settings_uses_is_kept(photos: Any, make: Any, count: list[str]) -> None:
    one = photos.write("one.jpg", make.jpeg_of(make.scene()))
    made = photos.develop(one), photos.develop(one, recipes=RELEASE)
    count.clear()
    prune([one], [QUICK, RELEASE], photos.cache)
    assert (photos.develop(one), photos.develop(one, recipes=RELEASE)) == made
    assert count == []


@pytest.mark.parametrize("recipes", [RELEASE, BEST])
def test_an_avif_has_its_colours_at_full_size(photos: Any, make: Any, recipes: Recipes) -> None:
    """A flag in its box of the codec tells (AV1-ISOBMFF, 2.3.3)."""
    photo = photos.one(make.jpeg_of(make.scene(400, 300)), recipes=recipes)
    data = Path(photo.of("avif")[0].path).read_bytes()
    flags = data[data.index(b"av1C") + 6]
    assert flags & 0b1100 == 0  # chroma_subsampling_x and _y


def test_a_withdrawn_photo_leaves_nothing_and_names_what_was_published(
    photos: Any, make: Any
) -> None:
    data = make.jpeg_of(make.scene())
    one, copy = photos.write("one.jpg", data), photos.write("copy.jpg", data)
    other = photos.write("other.jpg", make.jpeg_of(make.scene(500, 400)))
    first, _, kept = photos.develop(one, copy, other)
    (again, *_) = photos.develop(one, recipes=BEST)
    one.file.unlink()
    names = {file.name for photo in (first, again) for file in photo.files}
    assert withdraw([one], photos.cache) == sorted(names)
    left = {folder.name.partition("-")[0] for folder in (photos.cache / "images/parts").iterdir()}
    assert left == {kept.parts[0].folder.rpartition("/")[2].partition("-")[0]}
    assert withdraw([one], photos.cache) == []


def test_progress_is_told_for_what_is_made(photos: Any, make: Any) -> None:
    asked = [photos.write(f"{n}.jpg", make.jpeg_of(make.scene(40 + n, 30))) for n in range(2)]
    told: list[tuple[int, int]] = []
    photos.develop(*asked, report=lambda ready, total: told.append((ready, total)))
    photos.develop(*asked, report=lambda ready, total: told.append((ready, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]
