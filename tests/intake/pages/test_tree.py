"""Claims about parsing pages: encodings, depth, size."""

import pytest

from sitegen.intake.members import Member
from sitegen.intake.pages import tree
from sitegen.problems import BuildError


def words(data: bytes, **about: str) -> str:
    root = tree.parse(Member("p.html", data, about)).root
    return "" if root is None else " ".join(root.text_content().split())


def test_utf_8_wins_over_what_the_page_says() -> None:
    assert words('<meta charset="latin-1"><p>Fähre</p>'.encode()) == "Fähre"


def test_the_servers_word_counts_where_the_page_names_no_encoding() -> None:
    assert words("<p>паром</p>".encode("koi8-r"), charset="koi8-r") == "паром"


def test_a_mark_of_byte_order_is_believed() -> None:
    assert words("<p>Fähre</p>".encode("utf-16")) == "Fähre"


def test_what_is_nested_too_deep_still_gives_its_words() -> None:
    assert words(b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000 + b"<p>after</p>") == "deep after"


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_BYTES", 10)
    with pytest.raises(BuildError):
        tree.parse(Member("p.html", b"<p>more than ten</p>"))


def test_a_text_that_is_shown_only_without_scripts_is_read() -> None:
    root = tree.parse(
        Member("p.html", f"<body><noscript><div><p>{'goats at sea ' * 99}</p></div></noscript>".encode())
    ).root
    assert root.find(".//noscript") is None
    little = tree.parse(Member("p.html", b"<body><noscript><p>Turn scripts on</p></noscript><p>goats</p>")).root
    assert little.find(".//noscript") is not None


def test_noise_that_is_named_like_a_page_is_put_aside() -> None:
    noise = bytes(number * number % 251 for number in range(4000))
    with pytest.raises(BuildError, match="binary data"):
        tree.parse(Member("seeds/a.html", b"<html>" + noise))
    assert tree.parse(Member("seeds/a.html", "<html><p>Ferry late".encode("utf-16"))).root is not None
