"""Claims about the day on which a page says that its article was published."""

import pytest
from lxml import html

from sitegen.intake.pages import body, days
from sitegen.intake.pages.days import Published
from sitegen.intake.pages.stated import Stated
from tests.intake.pages.made import PROSE, chosen

JSON_LD = "json-ld"


def published(line: str, stated: str, place: str = JSON_LD, updated: str = "") -> Published:
    """Read the day of a page that shows a line under its headline and states a moment in its tags."""
    text = "".join(f"<p>{one}</p>" for one in PROSE)
    page = f"<html><body><nav><p>Friday, 6 May 2005</p></nav><h1>Ferry late</h1><p>{line}</p>{text}</body></html>"
    told, other = (((place, stated),) if one and stated else () for one in (place == JSON_LD, place != JSON_LD))
    said = Stated(title="Ferry late", updated=updated, lang="en-GB", dates=told, other_dates=other)
    return days.of(said, body.choose(html.document_fromstring(page), said), "")


def day(line: str, stated: str, place: str = JSON_LD, updated: str = "") -> str:
    found = published(line, stated, place, updated).day
    return found.date.text if found else ""


def test_words_without_a_day_state_none() -> None:
    assert days.iso("2004-02-31") == ""
    assert days.iso("2004-03") == ""


def test_the_day_that_is_shown_wins_over_one_that_is_not_said_to_be_of_publication() -> None:
    assert day("12 March 2004", "2004-02-01", "meta dc.date") == "2004-03-12"
    assert day("By Tamsin Callow", "2004-02-01", "meta dc.date") == "2004-02-01"


def test_the_day_that_is_shown_wins_where_it_is_the_day_of_the_last_change() -> None:
    found = published("12 March 2004", "2003-02-01T08:00:00+01:00", updated="2004-03-12T09:00:00+01:00")
    assert found.day is not None
    assert (found.day.date.text, found.contradicts) == ("2004-03-12", "")
    assert "2003-02-01" in found.day.words


def test_what_nothing_explains_is_a_contradiction() -> None:
    assert published("12 March 2004", "2003-02-01T08:00:00+01:00").contradicts == "json-ld: 2003-02-01T08:00:00+01:00"


@pytest.mark.parametrize(
    "line",
    [
        "Updated 14 March 2004",
        "14 March 2005",  # after the last change: the day on which the page was saved
        "10 March 2004",  # before it was published
        "Our radio spoke of this on 14 March 2004 in the early hours of the day and of the goats.",
    ],
)
def test_other_days_around_the_headline_are_not_that_of_publication(line: str) -> None:
    assert day(line, "2004-03-12T08:00:00+01:00", updated="2004-03-14") == "2004-03-12"


def test_a_moment_of_greenwich_is_on_the_day_that_the_page_shows() -> None:
    assert day("11 March 2004", "2004-03-12T01:00:00Z") == "2004-03-11"
    assert day("13 March 2004", "2004-03-12T22:00:00Z") == "2004-03-13"
    assert day("11 March 2004", "2004-03-12T01:00:00+01:00") == "2004-03-12"


def test_of_a_line_with_two_days_that_of_publication_is_read() -> None:
    assert day("12 March 2004, updated 14 March 2004", "") == "2004-03-12"
    assert day("Last updated 14 March 2004, first published 12 March 2004", "") == "2004-03-12"


def test_the_page_itself_tells_which_figure_is_the_day() -> None:
    said = Stated(other_dates=(("meta date", "03/04/2004"),), updated="2004-03-04T09:00:00Z")
    found = days.of(said, chosen(), "").day
    assert found is not None
    assert found.date.text == "2004-03-04"


@pytest.mark.parametrize(
    ("clock", "edtf"),
    [
        ("2004-03-13T05:30:00+11:00", "2004-03-13"),  # the same moment, as the page's own clock shows it
        ("2004-03-13T06:30:00+11:00", "2004-03-12"),  # another one
    ],
)
def test_the_day_is_that_of_the_place_where_the_page_shows_the_moment(clock: str, edtf: str) -> None:
    said = Stated(dates=((JSON_LD, "2004-03-12T18:30:00Z"),), clocks=(clock,))
    found = days.of(said, chosen(), "").day
    assert found is not None
    assert found.date.text == edtf


def test_a_day_of_the_moons_calendar_is_no_match_for_one_that_is_stated() -> None:
    assert day("1 Muharram 1442", "2020-08-20T09:00:00+03:00") == "2020-08-20"
    assert day("12 March 2004", "2004-03-12T08:00:00+01:00", updated="1 Muharram 1442") == "2004-03-12"
