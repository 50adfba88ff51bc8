"""Claims about rows."""

from sitegen.intake.importers.table.rows import Row, Rows


def test_a_row_may_not_know_its_bytes() -> None:
    assert Rows(("a",), (Row(2, ("x",)),)).rows[0].span is None
