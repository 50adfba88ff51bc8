"""Claims about the dates of the archive."""

import datetime as dt
import random
import re
import time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen import dates
from sitegen.model import Edtf

# The table of the design: form -> earliest, latest, precision, year, month, folder, years, what schema.org gets.
TABLE = [
    ("2024-01-21", "2024-01-21", "2024-01-21", "day", "2024", "01", "2024", ("2024",), {"datePublished": "2024-01-21"}),
    ("2024-01", "2024-01-01", "2024-01-31", "month", "2024", "01", "2024", ("2024",), {"datePublished": "2024-01"}),
    ("2024-02", "2024-02-01", "2024-02-29", "month", "2024", "02", "2024", ("2024",), {"datePublished": "2024-02"}),
    ("2024", "2024-01-01", "2024-12-31", "year", "2024", "", "2024", ("2024",), {"datePublished": "2024"}),
    ("1961~", "1961-01-01", "1961-12-31", "year", "1961", "", "1961", ("1961",), {"datePublished": "1961"}),
    ("196X", "1960-01-01", "1969-12-31", "decade", "1960", "", "", tuple(map(str, range(1960, 1970))), {}),
    (
        "1961/1962",
        "1961-01-01",
        "1962-12-31",
        "interval",
        "1961",
        "",
        "",
        ("1961", "1962"),
        {"temporalCoverage": "1961/1962"},
    ),
    (
        "1961-03-05/1961-03",
        "1961-03-05",
        "1961-03-31",
        "interval",
        "1961",
        "03",
        "1961",
        ("1961",),
        {"temporalCoverage": "1961-03-05/1961-03"},
    ),
    (
        "195X/196X?",
        "1950-01-01",
        "1969-12-31",
        "interval",
        "1950",
        "",
        "",
        tuple(map(str, range(1950, 1970))),
        {"temporalCoverage": "1950/1969"},
    ),
    ("2024-11~/..", "2024-11-01", "", "open", "", "", "", (), {"temporalCoverage": "2024-11/.."}),
    ("../1961", "", "1961-12-31", "open", "", "", "", (), {"temporalCoverage": "../1961"}),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_date_stands_where_the_table_of_the_design_puts_it(row: tuple[Any, ...]) -> None:
    text, earliest, latest, precision, year, month, folder, years, linked = row
    date = dates.parse(text)
    assert (date.text, date.earliest, date.latest, date.precision) == (text, earliest, latest, precision)
    assert (dates.year_of(date), dates.month_of(date), dates.folder_year(date)) == (year, month, folder)
    assert dates.years_of(date) == years
    assert dates.json_ld(date) == linked


def test_an_absent_date_has_no_year_no_month_no_folder_and_nothing_for_schema_org() -> None:
    assert (dates.year_of(None), dates.month_of(None), dates.folder_year(None)) == ("", "", "")
    assert dates.years_of(None) == ()
    assert dates.json_ld(None) == {}
    assert dates.days(None) == 0


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("1961", (False, False)),
        ("1961~", (True, False)),
        ("1961-03?", (False, True)),
        ("196X%", (True, True)),
        ("1961~/1962?", (True, True)),
        ("../1962-05-09?", (False, True)),
    ],
)
def test_a_mark_on_either_end_is_a_mark_on_the_date(text: str, marks: tuple[bool, bool]) -> None:
    date = dates.parse(text)
    assert (date.approximate, date.uncertain) == marks


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("", "Write it as 2024-01-21,"),
        ("21 January 2024", "Write it as 2024-01-21,"),
        (" 2024", "Write it as 2024-01-21,"),
        ("2024\n", "Write it as 2024-01-21,"),
        ("٢٠٢٤", "Write it as 2024-01-21,"),
        ("2024-01-21~?", "Write it as 2024-01-21,"),
        ("2024-1-5", 'Did you mean "2024-01-05"?'),
        ("2024-01-21T06:00:00Z", 'Leave out the time of day: "2024-01-21".'),
        ("19XX", 'Write a century as a span: "1900/1999".'),
        ("2024-13", "has no month 13. Write year, month and day in this order"),
        ("2024-00", "has no month 00."),
        ("2023-02-29", "no day of the calendar: 2023-02 has 28 days."),
        ("2023-04-00", "no day of the calendar: 2023-04 has 30 days."),
        ("0999", "outside the years that the archive reads, 1000 to 2099."),
        ("2100", "outside the years that the archive reads, 1000 to 2099."),
        ("1961/", 'Write an open end as "..": 1961/...'),
        ("/1961", 'Write an open end as "..": ../1961.'),
        ("/", "leaves an end empty"),
        ("../..", "open at both ends. Leave the date out"),
        ("..", "Write it as 2024-01-21,"),
        ("1962/1961", "ends before it begins. Write the earlier date first: 1961/1962."),
        ("1961-03-05/1961-03-04", "ends before it begins."),
        ("1961/1962/1963", "more than two ends."),
    ],
)
def test_a_refused_date_is_named_with_the_way_out(text: str, way_out: str) -> None:
    with pytest.raises(ValueError, match=re.escape(way_out)) as refused:
        dates.parse(text)
    assert str(refused.value).startswith(f'"{text}" ')
    assert str(refused.value).endswith((".", "?"))


