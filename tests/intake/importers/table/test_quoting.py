"""Claims about records with sound and broken quotes."""

import time

import pytest

from sitegen.intake.importers.table.quoting import Record, records


def read(text: str, delimiter: str = ",") -> list[Record]:
    return list(records(text.splitlines(keepends=True), delimiter))


def test_a_record_may_go_over_lines() -> None:
    assert read('a,b\n1,"x\ny"\n2,z\n') == [
        Record(0, 1, ("a", "b")),
        Record(1, 3, ("1", "x\ny")),
        Record(3, 4, ("2", "z")),
    ]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('1,"He said "no" and left"', ("1", 'He said "no" and left')),
        ('1,"open, and more', ("1", "open", " and more")),
        ('2,"one, two","x"y', ("2", "one, two", 'x"y')),
        ('"a" x,b', ('a" x', "b")),
    ],
)
def test_a_line_with_broken_quotes_is_read_as_far_as_it_shows(line: str, cells: tuple[str, ...]) -> None:
    found = read(f"a,b\n{line}\n")[1]
    assert found.cells == cells
    assert not found.is_sound


def test_a_quote_that_was_not_closed_does_not_swallow_the_rows_up_to_the_next() -> None:
    found = read('a,b\nA,"one\nB,two\nC,"th"ree"\nD,four\n')
    assert [(one.cells[0], one.is_sound) for one in found] == [
        ("a", True),
        ("A", False),
        ("B", True),
        ("C", False),
        ("D", True),
    ]


def test_broken_quotes_without_end_cost_no_time() -> None:
    begun = time.monotonic()
    read("a,b\n" + '"x,' * 1_000_000 + "\n")
    read("a,b\n" + '"x,"' * 4_000 + "\n")
    assert time.monotonic() - begun < 20
