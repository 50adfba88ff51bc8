"""Claims about dates that are less than a month."""

import pytest

from sitegen.intake import datewords, roughwords


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Spring 1961", "1961"),
        ("winter 1961/62", "1961/1962"),
        ("early 1961", "1961"),
        ("late 1960s", "196X"),
        ("the 1960s", "196X"),
        ("1960er Jahre", "196X"),
        ("the 1800s", "1800/1899"),
        ("19th century", "1801/1900"),
        ("the nineteenth century", "1801/1900"),
        ("19. Jahrhundert", "1801/1900"),
        ("XIXe siècle", "1801/1900"),
        ("siglo XIX", "1801/1900"),
        ("القرن التاسع عشر", "1801/1900"),
        ("before 1961", "../1961"),
        ("vor 1961", "../1961"),
        ("before 5 May 1961", "../1961-05-05"),
        ("after March 1961", "1961-03/.."),
        ("seit 1961", "1961/.."),
        ("between 1961 and 1963", "1961/1963"),
        ("entre 1961 et 1963", "1961/1963"),
        ("1961–63", "1961/1963"),
        ("1961 or 1962", "1961/1962"),
        ("circa March 1961", "1961-03~"),
        ("vers 1961", "1961~"),
        ("1961年頃", "1961~"),
        ("probably 1961", "1961?"),
        ("1961 (?)", "1961?"),
        ("perhaps about 1961", "1961%"),
        ("about 1961 or 1962", "1961~/1962~"),
    ],
)
def test_years_seasons_centuries_bounds_and_doubts_are_read(words: str, date: str) -> None:
    found = datewords.whole(words)
    assert found is not None
    assert found.date.text == date


@pytest.mark.parametrize(
    "words", ["before", "from here to 1961 it was", "1963 to 1961", "after all", "century", "1-2", "250"]
)
def test_what_states_no_date_states_none(words: str) -> None:
    assert datewords.whole(words) is None


def test_nothing_is_read_of_a_long_line_or_deep_words() -> None:
    assert roughwords.read("about " * 40 + "1961", lambda _: None) is None
    assert roughwords.read("about about about about 1961", lambda _: None) is None
