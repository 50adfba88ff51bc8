"""Claims about dates of other calendars as they are written, alone and beside ours."""

import pytest

from sitegen.intake import datewords


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("19 جمادى الآخرة 1445هـ", "2024-01-01~"),
        ("١٩ جمادى الآخرة ١٤٤٥", "2024-01-01~"),
        ("الاثنين 19 جمادى الآخرة 1445هـ", "2024-01-01"),
        ("الثلاثاء 19 جمادى الآخرة 1445هـ", "2024-01-02"),
        ("1445/06/19هـ", "2024-01-01~"),
        ("رمضان 1445", "2024-03-11~/2024-04-09~"),
        ("12 Ramadan 1445 AH", "2024-03-22~"),
        ("3 Rabi al-Awwal 1445", "2023-09-18~"),
        ("Dhu al-Hijjah 10, 1445", "2024-06-16~"),
        ("15 اسفند 1402", "2024-03-05"),
        ("۱۵ اسفند ۱۴۰۲", "2024-03-05"),
        ("۱۴۰۲/۱۲/۱۵", "2024-03-05"),
        ("سه‌شنبه ۱۵ اسفند ۱۴۰۲", "2024-03-05"),
        ("15 حوت 1402", "2024-03-05"),
        ("民國113年3月5日", "2024-03-05"),
        ("令和6年3月5日", "2024-03-05"),
        ("令和六年十二月二十五日", "2024-12-25"),
        ("令和6年（2024年）3月5日", "2024-03-05"),
        ("2024年（令和6年）3月5日", "2024-03-05"),
        ("昭和36年頃", "1961~"),
        ("大正元年", "1912"),
    ],
)
def test_a_day_of_another_calendar_is_read(words: str, date: str) -> None:
    found = datewords.whole(words)
    assert found is not None
    assert (found.date.text, found.contradicts) == (date, "")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("1 January 2024 / 19 Jumada al-Thani 1445", ("1 January 2024", "19 Jumada al-Thani 1445")),
        ("19 جمادى الآخرة 1445هـ الموافق 1 يناير 2024م", ("1 يناير 2024", "19 جمادى الآخرة 1445هـ")),
        ("الاثنين 20 جمادى الآخرة 1445 هـ - 1 يناير 2024 م", ("1 يناير 2024", "20 جمادى الآخرة 1445 هـ")),
        ("۱۱ دی ۱۴۰۲ - ۱ ژانویه ۲۰۲۴", ("۱ ژانویه ۲۰۲۴", "۱۱ دی ۱۴۰۲")),
    ],
)
def test_two_calendars_side_by_side_are_one_date_with_two_words(words: str, parts: tuple[str, str]) -> None:
    (found,) = datewords.find(words)
    assert (found.date.text, found.parts, found.contradicts) == ("2024-01-01", parts, "")
    assert datewords.whole(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "1 January 2024 / 25 Jumada al-Thani 1445",
        "الاثنين 1 يناير 2024 / 21 جمادى الآخرة 1445",
        "۱۵ دی ۱۴۰۲ - ۱ ژانویه ۲۰۲۴",
        "令和5年（2024年）1月1日",
    ],
)
def test_calendars_that_differ_by_more_than_a_day_contradict_each_other(words: str) -> None:
    (found,) = datewords.find(words)
    assert found.contradicts


@pytest.mark.parametrize("words", ["1402/12/15", "15-06-1445", "May 5, 1445", "محرم", "Safar", "page 1445", "民國 113"])
def test_figures_alone_do_not_say_of_which_calendar_they_are(words: str) -> None:
    assert [one for one in datewords.find(words) if one.calendar] == []
