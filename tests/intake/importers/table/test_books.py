"""Claims about workbooks."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from sitegen.intake.importers import table
from sitegen.intake.importers.table import books
from sitegen.intake.members import Member
from sitegen.problems import BuildError


def book(*rows: tuple[str | float | dt.datetime, ...]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def packed(name: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return held.getvalue()


def test_a_workbook_is_a_table() -> None:
    data = book(("Title", "Date", "Text", "No"), ("Lamp", dt.datetime(2024, 5, 1), "It went.", 3.0))  # noqa: DTZ001 - Excel knows no zones
    member = Member("a.xlsx", data)
    assert table.knows(member)
    one = table.read(member).articles[0]
    assert (one.title, one.body, one.values) == ("Lamp", "It went.", {"extra": {"no": "3"}})
    assert one.date is not None
    assert one.date.text == "2024-05-01"


@pytest.mark.parametrize(
    "data",
    [
        b"PK no zip",
        packed("xl/workbook.xml", b"<x/>"),
        packed("xl/sharedStrings.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        packed("xl/worksheets/sheet1.xml", b"0" * 60_000_000),
    ],
)
def test_hostile_workbooks_are_refused(data: bytes) -> None:
    with pytest.raises(BuildError):
        books.read(Member("a.xlsx", data))