def test_a_mistake_in_one_end_names_that_end() -> None:
    with pytest.raises(ValueError, match=r'^"62" is not a date'):
        dates.parse("1961/62")


DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2099, 12, 31)).map(dt.date.isoformat)
POINTS = st.builds(
    lambda day, length, mark: f"{day[:length]}{'X' if length == 3 else ''}{mark}",
    DAYS,
    st.sampled_from([10, 7, 4, 3]),
    st.sampled_from(["", "~", "?", "%"]),
)


@st.composite
def _forms(draw: st.DrawFn) -> str:
    start, end = sorted((draw(POINTS), draw(POINTS)), key=lambda text: dates.parse(text).earliest)
    return str(draw(st.sampled_from([start, f"{start}/{end}", f"{start}/..", f"../{end}"])))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@settings(max_examples=100, deadline=None)
@given(_forms().filter(lambda text: not ("/" in text and "X" in text)))  # it takes no decade as an end
@example("1960-02")
@example("190X~")
def test_the_edtf_package_allows_the_same_days(text: str) -> None:
    from edtf import parse_edtf  # noqa: PLC0415 - it may warn when it is imported, and it is slow

    theirs = parse_edtf(text)
    ours = dates.parse(text)
    assert _iso(theirs.lower_strict()) == ours.earliest
    assert _iso(theirs.upper_strict()) == ours.latest


def _iso(moment: time.struct_time | float) -> str:
    return dt.date(*moment[:3]).isoformat() if isinstance(moment, time.struct_time) else ""


IN_ORDER = [
    ("1949-10-03", "a"),
    ("1960-01-01", "a"),
    ("1960-01-01~", "a"),
    ("1960-01", "a"),
    ("1960", "a"),
    ("1960", "b"),
    ("1960~", "a"),
    ("1960%", "a"),
    ("1960/1961", "a"),
    ("196X", "a"),
    ("1960-01-02", "a"),
]
LAST = [("../1955", "a"), ("1970/..", "a"), ("", "a"), ("", "b")]


def _dated(row: tuple[str, str]) -> tuple[Edtf | None, str]:
    return (dates.parse(row[0]) if row[0] else None, row[1])


def _shuffled() -> list[tuple[str, str]]:
    rows = IN_ORDER + LAST
    random.Random(7).shuffle(rows)
    return rows


def test_lists_go_by_the_earliest_day_then_the_more_precise_then_the_id() -> None:
    assert dates.in_order(_shuffled(), _dated) == IN_ORDER + LAST


def test_open_ends_and_the_undated_are_last_both_ways() -> None:
    newest = dates.in_order(_shuffled(), _dated, newest=True)
    assert newest[-len(LAST) :] == LAST


def test_newest_first_keeps_the_more_precise_first_among_dates_of_one_day() -> None:
    newest = dates.in_order(_shuffled(), _dated, newest=True)
    assert newest[: len(IN_ORDER)] == [IN_ORDER[-1], *IN_ORDER[1:-1], IN_ORDER[0]]


