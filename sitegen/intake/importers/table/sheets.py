"""CSV and TSV, line by line: the delimiter found by counting, broken quoting told with its row and the rest read."""

import re
from collections.abc import Iterator, Sequence

from sitegen.intake import encodings
from sitegen.intake.encodings import Encoding
from sitegen.intake.importers.table.quoting import records
from sitegen.intake.importers.table.rows import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Row, Rows, told
from sitegen.intake.lines import is_binary
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 40
_FEW_NULS = 20
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
# a line with which Excel says by what cells are parted
_SAYS_DELIMITER = re.compile('sep=[^\\w"]', re.IGNORECASE)
# cells of which a row must have so many, unless its table has fewer columns
_FEWEST = 2


def read(member: Member) -> Rows:
    """Read a table. Raises BuildError where it holds none."""
    encoding = encodings.find(member.data)
    if _is_binary(member.data, encoding):
        said, hint = "This file holds no table, but binary data.", "Save the table as CSV in UTF-8."
        raise BuildError([problem("seed-binary", said, Place(member.name), hint)])
    text = member.data[encoding.mark :].decode(encoding.codec, "replace").replace("\x00", "")
    lines = text.splitlines(keepends=True) if "\n" in text else re.findall(r"[^\r]*\r|[^\r]+", text)
    lines = _as_files_end_them(lines)
    first = 1 if lines and _SAYS_DELIMITER.fullmatch(lines[0].strip()) else 0
    delimiter = (
        lines[0].strip()[-1] if first else "\t" if member.name.lower().endswith((".tsv", ".tab")) else _delimiter(lines)
    )
    sizes = [len(line.encode(encoding.codec, "replace")) for line in lines] if "\ufffd" not in text else []
    found = records(lines, delimiter, first)
    head = next(found, None)
    if head is None or len(head.cells) > MAX_COLUMNS:
        said = "This table is empty." if head is None else f"This table has more than {MAX_COLUMNS} columns."
        hint = "See whether it was saved whole, and with one delimiter throughout."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)])
    header = named(head.cells)
    starts = _starts(sizes, encoding.mark) if len(member.data) == encoding.mark + sum(sizes) else []
    rows: list[Row] = []
    broken: list[int] = []
    mended: list[int] = []
    for one in found:
        is_short = len(one.cells) < min(len(header), _FEWEST)
        is_long = len(one.cells) > len(header) or any(len(cell) > MAX_CELL for cell in one.cells)
        if is_short or is_long or len(rows) >= MAX_ROWS:
            broken.append(one.begin + 1)
            continue
        mended += [] if one.is_sound else [one.begin + 1]
        rows.append(Row(one.begin + 1, one.cells, (starts[one.begin], starts[one.end]) if starts else None))
    findings = (*_broken(member, broken, len(header)), *_mended(member, mended))
    return Rows(header, tuple(rows), findings)


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


def _mended(member: Member, numbers: Sequence[int]) -> Iterator[Problem]:
    if numbers:
        shown = told(numbers)
        said = f"{len(numbers):,} rows have quotes that are not closed, or stand within a cell: line {shown}."
        hint = "They were read up to the end of their lines; compare them with the file."
        yield problem("value-unread", said, Place(member.name, numbers[0]), hint)
