"""Claims about what is chosen as text."""

from tests.intake.pages.made import PROSE, chosen


def test_paragraphs_are_text_and_menus_and_related_boxes_are_not() -> None:
    assert [one.text for one in chosen().text] == PROSE
