"""Dates that know less than a month, on a line of their own: years, seasons, decades, centuries, bounds, doubts."""

# ruff: noqa: E501, RUF001 - words and dashes in many scripts

import re
from collections.abc import Callable

from sitegen import dates
from sitegen.model import Edtf

LONGEST = 80
# nothing is read here without figures, but centuries in words
_CAN_BE = re.compile(r"\d{3}|[\d元]年|centur|jahrhundert|siècle|siglo|secolo|século|век|القرن", re.IGNORECASE)
_PART = r"(?:in )?(?:the )?(?:(?:very )?(?:early|mid|middle of(?: the)?|late|end of(?: the)?|beginning of(?: the)?|Anfang|Mitte|Ende|début|mi|fin)[- ])?"
_YEAR = re.compile(
    _PART
    + r"(?:in |the year |in the year |im jahre? |anno |en |año |عام |سنة |год )?(?P<year>1[0-9]\d\d|20\d\d)(?:年|년| г\.?| год[ау]?)?",
    re.IGNORECASE,
)
_DECADE = re.compile(
    _PART + r"(?:the |in the |les années |die |década de |años |anni )?(?P<decade>1[0-9]\d|20\d)0"
    r"(?:['’]?s|er(?:[ -]Jahren?)?|年代|-е(?: годы)?)?",
    re.IGNORECASE,
)
_DECADE_SIGN = re.compile(r"\d0(?:['’]?s|er|年代|-е)|années|década|años|anni", re.IGNORECASE)
_SEASON = re.compile(
    r"(?:in the |in |im )?(?:early |late )?(?:spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|été"
    r"|automne|hiver|primavera|verano|otoño|invierno)(?: of| de)?,? (?P<year>1\d{3}|20\d\d)(?:[/–-](?P<next>\d\d))?",
    re.IGNORECASE,
)
_ORDINALS = ("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first")
_ORDINALS_ARABIC = ("السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر", "العشرين", "الحادي والعشرين")
_ROMAN = ("xvi", "xvii", "xviii", "xix", "xx", "xxi")
_FIRST_CENTURY = 16
_CENTURY = re.compile(
    _PART
    + rf"(?:(?P<figures>1[1-9]|2[01])(?:st|nd|rd|th|\.)?|(?P<words>{'|'.join(_ORDINALS)})|(?P<roman1>[xvi]+)(?:e|ème)?)"
    r"[ -](?:century|centuries|jahrhunderts?|siècle|secolo|век[ае]?|wieku?)"
    rf"|(?:siglo|século) (?P<roman2>[xvi]+)|القرن (?P<arabic>{'|'.join(_ORDINALS_ARABIC)})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|around|circa|ca?\.|ca|approximately|approx\.|roughly|um|etwa|gegen|vers|environ|hacia|alrededor de|intorno al?"
    r"|cerca de|omkring|omstreeks|około|kolem|около|حوالي|نحو|約)\s*(?P<date>.+)|(?P<before>.+?)\s?(?:頃|ごろ|前後)",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"(?:probably|perhaps|possibly|presumably|maybe|likely|wahrscheinlich|vermutlich|wohl|peut-être|probablement|quizás?"
    r"|probablemente|forse|probabilmente|wellicht|vermoedelijk|предположительно|вероятно|ربما|おそらく)\s*(?P<date>.+)"
    r"|(?P<before>.+?)\s?(?:\(\?\)|\?|（推定）)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:before|prior to|not later than|no later than|until|vor|avant(?: le)?|antes d[eo]l?|prima del?|voor|före|før|przed|до"
    r"|قبل)\s+(?P<date>.+)|(?P<before>.+?)以前",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:after|since|not before|no earlier than|from|nach|seit|ab|après(?: le)?|depuis(?: le)?|después del?|desde|dopo(?: il)?|sinds"
    r"|na|efter|etter|po|после|с|بعد|منذ)\s+(?P<date>.+?)(?: (?:on|onwards?|or later))?|(?P<before>.+?)以降",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"(?:between|zwischen|entre|fra|tussen|mellan|mellem|między|между|بين)\s+(?P<a1>.+?)\s*(?:and|und|et|y|e|en|och|og|i|и|و)\s*(?P<b1>\S.*)"
    r"|(?:from )?(?P<a2>.+?)\s+(?:to|or|bis|oder|until|ou|o|do|или|或|أو|إلى)\s+(?P<b2>.+)"
    r"|(?P<a3>[12]\d{3})\s?[-–—/]\s?(?P<b3>\d\d|[12]\d{3})",
    re.IGNORECASE,
)
_DEPTH = 2
Plain = Callable[[str], Edtf | None]


