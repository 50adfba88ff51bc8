"""Claims about what is chosen as text."""

from collections.abc import Sequence

import pytest
from lxml import html

from sitegen.intake.pages import body, opinion
from sitegen.intake.pages.segments import Element, Segment
from sitegen.intake.pages.stated import Stated
from tests.intake.pages.made import PAGE, PROSE, chosen


def test_paragraphs_are_text_and_menus_and_related_boxes_are_not() -> None:
    assert [one.text for one in chosen().text] == PROSE


def test_a_heading_that_says_the_deck_again_is_no_text() -> None:
    deck = "Nobody on the quay was surprised, and the goats had gone home long before the lamps were lit."
    page = PAGE.replace("</h1>", f"</h1><h2>{deck}</h2>")
    told = body.choose(html.document_fromstring(page), Stated(title="Ferry late", deck=deck[:60] + "…"))
    assert [one.text for one in told.text] == PROSE


def test_texts_that_share_a_few_words_are_not_the_same_said_again() -> None:
    assert body.says_again("The goats went home.", "The goats went home")
    assert not body.says_again("The goats", "The goats went home before the lamps were lit")
    assert not body.says_again("", "")


def test_a_second_opinion_is_asked_where_more_than_a_little_is_judged_narrowly(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def seconding(_root: Element, found: Sequence[Segment]) -> list[bool]:
        asked.append(len(found))
        return [False] * len(found)

    monkeypatch.setattr(opinion, "of", seconding)
    scores = [5.0, 0.1, -5.0]
    found = chosen().segments[-3:]
    assert body.in_doubt(scores, found)
    assert not body.in_doubt([5.0, 4.0, -5.0], found)
    for doubt, times in ((False, 0), (True, 1)):
        monkeypatch.setattr(body, "in_doubt", lambda *_, doubt=doubt: doubt)
        chosen()
        assert len(asked) == times
