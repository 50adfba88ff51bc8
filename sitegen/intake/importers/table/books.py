"""Excel's workbooks: the first sheet that holds rows, within limits of what a packed file may grow to."""

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from sitegen.intake.importers.table.rows import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Row, Rows
from sitegen.intake.importers.table.sheets import named
from sitegen.intake.members import Member
from sitegen.model import Place
from sitegen.problems import BuildError, problem

MAX_BYTES = 500_000_000
MAX_RATIO = 200
_MAX_FILES = 2000
_HEAD = 4096
_WHOLE = "See whether the file is whole; fetch or save it again."
_FREE = 5_000_000  # bytes that may grow as they like


def read(member: Member) -> Rows:
    """Read a workbook. Raises BuildError where it cannot be read, or is made to fill the memory."""
    refuse_bombs(member)
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and most piles hold no workbook
    except ImportError as error:
        hint = 'Install it: pip install "sitegen-archive[intake]".'
        said = "Reading a workbook needs openpyxl."
        raise BuildError([problem("library-missing", said, Place(member.name), hint)]) from error
    try:
        book = load_workbook(io.BytesIO(member.data), read_only=True, data_only=True, keep_links=False)
        found = next(
            (rows for sheet in book.worksheets if (rows := list(_rows(sheet.iter_rows(values_only=True))))), []
        )
    except Exception as error:  # hostile files make the library fail in many ways
        said = f"This workbook cannot be read: {type(error).__name__}."
        hint = "Save it as CSV and import that."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)]) from error
    if not found:
        raise BuildError([problem("document-unreadable", "This workbook holds no rows.", Place(member.name), _WHOLE)])
    header = named(found[0].cells)
    return Rows(header, tuple(found[1:]))


def refuse_bombs(member: Member) -> None:
    """Raise BuildError where a packed file is broken, or grows beyond all that documents of its kind do."""
    try:
        with zipfile.ZipFile(io.BytesIO(member.data)) as packed:
            held = packed.infolist()
            declares = any(b"<!ENTITY" in packed.open(one).read(_HEAD) for one in held if one.filename.endswith(".xml"))
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        said = "This file is not whole: it cannot be unpacked."
        raise BuildError([problem("document-unreadable", said, Place(member.name), _WHOLE)]) from error
    if declares:
        said = "This file declares entities of its own; such files are not read."
        hint = "Open it in the program that wrote it, save it anew, and import that."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)])
    size = sum(one.file_size for one in held)
    if len(held) > _MAX_FILES or size > MAX_BYTES or size > _FREE + MAX_RATIO * len(member.data):
        said = f"This file would grow from {len(member.data):,} to {size:,} bytes; it was not unpacked."
        hint = "Look at what it holds; save its text, or its sheet as CSV, alone."
        raise BuildError([problem("document-too-large", said, Place(member.name), hint)])


def _rows(values: Iterator[Sequence[object]]) -> Iterator[Row]:
    for number, row in enumerate(values, 1):
        if number > MAX_ROWS:
            return
        cells = tuple(_cell(value) for value in row[:MAX_COLUMNS])
        if any(cells):
            yield Row(number, cells)


def _cell(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)[:MAX_CELL]
