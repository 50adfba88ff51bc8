"""A date that was found in a text, and the weekday beside it, which must be true of it."""

# ruff: noqa: RUF001 - signs and words in their own scripts

import datetime as dt
import re
from collections import deque
from dataclasses import dataclass

from sitegen.intake import monthwords
from sitegen.model import Edtf

CJK = "月火水木金土日"
_NEAR = 26
# what may stand between a weekday and its date, and what scripts without spaces set before or behind a weekday
_BETWEEN = re.compile(
    r"[\s,،、.]*(?:(?:den|dem|the|le|el|il|ngày|ที่|dated?|de)\s*)?(?:ה[-־]?|ב[-־])?\s*$", re.IGNORECASE
)
_AROUND = re.compile(r"^(?:วัน|יום |ביום )|(?:曜日|日|ที่)$")
_BEHIND = re.compile(r"\s*[(（]\s*([^()（）\d]{2,16})[)）]")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its words, where they stand, and what they say.

    `calendar` is "" for the Gregorian one. `parts` are the words of each calendar where two stand side by side;
    `contradicts` are words that cannot be true of this day: the weekday beside it, or the other calendar's day.
    """

    words: str
    start: int
    end: int
    date: Edtf
    calendar: str = ""
    parts: tuple[str, ...] = ()
    contradicts: str = ""


def weekday_of(words: str) -> int:
    """Return the number of the weekday that words name, Monday 0; -1 if they name none."""
    found = (number_of(match[0]) for match in monthwords.WORD.finditer(words))
    return next((number for number in found if number >= 0), -1)


def number_of(word: str) -> int:
    """Return the number of the weekday that one word is, -1 if it is none."""
    number = monthwords.weekday_of(word)
    return number if number >= 0 else monthwords.weekday_of(_AROUND.sub("", word))


def told(text: str, span: tuple[int, int], date: Edtf | None, calendar: str = "") -> Found | None:
    """Return a date that stands in a text; None where there is none."""
    start, end = span
    if date is None:
        return None
    wrong = "" if date.approximate else _contradiction(text, start, end, date)
    return Found(text[start:end], start, end, date, calendar, contradicts=wrong)


def fits(date: Edtf, weekday: int) -> bool:
    """Whether a day is of a weekday; any other date is, and so is any day of no weekday (-1)."""
    return weekday < 0 or date.precision != "day" or dt.date.fromisoformat(date.earliest).weekday() == weekday


def beside(text: str, start: int, end: int) -> int:
    """Return the weekday right before a date, or in brackets behind it; -1 if there is none."""
    return _beside(text, start, end)[0]


def _beside(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Return the weekday, and where it and its date begin and end."""
    before = text[max(0, start - _NEAR) : start]
    rest = _BETWEEN.search(before)
    words = before[: rest.start()] if rest else before
    last = deque(monthwords.WORD.finditer(words), maxlen=1)
    match = last[0] if last else None
    if match and match.end() == len(words) and (number := number_of(match[0])) >= 0:
        return number, start - len(before) + match.start(), end
    behind = _BEHIND.match(text[end : end + _NEAR])
    if behind and (number := number_of(behind[1].strip())) >= 0:
        return number, start, end + behind.end()
    return -1, start, end


def _contradiction(text: str, start: int, end: int, date: Edtf) -> str:
    """Return a day with the weekday beside it or in it that is not its own, "" where none is."""
    inside = weekday_of(text[start:end]) if text[start].isalpha() else -1
    number, first, last = (inside, start, end) if inside >= 0 else _beside(text, start, end)
    return "" if fits(date, number) else text[first:last]
