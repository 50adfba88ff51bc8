"""The words of each language: dates as certain as they are, numbers, plurals, lists, names of languages."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from sitegen import dates
from sitegen.model import Edtf
from sitegen.phrases import DECADES, OWN_MONTHS, PATTERNS, PHRASES

if TYPE_CHECKING:
    from babel import Locale

# babel is imported inside functions: what needs no words of a language (`sitegen --version`) does not pay for it.
# Bounds of the caches: an archive has some ten thousand different days, and each is asked for on several pages.
_MANY, _FEW = 1 << 16, 1 << 10

_RTL_LANGUAGES = frozenset(
    "apc ar arc ary arz bal bgn ckb dv fa glk he ks lrc mzn nqo pnb ps rhg sd sdh skr syr trw ug ur yi".split()  # noqa: SIM905 - codes read better as one text
)
_RTL_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_TOKEN = re.compile(r"'([^']*)'|(y+|M+|L+|d+|[A-Za-z]+)")
_MONTH_NAMES = re.compile("M{3,}|L{3,}")
_SPACES = re.compile("  +")  # left by an era; the narrow spaces of CLDR stay
# What accents are in the scripts whose letters they do not change: Latin, Greek, Cyrillic, Hebrew and Arabic points.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]")
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})


@lru_cache(maxsize=_MANY)
def date_words(date: Edtf | None, lang: str, *, short: bool = False) -> str:
    """Return a date in words, as certain as it is: "21 January 2024", "about 1961", "after November 2024", "undated".

    `short` abbreviates months. Digits are Latin in every language, as in `number`.
    """
    if date is None:
        return _phrase("undated", lang)
    if "/" in date.text:
        return _interval_words(date, lang, short=short)
    words = _preposition("about", date, lang, short=short) if date.approximate else _plain(date, lang, short=short)
    if not date.uncertain:
        return words
    own = "" if date.approximate else _phrases(lang).get(f"perhaps_{date.precision}", "")
    return (own or _phrase("perhaps", lang)).format(date=words)


def _interval_words(date: Edtf, lang: str, *, short: bool) -> str:
    start, end = dates.ends(date)
    if start and end:
        words = _between(start, end, lang, short=short)
    elif start:
        words = _preposition("after", start, lang, short=short)
    else:
        words = _preposition("before", end, lang, short=short) if end else ""
    if date.approximate:
        words = _phrase("roughly", lang).format(date=words)
    return _phrase("perhaps", lang).format(date=words) if date.uncertain else words


def _between(start: Edtf, end: Edtf, lang: str, *, short: bool) -> str:
    if (start.earliest, start.latest) == (end.earliest, end.latest):
        return _plain(start, lang, short=short)
    years = start.precision == end.precision == "year"
    if years and int(end.earliest[:4]) - int(start.earliest[:4]) == 1:
        return _phrase("or", lang).format(a=_plain(start, lang, short=short), b=_plain(end, lang, short=short))
    a, b = (_object(side, lang, short=short) for side in (start, end))
    return _phrase("between", lang).format(a=a, b=b)


def _preposition(name: str, date: Edtf, lang: str, *, short: bool) -> str:
    """Put a preposition before a date: by a phrase for its precision ("after_day") if the language has one."""
    own = _phrases(lang).get(f"{name}_{date.precision}")
    if own:
        return own.format(date=_plain(date, lang, short=short), decade=_decade(date))
    return _phrase(name, lang).format(date=_object(date, lang, short=short))


def _object(date: Edtf, lang: str, *, short: bool) -> str:
    """Return a date as it stands after a preposition: "dem 9. Mai 1990"."""
    own = _phrases(lang).get(f"in_{date.precision}", "{date}")
    return own.format(date=_plain(date, lang, short=short, inflected=True), decade=_decade(date))


def _plain(date: Edtf, lang: str, *, short: bool, inflected: bool = False) -> str:
    """Return the days that a date names, without its marks."""
    if date.precision == "decade":
        own = DECADES.get(_base(lang), {}).get(date.text[:3])
        return own or _phrase("decade", lang).format(decade=_decade(date))
    form = date.precision + "_in" * (inflected and date.precision == "month") + "_short" * short
    return _render(_pattern(form, lang), date.earliest, lang)


def _decade(date: Edtf) -> str:
    return f"{date.text[:3]}0"


def date_table(lang: str) -> dict[str, Any]:
    """Return what a script needs to say dates as `date_words` does in its short form.

    `patterns` are CLDR's by precision, `months` the names by the letters that stand for them there.
    """
    patterns = {form: _pattern(f"{form}_short", lang) for form in ("day", "month", "month_in", "year")}
    tokens = sorted({token for pattern in patterns.values() for token in _MONTH_NAMES.findall(pattern)})
    months = {
        token: list(_months(lang, token[0], "abbreviated" if len(token) == len("MMM") else "wide").values())
        for token in tokens
    }
    found = {"phrases": dict(_phrases(lang)), "patterns": patterns, "months": months}
    return found | ({"decades": dict(DECADES[_base(lang)])} if _base(lang) in DECADES else {})


@lru_cache(maxsize=_MANY)
def day_words(iso: str, lang: str, *, short: bool = False) -> str:
    """Return a day in words: "21 January 2024", short "21 Jan 2024".

    `iso` is an ISO 8601 day or a timestamp, whose time is left out. Raises ValueError for anything else.
    """
    return _plain(dates.parse(iso[:10]), lang, short=short)


@lru_cache(maxsize=_FEW)
def month_name(month: int, lang: str, *, short: bool = False) -> str:
    """Return the name of a month, 1 to 12, as it stands alone: "January"; in Russian the nominative."""
    return _months(lang, "L", "abbreviated" if short else "wide")[month]


def _render(pattern: str, iso: str, lang: str) -> str:
    """Fill a CLDR pattern. Eras and weekdays are left out: the archive's dates do not name them."""
    year, month, day = iso.split("-")
    words = {"y": year, "yyyy": year, "d": day.lstrip("0"), "dd": day, "M": month.lstrip("0"), "MM": month}

    def fill(match: re.Match[str]) -> str:
        quoted, token = match.groups()
        if token is None:
            return quoted or "'"
        if token[0] in "ML" and len(token) > len("MM"):
            width = "abbreviated" if len(token) == len("MMM") else "wide"
            return _months(lang, token[0], width)[int(month)]
        if token == "d" and day == "01":  # noqa: S105 - a letter of a date pattern
            return _phrases(lang).get("first", "1")
        return words.get(token.replace("L", "M"), "")

    return _SPACES.sub(" ", _TOKEN.sub(fill, pattern)).strip(" ")


