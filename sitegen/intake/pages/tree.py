"""From the bytes of a saved page to its tree, whatever its encoding, with limits of size and depth."""

import codecs
import re
from dataclasses import dataclass
from typing import Any

from sitegen.intake import encodings, html, pasted
from sitegen.intake.members import Member
from sitegen.model import Place
from sitegen.problems import BuildError, problem

MAX_BYTES = 40_000_000
_MAX_PARTS = 400_000
_CHARSET = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 8192
_MUCH = 1_000
# of a text, hardly a byte steers a terminal; of noise, one in ten
_RARE = 50
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13}) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its root (None if it holds nothing), and the encoding by which it was read."""

    root: Any  # lxml's elements have no types
    codec: str


def parse(member: Member) -> Page:
    """Parse a saved page. Raises BuildError if it is no text, or larger than any page of news."""
    data = member.data
    if len(data) > MAX_BYTES or data.count(b"<") > _MAX_PARTS * 5:
        said = f"This page is too large to be one of news: {len(data):,} bytes."
        raise BuildError([problem("document-unreadable", said, Place(member.name), "Save the article alone.")])
    codec, text = _decoded(member)
    plain = text.translate(None, _CONTROLS)
    if (len(text) - len(plain)) * _RARE > len(text):
        raise BuildError([pasted.binary(member.name)])
    root = html.parse(plain)
    if root is not None:
        _shown_without_scripts(root)
    return Page(root, codec)


def _shown_without_scripts(root: Any) -> None:  # noqa: ANN401
    """Make boxes of the noscripts in which most of a page stands: it is shown where no script runs, or unclosed."""
    held = [one for one in root.iter("noscript") if one.getparent() is not None and one.getparent().tag != "head"]
    inside = sum(len(one.text_content()) for one in held)
    if inside < _MUCH:
        return
    scripts = sum(len(one.text or "") for one in root.iter("script", "style"))
    if inside * 2 > len(root.text_content()) - scripts:
        for one in held:
            one.tag = "div"


def _decoded(member: Member) -> tuple[str, bytes]:
    """Return the encoding's name and the page in UTF-8.

    A mark of byte order wins; then UTF-8 where every byte is; then what the page says, its server, and its letters.
    """
    data = member.data
    found = encodings.find(data[:4]) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else None
    if found is not None:
        return found.codec, data[found.mark :].decode(found.codec, "replace").encode("utf-8", "replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if _is_utf8(data):
        return "utf-8", data
    said = _CHARSET.search(data[:_HEAD])
    for name in (said[1].decode("ascii", "replace") if said else "", member.about.get("charset", "")):
        codec = _codec(name)
        if codec and codec != "utf-8":
            return codec, data.decode(codec, "replace").encode("utf-8", "replace")
    codec = "utf-8" if said else encodings.find(data).codec
    return codec, data.decode(codec, "replace").encode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _codec(name: str) -> str:
    """Return the encoding that a name means on the web, "" where it is none for text."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    # pages that say latin-1 are written in windows-1252
    known = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
    return known.get(found.name, found.name) if found._is_text_encoding else ""  # noqa: SLF001 - codecs tell it nowhere else
