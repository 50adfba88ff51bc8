"""What the columns of a table hold, by their names and their words, or as a curator states; a row as an article."""

import re
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from sitegen import formats
from sitegen.intake import foreign, markup
from sitegen.intake.importers.table.names import HTML, NAMES, TEXT
from sitegen.intake.importers.table.rows import Row
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member
from sitegen.model import Picture, Place, RawArticle
from sitegen.problems import BuildError, did_you_mean, problem

_TAXONOMIES = ("topics", "people", "places", "organisations")
_OWN = ("title", "date", "lang", "kicker", "deck", "byline", "dateline", "agency", "caption", "section", TEXT, HTML)
_LISTS = frozenset((*_TAXONOMIES, "aliases", "collections"))
# our key -> what columns of it are called, in small letters without signs
_KEY_OF = {name: key for key, names in NAMES.items() for name in names.split()}
_SIGNS = re.compile(r"[^\w]+")
_MARKUP = re.compile(r"<(?:p|br|div|a|b|i|em|strong|h[1-6]|ul|li|table|img)\b[^<>]*>", re.IGNORECASE)
_PARTED = re.compile(r"\s*[;|]\s*|\s*,\s+|,")
# characters from which a column of texts holds the text, if nothing else is known to
LONG = 200
_SHORT = 12


def plain(name: str) -> str:
    """Return a column's name in small letters, with _ for what is neither letter nor figure."""
    return _SIGNS.sub("_", name.strip().lower()).strip("_")


def key_of(column: str) -> str:
    """Return the front-matter key that a column is called by in any language, "" for a name that nobody knows."""
    return _KEY_OF.get(plain(column), "")


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return column -> key for the columns whose name is known; the first of several for one key."""
    found: dict[str, str] = {}
    for column in header:
        key = key_of(column)
        if key and key not in found.values():
            found[column] = key
    if TEXT in found.values() or HTML in found.values():
        return found
    lengths = {
        column: usual([row[at] for row in rows if at < len(row)])
        for at, column in enumerate(header)
        if column not in found
    }
    longest = max(lengths, key=lengths.__getitem__, default="")
    # a column of long texts in which nothing else is known can only be the text
    return found | {longest: TEXT} if longest and lengths[longest] >= LONG else found


def usual(cells: Sequence[str]) -> float:
    """Return how long the cells of a column are as a rule, empty ones left out."""
    lengths = [len(cell) for cell in cells if cell]
    return median(lengths) if lengths else 0


def check(member: Member, header: Sequence[str], mapping: Mapping[str, str]) -> None:
    """Raise BuildError where a mapping names what is not there, or nothing is known to hold a title and a text."""
    known = {*_OWN, *_TAXONOMIES, *formats.ArticleKeys.__struct_fields__, ""}
    problems = []
    for column, key in mapping.items():
        if column not in header:
            hint = did_you_mean(column, header) or f"It has {', '.join(header)}."
            problems.append(
                problem("columns-unknown", f'This table has no column "{column}".', Place(member.name, 1), hint)
            )
        if key not in known and not key.startswith("extra."):
            hint = did_you_mean(key, known) or "Name a front-matter key, text, html, or extra.<name>."
            problems.append(
                problem("columns-unknown", f'"{key}" is not a front-matter key.', Place(member.name, 1), hint)
            )
    keys = set(mapping.values())
    if not problems and ("title" not in keys or not keys & {TEXT, HTML}):
        missing = "title" if "title" not in keys else "text"
        columns = ", ".join(f'"{column}"' for column in header[:_SHORT])
        said = f"No column of this table is known to hold the {missing}; it has {columns}."
        hint = "State it in a mapping: column -> front-matter key, or text."
        problems.append(problem("columns-unknown", said, Place(member.name, 1), hint))
    if problems:
        raise BuildError(problems)


def article(member: Member, header: Sequence[str], row: Row, mapping: Mapping[str, str]) -> RawArticle:
    """Return a row as an article; columns of which nothing is known are kept among `extra`."""
    cells = dict(zip(header, row.cells, strict=False))
    by_key = {key: cells.get(column, "").strip() for column, key in mapping.items() if key}
    further = {plain(column): foreign.words(cell) for column, cell in cells.items() if column not in mapping}
    further |= {key.removeprefix("extra."): cell for key, cell in by_key.items() if key.startswith("extra.")}
    caption = foreign.words(by_key.get("caption", ""))
    return foreign.article(
        member,
        by_key.get("title", ""),
        _text(by_key),
        date=by_key.get("date", ""),
        lang=by_key.get("lang", ""),
        byline=_people(by_key.get("byline", "")),
        kicker=foreign.words(by_key.get("kicker", "")),
        deck=foreign.words(by_key.get("deck", "")),
        dateline=foreign.words(by_key.get("dateline", "")),
        agency=foreign.words(by_key.get("agency", "")),
        images=(Picture(caption=caption),) if caption else (),
        span=row.span,
        values={**_values(by_key), "extra": further},
    )


def _text(by_key: Mapping[str, str]) -> Marked:
    text = by_key.get(HTML) or by_key.get(TEXT, "")
    if by_key.get(HTML) or _MARKUP.search(text):
        return markup.read(text, lines="\n\n" in text)
    return Marked(foreign.paragraphs(text))


def _people(words: str) -> list[str]:
    return [name for part in re.split(r"\s*[;|]\s*", words) for name in foreign.people(part)]


def _values(by_key: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, cell in by_key.items():
        if key in _LISTS:
            found[key] = foreign.names(
                _PARTED.split(cell.strip("[]").replace("'", "") if cell.startswith("[") else cell)
            )
        elif key == "canonical_url":
            found[key] = foreign.web_address(cell)
        elif key == "updated":
            day = foreign.day_of(cell) if cell else None
            found[key] = day.text if day and day.precision == "day" else ""
        elif key not in _OWN or key == "section":
            found[key] = foreign.words(cell)
    return {key: value for key, value in found.items() if not key.startswith("extra.")}
