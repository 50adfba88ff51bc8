"""What is made of a file: the same bytes anywhere, nothing private in them, and a reason where nothing is made."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen import digest
from sitegen.images import making
from sitegen.images.making import Made
from tests.images.made import MOST, WIDTHS, bomb, decoded, drawing, encoded, photograph

CLEAR = photograph(150, 100)
CLEAR.putalpha(100)


def made(cache: Path, data: bytes, most: int = MOST) -> Made:
    return making.make(data, cache, WIDTHS, most)


def test_a_photograph_becomes_webp_in_every_width_and_its_own_kind_in_the_middle_one(tmp_path: Path) -> None:
    one = made(tmp_path, encoded(photograph(300, 200)))
    assert [(part.ending, part.width) for part in one.renditions] == [("webp", 40), ("webp", 80), ("webp", 140)]
    assert one.shown
    assert (one.shown.ending, one.shown.width) == ("jpg", 80)
    assert (one.width, one.height, one.pixels) == (140, 93, 60_000)
    for part, kind in [*((part, "WEBP") for part in one.renditions), (one.shown, "JPEG")]:
        seen = decoded(tmp_path, part)
        assert (seen.format, seen.width) == (kind, part.width)
    assert {path.name for path in tmp_path.iterdir()} == {making.name(part) for part in one.parts}


def test_what_is_made_is_named_by_its_bytes(tmp_path: Path) -> None:
    for part in made(tmp_path, encoded(photograph(300, 200))).parts:
        data = (tmp_path / making.name(part)).read_bytes()
        assert (digest.of_bytes(data), len(data)) == (part.digest, part.size)


@pytest.mark.parametrize(
    "data",
    [encoded(photograph(300, 200)), encoded(drawing(100, 60), "PNG"), encoded(CLEAR, "PNG")],
    ids=["photograph", "drawing", "clear"],
)
def test_the_same_bytes_are_made_in_another_process(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "one").write_bytes(data)
    code = (
        "import sys; from pathlib import Path; from sitegen.images import making\n"
        f"print(making.make(Path('one').read_bytes(), Path('there'), {WIDTHS}, {MOST}))"
    )
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, check=True, capture_output=True)
    assert told.stdout.decode().strip() == str(made(tmp_path / "here", data))


def test_a_photographs_camera_and_place_are_taken_out_and_its_rights_stay(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0131], exif[0x8298] = "SpyCam", "Editor 3", "© Ansel Trust".encode()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0)})
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0my own comment"
    data = encoded(photograph(300, 200), exif=exif.tobytes(), comment=b"a word of mine")
    assert b"SpyCam" in data
    for part in made(tmp_path, data).parts:
        raw = (tmp_path / making.name(part)).read_bytes()
        assert not any(word in raw for word in (b"SpyCam", b"Editor 3", b"my own comment", b"a word of mine"))
        kept = decoded(tmp_path, part).getexif()
        assert dict(kept) == {0x8298: "© Ansel Trust".encode().decode("latin-1")}
        assert not kept.get_ifd(0x8825)


def test_a_drawing_keeps_its_edges_in_less_bytes_than_its_reductions_would_take(tmp_path: Path) -> None:
    one = made(tmp_path, encoded(drawing(140, 90), "PNG"))
    sizes = [part.size for part in one.renditions]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(sizes)
    assert one.renditions[-1].width == 140
    assert decoded(tmp_path, one.renditions[-1]).convert("RGB").tobytes() == drawing(140, 90).tobytes()
    assert one.shown
    assert one.shown.size <= min(len(encoded(drawing(140, 90), "PNG")), 4 * one.renditions[-1].size)


def test_what_shines_through_still_does_and_has_no_colour_behind_it(tmp_path: Path) -> None:
    one = made(tmp_path, encoded(CLEAR, "PNG"))
    assert one.colour == ""
    assert one.shown
    assert one.shown.ending == "png"
    assert all(decoded(tmp_path, part).convert("RGBA").getchannel("A").getextrema() == (100, 100) for part in one.parts)


def test_the_colour_is_the_most_frequent_one_not_a_mixture(tmp_path: Path) -> None:
    flag = Image.new("RGB", (100, 100), (20, 60, 120))
    flag.paste((250, 250, 250), (0, 0, 100, 30))
    colour = bytes.fromhex(made(tmp_path, encoded(flag, "PNG")).colour[1:])
    assert all(abs(one - wanted) <= 4 for one, wanted in zip(colour, (20, 60, 120), strict=True))


def test_drawings_and_what_moves_stay_as_they_are(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "green")]
    moving = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    for data, ending, size in ((moving, "gif", (20, 10)), (b'<svg viewBox="0 0 300 150"/>', "svg", (300, 150))):
        one = made(tmp_path, data)
        assert one.shown == making.Part(digest.of_bytes(data), ending, size[0])
        assert (one.width, one.height, one.renditions) == (*size, ())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [(10_000, 4_001), (12_000, 12_000), (60_000, 60_000)])
def test_a_small_file_that_claims_to_fill_all_memory_is_not_unpacked(tmp_path: Path, size: tuple[int, int]) -> None:
    assert made(tmp_path, bomb(*size)) == Made(size[0] * size[1], "large")


def test_the_limit_itself_is_no_excess(tmp_path: Path) -> None:
    data = encoded(photograph(300, 200))
    assert made(tmp_path, data, most=60_000).refused == ""
    assert made(tmp_path, data, most=59_999).refused == "large"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        bomb(10, 10),
        encoded(photograph(300, 200))[:2000],
        encoded(photograph(300, 200), "WEBP")[:2000],
        b"%PDF-1.7",
        b"<html></html>",
    ],
)
def test_what_cannot_be_read_is_said_to_be_so(tmp_path: Path, data: bytes) -> None:
    assert made(tmp_path, data) == Made(refused="unreadable")


def test_no_change_of_one_byte_of_a_picture_stops_a_build(tmp_path: Path) -> None:
    for data in (encoded(photograph(30, 20)), encoded(drawing(30, 20), "PNG"), encoded(photograph(30, 20), "TIFF")):
        for at in range(0, len(data), max(1, len(data) // 60)):
            broken = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
            assert made(tmp_path, broken, most=100_000).refused in {"", "large", "unreadable"}


def test_the_recipe_tells_what_the_bytes_depend_on() -> None:
    assert making.recipe(WIDTHS) == making.recipe(WIDTHS) != making.recipe((40, 80))


def test_a_picture_reduced_at_once_looks_like_one_reduced_after_it_was_unpacked(tmp_path: Path) -> None:
    large = photograph(1200, 800)
    seen = decoded(tmp_path, made(tmp_path, encoded(large, quality=95)).renditions[-1])
    right = Image.open(BytesIO(encoded(large, quality=95))).resize(seen.size)
    pairs = zip(seen.convert("L").tobytes(), right.convert("L").tobytes(), strict=True)
    assert max(abs(one - other) for one, other in pairs) < 24
