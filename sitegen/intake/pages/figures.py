"""Days in figures and in words as pages write them; the order of day and month is that of the page's language."""

import re
from collections.abc import Container, Iterator
from urllib.parse import urlsplit

from sitegen import dates
from sitegen.intake import datewords
from sitegen.intake.datewords import Found

LINE = 120
_ISO = re.compile(r"\b(?P<y>(?:1[5-9]|20)\d\d)[-/.](?P<m>0?[1-9]|1[0-2])(?:[-/.](?P<d>0?[1-9]|[12]\d|3[01]))?(?!\d)")
_FIGURES = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:T?\d*Z?)?")
_DOTTED = re.compile(r"\b(?P<d>0?[1-9]|[12]\d|3[01])\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>(?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"\b(?P<a>\d{1,2})(?P<mark>[/-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)(?!\d)")
_PATH = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])(?:[/-](?P<d>0?[1-9]|[12]\d|3[01]))?(?=[/-])"
    r"|(?<!\d)(?P<y2>20[0-3]\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?!\d)"
)
# two times that stood beside one another, or words straight behind a year
_GLUED = re.compile(r"(?<=\b(?:19|20)\d\d)(?=[^\W\d_]|\d{1,2}[ .])")
_DAY_FIRST, _MONTH_FIRST, _UNKNOWN = "day first", "month first", ""
_OF_REGIONS = {"us": _MONTH_FIRST, "ph": _MONTH_FIRST, "ca": _UNKNOWN}
# where English is written with the day first; others' domains say nothing of an English page
_HOSTS = frozenset("au bd gh hk ie in jm ke lk mt my ng nz pk sg tt ug uk za".split())  # noqa: SIM905


def order_of(lang: str, url: str) -> str:
    """Return which of two figures is the day, by a page's language and region, else by its host; "" if none says."""
    language, *more = lang.lower().split("-")
    if language not in {"", "en"}:
        return _DAY_FIRST
    region = next((one for one in more if len(one) == len("us")), "")
    if region:
        return _OF_REGIONS.get(region, _DAY_FIRST)
    try:
        domain = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:
        return _UNKNOWN
    return _DAY_FIRST if domain in _HOSTS else _OF_REGIONS.get(domain, _UNKNOWN)


def read(words: str, place: str = "", order: str = "", known: Container[str] = ()) -> Found | None:
    """Read words that state a day or a month.

    Of two figures with slashes the one that makes a day of `known` is taken, else `order` decides; else only the year
    is known.
    """
    told = place + words[:LINE]
    for pattern in (_ISO, _DOTTED):
        if match := pattern.search(words):
            return next(_made(match["y"], match["m"], match["d"], told), None)
    if match := _FIGURES.fullmatch(words.strip()):
        return next(_made(match["y"], match["m"], match["d"], told), None)
    if match := _SLASHED.search(words):
        return next(_slashed(match, told, order, known), None)
    # words glued to a clock are not read as a year
    for one in datewords.find(_GLUED.sub(" ", words[: LINE * 2].replace(",", ", "))):
        return Found(told, 0, len(told), one.date)
    return None


def in_address(url: str) -> Iterator[Found]:
    """Yield the day or the month that the path of an address names."""
    if match := _PATH.search(url):
        year, month, day = (match[name] or match[f"{name}2"] for name in "ymd")
        yield from _made(year, month, day, f"address: {match[0]}")


def _slashed(match: re.Match[str], told: str, order: str, known: Container[str]) -> Iterator[Found]:
    """Yield the day of figures between slashes, the year where both orders are possible and nothing decides."""
    first, second, year = match["a"], match["b"], match["y"]
    both = [*_made(year, second, first, told), *_made(year, first, second, told)]
    if len({one.date.text for one in both}) > 1:
        met = [one for one in both if one.date.text in known]
        if len(met) != 1 and not order:
            yield Found(told, 0, len(told), dates.parse(year))
            return
        both = met if len(met) == 1 else both[:: 1 if order == _DAY_FIRST else -1]
    yield from both[:1]


def _made(year: str, month: str, day: str | None, told: str) -> Iterator[Found]:
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    try:
        yield Found(told, 0, len(told), dates.parse(text))
    except ValueError:
        return
