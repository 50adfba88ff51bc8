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


@pytest.mark.parametrize(
    "words",
    [
        "5. maaliskuuta 2024",
        "5 marca 2024 r.",
        "5. března 2024",
        "2024. március 5.",
        "5 martie 2024",
        "5 марта 2024 года",
        "5 березня 2024 року",
        "5 Mart 2024",
        "5 آذار/مارس 2024",
        "5 مارس 2024م",
        "۵ مارس ۲۰۲۴",
        "5 במרץ 2024",
        "ב-5 במרץ 2024",
        "५ मार्च २०२४",
        "৫ মার্চ ২০২৪",
        "5 مارچ 2024ء",
        "5 มีนาคม 2567",
        "วันอังคารที่ 5 มีนาคม 2567",
        "5 มี.ค. 2567",
        "๕ มีนาคม ๒๕๖๗",
        "5 มีนาคม พ.ศ. 2567",
        "ngày 5 tháng 3 năm 2024",
        "5 tháng 3, 2024",
        "5 Maret 2024",
        "2024年3月5日（火）",
        "２０２４年３月５日",
        "二〇二四年三月五日",
        "2024년 3월 5일",
        "2024.03.05",
        "2024. 3. 5.",
        "05.03.2024",
        "2024/03/05",
        "5. 3. 2024",
        "5 Μαρτίου 2024",
        "5 marzo 2024",
        "5 de março de 2024",
        "5 maart 2024",
        "5 mars 2024",
        "5. marts 2024",
    ],
)
def test_the_fifth_of_march_is_read_in_many_languages_and_figures(words: str) -> None:
    found = datewords.whole(words)
    assert found is not None
    assert (found.date.text, found.words, found.contradicts) == ("2024-03-05", words.rstrip("."), "")


@pytest.mark.parametrize(
    "words", ["30 February 1974", "Friday", "1974 was a year", "by May", "12", "14/02/1974", "five years ago, 2024"]
)
def test_what_is_no_date_or_could_be_two_is_none(words: str) -> None:
    assert datewords.whole(words) is None


def test_dates_are_found_where_they_stand_in_a_text() -> None:
    text = "Opened on May 3, 1968, it broke in February 1974."
    assert [(one.words, one.date.text, text[one.start : one.end]) for one in datewords.find(text)] == [
        ("May 3, 1968", "1968-05-03", "May 3, 1968"),
        ("February 1974", "1974-02", "February 1974"),
    ]


def test_versions_and_numbers_are_no_dates() -> None:
    for text in ("Version 1.12.2024.3 is out", "10.0.0.2024", "call 0551/2024/03/05", "12/2024/03/05 and 2024-03-051"):
        assert datewords.find(text) == ()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Feb. 14", (2, 14, -1)),
        ("Thursday, Feb. 14", (2, 14, 3)),
        ("14 février", (2, 14, -1)),
        ("20 شباط", (2, 20, -1)),
        ("2 de febrero", (2, 2, -1)),
        ("February 1974", None),
        ("14 February 1974", None),
    ],
)
def test_a_day_without_its_year_is_known_as_such(words: str, named: tuple[int, int, int] | None) -> None:
    assert datewords.day_and_month(words) == named
