"""Pictures as they are unpacked: upright, in sRGB, with eight bits a colour, no larger than they are shown."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageOps

from sitegen.images import opening
from sitegen.images.opening import Opened
from tests.images.made import WIDTHS, drawing, encoded, photograph


def opened(data: bytes, widths: tuple[int, ...] = WIDTHS) -> Opened:
    with opening.begun(data) as picture:
        return opening.opened(picture, widths)


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((300, 200), (40, 80, 140)),
        ((140, 90), (40, 80, 140)),
        ((100, 60), (40, 80, 100)),
        ((40, 90), (40,)),
        ((1, 1), (1,)),
    ],
)
def test_no_picture_is_enlarged(size: tuple[int, int], widths: tuple[int, ...]) -> None:
    one = opened(encoded(photograph(*size)))
    assert one.widths == widths
    assert one.picture.width == widths[-1]
    assert one.picture.height == round(size[1] * widths[-1] / size[0])


def test_a_tall_picture_becomes_no_taller_than_webp_can_hold() -> None:
    one = opened(encoded(Image.new("RGB", (100, 40_000)), "PNG"), (80,))
    assert one.picture.size[1] <= 16_383
    assert one.widths == (one.picture.width,)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_as_browsers_would_have_turned_it(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(photograph(60, 30), "PNG", exif=exif.tobytes())
    right = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    one = opened(data)
    assert one.picture.size == right.size == ((60, 30) if orientation < 5 else (30, 60))
    assert one.picture.tobytes() == right.convert("RGB").resize(one.picture.size).tobytes()


@pytest.mark.parametrize("orientation", [0, 9, 65_535])
def test_an_orientation_that_is_none_turns_nothing(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert opened(encoded(photograph(60, 30), exif=exif.tobytes())).picture.size == (60, 30)


@pytest.mark.parametrize(
    ("mode", "kind", "found", "ending"),
    [
        ("RGB", "JPEG", "RGB", "jpg"),
        ("L", "JPEG", "L", "jpg"),
        ("CMYK", "JPEG", "RGB", "jpg"),
        ("RGB", "PNG", "RGB", "png"),
        ("1", "PNG", "L", "png"),
        ("P", "PNG", "RGB", "png"),
        ("RGBA", "PNG", "RGBA", "png"),
        ("P", "GIF", "RGB", "png"),
        ("RGB", "WEBP", "RGB", "webp"),
        ("RGB", "BMP", "RGB", "jpg"),
        ("RGB", "TIFF", "RGB", "jpg"),
        ("CMYK", "TIFF", "RGB", "jpg"),
        ("1", "TIFF", "L", "png"),
        ("RGBA", "TIFF", "RGBA", "png"),
    ],
)
def test_every_kind_is_read_and_shown_as_one_that_every_browser_knows(
    mode: str, kind: str, found: str, ending: str
) -> None:
    picture = photograph(60, 30, mode="RGB").convert(mode)
    if mode == "RGBA":
        picture.putalpha(128)
    one = opened(encoded(picture, kind))
    assert (one.picture.mode, one.ending) == (found, ending)


def test_sixteen_bits_a_colour_become_eight_by_their_value() -> None:
    deep = Image.new("I;16", (40, 10))
    for column in range(40):
        for row in range(10):
            deep.putpixel((column, row), 0x8000 if column < 20 else 0x4000)
    picture = opened(encoded(deep, "PNG")).picture
    assert (picture.getpixel((2, 2)), picture.getpixel((38, 2))) == (128, 64)


def test_transparency_that_hides_nothing_is_none() -> None:
    picture = photograph(60, 30).convert("RGBA")
    assert opened(encoded(picture, "PNG")).picture.mode == "RGB"


def test_colours_are_those_that_the_profile_means() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # in this one, what is called red is blue
    other = srgb.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    plain = Image.new("RGB", (40, 40), (200, 40, 40))
    for profile, colour in ((srgb, (200, 40, 40)), (other, (40, 40, 200)), (b"no profile", (200, 40, 40))):
        shown = opened(encoded(plain, "PNG", icc_profile=profile)).picture
        assert shown.info == {}
        seen = shown.getpixel((5, 5))
        assert isinstance(seen, tuple)
        assert all(abs(one - wanted) <= 1 for one, wanted in zip(seen, colour, strict=True))


def test_a_picture_of_few_colours_is_a_drawing() -> None:
    assert opened(encoded(drawing(140, 90), "PNG")).drawn
    assert not opened(encoded(photograph(140, 90), "PNG")).drawn
    assert not opened(encoded(Image.new("RGB", (140, 90)))).drawn


def test_pictures_that_move_are_told_from_those_with_pages() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    for kind, ending in {"GIF": "gif", "WEBP": "webp", "PNG": "png", "TIFF": ""}.items():
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
        with opening.begun(data) as picture:
            assert opening.moving(picture) == ending, kind


@pytest.mark.parametrize("data", [b"", b"no picture", b"%!PS-Adobe-3.0 EPSF", b"%PDF-1.7", b"GIF89a"])
def test_what_is_no_picture_for_the_web_is_given_to_no_decoder(data: bytes) -> None:
    with pytest.raises(OSError, match=r"cannot identify|image file|not a GIF"):
        opening.begun(data)


@pytest.mark.parametrize(("size", "kind"), [((1, 20_000), "PNG"), ((2, 40_000), "PNG"), ((1, 30_000), "JPEG")])
def test_a_picture_that_is_hardly_a_line_is_no_taller_than_webp_can_hold_either(
    size: tuple[int, int], kind: str
) -> None:
    one = opened(encoded(Image.new("RGB", size), kind))
    assert one.picture.size[1] <= 16_383
