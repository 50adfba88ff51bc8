"""Lines of an article that speak of it: notes of corrections, its place in a series, the label above its headline."""

# ruff: noqa: E501, RUF001 - words in many scripts

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.intake import datewords
from sitegen.model import Block, Cut

_LONGEST = 800
# a note stands first or among the last paragraphs
_FIRST, _LAST, _EDGE = 1, 4, 2
_LABEL = (
    r"corrections?(?: and clarifications?)?|clarification|erratum|errata|korrektur|berichtigung|richtigstellung|rectificatif|rectification|corrección|fe de erratas"
    r"|rectificación|correzione|errata corrige|rettifica|correção|correctie|rectificatie|rättelse|rettelse|retting|oikaisu|sprostowanie|oprava|helyreigazítás|rectificare"
    r"|исправление|уточнение|поправка|виправлення|уточнення|düzeltme|تصحيح|توضيح|تنويه|تصحیح|اصلاحیه|תיקון|शुद्धिपत्र|সংশোধনী|แก้ไขข่าว|đính chính|ralat|koreksi|διόρθωση"
)
_CORRECTION = re.compile(
    rf"\W{{0,2}}(?:{_LABEL})\b[^:—–-]{{0,60}}[:—–-]\s*\S|[【（\[]?(?:訂正|おわび(?:と訂正)?|更正|勘误|勘誤|정정|바로잡습니다)[】）\]]?\s*[:：】）\]]?\s*\S"
    r"|(?:this|the) (?:article|story|report|headline|post|piece) (?:was|has been) (?:amended|corrected|changed)\b"
    r"|(?:an|a previous|this) (?:earlier |previous )?version of this (?:article|story|report|post)\b.{0,120}\b(?:incorrect|misstat|wrong|error|misspell|mis\w+|said|stated|gave)"
    r"|in einer früheren (?:version|fassung)\b|une version (?:antérieure|précédente) de cet article|una versión anterior de este (?:artículo|texto)",
    re.IGNORECASE,
)
_NUMBERS = (
    ("one", "first", "erster", "un", "primera"),
    ("two", "second", "zweiter", "deux", "segunda"),
    ("three", "third", "dritter", "trois", "tercera"),
    ("four", "fourth", "vierter", "quatre", "cuarta"),
    ("five", "fifth", "fünfter", "cinq", "quinta"),
    ("six", "sixth", "sechster", "six", "sexta"),
    ("seven", "seventh", "siebter", "sept", "séptima"),
    ("eight", "eighth", "achter", "huit", "octava"),
    ("nine", "ninth", "neunter", "neuf", "novena"),
    ("ten", "tenth", "zehnter", "dix", "décima"),
)
_NUMBER_OF = {word: number for number, row in enumerate(_NUMBERS, 1) for word in row} | {"last": 0, "final": 0}
_N = rf"(?:\d{{1,2}}|{'|'.join(_NUMBER_OF)})"
_NAME = r"[“\"„«「『]?(?P<name>[^\W\d_][^\n“”\"„«»「」『』]{2,80}?)[”\"“»」』]?"
_PART = rf"(?:part|teil|folge|partie|épisode|parte|deel|del|część|часть|bölüm) (?P<n>{_N})(?:(?: of |/| von | sur | de | di | van | av | z | из )(?P<of>{_N}))?"
_SERIES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\(?(?:this is )?(?:the )?(?P<n>{_N}) (?:article |story |part |instal?lment )?(?:in|of) (?:a|our|an occasional|the)(?: \w+-part| {_N}-part)? series(?:(?: of (?P<of>{_N}) (?:articles|stories|parts))?|(?: (?:on|about|called),? {_NAME})?)\.?\)?",
        rf"\(?(?P<n>{_N}) of (?P<of>{_N}) (?:articles|stories|parts|instal?lments)(?: (?:on|about) {_NAME})?\.?\)?",
        rf"\(?{_PART}(?:(?: (?:der serie|de la série|de la serie|della serie|of the series|van de serie|av serien)|\s*[:–—-])\s*{_NAME})?\)?",
        rf"{_NAME}\s*[,:–—(-]\s*{_PART}\)?",
        r"[「『【（(]?(?P<name>[^「」『』【】（）()\n]{2,30})[」』】）)]?\s*第(?P<n>\d{1,2})(?:回|部|編)|[（(](?P<n2>\d{1,2})[/／](?P<of2>\d{1,2})[)）]",
    )
)
# the lines above a headline that name a kind of article; any other line there is the page's
_KICKER = re.compile(
    r"(?:news )?(?:analysis|opinion|comment(?:ary)?|editorial|leader|interview|exclusive|profile|obituary|review|feature|essay|column|explainer|fact[- ]check|investigation"
    r"|breaking(?: news)?|special report|letters?|diary|analyse|kommentar|meinung|leitartikel|gastbeitrag|porträt|nachruf|reportage|rezension|exklusiv|hintergrund|tribune"
    r"|éditorial|entretien|portrait|enquête|décryptage|análisis|opinión|entrevista|reportaje|exclusiva|analisi|intervista|commento|editoriale|análise|opinião|opinie|analyys"
    r"|debatt|ledare|leder|opinia|wywiad|komentarz|аналитика|мнение|интервью|эксклюзив|репортаж|аналітика|yorum|görüş|röportaj|özel haber|رأي|تحليل|حوار|مقابلة|خاص|تقرير"
    r"|افتتاحية|یادداشت|گفتگو|社説|論説|解説|特集|独自|社论|评论|专访|独家|사설|칼럼|인터뷰|단독)",
    re.IGNORECASE,
)
_MOST_KICKER, _MOST_SERIES = 40, 120


