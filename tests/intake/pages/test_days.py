"""Claims about days as pages write them."""

import pytest

from sitegen.intake.pages import days


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
