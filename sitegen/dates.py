"""Dates that say how much they know: the EDTF forms of the archive, the days they allow, and their order."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from sitegen.model import Edtf, Precision

# A limit against slips of the keyboard: no news is older or younger. Both ends are whole decades.
FIRST_YEAR, LAST_YEAR = 1000, 2099
FORMS = (
    "Write it as 2024-01-21, 2024-01, 2024 or 196X, with ~ (about), ? (uncertain) or % (both) where needed, "
    "or as a span: 1961/1962, 2011/.. or ../1961."
)

_POINT = re.compile(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X)([~?%]?)", re.ASCII)
_UNPADDED = re.compile(r"(\d{4})-(\d\d?)(?:-(\d\d?))?", re.ASCII)
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*", re.ASCII)
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_CENTURY = re.compile(r"(\d\d)XX", re.ASCII)

Value = TypeVar("Value")
OrderKey = tuple[int, int, int, int, str]


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Edtf:
    """Read a date in one of the forms of `FORMS`; years from 1000 to 2099.

    Raises ValueError with a sentence that names the mistake and the form wanted.
    """
    if "/" not in text:
        return _point(text)
    mistake = _mistake_of_ends(text, *text.split("/"))
    if mistake:
        raise ValueError(mistake)
    start, end = (None if side == ".." else _point(side) for side in text.split("/"))
    if start and end and start.earliest > end.latest:
        msg = f'"{text}" ends before it begins. Write the earlier date first: {end.text}/{start.text}.'
        raise ValueError(msg)
    sides = [side for side in (start, end) if side]
    return Edtf(
        text,
        start.earliest if start else "",
        end.latest if end else "",
        "interval" if start and end else "open",
        approximate=any(side.approximate for side in sides),
        uncertain=any(side.uncertain for side in sides),
    )


def _mistake_of_ends(text: str, start: str, end: str, *more: str) -> str:
    if more:
        return f'"{text}" has more than two ends. {FORMS}'
    if not start or not end:
        return f'"{text}" leaves an end empty. Write an open end as "..": {start or ".."}/{end or ".."}.'
    if start == end == "..":
        return f'"{text}" is open at both ends. Leave the date out where nothing is known.'
    return ""


def _point(text: str) -> Edtf:
    match = _POINT.fullmatch(text)
    if match is None:
        msg = f'"{text}" is not a date in a form that the archive reads. {_way_out(text)}'
        raise ValueError(msg)
    year, month, day, decade, mark = match.groups()
    first, last = (f"{decade}0", f"{decade}9") if decade else (year, year)
    mistake = _mistake_of_calendar(text, first, last, month, day)
    if mistake:
        raise ValueError(mistake)
    precision: Precision = "decade" if decade else "day" if day else "month" if month else "year"
    last_day = day or (f"{monthrange(int(year), int(month))[1]:02}" if month else "31")
    return Edtf(
        text,
        f"{first}-{month or '01'}-{day or '01'}",
        f"{last}-{month or '12'}-{last_day}",
        precision,
        approximate=mark in {"~", "%"},
        uncertain=mark in {"?", "%"},
    )


def _mistake_of_calendar(text: str, first: str, last: str, month: str | None, day: str | None) -> str:
    if int(first) < FIRST_YEAR or int(last) > LAST_YEAR:
        return f'"{text}" is outside the years that the archive reads, {FIRST_YEAR} to {LAST_YEAR}.'
    if month and month not in _MONTHS:
        return f'"{text}" has no month {month}. Write year, month and day in this order: 2024-01-21.'
    length = monthrange(int(first), int(month or 1))[1]
    if day and not 1 <= int(day) <= length:
        return f'"{text}" is no day of the calendar: {first}-{month} has {length} days.'
    return ""


def _way_out(text: str) -> str:
    if (match := _UNPADDED.fullmatch(text)) is not None:
        meant = "-".join(f"{int(part):02}" for part in match.groups() if part)
        return f'Did you mean "{meant}"?'
    if (match := _TIMESTAMP.fullmatch(text)) is not None:
        return f'Leave out the time of day: "{match[1]}".'
    if (match := _CENTURY.fullmatch(text)) is not None:
        return f'Write a century as a span: "{match[1]}00/{match[1]}99".'
    return FORMS


def iso_day(text: str) -> bool:
    """Whether a text is a plain day of the calendar, `2024-01-21`, without a mark."""
    try:
        return len(text) == len("2024-01-21") and parse(text).precision == "day"
    except ValueError:
        return False


def moment(text: str) -> dt.datetime | None:
    """Read a moment (ISO 8601) that names its zone; None if it is not one."""
    try:
        read = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo else None


def ends(date: Edtf) -> tuple[Edtf | None, Edtf | None]:
    """Return the two dates that an interval names, None for an open end; any other date is both of its ends."""
    if "/" not in date.text:
        return date, date
    start, end = (None if side == ".." else parse(side) for side in date.text.split("/"))
    return start, end


def order_key(date: Edtf | None, id: str) -> OrderKey:  # noqa: A002 - the front matter's word
    """Return the key by which lists sort, oldest first.

    By the earliest day; of equal ones the more precise (fewer days, no mark) first, then by id. Dates with an open
    end come after all others (by the day they do know), the undated last.
    """
    if date is None:
        return (2, 0, 0, 0, id)
    doubt = date.approximate + date.uncertain
    if not date.earliest or not date.latest:
        return (1, _number(date.earliest or date.latest), 0, doubt, id)
    return (0, _number(date.earliest), _number(date.latest), doubt, id)


def reverse_key(date: Edtf | None, id: str) -> OrderKey:  # noqa: A002 - the front matter's word
    """Return the key by which lists sort, newest first; ties, open ends and the undated stand as in `order_key`."""
    rank, earliest, latest, doubt, name = order_key(date, id)
    return (rank, earliest if rank else -earliest, latest, doubt, name)


def _number(iso: str) -> int:
    return int(iso.replace("-", ""))


def in_order(
    values: Iterable[Value], key: Callable[[Value], tuple[Edtf | None, str]], *, newest: bool = False
) -> list[Value]:
    """Sort values by the (date, id) that `key` tells of each: oldest first, or newest first."""
    order = reverse_key if newest else order_key
    return sorted(values, key=lambda value: order(*key(value)))


def year_of(date: Edtf | None) -> str:
    """Return the year of the earliest day, "1974"; "" (the undated shelf) for an open end or no date."""
    return date.earliest[:4] if date and date.earliest and date.latest else ""


def month_of(date: Edtf | None) -> str:
    """Return the month, "01" to "12", or "" unless all days that the date allows share it."""
    return date.earliest[5:7] if date and date.earliest[:7] == date.latest[:7] else ""


def folder_year(date: Edtf | None) -> str:
    """Return the year whose folder a new file goes to, or "" (`undated/`) unless all days allowed share it."""
    return date.earliest[:4] if date and date.earliest[:4] == date.latest[:4] else ""


def years_of(date: Edtf | None) -> tuple[str, ...]:
    """Return every year that a date overlaps, earliest first; () for an open end or no date."""
    if date is None or not date.earliest or not date.latest:
        return ()
    return tuple(str(year) for year in range(int(date.earliest[:4]), int(date.latest[:4]) + 1))


def json_ld(date: Edtf | None) -> dict[str, str]:
    """Return what schema.org gets: `datePublished` as far as known, or `temporalCoverage` for an interval.

    A decade and an undated article have neither. Marks (`~`, `?`, `%`) have no place there and are left out.
    """
    if date is None or date.precision == "decade":
        return {}
    if date.precision in {"interval", "open"}:
        start, end = ends(date)
        return {"temporalCoverage": f"{_iso(start, last=False)}/{_iso(end, last=True)}"}
    return {"datePublished": _iso(date, last=False)}


def _iso(date: Edtf | None, *, last: bool) -> str:
    if date is None:
        return ".."
    if date.precision == "decade":
        return (date.latest if last else date.earliest)[:4]
    return date.text.rstrip("~?%")


def days(date: Edtf | None) -> int:
    """Return how many days a date allows, 1 for a known day; 0 for an open end or no date."""
    if date is None or not date.earliest or not date.latest:
        return 0
    return (dt.date.fromisoformat(date.latest) - dt.date.fromisoformat(date.earliest)).days + 1


def spanning(earliest: str, latest: str) -> Edtf | None:
    """Return the shortest date that allows exactly the days from `earliest` to `latest`, both inclusive.

    Days are ISO, "" is an open end; None if both are open. Raises ValueError as `parse` does.

    >>> spanning("1961-02-01", "1961-02-28").text
    '1961-02'
    """
    if not earliest or not latest:
        return parse(f"{earliest or '..'}/{latest or '..'}") if earliest or latest else None
    for text in (earliest, earliest[:7], earliest[:4], f"{earliest[:3]}X"):
        if (parse(text).earliest, parse(text).latest) == (earliest, latest):
            return parse(text)
    return parse(f"{earliest}/{latest}")


def intersect(one: Edtf | None, other: Edtf | None) -> Edtf | None:
    """Return the date that allows just the days which both allow; the undated allows every day.

    Doubt of either stays: the result is approximate or uncertain if one of the two is. Where one lies within the other
    and no doubt is added, it is returned as it was written. Raises ValueError if they share no day.
    """
    if one is None or other is None:
        return one or other
    earliest = max(one.earliest, other.earliest)
    latest = min(one.latest or other.latest, other.latest or one.latest)
    if earliest and latest and earliest > latest:
        msg = f'"{one.text}" and "{other.text}" have no day in common.'
        raise ValueError(msg)
    marks = (one.approximate or other.approximate, one.uncertain or other.uncertain)
    for date in (one, other):
        if (date.earliest, date.latest, date.approximate, date.uncertain) == (earliest, latest, *marks):
            return date
    found = spanning(earliest, latest)
    return _marked(found, *marks) if found else None


def _marked(date: Edtf, approximate: bool, uncertain: bool) -> Edtf:  # noqa: FBT001 - the two marks, in EDTF's order
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get((approximate, uncertain), "")
    return parse("/".join(side if side == ".." else side + mark for side in date.text.split("/")))
