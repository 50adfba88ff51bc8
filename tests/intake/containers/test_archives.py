"""Claims about archives: what is taken out of them, and what is refused."""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Iterable

import pytest

from .made import LIMIT, tarred, walked, zipped

FILES = (("a.txt", b"words"), ("deep/b.txt", b"more"))


@pytest.mark.parametrize("data", [zipped(FILES), *(tarred(FILES, f"w:{kind}") for kind in ("", "gz", "bz2", "xz"))])
def test_files_come_out_with_their_paths(data: bytes) -> None:
    documents, refused = walked("pile.any", data)
    assert [(one.name, one.data) for one in documents] == [
        ("pile.any!/a.txt", b"words"),
        ("pile.any!/deep/b.txt", b"more"),
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt.gz", gzip.compress(b"w", mtime=0)), ("a.txt.bz2", bz2.compress(b"w")), ("a.txt.xz", lzma.compress(b"w"))],
)
def test_a_single_file_loses_the_suffix_of_its_compression(name: str, data: bytes) -> None:
    assert [(one.name, one.data) for one in walked(name, data)[0]] == [(f"{name}!/a.txt", b"w")]


def why(words: str) -> str:
    return words.partition("read. ")[2].partition(" Unpack it")[0]


def test_names_that_lead_out_and_links_are_refused_and_the_rest_goes_on() -> None:
    names = ("/etc/passwd", "../x.txt", "C:\\x.txt", "a/../../b.txt", "good.txt", "bell\a.txt")
    documents, refused = walked("p.zip", zipped((name, b"w") for name in names))
    assert [one.name for one in documents] == ["p.zip!/good.txt"]
    assert [why(words) for words in refused] == [
        "Its name begins at the root of a disk.",
        "Its name leads out of the archive.",
        "Its name begins at the root of a disk.",
        "Its name leads out of the archive.",
        "Its name holds control characters.",
    ]
    documents, refused = walked("p.tar", tarred([("good.txt", b"w")], "w", links=["round"]))
    assert (len(documents), [why(words) for words in refused]) == (1, ["It is a link."])


def test_a_link_in_a_zip_and_a_locked_file_are_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("locked.txt", "x")
    data = held.getvalue().replace(b"\x14\x00\x00\x00\x00\x00", b"\x14\x00\x00\x00\x00\x00")
    at = data.rindex(b"PK\x01\x02")
    documents, refused = walked("p.zip", data[: at + 8] + b"\x01" + data[at + 9 :])
    assert documents == []
    assert [why(words) for words in refused] == ["It is a link.", "It is locked by a password."]


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * (400 << 20), 9), 9)
    assert len(bomb) < 4_000
    documents, refused = walked("bomb.gz", bomb)
    assert documents == []
    assert refused == [
        (
            f"bomb.gz: This file is more than {LIMIT:,} bytes long when it is unpacked, "
            "which is the limit. Raise limits.seed_bytes in site.yaml."
        )
    ]
    _, refused = walked("bomb.tgz", tarred([("a.txt", b"\0" * (300 << 20))]))
    assert refused == [
        (
            "bomb.tgz: This was not read further: it unpacks to more than 200 times its size. "
            "Unpack it yourself, look at what it holds, and import that."
        )
    ]


def test_an_archive_that_breaks_off_gives_what_came_before() -> None:
    whole = tarred([(f"{number}.txt", bytes(range(256)) * 40) for number in range(8)], "w")
    documents, refused = walked("p.tar", whole[: len(whole) // 2])
    assert refused
    assert refused[-1].startswith("p.tar: This cannot be read further: ")
    documents, refused = walked("p.zip", zipped(FILES)[:-30])
    assert documents == []
    assert refused == [
        (
            "p.zip: This cannot be read further: file is not a zip file. "
            "Get it again from where it came from, if there it is whole."
        )
    ]


def test_archives_in_archives_are_read_four_deep() -> None:
    data = zipped([("a.txt", b"w")])
    for _ in range(3):
        data = zipped([("in.zip", data)])
    assert [one.name for one in walked("p.zip", data)[0]] == ["p.zip!/in.zip!/in.zip!/in.zip!/a.txt"]
    documents, refused = walked("p.zip", zipped([("in.zip", data)]))
    assert documents == []
    assert "4 containers deep" in refused[0]


def test_hidden_files_and_what_stands_beside_a_page_are_passed_over() -> None:
    names = ("page.html", "page_files/ad.html", ".git/config", "__MACOSX/._page.html", "docs/.DS_Store")
    assert [one.name for one in walked("p.zip", zipped((name, b"w") for name in names))[0]] == ["p.zip!/page.html"]


def test_a_site_in_an_archive_is_known_as_one() -> None:
    names = ("blog/_config.yml", "blog/_posts/2020-01-01-a.md")
    for data in (zipped((name, b"w") for name in names), tarred((name, b"w") for name in names)):
        about = walked("p", data)[0][1].about
        assert (about["site"], about["root"]) == ("jekyll", "p!/blog")


@pytest.mark.parametrize("made", [zipped, tarred])
def test_the_pages_of_a_site_in_an_archive_know_its_settings(
    made: Callable[[Iterable[tuple[str, bytes]]], bytes],
) -> None:
    held = [("blog/content/news/a.md", b"w"), ("blog/hugo.toml", b'[permalinks]\nnews = "/:year/"'), ("b.md", b"w")]
    about = {one.name.partition("!/")[2]: one.about for one in walked("p.zip", made(held))[0]}
    settings = '{"patterns":{"news":"/:year/"},"content":"","lang":"en","langs":{}'
    assert about["b.md"] == {}
    assert about["blog/content/news/a.md"]["root"] == "p.zip!/blog"
    assert about["blog/content/news/a.md"]["settings"].startswith(settings)


@pytest.mark.parametrize("made", [zipped, tarred])
def test_settings_too_large_to_be_any_say_nothing(made: Callable[[Iterable[tuple[str, bytes]]], bytes]) -> None:
    held = [("content/a.md", b"w"), ("hugo.toml", b"#" * 300_000)]
    documents = {one.name: one.about for one in walked("p.zip", made(held), 500_000)[0]}
    assert '"patterns":{}' in documents["p.zip!/content/a.md"]["settings"]
