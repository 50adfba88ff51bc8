"""With which place, day and agency a story opens: datelines of wire services and papers, in many languages."""

# ruff: noqa: E501, RUF001, RUF003 - patterns in many scripts

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.intake import datewords, weekdays

_REACH = 160
_DASH = r"(?:--|[-–—])"
_UP = "A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞĪİŁŃŇŐŒŘŚŞŠŤŮŰŪŹŻŽȘȚΑ-ΩΆΈΉΊΌΎΏА-ЯЁЄІЇҐ"
_LETTER = r"[^\W\d_]"
# agencies that sign datelines; in brackets others may, where a place in capitals or a day stands before them
_AGENCIES = (
    r"AP|AFP|Reuters|UPI|dpa(?:/\w+)?|DPA|ots|APA|sda|SDA|Keystone-SDA|KNA|epd|EFE|ANSA|askanews|Adnkronos|LaPresse|Lusa|LUSA|ANP|Belga|TT|NTB|STT"
    r"|Ritzau|PAP|ČTK|MTI|Agerpres|AGERPRES|Hina|HINA|Tanjug|BTA|AA|DHA|İHA|ANKA|Anadolu|TASS|Interfax|Xinhua|Kyodo|Jiji|Yonhap|KCNA|PTI|IANS|ANI|UNI"
    r"|BSS|UNB|APP|ANTARA|Antara|TTXVN|VNA|Bernama|IRNA|ISNA|WAM|SPA|MENA|QNA|KUNA|Petra|WAFA|NNA|SANA|MAP|APS|TAP|ΑΠΕ-ΜΠΕ|ТАСС|РИА Новости"
    r"|Интерфакс|ИНТЕРФАКС|INTERFAX\.RU|Укрінформ|УНІАН|भाषा|वार्ता|বাসস|ইউএনবি"
)
_AGENCY_ARABIC = r"واس|وام|قنا|كونا|بترا|سبأ|أ ?ف ?ب|رويترز|د ?ب ?أ|أ ?ش ?أ|وفا|سانا|ایرنا|ایسنا|مهر|فارس|تسنیم"
_AGENCY_CJK = r"新华社|新華社|中新社|中新网|中央社|法新社|路透社?|美联社|共同(?:社|通信)?|時事(?:通信)?|ロイター|AFP(?:時事)?|AP|연합뉴스|뉴시스|뉴스1|로이터|AFP=연합뉴스"
_BRACKET = r"(?:\s+\((?P<agency>[^()]{2,40})\))?"
_DAY = r"(?P<day>[^()\d\n]{0,16}\d{1,2}[^()\n]{0,24}?)"
_CAPITALS = re.compile(
    rf"(?P<place>[{_UP}][{_UP} .'’/\-]{{2,40}}(?:, [{_UP}][\w.]+(?: [{_UP}][\w.]+)?(?<!\d))??)"
    rf"(?:[,.]\s+{_DAY})?{_BRACKET}\s*[.]?{_DASH}\s+(?=\S)"
)
# "Berlin (dpa) - ", "Madrid, 5 mar (EFE).- ": words in small letters are a place only before an agency or a day with one
_PLACE = rf"(?P<place>[{_UP}]{_LETTER}+(?:[ /-](?:d[aeiou]l?s? |la |los |am |an der |de la )?[{_UP}]{_LETTER}+){{0,3}}|(?:[\u0900-\u097f]|[\u0980-\u09ff])+(?: (?:[\u0900-\u097f]|[\u0980-\u09ff])+)?)"
_SMALL = re.compile(
    rf"{_PLACE}(?:,\s+{_DAY})?\s*\((?P<agency>{_AGENCIES})\)\s*(?:[.:]?\s*{_DASH}|[:.]|(?=[{_UP}\u0900-\u09ff]))\s*(?=\S)"
)
# "МОСКВА, 5 мар - РИА Новости. ", "Москва. 5 марта. INTERFAX.RU - "
_AGENCY_LAST = re.compile(
    rf"{_PLACE}[.,]\s+{_DAY}[.,]?\s*(?:{_DASH}\s*)?(?P<agency>{_AGENCIES})\s*(?:[.:]|{_DASH})\s+(?=\S)"
)
_WORD_ARABIC = r"[\u0621-\u06d3]+"
_PLACE_ARABIC = rf"(?P<place>{_WORD_ARABIC}(?: {_WORD_ARABIC}){{0,4}}?)"
_ARABIC = re.compile(
    rf"(?P<place>[\u0621-\u06d3][\u0621-\u06d3 ]{{1,40}}?)(?:،\s*(?P<day>\d{{1,2}} [^()]{{2,20}}?))?"
    rf"\s*\((?P<agency>[^()]{{2,40}})\)\s*(?:{_DASH}|:)\s+"
)
# "تونس 25 شوال 1436هـ الموافق 10 أغسطس 2015 م واس", "تهران - ایرنا - "
_ARABIC_DATED = re.compile(
    rf"\s*{_PLACE_ARABIC}\s+(?P<day>\d{{1,2}} {_WORD_ARABIC}[^()\n]{{4,70}}?)\s+(?P<agency>{_AGENCY_ARABIC})(?=\s|$)"
    rf"|\s*(?P<place2>{_WORD_ARABIC}(?: {_WORD_ARABIC}){{0,2}})\s*[-–:]\s*(?P<agency2>{_AGENCY_ARABIC})\s*[-–:]\s+"
)
_KNOWN_IN_JAPANESE = re.compile(rf"{_AGENCY_CJK}|CNN|AA|EPA|DPA|.*(?:通信|通信社)")
# behind the equals sign stands the agency or, as often, who wrote it
_JAPANESE = re.compile(r"【(?P<place>[^】=＝]{1,20})(?:[=＝](?P<agency>[^】]{1,20}))?】")
_CHINESE = re.compile(
    rf"(?P<agency>{_AGENCY_CJK})(?P<place>[\u3400-\u9fff]{{0,12}}?)(?P<day>\d{{1,2}}月\d{{1,2}}日)?[电電](?:\s*[（(].{{2,20}}?[)）])?\s*"
)
_KOREAN = re.compile(rf"\((?P<place>[가-힣·]{{2,12}})=(?P<agency>{_AGENCY_CJK})\)\s*")
_PATTERNS = (_AGENCY_LAST, _CAPITALS, _SMALL, _ARABIC, _ARABIC_DATED, _JAPANESE, _CHINESE, _KOREAN)
# what stands in capitals before a dash without being a place
_LABELS = frozenset(
    ("BREAKING", "UPDATE", "UPDATED", "WARNING", "EXCLUSIVE", "NOTE", "LIVE", "WATCH", "VIDEO", "OPINION", "ANALYSIS")
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, the day, the agency and the writer with which a story opens; "" for what it does not say."""

    place: str = ""
    day: str = ""
    agency: str = ""
    writer: str = ""


def of(paragraphs: Sequence[str]) -> Dateline:
    """Read the dateline of an article's first paragraph."""
    opening = paragraphs[0][:_REACH] if paragraphs else ""
    read = (found for pattern in _PATTERNS if (match := pattern.match(opening)) and (found := _read(match)))
    return next(read, Dateline())


def _read(match: re.Match[str]) -> Dateline | None:
    said = {name: (words or "").strip() for name, words in match.groupdict().items()}
    place = (said["place"] or said.get("place2", "")).strip(" ,-")
    day = said.get("day", "").strip(" ,.")
    if place in _LABELS or (day and not _is_day(day)):
        return None
    state, comma, rest = day.partition(", ")
    if comma and rest and weekdays.weekday_of(state) < 0 and not _is_day(state) and _is_day(rest):
        # "CLEAR LAKE, Iowa, Dec. 23"
        place, day = f"{place}, {state}", rest
    agency = said.get("agency") or said.get("agency2", "")
    if match.re is _JAPANESE and not _KNOWN_IN_JAPANESE.fullmatch(agency):
        return Dateline(place, day, writer=agency)
    return Dateline(place, day, agency)


def _is_day(words: str) -> bool:
    return bool(datewords.find(words) or datewords.day_and_month(words))
