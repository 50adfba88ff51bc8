"""What an article's own words prove of its date and its agency; the words are kept as evidence."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a day of the calendar; `date` is an article's
from datetime import timedelta

from sitegen import dates
from sitegen.intake import datewords, monthwords, nowwords, pastwords
from sitegen.intake.datelines import Dateline
from sitegen.model import Basis, Edtf, Picture

_AGENCY = (
    r"AFP|Agence France-Presse|AP|The Associated Press|Reuters|dpa|UPI|Xinhua|Kyodo|TASS|EFE|ANSA|Bloomberg|Anadolu"
)
_TOLD = re.compile(rf"\b(?:told|tells|telling|according to|interview with)\s+(?P<agency>{_AGENCY})\b")
_TOLD_ARABIC = re.compile(r"(?:لوكالة|لـوكالة|لـ|ل)\s?«?(?P<agency>الصحافة الفرنسية|رويترز|أسوشييتد برس|الأناضول)»?")
_ENOUGH = 2
_SIGNED = re.compile(r"[(（](?P<agency>[^()（）\d]{2,40})[)）]\.?")  # noqa: RUF001
_DAYS, _DAYS_ARABIC = ("|".join(monthwords.weekdays(lang)) for lang in ("en", "ar"))
_DAY_OF_NEWS = re.compile(
    rf"\b(?P<words>(?:said|says|told|\w{{3,}}ed)(?: on| late| early)* (?P<day>{_DAYS}))\b",
    re.IGNORECASE,
)
_YESTERDAY = "أمس"
_DAY_OF_NEWS_ARABIC = re.compile(
    r"\b[وف]?(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|أفاد|أفادت|صرح|صرحت|وصل|وصلت|بدأ|بدأت|شهد|شهدت|وقع|وقعت)\b"
    r"[^.،؛]{0,60}?"
    rf"\b(?P<words>(?:{_YESTERDAY}|اليوم|يوم|صباح|ظهر|مساء|فجر)\s+(?:يوم\s+)?(?P<day>{_DAYS_ARABIC}))\b"
    r"(?!\s+(?:المقبل|القادم|الماضي|الفائت|المنصرم))"
)
_LAST_WEEK = re.compile(r"\b(?:last week|الأسبوع الماضي)\b", re.IGNORECASE)
_ARABIC_WORD = re.compile(r"\b[وب]?(?:ال|لل)?([\u0621-\u064a]{3,})\b")
_SMALL_WORDS_ARABIC = (
    "من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين بعد قبل كان كانت خلال يوم أسبوع ماضي صورة أرشيفية قال قالت عام"
    " شهر سنة أمام حول بين عند منذ حتى غير كما وكالة"
)
_COMMON_ARABIC = frozenset(
    (
        *_SMALL_WORDS_ARABIC.split(),
        *(name.removeprefix("ال") for name in monthwords.weekdays("ar")),
        *monthwords.months("ar"),
    )
)
_LEAD = 2
_OPENING = 5
# Arabic has no capitals: what is shared there are words, and more of them must be
_SHARED_NAMES, _SHARED_WORDS = 2, 3
_WEEKS_TO_TRY = 14
# days by which print, page and clock differ; a story of an agency is printed within a month
_SLACK, _LATE = 7, 31
_MANY_YEARS = 200


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its basis and the words that prove it; a day without its year waits in `yearless`."""

    date: Edtf | None = None
    basis: Basis | None = None
    words: tuple[str, ...] = ()
    yearless: str = ""
    contradicts: str = ""


def agency_of(paragraphs: Sequence[str], dateline: Dateline) -> tuple[str, tuple[str, ...]]:
    """Return the agency whose text it is, and the words that prove it; a credit under a photo proves nothing."""
    if dateline.agency:
        return dateline.agency, (f"({dateline.agency})",)
    if paragraphs and (signed := _SIGNED.fullmatch(paragraphs[-1])):
        return signed["agency"], (signed[0],)
    told = [match for text in paragraphs for pattern in (_TOLD, _TOLD_ARABIC) for match in pattern.finditer(text)]
    counts = Counter(match["agency"] for match in told)
    if not counts:
        return "", ()
    name, count = counts.most_common(1)[0]
    # one source who spoke to another agency does not make the text that agency's
    if count < _ENOUGH:
        return "", ()
    return name, tuple(match[0] for match in told if match["agency"] == name)


def date_of(
    stated: datewords.Found | None, dateline: Dateline, pictures: Sequence[Picture], paragraphs: Sequence[str]
) -> Dated:
    """Return what is proved of the day of publication: stated, else derived, else a bound, else nothing."""
    bound, words = _latest_past(paragraphs)
    said = nowwords.read(paragraphs)
    if stated is None and dateline.day:
        stated = next(iter(datewords.find(dateline.day)), None)
    yearless = dateline.day if datewords.day_and_month(dateline.day) else ""
    if stated:
        against = stated.contradicts or _against(stated.date, bound, words, said) or _other_day(stated.date, yearless)
        return Dated(stated.date, "stated", stated.parts or (stated.words,), contradicts=against)
    if said and not _is_later(bound, said.date):
        day = with_year(yearless, said.date)
        return Dated(day or said.date, "derived", (*said.words, *([yearless] if day else [])), "" if day else yearless)
    found = _from_weekday(pictures, paragraphs)
    if found and not _is_later(bound, found[0]):
        return Dated(found[0], "derived", found[1])
    for picture in pictures:
        if picture.date and picture.date.earliest and (bound is None or picture.date.earliest > bound.earliest):
            bound, words = picture.date, _photo(picture)
    if bound is None:
        return Dated(yearless=yearless)
    return Dated(dates.parse(f"{bound.text.rstrip('~?%')}/.."), "derived", (words,), yearless)


