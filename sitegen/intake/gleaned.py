"""What the text of an article tells of it, whatever document it stood in: its dateline, agency, day, and names."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.intake import bylines, datelines, datewords, evidence, language, names
from sitegen.intake.bylines import Byline
from sitegen.intake.evidence import Dated
from sitegen.model import Picture

# so many paragraphs at the end may say who reported
_TAIL = 3
_WORD = re.compile(r"[^\W\d_]+")
# of the words of a paragraph, so many stand in another of its article too
_SHARED, _OPENING = 0.25, 60


@dataclass(frozen=True, slots=True)
class Gleaned:
    """What was read, as RawArticle has it; `dated` says how its date came about, and what contradicts it.

    `byline` is who reported by the dateline, or by an agency's line below the text.
    """

    dateline: str
    agency: str
    dated: Dated
    evidence: tuple[tuple[str, str], ...]
    suggested: tuple[tuple[str, str, int], ...]
    byline: Byline = Byline()


def glean(paragraphs: Sequence[str], stated: datewords.Found | None, pictures: Sequence[Picture]) -> Gleaned:
    """Read an article's paragraphs beside the date that stands over them and its pictures' captions."""
    dateline = datelines.of(paragraphs)
    agency, agency_words = evidence.agency_of(paragraphs, dateline)
    dated = evidence.date_of(stated, dateline, pictures, paragraphs)
    suggested, cues = names.suggest(paragraphs)
    signed = bylines.of_tail(paragraphs[-_TAIL:])
    words = [("date", one) for one in dated.words] + [("agency", one) for one in agency_words]
    words += [(f"name {name}", cue) for name, cue in cues]
    words += [("day-without-year", dated.yearless)] if dated.yearless else []
    words += [("byline", signed[1])] if signed else []
    byline = signed[0] if signed else Byline((dateline.writer,) if dateline.writer else ())
    return Gleaned(dateline.place, agency, dated, tuple(words), suggested, byline)


def other_languages(paragraphs: Sequence[str], lang: str) -> tuple[tuple[str, str], ...]:
    """Return as evidence the opening words of each paragraph that is surely written in another language than `lang`.

    A paragraph that shares the article's small words is not asked: telling a language takes a millisecond.
    """
    words = [_WORD.findall(text.lower()) for text in paragraphs]
    counts = Counter(word for row in words for word in set(row))
    common = {word for word, count in counts.items() if count > 1}
    asked = [
        text
        for text, row in zip(paragraphs, words, strict=True)
        if len(paragraphs) > 1 and len(common & set(row)) < _SHARED * len(set(row))
    ]
    told = ((language.of_block(text, lang), text) for text in asked)
    return tuple((f"language {one}", text[:_OPENING]) for one, text in told if one)


def notes(number: int, dated: Dated) -> list[tuple[int, str, str]]:
    """Return what a curator should know of the date of an article of a document, by its number."""
    return [(number, "date-contradiction", dated.contradicts)] if dated.contradicts else []
