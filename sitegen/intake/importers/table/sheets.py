"""CSV and TSV, line by line: the delimiter found by counting, broken quoting told with its row and the rest read."""

import csv
import re
from collections.abc import Iterator, Sequence

from sitegen.intake import encodings
from sitegen.intake.encodings import Encoding
from sitegen.intake.importers.table.rows import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Row, Rows, told
from sitegen.intake.lines import is_binary
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 40
_FEW_NULS = 20
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_LONGEST_RECORD = 20_000  # lines; what is longer is a quote that nobody closed


def read(member: Member) -> Rows:
    """Read a table. Raises BuildError where it holds none."""
    encoding = encodings.find(member.data)
    if _is_binary(member.data, encoding):
        said, hint = "This file holds no table, but binary data.", "Save the table as CSV in UTF-8."
        raise BuildError([problem("seed-binary", said, Place(member.name), hint)])
    text = member.data[encoding.mark :].decode(encoding.codec, "replace").replace("\x00", "")
    lines = text.splitlines(keepends=True) if "\n" in text else re.findall(r"[^\r]*\r|[^\r]+", text)
    lines = _as_files_end_them(lines)
    delimiter = "\t" if member.name.lower().endswith((".tsv", ".tab")) else _delimiter(lines)
    sizes = [len(line.encode(encoding.codec, "replace")) for line in lines] if "\ufffd" not in text else []
    records = _records(lines, delimiter)
    first = next(records, None)
    if first is None or len(first[2]) > MAX_COLUMNS:
        said = "This table is empty." if first is None else f"This table has more than {MAX_COLUMNS} columns."
        hint = "See whether it was saved whole, and with one delimiter throughout."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)])
    header = named(first[2])
    starts = _starts(sizes, encoding.mark) if len(member.data) == encoding.mark + sum(sizes) else []
    rows: list[Row] = []
    broken: list[int] = []
    for begin, end, cells in records:
        if len(cells) > len(header) or (len(cells) < len(header) and len(cells) < 2):  # noqa: PLR2004 - a blank line
            broken += [begin + 1] if any(cells) else []
            continue
        if len(rows) < MAX_ROWS and all(len(cell) <= MAX_CELL for cell in cells):
            rows.append(Row(begin + 1, tuple(cells), (starts[begin], starts[end]) if starts else None))
    return Rows(header, tuple(rows), tuple(_broken(member, broken, len(header))))


def _is_binary(data: bytes, encoding: Encoding) -> bool:
    """Whether bytes are no text; a stray NUL in a table that is one is left out."""
    return is_binary(data.replace(b"\x00", b"") if data.count(b"\x00") <= _FEW_NULS else data, encoding)


def _as_files_end_them(lines: Sequence[str]) -> list[str]:
    """Join what only Unicode takes for ends of lines."""
    joined: list[str] = []
    for line in lines:
        if joined and not joined[-1].endswith(("\n", "\r")):
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _starts(sizes: Sequence[int], mark: int) -> list[int]:
    starts = [mark]
    for size in sizes:
        starts.append(starts[-1] + size)
    return starts


def _delimiter(lines: Sequence[str]) -> str:
    """Return the sign that stands most evenly often in the first lines, outside of quotes."""
    sample = _QUOTED.sub("", "".join(lines[:_SAMPLE_LINES])).splitlines()
    counts = {sign: [line.count(sign) for line in sample if line.strip()] for sign in _DELIMITERS}
    even = {
        sign: sum(one == found[0] for one in found) * found[0] for sign, found in counts.items() if found and found[0]
    }
    return max(even, key=even.__getitem__, default=",")


def _records(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (first line, line after the last, cells) of each record; a quote never closed ends with its line."""
    csv.field_size_limit(MAX_CELL)
    at = width = 0
    while at < len(lines):
        end = _end(lines, at)
        cells = _cells(lines[at:end], delimiter)
        width = width or len(cells or ())
        alone = end - at == 1 and lines[at].count('"') % 2 == 1
        if cells is None or alone or (end - at > 1 and len(cells) != width):
            end = at + 1
            cells = _cells([lines[at].replace('"', "")], delimiter) or []
        if any(cell.strip() for cell in cells):
            yield at, end, cells
        at = end


def _end(lines: Sequence[str], at: int) -> int:
    """Return the line after a record: quotes are closed where their number is even."""
    open_quotes = lines[at].count('"') % 2
    end = at + 1
    while open_quotes and end < len(lines) and end - at < _LONGEST_RECORD:
        open_quotes = (open_quotes + lines[end].count('"')) % 2
        end += 1
    return end if not open_quotes else at + 1


def _cells(lines: Sequence[str], delimiter: str) -> list[str] | None:
    try:
        return next(csv.reader(lines, delimiter=delimiter), [])
    except (csv.Error, StopIteration):
        return None


def named(cells: Sequence[str]) -> tuple[str, ...]:
    """Return names of columns, none twice and none empty."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"column {number}"
        names.append(name if name not in names else f"{name} {number}")
    return tuple(names)


def _broken(member: Member, numbers: Sequence[int], width: int) -> Iterator[Problem]:
    if numbers:
        shown = told(numbers)
        said = f"{len(numbers):,} rows do not have the {width} columns of the header and were not read: line {shown}."
        hint = "See whether quotes are closed and the delimiter is the same throughout."
        yield problem("row-unreadable", said, Place(member.name, numbers[0]), hint)
