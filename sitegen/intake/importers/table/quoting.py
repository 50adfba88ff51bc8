"""Records of CSV, line by line, also where quotes stand open or within; a record says whether its quotes were sound."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.intake.importers.table.rows import MAX_CELL

_LONGEST_RECORD = 20_000  # lines; what is longer is a quote that nobody closed
# a line so long is not searched for the end of each of its quotes
_LONG_LINE = 20_000


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its first line, the line after its last (both from 0), its cells, and whether its quotes are sound."""

    begin: int
    end: int
    cells: tuple[str, ...]
    is_sound: bool = True


def records(lines: Sequence[str], delimiter: str, first: int = 0) -> Iterator[Record]:
    """Yield the records from a line on; where quotes are broken, a record ends with its line, and the rest goes on."""
    csv.field_size_limit(MAX_CELL)
    at, width = first, 0
    while at < len(lines):
        end = _end(lines, at)
        cells = _strict(lines[at:end], delimiter)
        width = width or len(cells or ())
        is_sound = cells is not None and (end - at == 1 or len(cells) == width)
        if not is_sound:
            end = at + 1
            cells = _loose(lines[at], delimiter)
        if cells and any(cell.strip() for cell in cells):
            yield Record(at, end, tuple(cells), is_sound)
        at = end


def _end(lines: Sequence[str], at: int) -> int:
    """Return the line after a record: quotes are closed where their number is even."""
    open_quotes = lines[at].count('"') % 2
    end = at + 1
    while open_quotes and end < len(lines) and end - at < _LONGEST_RECORD:
        open_quotes = (open_quotes + lines[end].count('"')) % 2
        end += 1
    return end if not open_quotes else at + 1


def _strict(lines: Sequence[str], delimiter: str) -> list[str] | None:
    """Return the cells of a record, None where its quotes do not stand as they must."""
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except (csv.Error, StopIteration):
        return None


def _loose(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line with broken quotes: one closes a cell only where the cell ends, and may be missing."""
    plain = line.rstrip("\r\n")
    if len(plain) > _LONG_LINE:
        return plain.replace('"', "").split(delimiter)
    cells = []
    for found in _cell(delimiter).finditer(plain + delimiter):
        whole = found["quoted"]
        cells.append(whole.replace('""', '"') if whole is not None else found["bare"].removeprefix('"'))
    return cells


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    sign = re.escape(delimiter)
    return re.compile(rf'(?:"(?P<quoted>(?:[^"]|"(?! *{sign}))*)" *|(?P<bare>[^{sign}]*)){sign}')
