"""Pictures: which file an entry means, and how large it is, so that no page shifts while it loads."""

import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, normpath

from sitegen.model import Article, Collection, File, Picture, Place, Problem, Site
from sitegen.problems import problem

# more pixels than this are refused: a small file can claim to be a picture that fills all memory
MOST_PIXELS = 80_000_000


def measured(site: Site, root: Path) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site with each picture's file found below `root`, its size in pixels and its digest.

    A picture whose file is missing or no picture stays as its caption, with a finding.
    """
    known = {one.path: one for one in site.files}
    sizes: dict[str, tuple[int, int] | str] = {}
    problems: list[Problem] = []

    def found(picture: Picture, path: str) -> Picture:
        if not picture.src:
            return picture
        file = _file(picture.src, path, known)
        if file is None:
            said = f'The picture "{picture.src}" is not there.'
            hint = "Put it into content/media/, or leave `src` out: the caption is shown alone."
            problems.append(problem("image-missing", said, Place(path), hint))
            return replace(picture, src="")
        if file.path not in sizes:
            sizes[file.path] = _size(root / file.path)
        size = sizes[file.path]
        if isinstance(size, str):
            problems.append(
                problem("image-unreadable", f"{size}.", Place(file.path), "Save it anew as PNG, JPEG or WebP.")
            )
            return replace(picture, src="")
        return replace(picture, src=file.url.removeprefix("/media/"), width=size[0], height=size[1], digest=file.digest)

    articles = tuple(_article(one, found) for one in site.articles)
    collections = tuple(_collection(one, found) for one in site.collections)
    return replace(site, articles=articles, collections=collections), tuple(problems)


def _article(one: Article, found: Callable[[Picture, str], Picture]) -> Article:
    if not any(picture.src for picture in one.images):
        return one
    return replace(one, images=tuple(found(picture, one.body.path) for picture in one.images))


def _collection(one: Collection, found: Callable[[Picture, str], Picture]) -> Collection:
    return replace(one, image=found(one.image, one.body.path)) if one.image else one


def _file(src: str, path: str, known: Mapping[str, File]) -> File | None:
    """Return the file that `src` means: below `content/media/`, else beside the content file at `path`."""
    for place in (f"content/media/{src.removeprefix('/media/')}", f"{dirname(path)}/{src}"):
        if normpath(place) in known:
            return known[normpath(place)]
    return None


def _size(path: Path) -> tuple[int, int] | str:
    """Return width and height in pixels, or what is wrong in words."""
    if path.suffix.lower() == ".svg":
        return 0, 0
    from PIL import Image  # noqa: PLC0415 - slow to import, and many archives have no pictures

    try:
        # nothing is unpacked here, and what is too large is said below in our words
        harmless = Image.DecompressionBombWarning
        with warnings.catch_warnings(action="ignore", category=harmless), Image.open(path) as picture:
            width, height = picture.size
    except Image.DecompressionBombError:
        return f"This picture has far more pixels than {MOST_PIXELS:,}, which are the limit"
    except (OSError, ValueError):
        return "This cannot be read as a picture"
    if width * height > MOST_PIXELS:
        return f"This picture has {width * height:,} pixels; {MOST_PIXELS:,} are the limit"
    return width, height
