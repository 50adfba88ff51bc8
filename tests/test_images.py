"""Pictures: found below media or beside the article, measured, and put aside with a finding where they are none."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from sitegen import files, images
from sitegen.model import Article, Body, Card, Collection, File, Picture, Problem, Site
from sitegen.problems import sentence

ARTICLE = "content/news/2024/a.md"


def site_of(root: Path, *names: str, src: str = "", cover: str = "") -> Site:
    """Return a site with one article that shows `src`, one collection that shows `cover`, and the files `names`."""
    one = Article(
        Card("a", "/news/2024/a/", "A", "en", "news"), Body(ARTICLE, ""), images=(Picture(src=src, caption="C"),)
    )
    dossier = Collection(
        "c", "C", "en", Body("content/collections/c.md", ""), image=Picture(src=cover) if cover else None
    )
    held = []
    for name in names:
        inside = name.removeprefix("content/")
        url = f"/{inside}" if inside.startswith("media/") else f"/media/{inside}"
        held.append(File(url, name, f"digest of {name}"))
        if not (root / name).exists():
            files.write_bytes(root / name, b"")
            Image.new("RGB", (30, 20)).save(root / name)
    return Site((one,), (), (), (dossier,), (), (), (), tuple(held))


def shown(root: Path, site: Site) -> tuple[Picture, tuple[Problem, ...]]:
    measured, problems = images.measured(site, root)
    return measured.articles[0].images[0], problems


@pytest.mark.parametrize(
    ("src", "path", "address"),
    [
        ("quay.png", "content/media/quay.png", "quay.png"),
        ("1974/quay.png", "content/media/1974/quay.png", "1974/quay.png"),
        ("/media/quay.png", "content/media/quay.png", "quay.png"),
        ("quay.png", "content/news/2024/quay.png", "news/2024/quay.png"),
        ("../quay.png", "content/news/quay.png", "news/quay.png"),
    ],
)
def test_a_picture_is_found_below_media_or_beside_its_article(
    tmp_path: Path, src: str, path: str, address: str
) -> None:
    picture, problems = shown(tmp_path, site_of(tmp_path, path, src=src))
    assert problems == ()
    assert (picture.src, picture.width, picture.height, picture.digest) == (address, 30, 20, f"digest of {path}")


def test_of_two_pictures_of_one_name_that_below_media_is_meant(tmp_path: Path) -> None:
    site = site_of(tmp_path, "content/media/quay.png", "content/news/2024/quay.png", src="quay.png")
    assert shown(tmp_path, site)[0].src == "quay.png"


def test_a_missing_picture_leaves_its_caption_and_a_finding(tmp_path: Path) -> None:
    picture, problems = shown(tmp_path, site_of(tmp_path, src="quay.png"))
    assert (picture.src, picture.caption) == ("", "C")
    assert [sentence(one) for one in problems] == [
        (
            f'{ARTICLE}: The picture "quay.png" is not there. '
            "Put it into content/media/, or leave `src` out: the caption is shown alone."
        )
    ]


@pytest.mark.parametrize("src", ["../../../../etc/passwd", "/etc/passwd", "../../../outside.png"])
def test_no_picture_is_read_from_outside_what_the_site_may_show(tmp_path: Path, src: str) -> None:
    Image.new("RGB", (1, 1)).save(tmp_path / "outside.png")
    picture, problems = shown(tmp_path, site_of(tmp_path, src=src))
    assert picture.src == ""
    assert [one.rule for one in problems] == ["image-missing"]


def test_a_caption_without_a_picture_is_no_finding(tmp_path: Path) -> None:
    assert shown(tmp_path, site_of(tmp_path)) == (Picture(caption="C"), ())


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_a_file_that_is_no_picture_is_a_finding(tmp_path: Path, data: bytes) -> None:
    files.write_bytes(tmp_path / "content/media/quay.png", data)
    picture, problems = shown(tmp_path, site_of(tmp_path, "content/media/quay.png", src="quay.png"))
    assert picture.src == ""
    assert [sentence(one) for one in problems] == [
        "content/media/quay.png: This cannot be read as a picture. Save it anew as PNG, JPEG or WebP."
    ]


def bomb(width: int, height: int) -> bytes:
    """Return a tiny PNG that claims to be of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 8_001), (12_000, 12_000), (60_000, 60_000)])
def test_a_small_file_that_claims_to_fill_all_memory_is_put_aside(tmp_path: Path, size: tuple[int, int]) -> None:
    files.write_bytes(tmp_path / "content/media/bomb.png", bomb(*size))
    picture, problems = shown(tmp_path, site_of(tmp_path, "content/media/bomb.png", src="bomb.png"))
    assert picture.src == ""
    assert [one.rule for one in problems] == ["image-unreadable"]


def test_a_drawing_has_no_pixels_to_count(tmp_path: Path) -> None:
    files.write_bytes(tmp_path / "content/media/map.svg", b"<svg/>")
    picture, problems = shown(tmp_path, site_of(tmp_path, "content/media/map.svg", src="map.svg"))
    assert (picture.src, picture.width, picture.height, problems) == ("map.svg", 0, 0, ())


def test_a_collections_picture_is_measured_too(tmp_path: Path) -> None:
    site = site_of(tmp_path, "content/media/quay.png", cover="quay.png")
    image = images.measured(site, tmp_path)[0].collections[0].image
    assert image
    assert (image.width, image.height) == (30, 20)
