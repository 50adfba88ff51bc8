"""Dates of other calendars as news writes them: the Hijri ones, and years of eras in Japan and Taiwan."""

# ruff: noqa: RUF001, RUF003 - figures, brackets and names in their own scripts

import re
from collections.abc import Iterator

from sitegen.intake import calendars, monthwords
from sitegen.intake.weekdays import CJK, Found, beside, fits, told

_CJK_FIGURE = {figure: str(number) for number, figure in enumerate("〇一二三四五六七八九")} | {"零": "0", "元": "1"}
_NUMBER = r"(?:\d{1,3}|[〇零一二三四五六七八九十元]{1,4})"
_LUNAR, _SOLAR = ("|".join(f"(?:{one})" for one in rows) for rows in (monthwords.HIJRI, monthwords.JALALI))
_MARKED_LUNAR = r"(?:هـ|ه(?!\w)|هجري\w*|a\.?h\.?(?!\w))"
_MARKED_SOLAR = r"(?:هجری شمسی|ه\.?\s?ش\.?|شمسی|خورشیدی|ش(?!\w)|s\.?h\.?(?!\w))"
_YEARS = range(1200, 1521)
_FOUR_FIGURES = re.compile(r"\d{4}")
_PERSIAN_FIGURE = re.compile("[۰-۹]")
_HIJRI = re.compile(
    rf"(?<!\w)(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,4}}(?:من\s{{1,4}})?(?:شهر\s{{1,4}}|ماه\s{{1,4}})?(?:(?P<lunar1>{_LUNAR})|(?P<solar1>{_SOLAR}))"
    rf"|(?:(?P<lunar2>{_LUNAR})|(?P<solar2>{_SOLAR}))(?:\s{{1,4}}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?)"
    rf"\s{{0,4}}[,،]?\s{{0,4}}(?:من\s{{1,4}})?(?:عام|سنة|لعام|سال|ماه)?\s{{0,4}}(?P<year>\d{{4}})(?!\d)(?:\s?(?:{_MARKED_SOLAR}|{_MARKED_LUNAR}))?",
    re.IGNORECASE,
)
_HIJRI_FIGURES = re.compile(
    r"(?<![\w./-])(?:(?P<year1>\d{4})(?P<sign>[/-])(?P<month1>\d{1,2})(?P=sign)(?P<day1>\d{1,2})"
    r"|(?P<day2>\d{1,2})[/-](?P<month2>\d{1,2})[/-](?P<year2>\d{4}))(?![\d./-])"
    rf"(?:\s?(?:(?P<solar>{_MARKED_SOLAR})|(?P<lunar>{_MARKED_LUNAR})))?",
    re.IGNORECASE,
)


def _year(form: int) -> str:
    eras = "|".join(calendars.ERAS)
    return rf"(?:(?P<era{form}>{eras})(?P<of{form}>{_NUMBER})|(?P<year{form}>\d{{4}}|[〇零一二三四五六七八九]{{4}}))"


# the year may stand in both countings: 令和6年（2024年）, 令和6（2024）年
_EASTERN = re.compile(
    rf"{_year(1)}\s?[年년]?(?:\s?[(（]{_year(2)}[年년]?[)）])?\s?[年년]?(?<=[年년)）])"
    rf"(?:\s{{0,4}}(?P<month>{_NUMBER})[月월](?:\s{{0,4}}(?P<day>{_NUMBER})[日号號일])?)?(?:\s{{0,4}}[(（][月火水木金土日][)）])?"
)


def eastern(text: str) -> Iterator[Found]:
    """Yield the dates written with 年 or 년, from whole years on: of our count, of eras, of Minguo."""
    if "年" in text or "년" in text:
        yield from (found for match in _EASTERN.finditer(text) if (found := _eastern(match)))


def hijri(text: str) -> Iterator[Found]:
    """Yield the days and months of the lunar and the solar Hijri calendar."""
    if any(int(figures) in _YEARS for figures in _FOUR_FIGURES.findall(text)):
        yield from (found for match in _HIJRI.finditer(text) if (found := _named(text, match)))
        yield from (found for match in _HIJRI_FIGURES.finditer(text) if (found := _in_figures(text, match)))


def _eastern(match: re.Match[str]) -> Found | None:
    years = [year for form in "12" if (year := _eastern_year(match, form))]
    date = calendars.gregorian(years[0], _number(match["month"] or ""), _number(match["day"] or ""))
    if date is None:
        return None
    found = Found(match[0], match.start(), match.end(), date)
    wrong = len(set(years)) > 1 or (match[0][-2:-1] in CJK and not fits(date, CJK.index(match[0][-2])))
    return found if not wrong else Found(match[0], match.start(), match.end(), date, contradicts=match[0])


def _eastern_year(match: re.Match[str], form: str) -> int:
    """Return the Gregorian year of one of the two that may stand side by side, 0 if it is not there."""
    if match[f"year{form}"]:
        return _number(match[f"year{form}"])
    return calendars.ERAS[match[f"era{form}"]] + _number(match[f"of{form}"]) if match[f"era{form}"] else 0


def _number(figures: str) -> int:
    """Read figures of any script, also 十二 and 二〇二四; 0 for none."""
    if "十" not in figures:
        return int("".join(_CJK_FIGURE.get(figure, figure) for figure in figures) or 0)
    tens, _, ones = figures.partition("十")
    return 10 * (_number(tens) or 1) + _number(ones)


def _named(text: str, match: re.Match[str]) -> Found | None:
    lunar, solar = match["lunar1"] or match["lunar2"], match["solar1"] or match["solar2"]
    names = monthwords.HIJRI if lunar else monthwords.JALALI
    month = next(at for at, name in enumerate(names, 1) if re.fullmatch(name, lunar or solar, re.IGNORECASE))
    ymd = int(match["year"]), month, int(match["day1"] or match["day2"] or 0)
    return _of(text, match, ymd, solar=bool(solar))


def _in_figures(text: str, match: re.Match[str]) -> Found | None:
    """Read figures; without a mark only those that Iran writes are its own."""
    if not match["solar"] and not match["lunar"] and not _PERSIAN_FIGURE.search(match[0]):
        return None
    ymd = tuple(int(match[f"{part}1"] or match[f"{part}2"]) for part in ("year", "month", "day"))
    return _of(text, match, (ymd[0], ymd[1], ymd[2]), solar=not match["lunar"])


def _of(text: str, match: re.Match[str], ymd: calendars.Day, *, solar: bool) -> Found | None:
    if ymd[0] not in _YEARS:
        return None
    if solar:
        return told(text, match.span(), calendars.jalali(*ymd), "jalali")
    weekday = beside(text, *match.span())
    return told(text, match.span(), calendars.hijri(*ymd, weekday), "hijri")
