"""Drawings in SVG: what may stand in them, and the same drawing with nothing else in it.

A browser runs nothing in an SVG that stands in <img>, but readers can open its address.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from samenleven.problems import Message, say

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
MAX_BYTES = 2_000_000
# https://www.w3.org/TR/SVG2/eltindex.html, without what acts, moves, embeds or leads elsewhere.
TAGS = frozenset(
    """
    circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
    feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g line linearGradient
    marker mask path pattern polygon polyline radialGradient rect stop style svg switch symbol
    text textPath title tspan use view
    """.split()  # noqa: SIM905 - a list would take seventy lines
)
URL = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|javascript:|expression\(", re.IGNORECASE)
LENGTH = re.compile(r"\s*(\d*\.?\d+)\s*(px)?\s*")

Fault = tuple[Message, Message]


class Refused(Exception):
    """Raised for a drawing that is not published; carries what stands in it."""

    def __init__(self, what: Message) -> None:
        """Keep what is wrong."""
        super().__init__(what.msgid)
        self.what = what


def find_svg_fault(data: bytes) -> Fault | None:
    """Return what is wrong with a drawing and the remedy, or None."""
    try:
        clean_svg(data)
    except Refused as refused:
        return refused.what, say("Save it as a plain SVG, or as PNG, and put that here.")
    return None


def clean_svg(data: bytes) -> bytes:
    """Return the drawing without metadata, comments and what belongs to its editor.

    Raises: Refused for a drawing that could act or load something.
    """
    root = _parse(data)
    if root.tag != f"{{{SVG}}}svg":
        raise Refused(say("the file is not an SVG drawing."))
    try:
        _clean(root)
        ElementTree.register_namespace("", SVG)
        ElementTree.register_namespace("xlink", XLINK)
        written: bytes = ElementTree.tostring(root, encoding="utf-8")
    except RecursionError:
        raise Refused(say("the parts of the drawing lie too deep in each other.")) from None
    return written + b"\n"


def svg_size(data: bytes) -> tuple[int, int]:
    """Return width and height in CSS pixels; 300 by 150 (CSS 2.1, 10.3.2) when not said."""
    root = _parse(data)
    sides = [LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if sides[0] and sides[1]:
        return max(1, round(float(sides[0][1]))), max(1, round(float(sides[1][1])))
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        return max(1, round(float(box[2]))), max(1, round(float(box[3])))
    except (IndexError, ValueError):
        return 300, 150


def _parse(data: bytes) -> Element:
    """Return the root. Entities are refused, so that no text can grow; nothing is fetched.

    Raises: Refused.
    """
    if len(data) > MAX_BYTES:
        raise Refused(say("the drawing is larger than 2 MB."))
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda tag, values: builder.start(
        full_name(tag), {full_name(name): value for name, value in values.items()}
    )
    parser.EndElementHandler = lambda tag: builder.end(full_name(tag))
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = say("the drawing cannot be read (line %(line)s).", line=error.lineno)
        raise Refused(what) from None
    return builder.close()


def full_name(name: str) -> str:
    """Return a name of expat as ElementTree has it: {namespace}name."""
    return f"{{{name}" if "}" in name else name


def _refuse_entity(name: str, *_: Any) -> None:
    raise Refused(say('the drawing defines the entity "%(name)s".', name=name))


def _clean(element: Element) -> None:
    for name in [*element.attrib]:
        _clean_attribute(element, name)
    if URL.search(element.text or "") and element.tag == f"{{{SVG}}}style":
        raise Refused(say("the drawing loads something from elsewhere."))
    for child in [*element]:
        tag = str(child.tag).removeprefix(f"{{{SVG}}}")
        if tag.startswith("{") or tag == "metadata":  # of the program that drew it
            element.remove(child)
        elif tag not in TAGS:
            raise Refused(say("<%(tag)s> in a drawing is not published.", tag=tag))
        else:
            _clean(child)


def _clean_attribute(element: Element, name: str) -> None:
    value = element.attrib[name]
    space, _, local = name.rpartition("}")
    if local.lower().startswith("on"):
        raise Refused(say('"%(name)s" in a drawing is not published.', name=local))
    is_reference = local == "href" and space in ("", f"{{{XLINK}")
    if (is_reference and not value.strip().startswith("#")) or URL.search(value):
        raise Refused(say("the drawing loads something from elsewhere."))
    if space not in ("", f"{{{XLINK}", f"{{{XML}"):
        del element.attrib[name]
