"""Claims about what columns may hold."""

import pytest

from sitegen.intake.importers.table import proposals

WORDS = "The ferry from Cape Ellory was late again, and nobody on the quay was surprised. "
ROWS = [
    [f"Ferry late for the {number}th time", f"{number}.3.2004", f"https://w.example/{number}", "en", WORDS * 4, "red"]
    for number in range(1, 13)
]


def keys(header: list[str], rows: list[list[str]]) -> dict[str, str]:
    return {one.column: one.key for one in proposals.of(header, rows)}


def test_columns_without_names_that_anybody_knows_are_known_by_what_stands_in_them() -> None:
    assert keys(["a", "b", "c", "d", "e", "f"], ROWS) == {
        "a": "title",
        "b": "date",
        "c": "canonical_url",
        "d": "lang",
        "e": "text",
        "f": "extra.f",
    }


def test_each_column_has_its_reason() -> None:
    found = proposals.of(["Headline", "day", "x", "y", "z", "Title"], ROWS)
    assert [one.why for one in found] == [
        "it is called so",
        "it is called so",
        "100% of its cells are addresses",
        "the code of a language stands in each cell",
        "the longest texts stand in it, 323 characters as a rule",
        '"Headline" is taken for title already',
    ]


def test_a_column_that_is_called_so_stands_before_one_that_looks_so() -> None:
    assert keys(["fetched", "Published"], [["2024-05-01", "soon"]]) == {"fetched": "extra.fetched", "Published": "date"}


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("a", ["red", "green", "blue"]),
        ("a", ["1", "2", "3"]),
        ("a", ["2024", "2023", "2022"]),
        ("a", ["https://w.example/", "https://w.example/", "https://w.example/"]),
        ("a", ["US", "UK", "DE"]),
        ("a", ["", "", ""]),
        ("…", []),
    ],
)
def test_what_shows_nothing_is_taken_for_nothing(column: str, cells: list[str]) -> None:
    (found,) = proposals.of([column], [[cell] for cell in cells])
    assert found.key == ("extra.a" if column == "a" else "extra.column_1")
