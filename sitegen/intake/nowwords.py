"""Words that say how a dated day lies to the day of writing: "yesterday, 4 March 2024", "last year (2022)"."""

# ruff: noqa: E501, RUF001 - words in many scripts

import datetime as dt
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen import dates
from sitegen.intake import datewords, weekdays
from sitegen.model import Edtf

# en de fr es it pt nl sv da no fi pl cs ro ru uk tr ar fa he th vi id ja zh ko el; words that mean something else in a
# neighbouring language ("ma", "azi") are left out
_WORDS: Mapping[str, str] = {
    "today": "today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|i ?dag|tänään|dzi(?:siaj|ś)|dnes|astăzi|сегодня|сьогодні|bugün|اليوم|امروز|היום|आज|আজ|آج"
    "|วันนี้|hôm nay|hari ini|今日|本日|きょう|今天|오늘|σήμερα",
    "yesterday": "yesterday|gestern|hier|ayer|ieri|ontem|gisteren|i ?går|eilen|wczoraj|včera|вчера|вчора|dün|أمس|امس|دیروز|אתמול|গতকাল|เมื่อวาน(?:นี้)?"
    "|hôm qua|kemarin|昨日|きのう|昨天|어제|χ[θτ]ες",
    "tomorrow": "tomorrow|morgen|demain|mañana|domani|amanhã|i ?morgon|i morgen|huomenna|jutro|zítra|mâine|завтра|yarın|غدا|غداً|فردا|מחר|พรุ่งนี้|ngày mai"
    "|besok|明日|あす|明天|내일|αύριο",
    "last week": "last week|(?:letzte|vergangene|vorige)[nr]? woche|la semaine (?:dernière|passée)|la semana pasada|la settimana scorsa|(?:na|a) semana passada"
    "|vorige week|förra veckan|(?:sidste|forrige) uge|forrige uke|viime viikolla|w (?:zeszłym|ubiegłym) tygodniu|minulý týden|săptămâna trecută"
    "|на прошлой неделе|минулого тижня|geçen hafta|الأسبوع (?:الماضي|الفائت|المنصرم)|هفته گذشته|(?:ב?שבוע) שעבר|สัปดาห์ที่แล้ว|tuần trước|pekan lalu|先週"
    "|上周|上週|지난주|την περασμένη εβδομάδα",
    "last month": "last month|(?:letzten|vergangenen|vorigen) monat|le mois dernier|el mes pasado|(?:il mese scorso|lo scorso mese)|(?:n?o) mês passado"
    "|vorige maand|förra månaden|(?:sidste|forrige) måned|viime kuussa|w (?:zeszłym|ubiegłym) miesiącu|minulý měsíc|luna trecută|в прошлом месяце"
    "|минулого місяця|geçen ay|الشهر (?:الماضي|الفائت|المنصرم)|ماه گذشته|חודש שעבר|เดือนที่แล้ว|tháng trước|bulan lalu|先月|上个?月|上個月|지난달"
    "|τον περασμένο μήνα",
    "this month": "(?:earlier |later )?this month|diese[ns]m? monat|ce mois-ci|este mes|questo mese|este mês|deze maand|denna månad|denne måned"
    "|w tym miesiącu|в этом месяце|цього місяця|bu ay|(?:هذا الشهر|الشهر (?:الجاري|الحالي))|این ماه|החודש|เดือนนี้|bulan ini|今月|本月|이번 ?달",
    "last year": "last year|(?:letzte[ns]|vergangene[ns]|vorige[ns]) jahre?s?|l['’](?:an|année) derni(?:er|ère)|el año pasado|l['’]anno scorso|lo scorso anno"
    "|(?:n?o) ano passado|vorig jaar|förra året|i fjol|sidste år|i fjor|viime vuonna|w (?:zeszłym|ubiegłym) roku|v loňském roce|loni|anul trecut"
    "|в прошлом году|минулого року|geçen yıl|(?:العام|السنة) الماضية?|سال گذشته|שנה שעברה|ปีที่แล้ว|năm ngoái|tahun lalu|昨年|去年|지난해|작년|πέρυσι",
    "this year": "(?:earlier |later )?this year|(?:in )?diese[ms] jahre?s?|cette année|este año|quest['’]anno|este ano|dit jaar|i år|tänä vuonna|w tym roku|letos"
    "|anul acesta|в этом году|цього року|bu yıl|(?:هذا العام|العام (?:الجاري|الحالي))|امسال|השנה|ปีนี้|năm nay|tahun ini|今年|本年|올해|φέτος",
    "next year": "next year|(?:nächste[ns]|kommende[ns]) jahre?s?|l['’](?:an|année) prochaine?|el (?:próximo año|año que viene)|l['’]anno prossimo|il prossimo anno"
    "|próximo ano|volgend jaar|nästa år|næste år|neste år|ensi vuonna|w przyszłym roku|příští rok|anul viitor|в следующем году|наступного року"
    "|gelecek yıl|العام (?:المقبل|القادم)|سال آینده|שנה הבאה|ปีหน้า|năm sau|tahun depan|来年|明年|내년|του χρόνου",
}
_NOW = re.compile(
    "|".join(
        rf"(?P<w{at}>(?<![^\W\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3\u0590-\u05ff])(?:{words}))"
        for at, words in enumerate(_WORDS.values())
    ),
    re.IGNORECASE,
)
_KINDS = tuple(_WORDS)
# between such words and their date: a mark, a weekday, a preposition
_GAP = re.compile(r"[\s,،、(（:–—-]*(?:(?P<words>[^\s\d(（,،]+(?:[\s,،]+[^\s\d(（,،]+){0,2})[\s,،]+)?(?:[(（])?$")
_SMALL = frozenset(
    "on in of the am den dem der im um le l en el de il a em op på pa w we v ve dnia в у от ngày วันที่ في من يوم شهر سنة عام در tanggal στις"  # noqa: SIM905 - reads better as one text
    " του".split()
)
_MOST_BETWEEN = 36
# no paragraph is read further
_LONGEST = 5_000
_FOUR_FIGURES = re.compile(r"(?<!\d)\d{4}(?!\d)")
# a year alone has less between: "last year the 2022 budget" does not say which year the last was
_YEAR = re.compile(
    r"[\s,،:–—-]*(?:(?:in|im|en|nel|em|w|v|в|i|عام|سنة|năm|ปี|tahun|το)\s+)?[(（]?\s?(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[-–/]\d)"
)
_CLOSED = re.compile(r"[年년]?[)）]?")
_QUOTES = re.compile(r"[\"“”«»„「」]")
_CLOSING = "”»」"
_SUNDAY, _MONDAY, _WEEK = 6, 0, 7


