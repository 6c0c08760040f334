"""What is wrong with a picture is found without decoding it."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from samenleven.languages.report import editors_gettext
from samenleven.model.files import find_fault
from samenleven.model.pictures import find_picture_fault

ROOT = Path(__file__).resolve().parents[2]
FORMATS = {"a.jpg": "JPEG", "a.png": "PNG", "a.webp": "WEBP", "a.gif": "GIF", "a.avif": "AVIF"}


def encode(image_format: str, size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    file = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(file, image_format, **options)
    return file.getvalue()


def said(file: Path) -> str:
    fault = find_picture_fault(file)
    speak = editors_gettext("en")
    return " ".join(part.text(speak) for part in fault) if fault else ""


@pytest.mark.parametrize("name", FORMATS)
def test_a_whole_picture_has_no_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(encode(FORMATS[name]))
    assert said(tmp_path / name) == ""


@pytest.mark.parametrize("more", [b"", b"\0" * 500, b"made by a phone"])
def test_what_phones_put_behind_a_jpeg_is_no_fault(tmp_path: Path, more: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(encode("JPEG", progressive=True) + more)
    assert said(tmp_path / "a.jpg") == ""


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
@pytest.mark.parametrize("name", FORMATS)
def test_a_picture_that_is_cut_off_is_seen_at_its_end(
    tmp_path: Path, name: str, share: float
) -> None:
    data = encode(FORMATS[name], (300, 200))
    (tmp_path / name).write_bytes(data[: int(len(data) * share)])
    assert said(tmp_path / name) == (
        "the picture is damaged: a part of it is missing. "
        "Copy it again from the camera or the phone."
    )


def test_the_end_of_a_small_copy_inside_is_not_the_end(tmp_path: Path) -> None:
    small = encode("JPEG")
    data = encode("JPEG", (300, 200), comment=small)
    (tmp_path / "a.jpg").write_bytes(data[: len(small) + 3000])
    assert said(tmp_path / "a.jpg").startswith("the picture is damaged")


def png_of_size(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 10)
    chunks = (head, data, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in chunks
    )


@pytest.mark.parametrize(
    ("size", "message"),
    [
        ((12_000, 10_000), ""),
        ((12_001, 10_000), "the picture is larger than 120 megapixels. Make it smaller."),
        ((30_000, 30_000), "the picture is larger than 120 megapixels. Make it smaller."),
    ],
)
def test_a_bomb_is_seen_in_the_head(
    tmp_path: Path, size: tuple[int, int], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decode(self: Any) -> None:
        raise AssertionError("the pixels were read")

    monkeypatch.setattr(Image.Image, "load", decode)
    (tmp_path / "a.png").write_bytes(png_of_size(*size))
    assert said(tmp_path / "a.png") == message


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "a.jpg",
            "Geen foto, maar een verhaal met een é.\n".encode() * 13,
            '"a.jpg" is text, not a picture. Look whether this is the right file.',
        ),
        (
            "a.jpg",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
            '"a.jpg" is a PDF file, not a photo. Save it as JPEG, and put that here.',
        ),
        (
            "a.jpg",
            encode("TIFF"),
            '"a.jpg" is a TIFF file, not a photo. Save it as JPEG, and put that here.',
        ),
        (
            "a.jpg",
            b"\0\0\0\x18ftypmif1\0\0\0\0" + b"\0" * 90,
            '"a.jpg" is a HEIC photo, which browsers cannot show. '
            "Save it as JPEG, and put that here. "
            'Or ask who looks after the site for the extra "heic".',
        ),
        (
            "a.jpg",
            b"\0" * 100,
            '"a.jpg" is not a picture that can be read. '
            "Open it, save it as JPEG, and put it here again.",
        ),
    ],
)
def test_a_file_that_is_no_picture_is_named(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert said(tmp_path / name) == message


@pytest.mark.parametrize("data", [b"BM" + b"\0" * 60, b"SIMPLE  =   T" + b" " * 2867, b"GIF89a"])
def test_formats_that_no_site_needs_are_never_opened(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert said(tmp_path / "a.png") != ""


def test_a_photo_under_another_ending_is_a_photo(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(encode("PNG"))
    assert said(tmp_path / "a.jpg") == ""


def test_a_document_is_looked_at_without_pillow(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    code = (
        "import sys; from pathlib import Path; from samenleven.model.files import find_fault;"
        f"fault = find_fault(Path({str(tmp_path / 'a.pdf')!r}));"
        "sys.exit(fault is not None or 'PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
    assert find_fault(tmp_path / "a.pdf") is None
