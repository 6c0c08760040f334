"""Who made a photo and who may use it: read from what a file says, written into what is made.

Everything else in a file's metadata is left behind: place, times, camera and owner, faces, names
of people, small copies of the picture. What is kept is what search engines show beside a picture
(IPTC quick guide to metadata on Google Images) and what EXIF has room for.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, IptcImagePlugin

from samenleven.images.sets import Rights
from samenleven.model.pictures import quiet

ARTIST, COPYRIGHT, ORIENTATION = 0x013B, 0x8298, 0x0112  # Exif 3.0, 4.6.5
BY_LINE, CREDIT, NOTICE, CHARSET = (2, 80), (2, 110), (2, 116), (1, 90)  # IPTC IIM 4.2
UTF8 = b"\x1b%G"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
XMP_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
MAX_XMP = 500_000  # bytes
MAX_TEXT = 300  # characters


def read_rights(image: Image.Image) -> Rights:
    """Return what an opened file says, in XMP before IPTC before EXIF; nothing is raised."""
    found = (_from_xmp(image), _from_iptc(image), _from_exif(image))
    return Rights(*(next(filter(None, texts), "") for texts in zip(*found, strict=True)))


def merge(chosen: Rights, found: Rights) -> Rights:
    """Return `chosen`, with the words that were found where it has none."""
    return Rights(*(_tidy(mine) or theirs for mine, theirs in zip(chosen, found, strict=True)))


def _text(value: Any) -> str:
    """Return a text of a file: UTF-8 where it is that, else Windows-1252; "" for no text."""
    if isinstance(value, str):  # Pillow reads EXIF as Latin-1, though programs write UTF-8
        value = value.encode("latin-1", "ignore")
    if not isinstance(value, bytes):
        return ""
    try:
        text = value.decode()
    except UnicodeDecodeError:
        text = value.decode("cp1252", "replace")
    return _tidy(text)


def _tidy(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text.split("\0")[0])
    return " ".join(plain.split())[:MAX_TEXT]


def _from_exif(image: Image.Image) -> Rights:
    try:
        exif = image.getexif()
        return Rights(creator=_text(exif.get(ARTIST)), copyright=_text(exif.get(COPYRIGHT)))
    except Exception:  # a broken block says nothing; the picture is good without it
        return Rights()


def _from_iptc(image: Image.Image) -> Rights:
    if image.format not in ("JPEG", "MPO"):
        return Rights()
    try:
        with quiet():
            fields: dict[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}  # type: ignore[arg-type]
    except Exception:  # as above
        return Rights()
    texts = {key: value[0] if isinstance(value, list) else value for key, value in fields.items()}
    return Rights(*(_text(texts.get(key)) for key in (BY_LINE, CREDIT, NOTICE)))


def _from_xmp(image: Image.Image) -> Rights:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode()
    # An entity could let a small text grow without end.
    if not packet or len(packet) > MAX_XMP or b"<!" in packet.replace(b"<!--", b""):
        return Rights()
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \n"))
    except (ElementTree.ParseError, ValueError):
        return Rights()
    names = (f"{DC}creator", f"{PHOTOSHOP}Credit", f"{DC}rights", f"{XMP_RIGHTS}WebStatement")
    return Rights(*(_xmp_text(root, name) for name in names))


def _xmp_text(root: ElementTree.Element, name: str) -> str:
    """Return a property: an attribute, a text, the first of an Alt, or all of a Seq or Bag."""
    for element in root.iter(f"{RDF}Description"):
        if name in element.attrib:
            return _tidy(element.attrib[name])
        found = element.find(name)
        if found is not None:
            items = [item.text or "" for item in found.iter(f"{RDF}li")]
            chosen = items[:1] if found.find(f"{RDF}Alt") is not None else items
            return _tidy("; ".join(chosen) if chosen else found.text or "")
    return ""


def make_exif(rights: Rights, orientation: int = 1) -> bytes:
    """Return the EXIF block with author and licence, as UTF-8; b"" when there is nothing to say."""
    exif = Image.Exif()
    if orientation != 1:
        exif[ORIENTATION] = orientation
    for tag, text in ((ARTIST, rights.creator or rights.credit), (COPYRIGHT, rights.copyright)):
        if text:
            exif[tag] = text.encode()  # as bytes, or Pillow would write "?" for letters like é
    return exif.tobytes() if exif else b""


def make_xmp(rights: Rights) -> bytes:
    """Return the XMP packet (ISO 16684-1); b"" when there is nothing to say."""
    if not any(rights):
        return b""
    attributes, elements = "", ""
    if rights.credit:
        attributes += f" photoshop:Credit={quoteattr(rights.credit)}"
    if rights.statement:
        attributes += f" xmpRights:WebStatement={quoteattr(rights.statement)}"
    if rights.creator:
        creator = f"<rdf:Seq><rdf:li>{escape(rights.creator)}</rdf:li></rdf:Seq>"
        elements += f"<dc:creator>{creator}</dc:creator>"
    if rights.copyright:
        item = f'<rdf:li xml:lang="x-default">{escape(rights.copyright)}</rdf:li>'
        elements += f"<dc:rights><rdf:Alt>{item}</rdf:Alt></dc:rights>"
    spaces = {"dc": DC, "photoshop": PHOTOSHOP, "xmpRights": XMP_RIGHTS}
    used = "".join(
        f' xmlns:{prefix}="{uri[1:-1]}"'
        for prefix, uri in spaces.items()
        if f"{prefix}:" in attributes + elements
    )
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{RDF[1:-1]}"><rdf:Description rdf:about=""{used}{attributes}>'
        f'{elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
