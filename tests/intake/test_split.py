"""Claims about where one article ends and the next begins."""

import pytest

from .shared import FIXTURES, ONE, TWO, dump_of


def titles(words: str | bytes) -> list[str]:
    return [one.title for one in dump_of(words).articles]


@pytest.mark.parametrize(
    "between", ["\n\n", "\n\n\n", "\n\n\n\n", "\n* * *\n\n", "\n-----\n", "\n***\n", "\n\f\n", "\n"]
)
def test_articles_with_bylines_are_parted_by_blank_lines_marks_or_page_breaks(between: str) -> None:
    assert titles(ONE + between + TWO) == ["Ferry late again", "Council buys a goose"]


@pytest.mark.parametrize("gap", [1, 2, 3, 4])
def test_repeated_headlines_part_articles_whatever_the_gap(gap: int) -> None:
    block = "The {} is late\n\nThe {} is late\n\nIt was late on Monday, and it was late on Tuesday.\n\nNobody minded.\n"
    words = ("\n" * gap).join(block.format(one, one) for one in ("ferry", "mail", "spring"))
    assert titles(words) == ["The ferry is late", "The mail is late", "The spring is late"]


def test_marks_within_an_article_part_nothing() -> None:
    words = ONE + "\n* * *\n\nthe next day it was late again, and the master had a new clock.\n"
    (one,) = dump_of(words).articles
    assert [block.text for block in one.blocks][2] == "* * *"


def test_marks_between_articles_part_also_one_without_a_headline() -> None:
    untitled = "the market was held on Wednesday in the rain, and nothing was sold but umbrellas.\n"
    third = ONE.replace("Ferry late again", "Ferry early for once")
    dump = dump_of(f"{ONE}\n-----\n\n{TWO}\n-----\n\n{third}\n-----\n\n{untitled}")
    assert [one.title for one in dump.articles] == [
        "Ferry late again",
        "Council buys a goose",
        "Ferry early for once",
        "",
    ]


def test_a_subhead_after_two_blank_lines_is_no_article_where_articles_stand_wider() -> None:
    words = ONE + "\n\nA word on the clock of the ferry\n\nIt is a good clock, said the master.\n\n\n\n" + TWO
    assert titles(words) == ["Ferry late again", "Council buys a goose"]


def test_a_paragraph_after_a_gap_as_wide_as_between_articles_is_one_without_a_headline() -> None:
    dump = dump_of((FIXTURES / "untitled.txt").read_bytes())
    assert [one.title for one in dump.articles] == ["Eels in the font", "", "Gulls and the law"]


def test_lines_without_blank_lines_between_are_one_article() -> None:
    assert titles("How we lost\nWe lost it at the second buoy.\nThe cup is elsewhere.\n") == ["How we lost"]
