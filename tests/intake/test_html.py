"""Claims about reading HTML."""

from sitegen.intake import html


def words(data: bytes) -> str:
    root = html.parse(data)
    return "" if root is None else " ".join(root.text_content().split())


def test_what_is_nested_too_deep_still_gives_its_words() -> None:
    assert words(b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000 + b"<p>after</p>") == "deep after"
    assert words(b"<q>" * 3000 + b"deep") == "deep"


def test_a_hundred_thousand_attributes_are_read_without_waiting() -> None:
    attributes = b" ".join(b"a%d=1" % number for number in range(100_000))
    assert words(b"<p " + attributes + b">x</p>") == "x"


def test_what_holds_nothing_has_no_tree() -> None:
    assert html.parse(b" \n") is None
    assert html.parse(b"<!-- a goat -->") is None
