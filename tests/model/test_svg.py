"""A drawing is published when nothing in it acts, loads or tells."""

from __future__ import annotations

import pytest

from samenleven.languages.report import editors_gettext
from samenleven.model.svg import clean_svg, find_svg_fault, svg_size

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "", before: str = "") -> bytes:
    return f"{before}{HEAD} {attributes}>{inside}</svg>".encode()


def said(data: bytes) -> str:
    fault = find_svg_fault(data)
    return fault[0].text(editors_gettext("en")) if fault else ""


LOADS = "the drawing loads something from elsewhere."
DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"{}>'
LAUGHS = DOCTYPE.format('[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]')


@pytest.mark.parametrize(
    "data",
    [
        svg('<circle r="4"/><g style="fill:red"><path d="M0 0"/></g>'),
        svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/>'),
        svg("<style>.a{fill:url(#b)}</style>"),
        svg('<use xlink:href="#a"/><use href="#a"/>'),
        svg("<path/>", before='<?xml version="1.0" encoding="utf-8"?>' + DOCTYPE.format("")),
        svg("<text>Kortrijk &amp; شهر</text><title>on load</title>"),
    ],
)
def test_a_drawing_is_a_drawing(data: bytes) -> None:
    assert said(data) == ""


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (svg("<script>alert(1)</script>"), "<script> in a drawing is not published."),
        (svg("<foreignObject/>"), "<foreignObject> in a drawing is not published."),
        (svg('<a href="#x"/>'), "<a> in a drawing is not published."),
        (svg('<image href="data:image/png;base64,AA"/>'), "<image> in a drawing is not published."),
        (svg('<set attributeName="href"/>'), "<set> in a drawing is not published."),
        (svg("<animate/>"), "<animate> in a drawing is not published."),
        (svg("", 'onload="alert(1)"'), '"onload" in a drawing is not published.'),
        (svg('<g ONCLICK="x"/>'), '"ONCLICK" in a drawing is not published.'),
        (svg('<use href="https://example.org/a.svg#a"/>'), LOADS),
        (svg('<use xlink:href="a.svg#a"/>'), LOADS),
        (svg('<use href="javascript:alert(1)"/>'), LOADS),
        (svg('<rect fill="url(https://example.org/a)"/>'), LOADS),
        (svg("<rect style=\"fill:url( 'a.svg' )\"/>"), LOADS),
        (svg("<style>@import 'a.css'</style>"), LOADS),
        (svg("<path/>", before=LAUGHS), 'the drawing defines the entity "a".'),
        (svg("<path/>")[:-4], "the drawing cannot be read (line 1)."),
        (b"", "the drawing cannot be read (line 1)."),
        (b"<html><body/></html>", "the file is not an SVG drawing."),
        (
            svg("<g>" * 20_000 + "</g>" * 20_000),
            "the parts of the drawing lie too deep in each other.",
        ),
        (svg(" " * 2_000_000), "the drawing is larger than 2 MB."),
    ],
)
def test_what_acts_or_loads_is_refused(data: bytes, what: str) -> None:
    assert said(data) == what


def test_what_the_program_wrote_about_itself_and_its_user_is_gone() -> None:
    data = svg(
        "<!-- Jan --><metadata><x>Jan</x></metadata><sodipodi:namedview/>"
        '<path d="M0 0" inkscape:export-filename="C:\\Users\\jan\\logo.png"/>',
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
        'sodipodi:docname="jan.svg"',
    )
    assert clean_svg(data) == (b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" /></svg>\n')


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30px" viewBox="0 0 4 3"', (40, 30)),
        ('viewBox="0 0 120 80.4"', (120, 80)),
        ('width="100%" viewBox="0,0,12,8"', (12, 8)),
        ("", (300, 150)),
        ('viewBox="0 0"', (300, 150)),
    ],
)
def test_a_drawing_has_a_size(attributes: str, size: tuple[int, int]) -> None:
    assert svg_size(svg("", attributes)) == size
