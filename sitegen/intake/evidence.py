"""What an article's own words prove of its date, its agency and its dateline; the words are kept as evidence."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a day of the calendar; `date` is an article's
from datetime import timedelta

from sitegen import dates
from sitegen.intake import datewords, monthwords, pastwords
from sitegen.model import Basis, Edtf, Picture

_AGENCY = (
    r"AFP|Agence France-Presse|AP|The Associated Press|Reuters|dpa|UPI|Xinhua|Kyodo|TASS|EFE|ANSA|Bloomberg|Anadolu"
)
_TOLD = re.compile(rf"\b(?:told|tells|telling|according to|interview with)\s+(?P<agency>{_AGENCY})\b")
_TOLD_ARABIC = re.compile(r"(?:لوكالة|لـوكالة|لـ|ل)\s?«?(?P<agency>الصحافة الفرنسية|رويترز|أسوشييتد برس|الأناضول)»?")
_ENOUGH = 2
_DASH = r"(?:--|[-–—])"  # noqa: RUF001 - the dashes that datelines end with
_DATELINE = re.compile(
    rf"(?P<place>[A-Z][A-Z .'’/\-]{{2,40}}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?(?<!\d))??)"  # noqa: RUF001
    rf"(?:,\s+(?P<day>[^()\d\n]{{0,16}}\d{{1,2}}[^()\n]{{0,24}}?))?"
    rf"(?:\s+\((?P<agency>[^()]{{2,40}})\))?\s*{_DASH}\s+(?=\S)",
)
_DATELINE_ARABIC = re.compile(
    rf"(?P<place>[\u0621-\u064a][\u0621-\u064a ]{{1,40}}?)(?:،\s*(?P<day>\d{{1,2}} [^()]{{2,20}}?))?"
    rf"\s*\((?P<agency>[^()]{{2,40}})\)\s*(?:{_DASH}|:)\s+"
)
# what stands in capitals before a dash without being a place
_LABELS = frozenset(
    ("BREAKING", "UPDATE", "UPDATED", "WARNING", "EXCLUSIVE", "NOTE", "LIVE", "WATCH", "VIDEO", "OPINION", "ANALYSIS")
)
_DATELINE_JAPANESE = re.compile(r"【(?P<place>[^】=＝]{1,20})(?:[=＝](?P<agency>[^】]{1,20}))?】")  # noqa: RUF001
_SIGNED = re.compile(r"[(（](?P<agency>[^()（）\d]{2,40})[)）]\.?")  # noqa: RUF001
_DAY_OF_NEWS = re.compile(
    r"\b(?P<words>(?:said|says|told|\w{3,}ed)(?: on| late| early)* "
    rf"(?P<day>{'|'.join(monthwords.weekdays('en'))}))\b",
    re.IGNORECASE,
)
_YESTERDAY = "أمس"
_DAY_OF_NEWS_ARABIC = re.compile(
    r"\b[وف]?(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|أفاد|أفادت|صرح|صرحت|وصل|وصلت|بدأ|بدأت|شهد|شهدت|وقع|وقعت)\b"
    r"[^.،؛]{0,60}?"
    rf"\b(?P<words>(?:{_YESTERDAY}|اليوم|يوم|صباح|ظهر|مساء|فجر)\s+(?:يوم\s+)?(?P<day>{'|'.join(monthwords.weekdays('ar'))}))\b"
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
_MANY_YEARS = 200


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its basis and the words that prove it; a day without its year waits in `yearless`."""

    date: Edtf | None = None
    basis: Basis | None = None
    words: tuple[str, ...] = ()
    yearless: str = ""
    contradicts: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, the day and the agency with which a wire story opens; "" for what it does not say."""

    place: str = ""
    day: str = ""
    agency: str = ""


def dateline_of(paragraphs: Sequence[str]) -> Dateline:
    """Read the dateline of an article's first paragraph."""
    for pattern in (_DATELINE, _DATELINE_ARABIC, _DATELINE_JAPANESE) if paragraphs else ():
        match = pattern.match(paragraphs[0])
        place = match["place"].strip(" ,-") if match else ""
        if match and place not in _LABELS:
            said = match.groupdict()
            return Dateline(place, (said.get("day") or "").strip(), (said.get("agency") or "").strip())
    return Dateline()


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
    if stated is None and dateline.day:
        stated = next(iter(datewords.find(dateline.day)), None)
    if stated:
        late = bool(bound and stated.date.latest and bound.earliest > stated.date.latest)
        return Dated(stated.date, "stated", (stated.words,), contradicts=words if late else "")
    found = _from_weekday(pictures, paragraphs)
    if found and not (bound and bound.earliest > found[0].latest):
        return Dated(found[0], "derived", found[1])
    yearless = dateline.day if datewords.day_and_month(dateline.day) else ""
    for picture in pictures:
        if picture.date and picture.date.earliest and (bound is None or picture.date.earliest > bound.earliest):
            bound, words = picture.date, _photo(picture)
    if bound is None:
        return Dated(yearless=yearless)
    return Dated(dates.parse(f"{bound.text.rstrip('~?%')}/.."), "derived", (words,), yearless)


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
