"""Claims about the ledger."""

from pathlib import Path

import pytest

from sitegen.intake import ledger
from sitegen.intake.ledger import Known, Origin
from sitegen.problems import BuildError

from .shared import said

ONE = Known(
    "aaaa2222", "d1", (Origin("seeds/a.txt", "5" * 64, 0, 90),), "text/1", "2024-11-24", ("/news/1974/a/",), ("s",)
)
TWO = Known("bbbb2222", "d2", (), "text/1", "2024-11-24", ("/news/1974/b/", "/sea/1974/b/"))


def test_it_is_read_back_as_written_in_the_order_of_ids(tmp_path: Path) -> None:
    assert ledger.read(tmp_path) == []
    assert ledger.write(tmp_path, [TWO, ONE])
    assert ledger.read(tmp_path) == [ONE, TWO]


def test_it_is_not_touched_when_nothing_is_new(tmp_path: Path) -> None:
    ledger.write(tmp_path, [ONE])
    before = (tmp_path / ledger.PATH).stat().st_ino
    assert not ledger.write(tmp_path, [ONE])
    assert (tmp_path / ledger.PATH).stat().st_ino == before
    assert not ledger.write(tmp_path / "empty", [])
    assert not (tmp_path / "empty").exists()


def test_an_article_is_at_its_newest_address() -> None:
    assert TWO.path == "content/sea/1974/b.md"


@pytest.mark.parametrize("line", ["=======", "{}", '{"id": "a"}', "[]"])
def test_a_line_that_cannot_be_read_is_told(tmp_path: Path, line: str) -> None:
    ledger.write(tmp_path, [ONE])
    with (tmp_path / ledger.PATH).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(BuildError) as caught:
        ledger.read(tmp_path)
    assert said(caught.value.problems)[0].startswith("content/ledger.jsonl:2: This line of the ledger cannot be read.")
