"""Dates as news writes them in words, English, Arabic, Japanese, French, German and Spanish, read as EDTF."""

import re
from dataclasses import dataclass

from sitegen import dates
from sitegen.model import Edtf

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ARABIC_WEEKDAYS = ("الاثنين|الإثنين", "الثلاثاء", "الأربعاء|الاربعاء", "الخميس", "الجمعة", "السبت", "الأحد|الاحد")
_WEEKDAY_NUMBERS = {
    name: number for row in (WEEKDAYS, ARABIC_WEEKDAYS) for number, names in enumerate(row) for name in names.split("|")
}
# names of the months; forms of one month are parted by |
_MONTHS = (
    r"january|jan|janvier|januar|enero|يناير|كانون الثاني|جانفي",
    r"february|feb|février|februar|febrero|فبراير|شباط|فيفري",
    r"march|mar|mars|märz|marzo|مارس|آذار|اذار",
    r"april|apr|avril|abril|أبريل|ابريل|إبريل|نيسان|أفريل",
    r"may|mai|mayo|مايو|أيار|ايار|ماي",
    r"june|jun|juin|juni|junio|يونيو|حزيران|جوان",
    r"july|jul|juillet|juli|julio|يوليو|تموز|جويلية",
    r"august|aug|août|agosto|أغسطس|اغسطس|آب|أوت",
    r"september|sept|sep|septembre|septiembre|سبتمبر|أيلول|ايلول",
    r"october|oct|octobre|oktober|octubre|أكتوبر|اكتوبر|تشرين الأول|تشرين الاول",
    r"november|nov|novembre|noviembre|نوفمبر|تشرين الثاني",
    r"december|dec|décembre|dezember|diciembre|ديسمبر|كانون الأول|كانون الاول",
)
MONTH = {form: number for number, forms in enumerate(_MONTHS, 1) for form in forms.split("|")}
MONTH_NAMES = "|".join(sorted(MONTH, key=len, reverse=True))
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
# in Arabic a second name of the month often follows in brackets
_M = rf"(?P<month{{0}}>{MONTH_NAMES})\.?(?:\s*\([^()\d]{{{{2,14}}}}\))?"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})s?,?\s+)?"
_YEAR = r"(?P<year{0}>[12]\d{{3}}|[١٢][٠-٩]{{3}}|[１２][０-９]{{3}})"  # noqa: RUF001 - Arabic and full-width figures
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th|er|\.)?"

_ANY = re.compile(
    rf"\b{_WEEKDAY}(?:{_M.format(1)}\s+{_DAY.format(1)},?\s+{_YEAR.format(1)}"
    rf"|{_DAY.format(2)}\s+(?:of\s+|de\s+)?{_M.format(2)},?\s+(?:de\s+)?{_YEAR.format(2)}"
    rf"|{_M.format(3)},?\s+(?:of\s+|de\s+)?{_YEAR.format(3)}"
    rf"|(?P<year4>[12]\d{{3}})-(?P<month4>\d\d)-(?P<day4>\d\d))\b",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"(?:(?P<era>明治|大正|昭和|平成|令和)(?P<of>\d{1,2}|元)|(?P<year>\d{4}))年(?:\s*(?P<month>\d{1,2})月(?:\s*(?P<day>\d{1,2})日)?)?(?:\s*[(（][月火水木金土日][)）])?"  # noqa: RUF001 - full-width brackets
)
_SEASON = re.compile(
    r"(?:in the |in )?(?:early |late )?(?:spring|summer|autumn|fall|winter)(?: of)?,? (?P<year>1\d{3}|20\d\d)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    r"(?:in )?(?P<about>about |circa |c\.? ?)?(?P<year>1[5-9]\d\d|20\d\d)(?P<guess>\?)?", re.IGNORECASE
)
_DECADE = re.compile(r"(?:the |in the )?(?P<decade>1[5-9]\d|20\d)0s", re.IGNORECASE)
# no date without four figures in a row, but for a first year of an era; most paragraphs have none
_YEAR_FIGURES = re.compile(r"\d{4}|[治正和成]")
# a day whose year another source must tell: the dateline's "Feb. 14"
YEARLESS = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?(?:(?P<m1>{MONTH_NAMES})\.?\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTH_NAMES}))\b(?!,?\s+\d{{4}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its words, where they stand, and what they say."""

    words: str
    start: int
    end: int
    date: Edtf


def find(text: str) -> tuple[Found, ...]:
    """Return the dates of a text that name at least month and year, in order."""
    if not _YEAR_FIGURES.search(text):
        return ()
    found = [one for match in _ANY.finditer(text) if (one := _from_words(match))]
    if "年" in text:
        found += [one for match in _JAPANESE.finditer(text) if match["month"] and (one := _from_japanese(match))]
    return tuple(sorted(found, key=lambda one: one.start))


def whole(text: str) -> Found | None:
    """Read a line that is a date and nothing else; years and decades count here."""
    text = text.strip(" .()[]")
    if (match := _ANY.fullmatch(text)) and (found := _from_words(match)):
        return found
    if (match := _JAPANESE.fullmatch(text)) and (found := _from_japanese(match)):
        return found
    if match := _SEASON.fullmatch(text):
        return _found(text, 0, len(text), match["year"])
    if match := _YEAR_ALONE.fullmatch(text):
        mark = "~" if match["about"] else "?" if match["guess"] else ""
        return _found(text, 0, len(text), match["year"] + mark)
    if match := _DECADE.fullmatch(text):
        return _found(text, 0, len(text), f"{match['decade']}X")
    return None


def weekday_of(words: str) -> int:
    """Return the number of the weekday that words name, Monday 0; -1 if they name none."""
    lower = words.lower()
    return next((number for name, number in _WEEKDAY_NUMBERS.items() if name in lower), -1)


def _from_words(match: re.Match[str]) -> Found | None:
    for form in ("1", "2", "3", "4"):
        if year := match[f"year{form}"]:
            month = match[f"month{form}"]
            number = MONTH.get(month.lower()) or int(month)
            day = match[f"day{form}"] if form != "3" else None
            return _dated(match[0], match.start(), match.end(), (int(year), number, int(day) if day else 0))
    return None


def _from_japanese(match: re.Match[str]) -> Found | None:
    of = 1 if match["of"] == "元" else int(match["of"] or 0)
    year = _ERAS[match["era"]] + of if match["era"] else int(match["year"])
    return _dated(match[0], match.start(), match.end(), (year, int(match["month"] or 0), int(match["day"] or 0)))


def _dated(words: str, start: int, end: int, ymd: tuple[int, int, int]) -> Found | None:
    year, month, day = ymd
    text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    return _found(words, start, end, text)


def _found(words: str, start: int, end: int, edtf: str) -> Found | None:
    try:
        return Found(words, start, end, dates.parse(edtf))
    except ValueError:
        return None