def _is_later(bound: Edtf | None, date: Edtf) -> bool:
    return bool(bound and date.latest and bound.earliest > date.latest)


def _against(stated: Edtf, bound: Edtf | None, words: str, said: nowwords.Said | None) -> str:
    """Return the words of the text that cannot have been written on the stated date, "" where none are."""
    if _is_later(bound, stated):
        return words
    if said is None or not stated.earliest or not stated.latest:
        return ""
    # what is printed one day is often stated a day or two later, or by the clock of another zone
    slack = timedelta(days=_SLACK)
    before = Day.fromisoformat(stated.latest) + slack < Day.fromisoformat(said.date.earliest)
    after = Day.fromisoformat(stated.earliest) - slack > Day.fromisoformat(said.date.latest)
    return ", ".join(said.words) if before or after else ""


def _other_day(stated: Edtf, yearless: str) -> str:
    """Return a dateline's day that is far from a stated one in every year, "" where it is near."""
    named = datewords.day_and_month(yearless) if stated.precision == "day" else None
    if named is None:
        return ""
    printed = Day.fromisoformat(stated.earliest)
    days = (f"{year}-{named[0]:02}-{named[1]:02}" for year in (printed.year - 1, printed.year, printed.year + 1))
    away = [(printed - Day.fromisoformat(day)).days for day in days if dates.iso_day(day)]
    return "" if any(-_SLACK <= days <= _LATE for days in away) else yearless


def with_year(yearless: str, within: Edtf | None) -> Edtf | None:
    """Return the one day within known bounds that a day without a year can be; None if there is none or more."""
    said = datewords.day_and_month(yearless)
    if said is None or within is None or not within.earliest or not within.latest:
        return None
    month, day, weekday = said
    found = []
    for year in range(int(within.earliest[:4]), int(within.latest[:4]) + 1)[:_MANY_YEARS]:
        text = f"{year}-{month:02}-{day:02}"
        if (
            within.earliest <= text <= within.latest
            and dates.iso_day(text)
            and weekday in {-1, Day.fromisoformat(text).weekday()}
        ):
            found.append(text)
    return dates.parse(found[0]) if len(found) == 1 else None


def _latest_past(paragraphs: Sequence[str]) -> tuple[Edtf | None, str]:
    """Return the latest date that the text tells of as past, and the words: it was written then or later."""
    best: Edtf | None = None
    words = ""
    for text in paragraphs:
        for found in datewords.find(text):
            if (best is None or found.date.earliest > best.earliest) and pastwords.is_past(text, found):
                best, words = found.date, pastwords.quoted(text, found)
    return best, words


def _from_weekday(pictures: Sequence[Picture], paragraphs: Sequence[str]) -> tuple[Edtf, tuple[str, ...]] | None:
    """Derive the day from a dated photo, the weekday of the news, and "last week" said of what the photo shows."""
    news = next((match for text in paragraphs[:_LEAD] if (match := _day_of_news(text))), None)
    dated = next((one for one in pictures if one.date and one.date.precision == "day"), None)
    if news is None or dated is None or dated.date is None:
        return None
    shown = Day.fromisoformat(dated.date.earliest)
    # news of "yesterday, Sunday" is published on Monday
    later = timedelta(days=int(news["words"].startswith(_YESTERDAY)))
    weekday = datewords.weekday_of(news["day"])
    photo = _photo(dated)
    last_week = _last_week_of(dated.caption, paragraphs)
    if last_week:
        days = (day + later for day in _following(shown, weekday))
        day = next((day for day in days if _was_last_week(shown, day)), None)
        return (dates.parse(day.isoformat()), (photo, news["words"], last_week)) if day else None
    # without a link in words only a fresh photo of the same weekday is the news itself
    if not dated.file and shown.weekday() == weekday:
        return dates.parse((shown + later).isoformat()), (photo, news["words"])
    return None


def _day_of_news(text: str) -> re.Match[str] | None:
    """Find the weekday on which a paragraph says that its news happened."""
    if english := _DAY_OF_NEWS.search(text):
        return english
    arabic = _DAY_OF_NEWS_ARABIC.search(text)
    return arabic if arabic and not pastwords.is_to_come(arabic[0]) else None


def _photo(picture: Picture) -> str:
    """Return the words of a caption that date the photo."""
    return f"photo: {datewords.find(picture.caption)[-1].words}"


def _following(day: Day, weekday: int) -> list[Day]:
    after = (day + timedelta(days=more) for more in range(1, _WEEKS_TO_TRY + 1))
    return [one for one in after if one.weekday() == weekday]


def _was_last_week(event: Day, day: Day) -> bool:
    """Whether `event` lies in the week before `day`'s, be weeks counted from Sunday or from Monday."""
    for first in (6, 0):
        begin = day - timedelta(days=(day.weekday() - first) % 7)
        if begin - timedelta(days=7) <= event < begin:
            return True
    return False


def _last_week_of(caption: str, paragraphs: Sequence[str]) -> str:
    """Return the words "last week" where they are said of the people and places of a caption."""
    shown = _names(caption)
    for text in paragraphs[:_OPENING]:
        match = _LAST_WEEK.search(text)
        if match and len(shown & _names(text)) >= (_SHARED_NAMES if match[0].isascii() else _SHARED_WORDS):
            return match[0]
    return ""


def _names(text: str) -> set[str]:
    names = {word for word in re.findall(r"\b[A-Z][\w-]{2,}", text)} - {"The", "January"}  # noqa: C416
    return names | {word for word in _ARABIC_WORD.findall(text) if word not in _COMMON_ARABIC}
