"""One file -> what pages show of it: in a few widths, in WebP and in its own kind, named by its bytes."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sitegen import digest, files
from sitegen.images import drawing, opening, rights
from sitegen.images.opening import Opened

if TYPE_CHECKING:
    from PIL.Image import Image

# docs/decisions/0016-pictures-in-webp-and-their-own-kind.md has the measurements
_SETTINGS: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
    "png": {"format": "PNG", "optimize": True},
    "webp": {"format": "WEBP", "quality": 80, "method": 4},
    "lossless": {"format": "WEBP", "lossless": True, "method": 4},
}
_RECIPE = 1  # counted up when other bytes come out of the same picture
_PALETTE = 256
_SAMPLE = 48  # pixels square, of which the most frequent colour is taken


@dataclass(frozen=True, slots=True)
class Part:
    """A file to be published: the digest of its bytes, its ending, its width in pixels, its size in bytes.

    The size is 0 where it is the original itself.
    """

    digest: str
    ending: str
    width: int
    size: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """What pages show of a file, or why they show nothing.

    `pixels` are the file's own, `width` and `height` those of the largest part, `colour` is the most frequent one;
    `shown` is for every browser, `renditions` are WebP, the narrowest first.
    """

    pixels: int = 0
    refused: Literal["", "large", "unreadable"] = ""
    width: int = 0
    height: int = 0
    colour: str = ""
    shown: Part | None = None
    renditions: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All files to be published."""
        return (*self.renditions, self.shown) if self.shown else ()


def recipe(widths: tuple[int, ...]) -> str:
    """Return the digest of all that what is made depends on beside the file itself."""
    from PIL import features  # noqa: PLC0415 - slow to import, and many archives have no pictures

    codecs = [features.version(name) for name in ("jpg", "libjpeg_turbo", "zlib", "webp", "littlecms2")]
    return digest.of_value([_RECIPE, widths, version("pillow"), codecs])


def name(part: Part) -> str:
    """Return the name of a part's file in the cache."""
    return f"{part.digest}.{part.ending}"


def make(data: bytes, cache: Path, widths: tuple[int, ...], most: int) -> Made:
    """Make what is to be shown of a file's bytes in the folder `cache`, in `widths` that ascend.

    A picture of more than `most` pixels is not unpacked. Raises FileError.
    """
    drawn = drawing.size(data)
    if drawn is not None:
        return _as_it_is(data, "svg", drawn, 0)
    try:
        # what is wrong is said below in our words
        with warnings.catch_warnings(action="ignore"), opening.begun(data) as picture:
            pixels = picture.width * picture.height
            if pixels > most:
                return Made(pixels, "large")
            if ending := opening.moving(picture):
                picture.load()
                return _as_it_is(data, ending, picture.size, pixels)
            one = opening.opened(picture, widths)
    except MemoryError:
        raise  # the machine's fault, and not to be remembered as the picture's
    except Exception:  # noqa: BLE001 - a decoder may stumble over anything that somebody sent; the file is named
        return Made(refused="unreadable")
    return _of(one, pixels, cache)


def _as_it_is(data: bytes, ending: str, size: tuple[int, int], pixels: int) -> Made:
    return Made(pixels, "", *size, shown=Part(digest.of_bytes(data), ending, size[0]))


def _of(one: Opened, pixels: int, cache: Path) -> Made:
    def kept(data: bytes, ending: str, width: int) -> Part:
        part = Part(digest.of_bytes(data), ending, width, len(data))
        files.write_bytes(cache / name(part), data)
        return part

    sized = {width: opening.smaller(one.picture, width) for width in one.widths}
    return Made(
        pixels,
        "",
        *one.picture.size,
        colour=_colour(one.picture),
        shown=kept(*_for_every_browser(sized, one)),
        renditions=tuple(kept(data, "webp", width) for width, data in _renditions(sized, one)),
    )


def _for_every_browser(sized: Mapping[int, "Image"], one: Opened) -> tuple[bytes, str, int]:
    """Return the bytes, ending and width of what every browser shows: the middle one.

    Of a drawing it may be the whole: reduced, its edges need colours of their own, and so more bytes.
    """
    widths = {one.widths[len(one.widths) // 2], *([one.widths[-1]] if one.drawn and one.whole else [])}
    made = {width: _encoded(_in_few_colours(sized[width], one), one.ending, one.rights) for width in sorted(widths)}
    width = min(made, key=lambda each: len(made[each]))
    return made[width], one.ending, width


def _in_few_colours(picture: "Image", one: Opened) -> "Image":
    """Return a drawing that is to be a PNG with a palette: a third of the bytes."""
    from PIL.Image import Dither  # noqa: PLC0415 - see `recipe`

    fits = one.ending == "png" and one.drawn and picture.mode == "RGB"
    return picture.quantize(_PALETTE, dither=Dither.NONE) if fits else picture


def _renditions(sized: Mapping[int, "Image"], one: Opened) -> list[tuple[int, bytes]]:
    """Return widths and bytes in WebP, the narrowest first; none that a wider one is no larger than."""
    found: list[tuple[int, bytes]] = []
    for width in reversed(one.widths):
        data = _encoded(sized[width], "webp", one.rights)
        if one.drawn and one.whole and not found:  # sharp edges, which lossless keeps in less
            data = min(_encoded(sized[width], "lossless", one.rights), data, key=len)
        if not found or len(data) < len(found[0][1]):
            found.insert(0, (width, data))
    return found


def _encoded(picture: "Image", settings: str, stated: rights.Stated) -> bytes:
    out = BytesIO()
    picture.save(out, **_SETTINGS[settings], **rights.kept(stated, settings))
    return out.getvalue()


def _colour(picture: "Image") -> str:
    """Return the most frequent colour of a picture as CSS writes it, "" where something would shine through."""
    if picture.mode == "RGBA":
        return ""
    from PIL.Image import Dither, Quantize, Resampling  # noqa: PLC0415 - see `recipe`

    sample = picture.convert("RGB").resize((_SAMPLE, _SAMPLE), Resampling.BOX)
    few = sample.quantize(6, method=Quantize.MEDIANCUT, dither=Dither.NONE)
    counts: dict[int, int] = {index: count for count, index in few.getcolors() or []}  # type: ignore[misc] # a palette's
    most = max(sorted(counts), key=lambda index: counts[index])
    return "#" + bytes((few.getpalette() or [])[3 * most : 3 * most + 3]).hex()
