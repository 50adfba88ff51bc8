"""Claims about what foreign keys mean."""

from typing import Any

import pytest

from sitegen.intake.importers.sites import addresses, keys

WHERE = addresses.place("content/news/a.md", "hugo")


@pytest.mark.parametrize(
    ("given", "key", "value"),
    [
        ({"tags": "a, b", "categories": ["c"]}, "topics", ["a", "b", "c"]),
        ({"taxonomies": {"tags": ["a"]}}, "topics", ["a"]),
        ({"lastmod": "2024-05-01T10:00:00Z"}, "updated", "2024-05-01"),
        ({"lastmod": "2024"}, "updated", ""),
        ({"draft": "true"}, "status", "review"),
        ({"published": "false"}, "status", "review"),
        ({"status": "hidden"}, "status", "withheld"),
        ({"canonical": "nowhere"}, "canonical_url", ""),
        ({"canonical": "https://w.example/"}, "canonical_url", "https://w.example/"),
        ({"description": "A &amp; B"}, "summary", "A & B"),
        ({"layout": "x", "colour": "red", "deep": {"a": ["b"]}}, "extra", {"colour": "red", "deep": '{"a": ["b"]}'}),
    ],
)
def test_a_key_means(given: dict[str, Any], key: str, value: object) -> None:
    assert keys.understood(given, WHERE).values[key] == value


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"author": "By T. Orme and D. Lowe"}, ("T. Orme", "D. Lowe")),
        ({"authors": [{"name": "T. Orme"}, "D. Lowe"]}, ("T. Orme", "D. Lowe")),
        ({"author": {"name": "T. Orme"}}, ("T. Orme",)),
        ({"author": 3}, ()),
    ],
)
def test_bylines(given: dict[str, Any], names: tuple[str, ...]) -> None:
    assert keys.understood(given, WHERE).byline == names


def test_a_picture_is_known_by_its_words() -> None:
    found = keys.understood({"image": {"src": "a.jpg", "alt": "lamp", "caption": "The lamp"}}, WHERE)
    assert [(one.alt, one.caption, one.src) for one in found.images] == [("lamp", "The lamp", "")]


def test_jekyll_parts_a_text_of_terms_by_spaces() -> None:
    post = addresses.place("_posts/2024-05-01-a.md", "jekyll")
    found = keys.understood({"tags": "oil lamp", "categories": "Sea Trade", "category": "Cape Ellory"}, post)
    assert found.values["topics"] == ["oil", "lamp", "Sea", "Trade", "Cape Ellory"]
    assert found.categories == ("Sea", "Trade", "Cape Ellory")
    assert keys.understood({"tags": "oil lamp"}, WHERE).values["topics"] == ["oil lamp"]