@lru_cache(maxsize=_FEW)
def _pattern(form: str, lang: str) -> str:
    """Return the pattern of a form: ours where we have one, else the one of CLDR."""
    locale = _locale(lang)
    ours = PATTERNS.get(locale.language, {})
    plain = form.replace("_in", "")
    if form in ours or plain in ours:
        return ours.get(form) or ours[plain]
    if plain == "day":
        return str(locale.date_formats["long"].pattern)
    skeleton = {"day_short": "yMMMd", "month": "yMMMM", "month_short": "yMMM"}.get(plain, "y")
    return str(locale.datetime_skeletons[skeleton].pattern)


@lru_cache(maxsize=_FEW)
def _months(lang: str, letter: str, width: str) -> Mapping[int, str]:
    """Return the names of the months as they stand in a date ("M") or alone ("L").

    babel resolves names that a language inherits in a table that all languages share, so that Hebrew's months standing
    alone are Japanese if Japanese was asked for first. Therefore only languages with names of their own are asked.
    """
    locale = _locale(lang)
    alone = letter == "L" and locale.language in OWN_MONTHS[width]
    names = locale.months["stand-alone" if alone else "format"][width]
    return {month: str(names[month]) for month in range(1, 13)}


@lru_cache(maxsize=_MANY)
def number(n: float, lang: str) -> str:
    """Return a number grouped as the language does it, "2,418" or "2 418".

    Digits are Latin also in Arabic, Persian and Urdu: addresses, dates and the files of an archive use them, and a
    reader can search for what stands on the page.
    """
    from babel.numbers import format_decimal  # noqa: PLC0415 - see above

    return format_decimal(n, locale=_locale(lang), numbering_system="latn")


def plural(n: float, forms: Mapping[str, str], lang: str) -> str:
    """Return the form for a number by the language's CLDR rule (zero, one, two, few, many, other), `{n}` filled in.

    A form that is missing falls back to "other". Raises KeyError if that is missing too.
    """
    form = forms.get(_category(n, lang))
    return (forms["other"] if form is None else form).replace("{n}", number(n, lang))


@lru_cache(maxsize=_MANY)
def _category(n: float, lang: str) -> str:
    return _locale(lang).plural_form(n)


@lru_cache(maxsize=_FEW)
def direction(lang: str) -> Literal["ltr", "rtl"]:
    """Return in which direction a language is written; a script in the tag (`ku-Arab`) decides."""
    base, *rest = lang.replace("_", "-").lower().split("-")
    scripts = [part for part in rest if len(part) == len("Arab") and part.isalpha()]
    rtl = scripts[0] in _RTL_SCRIPTS if scripts else base in _RTL_LANGUAGES
    return "rtl" if rtl else "ltr"


@lru_cache(maxsize=_FEW)
def language_name(lang: str, in_lang: str) -> str:
    """Return the name of a language in another or in itself: "Arabic", "العربية"; the tag itself if it has no name."""
    names = _locale(in_lang).languages
    tag = lang.replace("-", "_")
    return str(names.get(tag) or names.get(_base(lang)) or lang)


@lru_cache(maxsize=_MANY)
def sort_key(text: str, lang: str) -> str:  # noqa: ARG001 - one order for all languages as yet; callers name theirs
    """Return the key by which names are sorted: case and accents do not count, nor do quotes before the first letter.

    Kana, Han and other scripts go by code point.
    """
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
    letters = unicodedata.normalize("NFC", bare)
    first = next((place for place, letter in enumerate(letters) if letter.isalnum()), 0)
    return letters[first:]


def join(parts: Iterable[str], lang: str) -> str:
    """Return a list in words: "a, b and c", "" for none."""
    return _joined(tuple(parts), lang)


@lru_cache(maxsize=_MANY)
def _joined(parts: tuple[str, ...], lang: str) -> str:
    from babel.lists import format_list  # noqa: PLC0415 - see above

    # The world's English has no comma before "and"; that of the United States has one.
    locale = _locale(lang)
    return format_list(parts, locale=_locale("en-001") if locale.language == "en" else locale)


def _phrase(name: str, lang: str) -> str:
    return _phrases(lang)[name]


def _phrases(lang: str) -> Mapping[str, str]:
    return PHRASES.get(_base(lang), PHRASES["en"])


@lru_cache(maxsize=_FEW)
def _base(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=_FEW)
def _locale(lang: str) -> "Locale":
    """Return babel's locale of a language tag; of its language alone, then English, where it knows no better."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see above

    for tag in (lang.replace("_", "-"), _base(lang)):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
