"""What a link in a body means: a content file, a picture, an address beside the page's own."""

from collections.abc import Iterable, Mapping
from posixpath import dirname, normpath
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.model import Link
from sitegen.plan.register import Register


def resolve(targets: Iterable[str], path: str, url: str, register: Register) -> Mapping[str, Link]:
    """Return for each target in the body of a content file at `path`, shown at `url`, where it leads.

    Targets elsewhere on the web mean themselves and are left out. What means nothing keeps its address below the
    page's, for `check` to report.
    """
    return {target: _meaning(target, path, url, register) for target in targets if not _is_elsewhere(target)}


def _is_elsewhere(target: str) -> bool:
    parts = urlsplit(target)
    return bool(parts.scheme or parts.netloc) or target.startswith("#")


def _meaning(target: str, path: str, url: str, register: Register) -> Link:
    parts = urlsplit(target)
    words = unquote(parts.path)
    tail = f"#{parts.fragment}" if parts.fragment else ""
    below = normpath(f"content{words}" if words.startswith("/") else f"{dirname(path)}/{words}")
    if below in register.pages:
        page = register.pages[below]
        return Link(page.url + tail, page.title)
    beside = f"/{below.removeprefix('content/')}"
    for picture in (f"/media{beside}", beside, f"/media/{words}"):
        if picture in register.files:
            return Link(picture, "")
    if words.endswith(".md") and not words.startswith("/"):
        return Link(beside, "")  # no file is there; `check` says so, and from where the files stand
    return Link(target if words.startswith("/") else urljoin(url, target), "")
