"""The reader of tables: CSV, TSV, JSON, JSON Lines and Excel's workbooks; an article for each row."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.intake import json
from sitegen.intake.importers.table import books, columns, proposals, records, sheets
from sitegen.intake.importers.table.proposals import Proposal
from sitegen.intake.importers.table.rows import Rows, told
from sitegen.intake.members import Member, Reading
from sitegen.model import Place, Problem, RawArticle
from sitegen.problems import BuildError, problem

NAME = "table/2"
_SAMPLE = 50


def knows(member: Member) -> bool:
    """Whether a document is a table, by its name and by what it begins with."""
    name = member.name.lower()
    if name.endswith((".csv", ".tsv", ".tab")):
        return True
    if name.endswith((".json", ".jsonl", ".ndjson")):
        return records.knows(member.data)
    return name.endswith((".xlsx", ".xlsm")) and member.data.startswith(b"PK")


def read(member: Member) -> Reading:
    """Read a table. Raises BuildError where it cannot be read, or no column of it is known."""
    rows = _rows(member)
    mapping = guess(rows.header, [row.cells for row in rows.rows[:_SAMPLE]])
    mapping |= _stated(member)
    columns.check(member, rows.header, mapping)
    articles: list[RawArticle] = []
    incomplete: list[int] = []
    for row in rows.rows:
        one = columns.article(member, rows.header, row, mapping)
        if one.title and one.body:
            articles.append(one)
        else:
            incomplete.append(row.number)
    return Reading(tuple(articles), (*rows.findings, *_incomplete(member, incomplete, len(rows.rows))))


def proposed(member: Member) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """Return what each column of a table may hold and why, and findings where a title or a text is not among them.

    Raises BuildError where the table cannot be read.
    """
    rows = _rows(member)
    found = proposals.of(rows.header, [row.cells for row in rows.rows[:_SAMPLE]])
    try:
        columns.check(member, rows.header, {one.column: one.key for one in found})
    except BuildError as error:
        return found, (*rows.findings, *error.problems)
    return found, rows.findings


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return what the columns of a table hold: its column -> a front-matter key, `text`, or `html`.

    By their names in many languages; where no name is known, by what the rows hold.
    """
    return columns.guess(header, rows)


def _rows(member: Member) -> Rows:
    name = member.name.lower()
    if name.endswith((".xlsx", ".xlsm")):
        return books.read(member)
    return records.read(member) if name.endswith((".json", ".jsonl", ".ndjson")) else sheets.read(member)


def _stated(member: Member) -> Mapping[str, str]:
    """Return the curator's own mapping, JSON of column -> key; "" leaves a column out."""
    text = member.about.get("mapping", "")
    found = json.mapping(json.parse(text.encode(), member.name)) if text else {}
    return {str(column): json.words(key) for column, key in found.items()}


def _incomplete(member: Member, numbers: Sequence[int], count: int) -> Iterator[Problem]:
    if numbers:
        shown = told(numbers)
        said = f"{len(numbers):,} of its {count:,} rows have no title or no text and were not taken in: row {shown}."
        hint = "Fill them in, or state which column holds what by a mapping."
        yield problem("row-incomplete", said, Place(member.name, numbers[0]), hint)
