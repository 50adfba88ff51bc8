"""Entries: which file each means, and what is wrong with how it says so."""

import pytest

from sitegen.images import entries
from sitegen.model import Article, Body, Card, Collection, File, Picture, Site
from sitegen.problems import sentence

ARTICLE = "content/news/2024/a.md"


def site(*pictures: Picture, cover: Picture | None = None, remote: tuple[str, ...] = ()) -> Site:
    one = Article(Card("a", "/news/2024/a/", "A", "en", "news"), Body(ARTICLE, ""), images=pictures, remote=remote)
    dossier = Collection("c", "C", "en", Body("content/collections/c.md", ""), image=cover)
    return Site((one,), (), (), (dossier,), (), (), (), ())


def known(*paths: str) -> dict[str, File]:
    return {path: File("", path, "") for path in paths}


@pytest.mark.parametrize(
    ("src", "path"),
    [
        ("quay.png", "content/media/quay.png"),
        ("1974/quay.png", "content/media/1974/quay.png"),
        ("/media/quay.png", "content/media/quay.png"),
        ("quay.png", "content/news/2024/quay.png"),
        ("../quay.png", "content/news/quay.png"),
    ],
)
def test_a_file_is_found_below_media_or_beside_the_article(src: str, path: str) -> None:
    found = entries.found(Picture(src=src), ARTICLE, known(path))
    assert found
    assert found.path == path


def test_of_two_files_of_one_name_that_below_media_is_meant() -> None:
    both = known("content/news/2024/quay.png", "content/media/quay.png")
    assert entries.found(Picture(src="quay.png"), ARTICLE, both) == both["content/media/quay.png"]


def test_entries_with_a_file_are_those_of_articles_and_collections() -> None:
    one, cover = Picture(src="a.png"), Picture(src="b.png")
    found = list(entries.named(site(one, Picture(caption="C"), cover=cover)))
    assert found == [(one, ARTICLE), (cover, "content/collections/c.md")]


def mistakes(picture: Picture, file: File | None) -> list[str]:
    return [sentence(one) for one in entries.mistakes(picture, ARTICLE, file)]


def test_a_missing_file_is_said_with_its_way_out() -> None:
    assert mistakes(Picture(src="quay.png", alt="A quay"), None) == [
        (
            f'{ARTICLE}: The picture "quay.png" is not there. '
            "Put it into content/media/, or leave `src` out: the caption is shown alone."
        )
    ]


@pytest.mark.parametrize("src", ["https://example.org/a.jpg", "//example.org/a.jpg", "data:image/png;base64,AA"])
def test_a_picture_on_another_server_is_said_to_be_there(src: str) -> None:
    assert mistakes(Picture(src=src, alt="A quay"), None) == [
        (
            f'{ARTICLE}: The picture "{src}" is on another server; it is not shown from there. '
            "Put a copy into content/media/ if you may, or leave `src` out: the caption is shown alone."
        )
    ]


def test_a_picture_without_alt_is_said_to_be_silent() -> None:
    file = File("", "content/media/quay.png", "")
    assert [one.rule for one in entries.mistakes(Picture(src="quay.png"), ARTICLE, file)] == ["image-without-alt"]
    assert mistakes(Picture(src="quay.png", alt="A quay"), file) == []


def test_pictures_of_other_servers_in_texts_are_told() -> None:
    found = [sentence(one) for one in entries.linked(site(remote=("https://example.org/a.jpg",)))]
    assert found == [
        (
            f'{ARTICLE}: The picture "https://example.org/a.jpg" is on another server; it is not shown from there. '
            "Put a copy into content/media/ if you may, or write a link."
        )
    ]


def test_only_pictures_with_a_file_are_shown_in_another_way() -> None:
    before = site(Picture(src="a.png"), Picture(caption="C"), cover=Picture(src="b.png"))
    after = entries.shown(before, lambda picture, path: Picture(src=f"{picture.src} of {path}"))
    assert after.articles[0].images == (Picture(src=f"a.png of {ARTICLE}"), Picture(caption="C"))
    assert after.collections[0].image == Picture(src="b.png of content/collections/c.md")
    untouched = site(Picture(caption="C"))
    assert entries.shown(untouched, lambda *_: Picture()).articles[0] is untouched.articles[0]
