"""Claims about CSV: delimiters, broken quotes, hostile bytes."""

import pytest

from sitegen.intake.importers.table import sheets
from sitegen.intake.importers.table.rows import MAX_CELL, Rows
from sitegen.intake.members import Member
from sitegen.problems import BuildError


def rows(text: str | bytes, name: str = "a.csv") -> Rows:
    return sheets.read(Member(name, text if isinstance(text, bytes) else text.encode()))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(sign: str) -> None:
    found = rows(f'a{sign}b{sign}c\n1{sign}"x, y; z | w"{sign}3\n')
    assert found.header == ("a", "b", "c")
    assert found.rows[0].cells == ("1", "x, y; z | w", "3")


def test_a_quote_that_nobody_closed_costs_its_row_only() -> None:
    found = rows('a,b\n1,"x\n2,y\n3,z\n')
    assert [row.cells for row in found.rows] == [("1", "x"), ("2", "y"), ("3", "z")]
    found = rows('a,b\n1,"x\n2,"y,z\n3,z\n')
    assert [row.cells for row in found.rows] == [("1", "x"), ("3", "z")]
    told = [(one.rule, one.place.line if one.place else 0) for one in found.findings]
    assert told == [("row-unreadable", 3), ("value-unread", 2)]


def test_rows_of_another_width_are_told_by_their_lines() -> None:
    found = rows("a,b\n1,2\n1,2,3\n\n4,5\n")
    assert [row.number for row in found.rows] == [2, 5]
    assert "line 3" in found.findings[0].text


def test_columns_have_names_of_their_own() -> None:
    assert rows("a,,a\n1,2,3\n").header == ("a", "column 2", "a 3")


@pytest.mark.parametrize("text", [b"\x00" * 50, b"", b"\n\n", b"," * 10_000])
def test_what_holds_no_table_is_a_problem(text: bytes) -> None:
    with pytest.raises(BuildError):
        rows(text)


def test_nuls_and_old_line_ends_are_no_trouble() -> None:
    assert rows(b"a,b\r1,x\x00y\r").rows[0].cells == ("1", "xy")


def test_many_open_quotes_cost_no_time() -> None:
    assert rows("a,b\n" + '1,"x\n' * 20_001).header == ("a", "b")


def test_excels_word_for_the_delimiter_is_no_header() -> None:
    assert rows("sep=|\na|b\n1|2;3;4\n").rows[0].cells == ("1", "2;3;4")


def test_no_row_is_lost_without_a_word() -> None:
    found = rows("a,b\n1," + "x" * (MAX_CELL + 1) + "\n2,y\n")
    assert [row.cells for row in found.rows] == [("2", "y")]
    assert "line 2" in found.findings[0].text