@dataclass(frozen=True, slots=True)
class Series:
    """The name of a series, "" where a line does not say it, and which part this is: "2", "2 of 5"."""

    name: str = ""
    part: str = ""


def take(blocks: Sequence[Block], day: str, number: int) -> tuple[list[Block], list[Cut], dict[str, Any]]:
    """Take such lines out of the text of a dump's article: the other blocks, the cuts, and front-matter values.

    A note that names no day is of `day` (ISO 8601), when the article was changed; without either it stays text.
    """
    kept: list[Block] = []
    cuts: list[Cut] = []
    notes: list[dict[str, str]] = []
    found = Series()
    for at, block in enumerate(blocks):
        below = len(blocks) - at
        own = day_of(block.text) or day if at < _FIRST or below <= _LAST else ""
        part = series(block.text) if at < _EDGE or below <= _EDGE else None
        if own and is_correction(block.text):
            notes.append({"date": own, "note": block.text})
            cuts.append(Cut(block.start, block.end, "correction", "corrections", number))
        elif part and (part.name or part.part):
            found = Series(found.name or part.name, found.part or part.part)
            cuts.append(Cut(block.start, block.end, "series", "series" if part.name else "extra", number))
        else:
            kept.append(block)
    extra = {"series_part": found.part} if found.part else {}
    values = {"corrections": notes, "series": found.name, "extra": extra}
    return kept, cuts, {name: value for name, value in values.items() if value}


def is_correction(paragraph: str) -> bool:
    """Whether a paragraph is a note that corrects the article."""
    return len(paragraph) <= _LONGEST and _CORRECTION.match(paragraph) is not None


def day_of(note: str) -> str:
    """Return the day on which a note says that the article was amended, "" where it says none."""
    amended = re.search(
        r"(?:amended|corrected|changed|updated|on|am|le|el|il)\s*$", note[: _first(note)], re.IGNORECASE
    )
    days = [one.date.text for one in datewords.find(note) if one.date.precision == "day" and not one.date.approximate]
    head = note.partition(":")[0]
    return days[0] if days and (amended or datewords.find(head)) else ""


def _first(note: str) -> int:
    return next((one.start for one in datewords.find(note)), 0)


def series(line: str) -> Series | None:
    """Return what a line says of the article's place in a series; None if it says nothing of one."""
    text = line.strip()
    match = (
        next((match for one in _SERIES if (match := one.fullmatch(text))), None) if len(text) <= _MOST_SERIES else None
    )
    if match is None:
        return None
    said = match.groupdict()
    number, of = _counted(said.get("n") or said.get("n2")), _counted(said.get("of") or said.get("of2"))
    return Series((said.get("name") or "").strip(" .,:"), f"{number} of {of}" if number and of else number or of)


def _counted(words: str | None) -> str:
    if not words:
        return ""
    number = int(words) if words.isdigit() else _NUMBER_OF[words.lower()]
    return str(number) if number else ""


def kicker(line: str) -> str:
    """Return a line above a headline that names the kind of article, "" if it is none."""
    text = line.strip(" |:•—–-")
    return text if len(text) <= _MOST_KICKER and _KICKER.fullmatch(text) else ""
