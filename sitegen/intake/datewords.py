"""Dates as news writes them in words and figures, in many languages and calendars, read as EDTF."""

# ruff: noqa: E501, RUF001 - figures, brackets and words in many scripts

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.intake import calendars, calendarwords, monthwords, roughwords
from sitegen.intake.weekdays import Found, number_of, told, weekday_of
from sitegen.model import Edtf

__all__ = ["Found", "day_and_month", "find", "weekday_of", "whole"]

# no date without four figures in a row, but for a year of an era; most paragraphs have none
_YEAR_FIGURES = re.compile(r"\d{4}|明治|大正|昭和|平成|令和|民[國国]|[〇零一二三四五六七八九]{4}年")
_THAI_YEARS = range(2400, 2643)
_REACH = 44
# runs of spaces are bounded everywhere: two beside each other would cost the square of a hostile line
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|-?го|ই|শে|লা|রা|ঠা|\.)?"
_DAY_BEFORE = re.compile(
    rf"(?:(?P<weekday>(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)days?),?\s{{1,4}})?(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}\s{{0,4}}"
    r"(?:(?:of|de|del|d['’]|ngày)\s{0,4})?$",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)days?,?\s{1,4}$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?<!\d)(?P<year>\d{4})\.?\s{1,4}$")
# in Arabic a second name of the month often follows, in brackets or after a stroke
_SECOND_NAME = r"\.?(?:\s{0,4}\([^()\d]{2,14}\)|\s?/\s?[\u0621-\u064a]+(?: [\u0621-\u064a]+)?)?"
_YEAR_BEHIND = re.compile(
    _SECOND_NAME
    + r",?\s{0,4}(?:(?:of|de|del|năm|พ\.?ศ\.?|ค\.?ศ\.?|عام|سنة|لعام|من عام|سال)\s{0,4})?(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(
    rf"{_SECOND_NAME}\s{{1,4}}(?P<day>\d{{1,2}})(?!\d){_ORDINAL}(?:(?:,\s{{0,4}}|\s{{1,4}})(?P<year>\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
# the order of figures is certain only where the year comes first, or dots part them
_FIGURES = re.compile(
    r"(?<![\d./-])(?:(?P<year1>[12]\d{3})(?:-(?P<month1>\d\d)-(?P<day1>\d\d)|(?P<sign>[/.])\s?(?P<month3>\d{1,2})(?P=sign)"
    r"\s?(?P<day3>\d{1,2}))|(?P<day2>\d{1,2})\.\s?(?P<month2>\d{1,2})\.\s?(?P<year2>[12]\d{3}))(?![\d/-]|\.\d)"
)
# what stands around a date on a line of its own: a preposition before it, the word for years of our count behind it
_BEFORE_ALL = re.compile(
    r"(?:am|vom|den|der|le|el|il|on|dated?|ngày|в|от|від|w dniu|dnia|ב[-־]|في|در|ใน|เมื่อ|pada)\s{0,4}$", re.IGNORECASE
)
_BEHIND_ALL = re.compile(r"\s{0,4}(?:года|г\.?|року|р\.?|r\.?|م\.?|ء|عیسوی|میلادی|AD|CE|日)?", re.IGNORECASE)
# between two calendars' words for one day
_SIDE_BY_SIDE = re.compile(
    r"(?:\s{0,4}(?:م|هـ|AD|CE|AH))?[\s،,/|()=–—-]*"
    r"(?:الموافق\w*|موافق|المصادف|corresponding to|مطابق(?: با)?|برابر(?: با)?|بمطابق)?[\s،,:/|()=–—-]*(?:ل|لـ)?\s{0,4}(?P<weekday>\S+ ?\S*)?[\s،,]*",
    re.IGNORECASE,
)
_MOST_BETWEEN = 40
_CJK_DAY = re.compile(r"(?<!年)(?<!年 )(?<!\d)(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]")


def find(text: str) -> tuple[Found, ...]:
    """Return the dates of a text that name at least month and year, in order."""
    if not _YEAR_FIGURES.search(text):
        return ()
    every = [*_in_words(text), *_in_figures(text), *calendarwords.hijri(text), *calendarwords.eastern(text)]
    apart: list[Found] = []
    for one in sorted(every, key=lambda one: (one.start, -one.end)):
        if (not apart or one.start >= apart[-1].end) and _names_a_month(one):
            apart.append(one)
    return tuple(_joined(text, apart) if len({one.calendar for one in apart}) > 1 else apart)


def whole(text: str) -> Found | None:
    """Read a line that is a date and nothing else; years, decades, centuries, bounds and doubts count here."""
    text = text.strip(" .")
    text = text[1:-1].strip(" .") if text[:1] + text[-1:] in {"()", "[]"} else text
    if one := _all_of(text):
        return one
    rough = roughwords.read(text, _plain)
    return Found(text, 0, len(text), rough) if rough else None


def day_and_month(words: str) -> tuple[int, int, int] | None:
    """Return month, day and weekday (-1 unknown) of the first words that name a day without its year."""
    for match in monthwords.WORD.finditer(words):
        if not (month := monthwords.month_of(match[0])):
            continue
        before = _DAY_BEFORE.search(words[: match.start()])
        behind = _DAY_BEHIND.match(words, match.end())
        day = behind if behind and not behind["year"] else before
        if day and not _YEAR_BEHIND.match(words, match.end()):
            return month, int(day["day"]), weekday_of(words)
    cjk = _CJK_DAY.search(words)
    return (int(cjk["month"]), int(cjk["day"]), weekday_of(words)) if cjk else None


def _all_of(text: str) -> Found | None:
    """Return the date that a text is, but for its weekday and what belongs to its year."""
    one = next(iter(find(text)), None)
    if one is None or (one.start, one.end) == (0, len(text)):
        return one
    before = _BEFORE_ALL.sub("", text[: one.start]).strip(" ,،")
    rest = _BEHIND_ALL.sub("", text[one.end :], count=1).strip(" ,()（）")
    if all(not words or number_of(words) >= 0 for words in (before, rest)):
        return replace(one, words=text, start=0, end=len(text))
    return None


def _plain(text: str) -> Edtf | None:
    """Return the day or month that a text is, or the year of an era."""
    found = _all_of(text) or next((one for one in calendarwords.eastern(text) if one.words == text), None)
    return found.date if found else None


def _names_a_month(one: Found) -> bool:
    return one.date.earliest[:7] == one.date.latest[:7] or one.calendar in {"hijri", "jalali"}


def _in_words(text: str) -> Iterator[Found]:
    for match in monthwords.WORD.finditer(text):
        month = monthwords.month_of(match[0])
        if month and (found := _around(text, match.start(), match.end(), month)):
            yield found


def _around(text: str, start: int, end: int, month: int) -> Found | None:
    """Read day and year around the name of a month."""
    before, day = text[max(0, start - _REACH) : start], 0
    first = _DAY_BEFORE.search(before)
    last = _DAY_BEHIND.match(text, end)
    if last and last["year"]:
        year, day, end, first = int(last["year"]), int(last["day"]), last.end(), _WEEKDAY_BEFORE.search(before)
    elif behind := _YEAR_BEHIND.match(text, end):
        year, day, end = int(behind["year"]), int(first["day"]) if first else 0, behind.end()
    elif last and (ahead := _YEAR_BEFORE.search(before)):
        year, day, end, first = int(ahead["year"]), int(last["day"]), last.end(), ahead
    else:
        return None
    start -= len(before) - first.start() if first else 0
    calendar = "thai" if year in _THAI_YEARS else ""
    year = calendars.year_of_buddha(year, month) if calendar else year
    return told(text, (start, end), calendars.gregorian(year, month, day), calendar)


def _in_figures(text: str) -> Iterator[Found]:
    for match in _FIGURES.finditer(text):
        year, day = match["year1"] or match["year2"], match["day1"] or match["day2"] or match["day3"]
        month = match["month1"] or match["month2"] or match["month3"]
        if found := told(text, match.span(), calendars.gregorian(int(year), int(month), int(day))):
            yield found


def _joined(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the dates, two that state one day in two calendars side by side as one."""
    waiting: Found | None = None
    for one in found:
        if waiting and _are_one(waiting, text[waiting.end : one.start], one):
            yield _one_of_two(text, waiting, one)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _are_one(left: Found, between: str, right: Found) -> bool:
    if left.calendar == right.calendar or len(between) > _MOST_BETWEEN:
        return False
    match = _SIDE_BY_SIDE.fullmatch(between)
    return match is not None and (not match["weekday"] or weekday_of(match["weekday"]) >= 0)


def _one_of_two(text: str, left: Found, right: Found) -> Found:
    """Return one date of two: the Gregorian or the exact one's; that the other is more than a day away is a clash."""
    sure, other = sorted((left, right), key=lambda one: (one.calendar != "", one.date.approximate))
    end = right.end + (text[right.end : right.end + 1] == ")" and "(" in text[left.end : right.start])
    return replace(
        sure,
        words=text[left.start : end],
        start=left.start,
        end=end,
        parts=(sure.words, other.words),
        contradicts=other.words if _days_between(sure.date, other.date) > 1 else sure.contradicts,
    )


def _days_between(one: Edtf, other: Edtf) -> int:
    """Return how many days lie between the days that two dates allow, 0 where they share one."""
    first, second = sorted((one, other), key=lambda date: date.earliest)
    return (dt.date.fromisoformat(second.earliest) - dt.date.fromisoformat(first.latest)).days
