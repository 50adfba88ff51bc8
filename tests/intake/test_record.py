"""Claims about the decision record."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.intake import record
from sitegen.intake.importers import text
from sitegen.intake.lines import read
from sitegen.model import Place
from sitegen.problems import problem

from .shared import FIXTURES

PIECES = [
    "Title of it",
    "A boat. (P. Lowe/AP, File)",
    "TT",
    "20",
    "",
    "",
    "* * *",
    "- Sub -",
    "By Ada Finch",
    "3 May 1958",
]
PIECES += [
    "It was so, and nobody in the harbour office was any the wiser for it, then or later.",
    "  indented  ",
    "\f",
    "Advertisement",
]


def covered(data: bytes) -> list[record.Span]:
    lines = read(data)
    spans = list(record.spans(lines, text.dump(lines)))
    at = 0
    for span in spans:
        assert span.start == at
        assert span.end > span.start
        assert bool(span.kept) != bool(span.dropped)
        assert span.dropped != "unread"
        at = span.end
    assert at == len(data)
    return spans


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_byte_of_any_dump_is_kept_or_dropped(pieces: list[str], end: str, encoding: str) -> None:
    covered(end.join(pieces).encode(encoding))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_every_byte_of_anything_is_kept_or_dropped(data: bytes) -> None:
    covered(data)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_kept_as_text_is_the_text(path: Path) -> None:
    data = path.read_bytes()
    kept = [data[span.start : span.end].decode() for span in covered(data) if span.kept.startswith("paragraph")]
    articles = text.dump(read(data)).articles
    assert kept == [block.text for one in articles for block in one.blocks if block.kind == "paragraph"]


def test_a_mark_line_ends_and_indents_have_their_rules() -> None:
    spans = covered("\ufeffTitle of it\n\n  It was so.\n".encode())
    rules = [(span.dropped or span.kept) for span in spans]
    assert rules == ["byte-order-mark", "title", "line-end", "blank-line", "indent", "paragraph 1", "line-end"]


def test_a_record_is_read_back_with_its_findings(tmp_path: Path) -> None:
    found = problem("seed-untitled", "It has no headline.", Place("seeds/x.txt", 3), "Write one.")
    record.write(tmp_path, ".sitegen/intake/x.json", {"findings": record.plain_problems([found])})
    assert record.problems_of(record.read(tmp_path, ".sitegen/intake/x.json")) == (found,)


def test_a_record_that_is_lost_or_broken_is_no_record(tmp_path: Path) -> None:
    assert record.read(tmp_path, "none.json") == {}
    (tmp_path / "broken.json").write_text("{", "utf-8")
    assert record.read(tmp_path, "broken.json") == {}


def test_records_of_seeds_stand_as_the_seeds_do() -> None:
    assert record.path_of("seeds/wire/a.txt", "5" * 64) == ".sitegen/intake/seeds/wire/a.txt.json"
    assert record.path_of("a.txt", "5" * 64) == ".sitegen/intake/elsewhere/555555555555-a.txt.json"
