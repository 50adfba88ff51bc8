"""Addresses: slugs, the one way from an address to a path, and the base path in front of it."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from slugify import slugify

RESERVED = frozenset({"archive", "search", "data", "timeline", "collections", "media", "static", "assets"})
MAX_SLUG_BYTES = 120
_HYPHENS = re.compile(r"-{2,}")
# points and vowel marks that Arabic and Hebrew write or leave out at will, and the stretching stroke
_POINTS = re.compile(
    r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]+"
)
# letters and marks alone: what stands between words (a no-break space, an underscore) must stay to part them
_LATIN_OR_MARK = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff]+")
# what needs neither decoding nor a second look
_PLAIN_URL = re.compile(r"/(?:[a-z0-9][a-z0-9-]*/)*(?:[a-z0-9][a-z0-9-]*\.[a-z0-9]+)?")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def slug(text: str, *, ascii_only: bool = False) -> str:
    """Return the slug of a title: Latin folded to ASCII, other scripts kept (NFC), at most 120 bytes, perhaps "".

    With `ascii_only`, other scripts are transliterated.
    """
    if ascii_only:
        return slugify(text, max_length=MAX_SLUG_BYTES, word_boundary=True)
    folded = _LATIN_OR_MARK.sub(_fold, unicodedata.normalize("NFC", text))
    plain = unicodedata.normalize("NFC", _POINTS.sub("", folded)).lower()
    words = "".join(sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else "-" for sign in plain)
    return _shorten(_HYPHENS.sub("-", words).strip("-"))


def _fold(match: re.Match[str]) -> str:
    return slugify(match[0], separator="", lowercase=True) or match[0]


def _shorten(words: str) -> str:
    while len(words.encode()) > MAX_SLUG_BYTES:
        words = words.rpartition("-")[0] or words[: MAX_SLUG_BYTES // 4]
    return words


def free_slug(wanted: str, identifier: str, taken: Container[str]) -> str:
    """Return `wanted`, or `wanted` and four characters of the id where that is taken; never a counter."""
    return f"{wanted}-{identifier[:4]}" if not wanted or wanted in taken else wanted


def of_content(path: str) -> str:
    """Return the address of a content file: the address is where the file is.

    >>> of_content("news/2024/choe-in-moscow.md")
    '/news/2024/choe-in-moscow/'
    """
    return "/" + path.removesuffix(".md").removesuffix("_index").strip("/") + "/"


@lru_cache(maxsize=1 << 16)
def output_path(url: str) -> str:
    """Return the path below the output folder where an address (relative to the site's root) is served from.

    Raises ValueError for an address that would leave the folder or that no host could serve.
    """
    if _PLAIN_URL.fullmatch(url):
        return f"{url[1:]}index.html" if url.endswith("/") else url[1:]
    path = unquote(urlsplit(url).path)
    parts = path.lstrip("/").split("/")
    if any(part in {".", ".."} or "\\" in part or not part.isprintable() for part in parts) or "" in parts[:-1]:
        msg = f"{url!r} is not an address inside the site"
        raise ValueError(msg)
    clean = str(PurePosixPath(*parts)) if parts != [""] else ""
    if path.endswith("/") or not clean:
        return f"{clean}/index.html".lstrip("/")
    return clean


def is_part(name: str) -> bool:
    """Whether a name can stand between two slashes of an address as it is."""
    if _PLAIN_NAME.fullmatch(name):
        return True
    try:
        return "/" not in name and output_path(f"/{name}/") == f"{name}/index.html"
    except ValueError:
        return False


def is_local(url: str) -> bool:
    """Whether an address as a person or a program wrote it names a page of the site, from its root."""
    try:
        return url.startswith("/") and not url.startswith("//") and not set(url) & set("?#") and bool(output_path(url))
    except ValueError:
        return False


def folded(url: str) -> str:
    """Return what addresses share that a disk or host may not tell apart: their path without case and Unicode form."""
    path = output_path(url)
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def place(url: str) -> str:
    """Return what addresses share that cannot both be there: `/x` is a file where `/x/` needs a folder."""
    return folded(url).removesuffix("/index.html")


def base_path(base_url: str) -> str:
    """Return the path of a base URL without its last slash: "" for a domain of one's own, "/repo" for a project."""
    return urlsplit(base_url).path.rstrip("/")


def href(url: str, base: str) -> str:
    """Return what stands in an `href`: an address below the site's root gets the base path, others stay.

    Characters that HTML or a host could mistake are percent-encoded; letters of all scripts stay readable.
    """
    return _quoted(base + url) if url.startswith("/") and not url.startswith("//") else url


def absolute(url: str, base_url: str) -> str:
    """Return the full address, percent-encoded, of an address below the site's root."""
    if not url.startswith("/"):
        return url
    return base_url.rstrip("/") + quote(url, safe="/#?=&;:@!$'()*+,~%")


def _quoted(url: str) -> str:
    return url if url.isascii() and " " not in url else quote(url, safe="/#?=&;:@!$'()*+,~%")


def is_elsewhere(target: str) -> bool:
    """Whether a target says itself on which server it is, or that no server holds it.

    >>> is_elsewhere("https://example.org/a.png"), is_elsewhere("//example.org/a.png"), is_elsewhere("a.png")
    (True, True, False)
    """
    return _ELSEWHERE.match(target) is not None


def is_safe(target: str) -> bool:
    """Whether a link target has no scheme or one of the allowed: http, https, mailto, tel."""
    scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.\-]*)\s*:", re.sub(r"[\x00-\x20]", "", target))
    return scheme is None or scheme[1].lower() in _ALLOWED_SCHEMES
