"""Pictures that a browser saved beside a page: kept in `content/media/`, so that the article shows them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen import digest, files, urls
from sitegen.content import CONTENT
from sitegen.problems import FileError

_MOST_BYTES = 25_000_000
_SLUG, _MARK = 40, 8
_KINDS = (
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"GIF8", "gif"),
    (8, b"WEBP", "webp"),
    (4, b"ftypavif", "avif"),
)


def kept(root: Path, page: Path | None, image: Mapping[str, Any]) -> dict[str, Any]:
    """Return an `images` entry whose `src` names a file in `content/media/`.

    A file that lies beside the page (None: the page lies in a container) is copied there, named by its own name and
    its digest. Of what is not there, is no picture, or is too large, the caption stands alone. Raises FileError where
    the system refuses to write.
    """
    src = _copied(root, page, str(image.get("src", "")))
    rest = {key: value for key, value in image.items() if key != "src"}
    return {"src": src, **rest} if src else rest


def _copied(root: Path, page: Path | None, src: str) -> str:
    """Return the name below `content/media/` under which a picture is kept, "" if it cannot be."""
    if page is None or not src:
        return ""
    file = page.parent / src
    try:
        size = files.stat_of(file)[0]
        # a link, or a file behind one, may be anybody's
        if not 0 < size <= _MOST_BYTES or file.parent.resolve() != page.parent.resolve() / Path(src).parent:
            return ""
        data = files.read_bytes(file)
    except FileError:
        return ""
    kind = next((kind for at, mark, kind in _KINDS if data.startswith(mark, at)), "")
    if not kind:
        return ""
    name = "-".join(filter(None, (urls.slug(file.stem)[:_SLUG].strip("-"), digest.of_bytes(data)[:_MARK])))
    target = root / CONTENT / "media" / f"{name}.{kind}"
    if not target.exists():
        files.write_bytes(target, data)
    return target.name