def read(text: str, plain: Plain, depth: int = 0) -> Edtf | None:
    """Return what a line states; `plain` reads days and months. None for what is no date."""
    text = text.strip(" ,.")
    if depth > _DEPTH or not text or len(text) > LONGEST or not _CAN_BE.search(text):
        return None
    try:
        if found := _span_of_years(text) or plain(text):
            return found
        return next((one for ask in (_marked, _bound, _two) if (one := ask(text, plain, depth))), None)
    except ValueError:  # a day that is in no calendar, figures of two scripts in one number
        return None


def _span_of_years(text: str) -> Edtf | None:
    """Read a year, a season, a decade or a century."""
    if match := _YEAR.fullmatch(text):
        return dates.parse(match["year"])
    if match := _SEASON.fullmatch(text):
        # a winter has two years where it says so; spring is not the same months everywhere
        year = int(match["year"])
        both = match["next"] and (year + 1) % 100 == int(match["next"])
        return dates.parse(f"{year}/{year + 1}" if both else str(year))
    if (match := _DECADE.fullmatch(text)) and _DECADE_SIGN.search(text):
        # "the 1800s" can be ten years or a hundred
        hundred = match["decade"].endswith("0")
        return dates.parse(f"{match['decade']}0/{match['decade'][:2]}99" if hundred else f"{match['decade']}X")
    return _century(text)


def _century(text: str) -> Edtf | None:
    match = _CENTURY.fullmatch(text)
    if match is None:
        return None
    rows = (
        (match["words"], _ORDINALS),
        (match["roman1"] or match["roman2"], _ROMAN),
        (match["arabic"], _ORDINALS_ARABIC),
    )
    named = next(((words.lower(), row) for words, row in rows if words), None)
    if named and named[0] not in named[1]:
        return None
    number = _FIRST_CENTURY + named[1].index(named[0]) if named else int(match["figures"])
    # the nineteenth century: its hundredth year was 1900; no news is later than LAST_YEAR
    return dates.parse(f"{number - 1}01/{min(number * 100, dates.LAST_YEAR)}")


def _marked(text: str, plain: Plain, depth: int) -> Edtf | None:
    for pattern, mark in ((_DOUBT, "?"), (_ABOUT, "~")):
        if match := pattern.fullmatch(text):
            found = read(match["date"] or match["before"], plain, depth + 1)
            return _with(found, mark) if found else None
    return None


def _with(date: Edtf, mark: str) -> Edtf:
    """Return a date with a further mark on each of its ends."""

    def side(text: str) -> str:
        bare, has = text.rstrip("~?%"), text[len(text.rstrip("~?%")) :]
        return text if text == ".." else bare + (mark if has in {"", mark} else "%")

    return dates.parse("/".join(map(side, date.text.split("/"))))


def _bound(text: str, plain: Plain, depth: int) -> Edtf | None:
    for pattern, form in ((_BEFORE, "../{}"), (_AFTER, "{}/..")):
        if match := pattern.fullmatch(text):
            found = read(match["date"] or match["before"], plain, depth + 1)
            return dates.parse(form.format(found.text)) if found and "/" not in found.text else None
    return None


def _two(text: str, plain: Plain, depth: int) -> Edtf | None:
    match = _TWO.fullmatch(text)
    if match is None:
        return None
    first, last = match["a1"] or match["a2"] or match["a3"], match["b1"] or match["b2"] or match["b3"]
    if match["a3"] and len(last) == len("62"):
        last = first[:2] + last
    start, end = (read(side, plain, depth + 1) for side in (first, last))
    if not start or not end or "/" in start.text + end.text:
        return None
    return dates.parse(f"{start.text}/{end.text}")
