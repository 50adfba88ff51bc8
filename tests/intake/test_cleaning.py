"""Claims about which lines are text and which the page's."""

from itertools import pairwise

from sitegen.intake import cleaning, parts, traits
from sitegen.intake.lines import read

PAGE = "Subscribe to our newsletter\nShare on Facebook\nRelated stories\nLog in\n© 1974 The Gull. All rights reserved\n"
TEXT = (
    "The ferry from Cape Ellory was late again on Friday, for the ninth day, and nobody on the quay was surprised.\n"
    "Its master said that the clock in the tower was wrong, and that the council had been told of it in the spring.\n"
    "The council said that a new clock had been bought, but that it was still at sea, on the ferry that was late.\n"
)


def judged(words: str) -> dict[str, cleaning.Judgement]:
    rows = parts.rows_of(read(words.encode()).lines)[0]
    found = cleaning.judge(traits.measure(rows))
    return {row.text: one for row, one in zip(rows, found, strict=True)}


def test_sentences_are_text_and_buttons_the_pages() -> None:
    found = judged(PAGE + TEXT + PAGE)
    assert [found[line].kept for line in TEXT.splitlines()] == [True] * 3
    assert not any(found[line].kept for line in PAGE.splitlines())


def test_what_is_left_out_names_the_trait_that_weighed_most_and_what_is_kept_names_none() -> None:
    found = judged(PAGE + TEXT)
    assert found["Subscribe to our newsletter"].rule == "newsletter"
    assert found[TEXT.splitlines()[0]].rule == ""


def test_one_doubtful_line_within_a_text_does_not_change_its_course() -> None:
    assert cleaning.course([2.0, 2.0, -0.5, 2.0], switch=1.0) == [True] * 4
    assert cleaning.course([2.0, 2.0, -5.0, 2.0], switch=1.0) == [True, True, False, True]


def test_without_a_cost_of_change_each_line_stands_for_itself() -> None:
    scores = [1.0, -1.0, 1.0, -1.0]
    course = cleaning.course(scores, switch=0.0)
    assert course == [score > 0 for score in scores]
    assert all(a != b for a, b in pairwise(course))


def test_no_lines_have_no_course() -> None:
    assert cleaning.course([], switch=1.0) == []
