"""The day on which a page says that its article was published, with the words and where they stand."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sitegen import dates
from sitegen.intake import datewords
from sitegen.intake.datewords import Found
from sitegen.intake.pages.body import Chosen
from sitegen.intake.pages.stated import Stated

_ISO = re.compile(r"\b(?P<y>(?:1[5-9]|20)\d\d)[-/.](?P<m>0?[1-9]|1[0-2])(?:[-/.](?P<d>0?[1-9]|[12]\d|3[01]))?(?!\d)")
_FIGURES = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:T?\d*Z?)?")
_DOTTED = re.compile(r"\b(?P<d>0?[1-9]|[12]\d|3[01])\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>(?:19|20)\d\d)\b")
_SLASHED = re.compile(r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)\b")
_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])(?:[/-](?P<d>0?[1-9]|[12]\d|3[01]))?(?=[/-])")
_STAMP = re.compile(r"\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_MONTHS_OF_A_YEAR = 12
_LINE, _NEAR = 120, 14
_UNSET = "1970-01-01"


def of(stated: Stated, chosen: Chosen, url: str) -> Found | None:
    """Return the first statement of a day, from the surest to the weakest; a month where no day is stated."""
    found = list(_all(stated, chosen, url))
    days = [one for one in found if one.date.precision == "day" and one.date.text != _UNSET]
    return next(iter(days or found), None)


def iso(words: str) -> str:
    """Return the day that words state, "" where they state none."""
    found = read(words, "")
    return found.date.text if found and found.date.precision == "day" else ""


def _all(stated: Stated, chosen: Chosen, url: str) -> Iterator[Found]:
    for place, words in stated.dates:
        if found := read(_local(words, stated.clocks), f"{place}: "):
            yield found
    for words in _near_headline(chosen):
        if found := read(words, ""):
            yield found
    if match := _PATH.search(url):
        yield from _made(match["y"], match["m"], match["d"], f"address: {match[0]}/")


def _local(words: str, clocks: Sequence[str]) -> str:
    """Return a moment of Greenwich as the page's own clock shows it, where a clock of the page shows that moment."""
    moment = _moment(words)
    if moment is None or moment.utcoffset():
        return words
    return next((one for one in clocks if (shown := _moment(one)) and shown.utcoffset() and shown == moment), words)


def _moment(words: str) -> datetime | None:
    """Read a moment to the minute; one without an offset is of Greenwich."""
    if not _STAMP.match(words):
        return None
    try:
        found = datetime.fromisoformat(words.strip()).replace(second=0, microsecond=0)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _near_headline(chosen: Chosen) -> Iterator[str]:
    """Yield the short lines around the beginning of the text."""
    first = next((at for at, keep in enumerate(chosen.kept) if keep), 0)
    for one in chosen.segments[max(0, first - _NEAR) : first + 3]:
        if len(one.text) <= _LINE:
            yield one.text


def read(words: str, place: str) -> Found | None:
    """Read words that state a day or a month."""
    told = place + words[:_LINE]
    for pattern in (_ISO, _DOTTED):
        if match := pattern.search(words):
            return next(_made(match["y"], match["m"], match["d"], told), None)
    if match := _FIGURES.fullmatch(words.strip()):
        return next(_made(match["y"], match["m"], match["d"], told), None)
    if match := _SLASHED.search(words):
        return next(_slashed(match, told), None)
    # words glued to a clock are not read as a year
    for one in datewords.find(words[: _LINE * 2].replace(",", ", ")):
        return Found(told, 0, len(told), one.date)
    return None


def _slashed(match: re.Match[str], told: str) -> Iterator[Found]:
    """Yield the day of figures between slashes, the month where both orders are possible and none is stated."""
    first, second, year = int(match["a"]), int(match["b"]), match["y"]
    if first > _MONTHS_OF_A_YEAR or first == second:
        yield from _made(year, match["b"], match["a"], told)
    elif second > _MONTHS_OF_A_YEAR:
        yield from _made(year, match["a"], match["b"], told)
    else:
        yield Found(told, 0, len(told), dates.parse(year))


def _made(year: str, month: str, day: str | None, told: str) -> Iterator[Found]:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    try:
        yield Found(told, 0, len(told), dates.parse(text))
    except ValueError:
        return
