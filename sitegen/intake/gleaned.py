"""What the text of an article tells of it, whatever document it stood in: its dateline, agency, day, and names."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.intake import datelines, datewords, evidence, names
from sitegen.intake.evidence import Dated
from sitegen.model import Picture


@dataclass(frozen=True, slots=True)
class Gleaned:
    """What was read, as RawArticle has it; `dated` says how its date came about, and what contradicts it."""

    dateline: str
    agency: str
    dated: Dated
    evidence: tuple[tuple[str, str], ...]
    suggested: tuple[tuple[str, str, int], ...]


def glean(paragraphs: Sequence[str], stated: datewords.Found | None, pictures: Sequence[Picture]) -> Gleaned:
    """Read an article's paragraphs beside the date that stands over them and its pictures' captions."""
    dateline = datelines.of(paragraphs)
    agency, agency_words = evidence.agency_of(paragraphs, dateline)
    dated = evidence.date_of(stated, dateline, pictures, paragraphs)
    suggested, cues = names.suggest(paragraphs)
    words = [("date", one) for one in dated.words] + [("agency", one) for one in agency_words]
    words += [(f"name {name}", cue) for name, cue in cues]
    words += [("day-without-year", dated.yearless)] if dated.yearless else []
    return Gleaned(dateline.place, agency, dated, tuple(words), suggested)


def notes(number: int, dated: Dated) -> list[tuple[int, str, str]]:
    """Return what a curator should know of the date of an article of a document, by its number."""
    return [(number, "date-contradiction", dated.contradicts)] if dated.contradicts else []