@pytest.mark.parametrize("text", ["2024-01", "2024-01-21~", "2024-02-30", "21.01.2024", "2024-01-1~", "", "2024/2026."])
def test_only_a_plain_day_of_the_calendar_is_an_iso_day(text: str) -> None:
    assert not dates.iso_day(text)
    assert dates.iso_day("2024-02-29")


def test_the_ends_of_an_interval_keep_their_own_marks() -> None:
    start, end = dates.ends(dates.parse("1961~/1962"))
    assert start == dates.parse("1961~")
    assert end == dates.parse("1962")
    assert dates.ends(dates.parse("1961/..")) == (dates.parse("1961"), None)
    assert dates.ends(dates.parse("1961")) == (dates.parse("1961"), dates.parse("1961"))


@pytest.mark.parametrize(
    ("text", "count"), [("1961-02-03", 1), ("1961-02", 28), ("1964", 366), ("196X", 3653), ("1961/..", 0)]
)
def test_days_are_counted_with_both_ends(text: str, count: int) -> None:
    assert dates.days(dates.parse(text)) == count


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        ("1961-02-03", "1961-02-03", "1961-02-03"),
        ("1961-02-01", "1961-02-28", "1961-02"),
        ("1961-01-01", "1961-12-31", "1961"),
        ("1960-01-01", "1969-12-31", "196X"),
        ("2099-12-30", "2099-12-31", "2099-12-30/2099-12-31"),
        ("1961-02-03", "", "1961-02-03/.."),
        ("", "1961-02-03", "../1961-02-03"),
    ],
)
def test_a_span_of_days_is_written_in_its_shortest_form(earliest: str, latest: str, text: str) -> None:
    span = dates.spanning(earliest, latest)
    assert span is not None
    assert (span.text, span.earliest, span.latest) == (text, earliest, latest)


def test_a_span_without_ends_is_no_date() -> None:
    assert dates.spanning("", "") is None


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("1961", "1961-03", "1961-03"),
        ("196X", "1961~", "1961~"),
        ("1961~", "1961-03", "1961-03~"),
        ("1961-03?", "../1961-03-10~", "1961-03-01%/1961-03-10%"),
        ("1961/..", "../1962", "1961/1962"),
        ("1961/..", "1962/..", "1962/.."),
    ],
)
def test_two_dates_together_allow_what_both_allow_and_keep_the_doubt(one: str, other: str, both: str) -> None:
    found = dates.intersect(dates.parse(one), dates.parse(other))
    wanted = dates.parse(both)
    assert found is not None
    assert (found.earliest, found.latest) == (wanted.earliest, wanted.latest)
    assert (found.approximate, found.uncertain) == (wanted.approximate, wanted.uncertain)


def test_the_undated_allows_every_day() -> None:
    assert dates.intersect(None, dates.parse("1961")) == dates.parse("1961")
    assert dates.intersect(dates.parse("1961"), None) == dates.parse("1961")
    assert dates.intersect(None, None) is None


def test_dates_without_a_day_in_common_are_a_contradiction() -> None:
    with pytest.raises(ValueError, match='"1961" and "1962-03" have no day in common'):
        dates.intersect(dates.parse("1961"), dates.parse("1962-03"))


@given(_forms(), _forms())
def test_a_common_span_lies_within_both_dates(one: str, other: str) -> None:
    first, second = dates.parse(one), dates.parse(other)
    try:
        both = dates.intersect(first, second)
    except ValueError:
        assert (first.latest or "9") < second.earliest or (second.latest or "9") < first.earliest
        return
    assert both is not None
    assert both.earliest == max(first.earliest, second.earliest)
    assert (both.latest or "9") == min(first.latest or "9", second.latest or "9")


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("2026-12-01T06:00:00Z", dt.datetime(2026, 12, 1, 6, tzinfo=dt.UTC)),
        ("2026-12-01T06:00:00+02:00", dt.datetime(2026, 12, 1, 4, tzinfo=dt.UTC)),
        ("2026-12-01T06:00:00", None),
        ("2026-12-01", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_moment_names_its_zone(words: str, known: dt.datetime | None) -> None:
    assert dates.moment(words) == known