@dataclass(frozen=True, slots=True)
class Said:
    """The days on which a text can have been written by such words, and the words."""

    date: Edtf
    words: tuple[str, ...]


def read(paragraphs: Sequence[str]) -> Said | None:
    """Return the days that all such words of a text agree on; None where there are none, or they disagree."""
    agreed: Edtf | None = None
    words: list[str] = []
    for text in paragraphs:
        for date, said in _each(text[:_LONGEST]) if _FOUR_FIGURES.search(text) else ():
            try:
                both = dates.intersect(agreed, date)
            except ValueError:
                return None
            words += [said] if both != agreed else []
            agreed = both
    return Said(agreed, tuple(words)) if agreed else None


def _each(text: str) -> Iterator[tuple[Edtf, str]]:
    found: Sequence[datewords.Found] | None = None
    for match in _NOW.finditer(text):
        kind = _KINDS[next(at for at in range(len(_KINDS)) if match[f"w{at}"])]
        # what somebody is quoted to have said may be older than the text
        if _is_quoted(text[: match.start()]) or not _FOUR_FIGURES.search(
            text, match.end(), match.end() + 2 * _MOST_BETWEEN
        ):
            continue
        found = datewords.find(text) if found is None else found
        anchor = _anchor(text, match.end(), found, yearly=kind.endswith("year"))
        written = _written(kind, anchor[0]) if anchor else None
        if anchor and written:
            closed = _CLOSED.match(text, anchor[1])
            yield written, text[match.start() : closed.end() if closed else anchor[1]]


def _is_quoted(before: str) -> bool:
    last = deque(_QUOTES.finditer(before), maxlen=1)
    return bool(last) and (before.count('"') % 2 == 1 or last[0][0] not in _CLOSING + '"')


def _anchor(text: str, end: int, found: Sequence[datewords.Found], *, yearly: bool) -> tuple[Edtf, int] | None:
    """Return the date that stands right behind such words, and where it ends; of "last year" a bare year will do."""
    date = next((one for one in found if end <= one.start <= end + _MOST_BETWEEN), None)
    if date and _is_gap(text[end : date.start]):
        return date.date, date.end
    year = _YEAR.match(text, end) if yearly else None
    return (dates.parse(str(int(year["year"]))), year.end()) if year else None


def _is_gap(between: str) -> bool:
    match = _GAP.match(between)
    words = re.findall(r"[^\s,،]+", match["words"] or "") if match else []
    return match is not None and all(
        word.lower().strip(".'’") in _SMALL or weekdays.number_of(word) >= 0 for word in words
    )


def _written(kind: str, date: Edtf) -> Edtf | None:
    """Return when a text was written that calls a date by words of a kind, None where the date is too rough for them."""
    unit = kind.rpartition(" ")[2]
    if not date.earliest or not date.latest or date.earliest[:4] != date.latest[:4]:
        return None
    year, month = int(date.earliest[:4]), int(date.earliest[5:7])
    if unit == "year":
        return dates.parse(str(year + {"last": 1, "this": 0, "next": -1}[kind[:4]]))
    if unit == "month":
        if date.earliest[:7] != date.latest[:7]:
            return None
        months = year * 12 + month - 1 + kind.startswith("last")
        return dates.parse(f"{months // 12}-{months % 12 + 1:02}")
    return _by_day(kind, dt.date.fromisoformat(date.earliest)) if date.precision == "day" else None


def _by_day(kind: str, day: dt.date) -> Edtf | None:
    if kind == "last week":
        # weeks begin on Sunday or on Monday
        starts = [day + dt.timedelta(days=_WEEK - (day.weekday() - first) % _WEEK) for first in (_SUNDAY, _MONDAY)]
        return dates.spanning(min(starts).isoformat(), (max(starts) + dt.timedelta(days=_WEEK - 1)).isoformat())
    return dates.parse((day + dt.timedelta(days={"today": 0, "yesterday": 1, "tomorrow": -1}[kind])).isoformat())
