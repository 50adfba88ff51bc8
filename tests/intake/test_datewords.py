"""Claims about dates in words."""

import pytest

from sitegen.intake import datewords


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("14 February 1974", "1974-02-14"),
        ("February 14, 1974", "1974-02-14"),
        ("Feb. 14, 1974", "1974-02-14"),
        ("Thursday, 14th February, 1974", "1974-02-14"),
        ("1974-02-14", "1974-02-14"),
        ("March 1956", "1956-03"),
        ("Spring 1961", "1961"),
        ("in the spring of 1961", "1961"),
        ("1961", "1961"),
        ("about 1961", "1961~"),
        ("1961?", "1961?"),
        ("the 1960s", "196X"),
        ("٩ أيار ١٩٩٠", "1990-05-09"),
        ("14 شباط (فبراير) 1974", "1974-02-14"),
        ("1983年5月12日", "1983-05-12"),
        ("昭和58年5月", "1983-05"),
        ("平成元年1月8日", "1989-01-08"),
        ("14 février 1974", "1974-02-14"),
        ("14. Februar 1974", "1974-02-14"),
        ("14 de febrero de 1974", "1974-02-14"),
    ],
)
def test_a_line_of_date_is_read_as_far_as_it_knows(words: str, date: str) -> None:
    found = datewords.whole(words)
    assert found is not None
    assert found.date.text == date


@pytest.mark.parametrize("words", ["30 February 1974", "Friday", "1974 was a year", "by May", "12", "14/02/1974"])
def test_what_is_no_date_or_could_be_two_is_none(words: str) -> None:
    assert datewords.whole(words) is None


def test_dates_are_found_where_they_stand_in_a_text() -> None:
    text = "Opened on May 3, 1968, it broke in February 1974."
    assert [(one.words, one.date.text, text[one.start : one.end]) for one in datewords.find(text)] == [
        ("May 3, 1968", "1968-05-03", "May 3, 1968"),
        ("February 1974", "1974-02", "February 1974"),
    ]


def test_the_weekday_of_words_is_known() -> None:
    assert datewords.weekday_of("said late Sunday") == 6
    assert datewords.weekday_of("أمس الأحد") == 6
    assert datewords.weekday_of("الإثنين") == 0
    assert datewords.weekday_of("said") == -1
