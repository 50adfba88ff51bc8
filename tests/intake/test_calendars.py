"""Claims about other calendars and how sure their days are."""

import datetime as dt

import pytest
from hijridate import Hijri

from sitegen import dates
from sitegen.intake import calendars


def test_a_hijri_day_alone_is_approximate_because_the_moon_is_seen_on_another_day_elsewhere() -> None:
    assert calendars.hijri(1445, 6, 19) == dates.parse("2024-01-01~")


@pytest.mark.parametrize(
    ("weekday", "day"),
    [(0, "2024-01-01"), (1, "2024-01-02"), (6, "2023-12-31"), (2, "2024-01-03"), (3, "2024-01-01~")],
)
def test_the_weekday_tells_which_day_was_meant(weekday: int, day: str) -> None:
    assert calendars.hijri(1445, 6, 19, weekday) == dates.parse(day)


def test_hijri_months_and_years_are_approximate_spans() -> None:
    assert calendars.hijri(1445, 9) == dates.parse("2024-03-11~/2024-04-09~")
    assert calendars.hijri(1445) == dates.parse("2023-07-19~/2024-07-06~")


def test_before_the_printed_calendar_the_arithmetic_one_is_within_two_days_of_it() -> None:
    # the last year that Umm al-Qura does not have, beside the first that it has
    found = calendars.hijri(1342, 12, 29)
    assert found is not None
    first = dt.date.fromisoformat(Hijri(1343, 1, 1).to_gregorian().isoformat())
    assert abs((dt.date.fromisoformat(found.earliest) - first).days) <= 3
    assert calendars.hijri(1320, 1, 1) == dates.parse("1902-04-10~")


def test_jalali_days_are_exact_and_leap_years_are_known() -> None:
    assert calendars.jalali(1402, 12, 15) == dates.parse("2024-03-05")
    assert calendars.jalali(1403, 12, 30) == dates.parse("2025-03-20")
    assert calendars.jalali(1402, 12, 30) is None
    assert calendars.jalali(1402, 12) == dates.parse("2024-02-20/2024-03-19")


@pytest.mark.parametrize(
    ("year", "month", "found"), [(2567, 3, 2024), (2484, 1, 1941), (2483, 3, 1941), (2483, 4, 1940), (2470, 0, 1927)]
)
def test_the_thai_year_began_with_april_until_1940(year: int, month: int, found: int) -> None:
    assert calendars.year_of_buddha(year, month) == found


@pytest.mark.parametrize("ymd", [(1445, 13, 1), (1445, 12, 31), (9999, 1, 1), (0, 1, 1)])
def test_what_is_in_no_calendar_is_nothing(ymd: tuple[int, int, int]) -> None:
    assert calendars.hijri(*ymd) is None
    assert calendars.jalali(*ymd) is None
    assert calendars.gregorian(2024, 13) is None
