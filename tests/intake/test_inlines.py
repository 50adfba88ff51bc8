"""Claims about the inside of a paragraph."""

import pytest

from sitegen.intake import inlines
from sitegen.intake.inlines import LINE, PARAGRAPH, Span


def test_white_space_is_taken_out_of_emphasis_and_links() -> None:
    run = [Span("a"), Span(" b ", strong=True), Span("c", target="/x"), Span(" ", target="/x")]
    assert inlines.paragraphs(run) == ["a **b** [c](/x)"]


def test_two_line_ends_part_paragraphs_one_does_not() -> None:
    assert inlines.paragraphs([Span("a"), Span(LINE), Span("b"), Span(LINE), Span(LINE), Span("c")]) == ["a\\\nb", "c"]
    assert inlines.paragraphs([Span("a"), Span(PARAGRAPH), Span("b")]) == ["a", "b"]


def test_a_line_has_no_ends() -> None:
    assert inlines.line([Span("a"), Span(LINE), Span("b"), Span(PARAGRAPH), Span("c")]) == "a b c"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://a.example/(x)", "https://a.example/%28x%29"),
        (" /a b ", "/a%20b"),
        ("javascript:x", ""),
        ("data:text/html,x", ""),
        ("java\x01script:x", ""),
        ("", ""),
    ],
)
def test_targets_are_safe(href: str, target: str) -> None:
    assert inlines.target_of(href) == target
