"""Claims about days as pages write them."""

import pytest

from sitegen.intake.pages import days
from sitegen.intake.pages.stated import Stated
from tests.intake.pages.made import chosen


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2004-03-12T08:00:00Z", "2004-03-12"),
        ("20040312", "2004-03-12"),
        ("12.03.2004, 08:00 Uhr", "2004-03-12"),
        ("12 March 2004", "2004-03-12"),
        ("31/12/2004", "2004-12-31"),
        ("04/05/2004", "2004"),
        ("2004-03", "2004-03"),
    ],
)
def test_a_day_is_as_precise_as_its_words(words: str, edtf: str) -> None:
    found = days.read(words, "")
    assert found is not None
    assert found.date.text == edtf


def test_words_without_a_day_state_none() -> None:
    assert days.read("updated today", "") is None
    assert days.iso("2004-02-31") == ""


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ("2004-03-13T05:30:00+11:00", "2004-03-13"),  # the same moment, as the page's own clock shows it
        ("2004-03-13T06:30:00+11:00", "2004-03-12"),  # another one
    ],
)
def test_the_day_is_that_of_the_place_where_the_page_shows_the_moment(clock: str, day: str) -> None:
    said = Stated(dates=(("json-ld", "2004-03-12T18:30:00Z"),), clocks=(clock,))
    found = days.of(said, chosen(), "")
    assert found is not None
    assert found.date.text == day
