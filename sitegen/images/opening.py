"""A file's bytes -> an upright picture in sRGB with eight bits a colour, as large as pages show it and no larger."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from sitegen.images import rights

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

# kinds that are read, and the ending of what every browser shows of them ("": by what is to be seen); what Pillow calls
# MPO comes out of its JPEG decoder
KINDS = {
    "JPEG": "jpg", "MPO": "jpg", "PNG": "png", "GIF": "png", "WEBP": "webp",
    "AVIF": "", "BMP": "", "TIFF": "", "JPEG2000": "",
}  # fmt: skip
_MOVING = {"GIF": "gif", "WEBP": "webp", "PNG": "png", "AVIF": "avif"}  # in others, further pictures are pages
_COLOURS = 256  # a picture of no more is a drawing: a palette holds it
_TALLEST = 16_383  # pixels; WebP has no more
_ORIENTATION = 0x0112  # EXIF
_ON_ITS_SIDE = 5  # from this orientation on, width and height change places


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture to be shown in these widths (ascending, the last is its own), `whole` if it was not made smaller.

    `ending` is that of the kind that every browser shows, `drawn` says that it has few colours.
    """

    picture: "Image"
    widths: tuple[int, ...]
    ending: str
    rights: rights.Stated
    drawn: bool
    whole: bool


def begun(data: bytes) -> "ImageFile":
    """Return a picture of which only the head is read. Raises what decoders raise."""
    from PIL import Image  # noqa: PLC0415 - slow to import, and many archives have no pictures

    Image.MAX_IMAGE_PIXELS = None  # our own limit stands in its place, and is looked at before anything is unpacked
    Image.init()  # so that it is known which decoders this Pillow has
    return Image.open(BytesIO(data), formats=tuple(kind for kind in KINDS if kind in Image.OPEN))


def moving(picture: "ImageFile") -> str:
    """Return the ending of a picture that moves, "" for one that stands still."""
    ending = _MOVING.get(picture.format or "", "")
    return ending if getattr(picture, "is_animated", False) else ""


def opened(picture: "ImageFile", widths: tuple[int, ...]) -> Opened:
    """Unpack a picture for these widths. Raises what decoders raise."""
    orientation = _orientation(picture)
    width, height = picture.size if orientation < _ON_ITS_SIDE else picture.size[::-1]
    top = max(1, min(width, widths[-1], width * _TALLEST // height))
    stated = rights.stated(picture)
    # a JPEG can be unpacked smaller at once; from twice the width a good picture is made
    across, down = (max(1, 2 * one * top // width) for one in picture.size)
    picture.draft("", (across, down))
    upright = _upright(_plain(picture), orientation)
    profile = picture.info.get("icc_profile")
    drawn = picture.format != "JPEG" and upright.getcolors(_COLOURS) is not None
    shown = _in_srgb(upright.resize(_fitted((width, height), top), reducing_gap=3.0), profile)
    shown.info.clear()
    return Opened(
        shown,
        (*(one for one in widths if one < top), top),
        KINDS[picture.format or ""] or ("png" if drawn or shown.mode == "RGBA" else "jpg"),
        stated,
        drawn,
        whole=top == width,
    )


def smaller(picture: "Image", width: int) -> "Image":
    """Return a picture in this width, its height in proportion."""
    return picture if width == picture.width else picture.resize(_fitted(picture.size, width))


def _fitted(size: tuple[int, int], width: int) -> tuple[int, int]:
    # one that is narrower than it may be at its height is drawn less tall
    return width, min(_TALLEST, max(1, round(size[1] * width / size[0])))


def _orientation(picture: "Image") -> int:
    try:
        stated = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - metadata come from anyone, and a picture is shown without them
        return 1
    return stated if stated in range(1, 9) else 1


def _upright(picture: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose  # noqa: PLC0415 - see `begun`

    turns = (
        Transpose.FLIP_LEFT_RIGHT,
        Transpose.ROTATE_180,
        Transpose.FLIP_TOP_BOTTOM,
        Transpose.TRANSPOSE,
        Transpose.ROTATE_270,
        Transpose.TRANSVERSE,
        Transpose.ROTATE_90,
    )
    return picture if orientation == 1 else picture.transpose(turns[orientation - 2])


def _plain(picture: "ImageFile") -> "Image":
    """Return a picture with eight bits a colour: grey, RGB, CMYK, or RGBA where something shines through it."""
    picture.load()
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        return seen.convert("RGB") if seen.getchannel("A").getextrema() == (255, 255) else seen
    if picture.mode.startswith("I"):  # Pillow would cut sixteen bits off at eight
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in {"1", "F"}:
        return picture.convert("L")
    return picture if picture.mode in {"L", "RGB", "CMYK"} else picture.convert("RGB")


def _in_srgb(picture: "Image", profile: bytes | None) -> "Image":
    """Return a picture in the colours that browsers take it for; a profile that is broken is no profile."""
    from PIL import ImageCms  # noqa: PLC0415 - see `begun`

    if profile:
        try:
            own, mode = ImageCms.ImageCmsProfile(BytesIO(profile)), "RGBA" if picture.mode == "RGBA" else "RGB"
            return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode) or picture
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            pass
    return picture.convert("RGB") if picture.mode == "CMYK" else picture.copy()
