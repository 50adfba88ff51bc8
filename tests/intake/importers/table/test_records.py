"""Claims about JSON tables."""

import pytest

from sitegen.intake.importers.table import records
from sitegen.intake.members import Member
from sitegen.problems import BuildError


def test_a_broken_line_is_told_and_the_rest_read() -> None:
    data = b'{"title": "A"}\nnothing\n{"title": "B", "x": 1}\n'
    found = records.read(Member("a.jsonl", data))
    assert [row.cells for row in found.rows] == [("A", ""), ("B", "1")]
    assert [data[slice(*row.span)] for row in found.rows if row.span] == [b'{"title": "A"}', b'{"title": "B", "x": 1}']
    assert "line 2" in found.findings[0].text


def test_lists_are_names_or_paragraphs() -> None:
    data = b'[{"a": ["x", {"name": "y"}], "b": ["' + b"p" * 120 + b'", "q"], "c": {"d": 1}}]'
    cells = records.read(Member("a.json", data)).rows[0].cells
    assert cells == ("x; y", "p" * 120 + "\n\nq", '{"d": 1}')


@pytest.mark.parametrize("data", [b"[{", b'[{"a": ' + b"[" * 100_000, b'{"articles": [1, 2]}'])
def test_what_holds_no_records_is_a_problem(data: bytes) -> None:
    with pytest.raises(BuildError):
        records.read(Member("a.json", data))


@pytest.mark.parametrize(
    ("data", "known"), [(b'[{"a": 1}]', True), (b"[1, 2]", False), (b'{"a": {"b": 1},\n"c": 2}', False), (b"", False)]
)
def test_only_records_are_known(data: bytes, known: bool) -> None:  # noqa: FBT001 - what is expected
    assert records.knows(data) is known
