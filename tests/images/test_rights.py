"""Who made a picture and whose it is stays with it; where and with what it was taken does not."""

import warnings
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from sitegen.images import rights
from sitegen.images.rights import Stated
from tests.images.made import encoded, photograph

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:Credit="Meridian &amp; Co"><dc:creator><rdf:Seq><rdf:li>A. Dunmore</rdf:li><rdf:li>ب. ناصر</rdf:li></rdf:Seq>
</dc:creator><dc:rights><rdf:Alt><rdf:li>© 1974 Meridian</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF>
</x:xmpmeta>"""


def stated(data: bytes) -> Stated:
    with Image.open(BytesIO(data)) as picture:
        return rights.stated(picture)


def with_exif(**tags: bytes | str) -> bytes:
    exif = Image.Exif()
    names = {"artist": 0x013B, "copyright": 0x8298}
    exif.update({names[name]: value for name, value in tags.items()})
    return encoded(photograph(20, 20), exif=exif.tobytes())


def with_iptc(**fields: bytes) -> bytes:
    """Return a JPEG with IPTC fields in the block that Photoshop writes."""
    numbers = {"byline": 80, "credit": 110, "notice": 116}
    rows = b"".join(
        b"\x1c\x02" + bytes([numbers[name]]) + len(value).to_bytes(2, "big") + value for name, value in fields.items()
    )
    rows += b"\0" * (len(rows) % 2)
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(rows).to_bytes(4, "big") + rows
    data = encoded(photograph(20, 20))
    return data[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + data[2:]


def test_rights_are_read_from_exif_in_any_script() -> None:
    assert stated(with_exif(artist="أ. دنمور".encode(), copyright="© Trust".encode())) == Stated("أ. دنمور", "© Trust")
    assert stated(with_exif(artist="Andr\xe9".encode("latin-1"))) == Stated("André")


def test_rights_are_read_from_iptc() -> None:
    found = stated(with_iptc(byline=b"A. Dunmore", credit=b"Meridian", notice="© 1974".encode()))
    assert found == Stated("A. Dunmore", "© 1974", "Meridian")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_rights_are_read_from_xmp(kind: str) -> None:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP)
    more = {"pnginfo": info} if kind == "PNG" else {"xmp": XMP.encode()}
    found = stated(encoded(photograph(20, 20), kind, **more))
    assert found == Stated("A. Dunmore, ب. ناصر", "© 1974 Meridian", "Meridian & Co")


@pytest.mark.parametrize("ending", ["jpg", "webp", "png"])
def test_what_is_kept_is_read_again_as_it_was(ending: str) -> None:
    one = Stated('A. <b> & "ب"', "© 1974 محفوظة", "Meridian")
    kind = {"jpg": "JPEG", "webp": "WEBP", "png": "PNG"}[ending]
    assert stated(encoded(photograph(20, 20), kind, **rights.kept(one, ending))) == one


def test_without_rights_nothing_is_kept() -> None:
    assert rights.kept(Stated(), "jpg") == {}


@pytest.mark.parametrize(
    "data",
    [
        encoded(photograph(20, 20), exif=b"Exif\0\0II*\0\xff\xff\xff\xff"),
        encoded(photograph(20, 20), xmp=b"<x:xmpmeta"),
        encoded(photograph(20, 20), xmp=b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'),
    ],
)
def test_metadata_that_are_broken_or_hostile_say_nothing(data: bytes) -> None:
    with warnings.catch_warnings(action="ignore"):  # Pillow's own, of what is broken
        assert stated(data) == Stated()


def test_words_are_cut_and_cannot_move_anything() -> None:
    found = stated(with_exif(artist=b"A\x1b[2J\n" + b"x" * 5_000))
    assert found.creator.startswith("A [2J x")
    assert len(found.creator) == 500
