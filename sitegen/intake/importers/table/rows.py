"""The rows of a table, whatever file they stood in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model import Problem

MAX_CELL = 5_000_000
MAX_ROWS = 1_000_000
MAX_COLUMNS = 500
_TOLD = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as its reader counts (lines of a text, rows of a sheet), its cells, its bytes if known."""

    number: int
    cells: tuple[str, ...]
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: the names of its columns, its rows, and what could not be read."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Problem, ...] = ()


def told(numbers: Sequence[int]) -> str:
    """Return the numbers of rows as a finding names them: the first of many."""
    return ", ".join(map(str, numbers[:_TOLD])) + (" …" if len(numbers) > _TOLD else "")
