"""Photos from the folder of a page to the files and pages that readers get, through Pelican."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement
from PIL import Image, ImageSequence

from samenleven.checks.markup import check_markup
from samenleven.checks.privacy import find_private, scan_pictures
from samenleven.images.rights import read_rights
from samenleven.model.pictures import quiet
from tests.album import (
    ALTS,
    CAPTIONS,
    ENDED,
    FOLDER,
    PHONE,
    WITHDRAWN,
    make_files,
    write_album,
)
from tests.conftest import TODAY
from tests.images.conftest import bomb, jpeg_of, scene

PAGES = {"nl": "nl/news/feest-in-beeld/", "fr": "fr/news/fete-en-images/", "ar": "ar/news/album/"}
PHOTOS = "media/photos"
# Bytes of what the phone wrote: place, moment, device, owner, faces and names.
PRIVATE = re.compile(
    rb"GPS|Janssens|MAKER|SN123|Model 9|2026[:-]05|private words|8BIM|MPF\0|PersonInImage|50,49"
)


def published(output: Path, slug: str) -> list[Path]:
    return sorted((output / PHOTOS).glob(f"album-{slug}-????????-*"))


def read(output: Path, path: str) -> HtmlElement:
    root: HtmlElement = html.fromstring((output / path / "index.html").read_bytes())
    return root


def figure(page: HtmlElement, slug: str) -> HtmlElement:
    found: HtmlElement = page.get_element_by_id(f"at-photo-{slug}")
    return found


def near(found: Any, wanted: tuple[int, int, int], by: int = 6) -> bool:
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


# The files


def test_a_photo_of_a_phone_is_published_upright_in_srgb_and_says_only_who_made_it(
    album_output: Path,
) -> None:
    files = published(album_output, "straatfeest-e")
    assert len(files) == 6  # AVIF and JPEG at 320 and 600 pixels, the preview, the download
    for file in files:
        data = file.read_bytes()
        assert (file.name, PRIVATE.findall(data), find_private(data)) == (file.name, [], [])
        with Image.open(file) as image:
            assert read_rights(image).copyright == "© Stad"
            assert read_rights(image).creator == "Ana Peña"


def test_its_pixels_are_those_that_the_phone_showed(album_output: Path) -> None:
    """The red corner of a photo that lies on its side is at the right, in sRGB brighter than P3."""
    for file in published(album_output, "straatfeest-e"):
        with Image.open(file) as image:
            if image.size != (600, 900) or "icc_profile" in image.info:
                continue
            assert image.getexif().get(0x0112) is None
            rgb = image.convert("RGB")
            assert near(rgb.getpixel((560, 40)), (238, 0, 0), by=16), file.name
            assert near(rgb.getpixel((40, 860)), (0, 203, 35), by=24), file.name


def test_its_download_is_the_file_of_the_phone_without_loss(album_output: Path) -> None:
    page = read(album_output, PAGES["nl"])
    (link,) = figure(page, "straatfeest-e").xpath(".//a[@download]")
    file = album_output / link.get("href").removeprefix("/stad/")
    theirs = BytesIO(make_files()[PHONE])
    with quiet(), Image.open(file) as ours, Image.open(theirs, formats=["JPEG"]) as phones:
        assert ours.tobytes() == phones.tobytes()
        assert ours.info["icc_profile"] == phones.info["icc_profile"]
        assert ours.getexif()[0x0112] == 6


@pytest.mark.parametrize(
    ("slug", "colour"),
    [
        ("affiche", (200, 90, 60)),  # of 16 bits
        ("drukwerk", (255, 0, 0)),  # of four inks
        ("glas", (255, 255, 255)),  # transparent
    ],
)
def test_other_files_come_out_in_their_colours(
    album_output: Path, slug: str, colour: tuple[int, int, int]
) -> None:
    files = published(album_output, slug)
    for file in [file for file in files if file.name.endswith("-320.jpg")]:
        with Image.open(file) as image:
            assert near(image.getpixel((160, 120)), colour)


def test_what_moves_moves_and_has_a_still(album_output: Path) -> None:
    page = read(album_output, PAGES["fr"])
    sources = figure(page, "dansje").xpath(".//source")
    assert [source.get("media") for source in sources] == [
        "(prefers-reduced-motion: no-preference)",
        None,
    ]
    frames = []
    for source in sources:
        with Image.open(album_output / source.get("srcset").removeprefix("/stad/")) as image:
            frames.append(len([*ImageSequence.Iterator(image)]))
    assert frames == [3, 1]


def test_no_published_picture_says_anything_private(album_output: Path) -> None:
    assert [*scan_pictures(album_output)] == []
    assert [
        file.name for file in (album_output / PHOTOS).iterdir() if PRIVATE.search(file.read_bytes())
    ] == []


# The page


@pytest.mark.parametrize("lang", PAGES)
def test_a_photo_has_its_words_in_the_language_of_the_page(album_output: Path, lang: str) -> None:
    large = figure(read(album_output, PAGES[lang]), "affiche")
    words = " ".join(large.text_content().split())
    (image,) = large.xpath(".//img")
    assert image.get("alt") == f"{ALTS[lang]} 3."
    assert f"{CAPTIONS[lang]} 3." in words
    assert "Stad Lindebeek" in words
    assert {
        "nl": "Downloaden (PNG, 2 kB)",
        "fr": "Télécharger (PNG, 2 ko)",
        "ar": "تنزيل (PNG، 2 كيلوبايت)",
    }[lang] in words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_the_formats_stand_best_first_with_room_kept_and_one_photo_that_hurries(
    album_output: Path,
) -> None:
    page = read(album_output, PAGES["nl"])
    images = page.xpath("//main//img")
    assert [image.get("fetchpriority") for image in images].count("high") == 1
    for image in images:
        assert image.get("width").isdigit()
        assert image.get("height").isdigit()
        assert image.get("loading") == (None if image.get("fetchpriority") else "lazy")
        assert ("sizes" in image.attrib) == ("w" in image.get("srcset", "").split(" ")[-1])
        kinds = [source.get("type") for source in image.getparent().iter("source")]
        assert set(kinds) == {"image/avif"} or image.get("src").endswith(".svg")
    assert page.xpath("//*[@style]") == []


def test_the_html_checkers_find_nothing(album_output: Path) -> None:
    pages = tuple(PAGES.values())
    assert [line for line in check_markup(album_output) if line.startswith(pages)] == []


@pytest.mark.parametrize("lang", PAGES)
def test_a_page_holds_24_photos_and_the_next_one_the_rest(album_output: Path, lang: str) -> None:
    first, second = (read(album_output, PAGES[lang] + more) for more in ("", "photos/2/"))
    large = [page.xpath("//figure[starts-with(@id, 'at-photo-')]/@id") for page in (first, second)]
    assert [len(ids) for ids in large] == [24, 3]
    assert len({*large[0], *large[1]}) == 27
    (onward,) = first.xpath(f"//figure[@id='{large[0][-1]}']//a[@rel='next']/@href")
    (back,) = second.xpath(f"//figure[@id='{large[1][0]}']//a[@rel='prev']/@href")
    assert onward == f"/stad/{PAGES[lang]}photos/2/#{large[1][0]}"
    assert back == f"/stad/{PAGES[lang]}#{large[0][-1]}"
    number = second.xpath("string(//div[@class='photo-view__bar']/p)")
    assert (
        number == {"nl": "Foto 25 van 27", "fr": "Photo 25 sur 27", "ar": "الصورة 25 من 27"}[lang]
    )


def test_a_paragraph_of_photos_is_a_gallery_where_it_stands(album_output: Path) -> None:
    (gallery, *_) = read(album_output, PAGES["nl"]).xpath("//ul[contains(@class, 'gallery')]")
    assert gallery.xpath(".//a/@href") == ["#at-photo-dansje", "#at-photo-affiche"]
    before, after = gallery.getprevious(), gallery.getnext()
    assert before.text_content().strip() == "Wat een feest."
    assert after.xpath("string(h2)") == "2025"


def test_the_first_photo_is_the_cover_on_cards_and_for_social_networks(album_output: Path) -> None:
    (shared,) = read(album_output, PAGES["ar"]).xpath("//meta[@property='og:image']/@content")
    file = album_output / shared.removeprefix("https://lindebeek.example/stad/")
    with Image.open(file) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))
    cards = read(album_output, "ar/news/").xpath("//main//img[contains(@src, 'straatfeest')]")
    assert [image.get("alt") for image in cards] == [""]  # the card says it in words


# What may not be shown, and what cannot be


def all_bytes(output: Path) -> bytes:
    kinds = (".html", ".atom", ".xml", ".css", ".js", ".json")
    return b"".join(file.read_bytes() for file in output.rglob("*") if file.suffix in kinds)


@pytest.mark.parametrize("name", [WITHDRAWN, ENDED])
def test_a_photo_without_consent_is_in_no_file_and_no_page(album_output: Path, name: str) -> None:
    stem = Path(name).stem
    assert published(album_output, stem) == []
    assert stem.encode() not in all_bytes(album_output)


def test_a_withdrawn_photo_leaves_site_and_cache_and_the_build_says_what_to_purge(
    build: Any, copy_of_example: Path
) -> None:
    content = copy_of_example / "content"
    write_album(content, {"optocht.jpg": jpeg_of(scene(400, 300)), "plein.jpg": jpeg_of(scene())})
    options = {"TODAY": TODAY.isoformat(), "IMAGE_RECIPES": "release"}
    assert build(copy_of_example, **options).returncode == 0
    output = copy_of_example / "output"
    gone = [file.name for file in published(output, "optocht")]
    parts = {folder.name for folder in (copy_of_example / ".cache/images/parts").iterdir()}
    assert len(gone) == 6
    page = content / FOLDER / "index.nl.md"
    text = page.read_text("utf-8").replace(
        "    alt: Mensen", "    withdrawn: true\n    alt: Mensen", 1
    )
    page.write_text(text, "utf-8")
    done = build(copy_of_example, **options)
    assert done.returncode == 0
    said = done.stderr.partition("Who keeps copies must delete:\n")[2].splitlines()
    assert said[: len(gone)] == [f"https://lindebeek.example/stad/{PHOTOS}/{name}" for name in gone]
    assert published(output, "optocht") == []
    assert b"optocht" not in all_bytes(output)
    left = {folder.name for folder in (copy_of_example / ".cache/images/parts").iterdir()}
    assert len({name.partition("-")[0] for name in parts - left}) == 1  # the one content, whole
    assert published(output, "plein") != []


def test_files_that_are_no_good_photos_are_all_in_one_list_and_the_last_site_stays(
    build: Any, copy_of_example: Path
) -> None:
    content = copy_of_example / "content"
    good = jpeg_of(scene(400, 300))
    write_album(
        content,
        {
            "bom.png": bomb(),
            "half.jpg": good[:9000],
            "tekst.jpg": b"Dit is geen foto.\n" * 40,
            "goed.jpg": good,
        },
    )
    done = build(copy_of_example, TODAY=TODAY.isoformat())
    lines = done.stderr.splitlines()
    assert (done.returncode, lines[-1]) == (1, "3 problems.")
    assert [line.partition("photos: ")[2] for line in lines[:-1]] == [
        "the picture is larger than 120 megapixels. Make it smaller.",
        "the picture is damaged: a part of it is missing. "
        "Copy it again from the camera or the phone.",
        '"tekst.jpg" is text, not a picture. Look whether this is the right file.',
    ]
    assert "Traceback" not in done.stdout + done.stderr
    assert not (copy_of_example / "output").exists()


def test_what_only_a_decode_finds_is_in_the_list_of_the_build(
    build: Any, copy_of_example: Path
) -> None:
    cut = jpeg_of(scene())
    files = {"stuk.jpg": cut[: len(cut) // 2] + b"\xff\xd9", "goed.jpg": cut}
    write_album(copy_of_example / "content", files)
    done = build(copy_of_example, TODAY=TODAY.isoformat())
    assert done.returncode == 1
    assert done.stderr.splitlines()[-2:] == [
        'content/news/album/index.nl.md:9: photos: "stuk.jpg": the picture is damaged: a part of '
        "it is missing. Copy it again from the camera or the phone.",
        "One problem.",
    ]
    assert not (copy_of_example / "output").exists()
