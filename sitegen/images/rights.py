"""Who made a picture and whose it is: read from its metadata, and written into what is made of it, alone."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from PIL.Image import Image

_ARTIST, _COPYRIGHT = 0x013B, 0x8298  # EXIF
_BYLINE, _CREDIT, _NOTICE = (2, 80), (2, 110), (2, 116)  # IPTC
_LONGEST = 500  # characters; nobody's name is longer
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What a picture's metadata say of its rights; "" for what they do not say."""

    creator: str = ""
    notice: str = ""
    credit: str = ""


def stated(picture: "Image") -> Stated:
    """Read what EXIF, IPTC and XMP say of a picture's rights, in this order; what is broken in them says nothing."""
    found = [_quietly(read, picture) for read in (_of_exif, _of_iptc, _of_xmp)]
    return Stated(*(next((one for one in row if one), "") for row in zip(*found, strict=True)))


def _quietly(read: Any, picture: "Image") -> tuple[str, str, str]:  # noqa: ANN401 - one of the three below
    try:
        creator, notice, credit = read(picture)
    except Exception:  # noqa: BLE001 - metadata come from anyone, and a picture is shown without them
        return "", "", ""
    return _clean(creator), _clean(notice), _clean(credit)


def _clean(words: object) -> str:
    text = words if isinstance(words, str) else ""
    return _UNPRINTABLE.sub(" ", text).strip()[:_LONGEST]


def _of_exif(picture: "Image") -> tuple[str, str, str]:
    tags = picture.getexif()
    return _text(tags.get(_ARTIST)), _text(tags.get(_COPYRIGHT)), ""


def _of_iptc(picture: "Image") -> tuple[str, str, str]:
    from PIL.IptcImagePlugin import getiptcinfo  # noqa: PLC0415 - see `stated`: few pictures, fewer of them with IPTC

    tags: dict[Any, Any] = getiptcinfo(picture) or {}  # type: ignore[arg-type] # any picture that was opened
    creator, notice, credit = (_first(tags.get(tag)) for tag in (_BYLINE, _NOTICE, _CREDIT))
    return creator, notice, credit


def _first(value: Any) -> str:  # noqa: ANN401 - bytes, or several
    return _text(value[0] if isinstance(value, list) and value else value)


def _text(value: Any) -> str:  # noqa: ANN401 - bytes, or what Pillow took for Latin-1
    data = value.encode("latin-1") if isinstance(value, str) else value if isinstance(value, bytes) else b""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _of_xmp(picture: "Image") -> tuple[str, str, str]:
    data = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    if not data:
        return "", "", ""
    from lxml import etree  # noqa: PLC0415 - slow to import, and few pictures have XMP

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    data = data.encode() if isinstance(data, str) else data
    root = etree.fromstring(data.strip(b"\x00 \n"), parser)

    def said(path: str) -> str:
        words: Any = root.xpath(path, namespaces=_SPACES)
        return ", ".join(filter(None, (_clean(str(one)) for one in words)))

    credit = said("//@photoshop:Credit") or said("//photoshop:Credit/text()")
    return said("//dc:creator//rdf:li/text()"), said("(//dc:rights//rdf:li/text())[1]"), credit


def kept(one: Stated, ending: str) -> dict[str, Any]:
    """Return what `Image.save` takes so that a picture with this ending states its rights, and nothing else."""
    if one == Stated():
        return {}
    packet = _packet(one).encode()
    if ending == "png":
        from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - as above

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        return {"exif": _exif(one), "pnginfo": info}
    return {"exif": _exif(one), "xmp": packet}


def _exif(one: Stated) -> bytes:
    from PIL.Image import Exif  # noqa: PLC0415 - as above

    tags = Exif()
    # as bytes: Pillow would write a question mark for each letter that is not ASCII
    tags.update({tag: words.encode() for tag, words in ((_ARTIST, one.creator), (_COPYRIGHT, one.notice)) if words})
    return tags.tobytes() if len(tags) else b""


def _packet(one: Stated) -> str:
    parts = [
        _list("creator", "Seq", "", one.creator),
        _list("rights", "Alt", ' xml:lang="x-default"', one.notice),
        f"<photoshop:Credit>{escape(one.credit)}</photoshop:Credit>" if one.credit else "",
    ]
    spaces = "".join(f' xmlns:{name}="{space}"' for name, space in _SPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF{spaces}><rdf:Description rdf:about="">{"".join(parts)}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="r"?>'
    )


def _list(name: str, kind: str, marks: str, words: str) -> str:
    return f"<dc:{name}><rdf:{kind}><rdf:li{marks}>{escape(words)}</rdf:li></rdf:{kind}></dc:{name}>" if words else ""
