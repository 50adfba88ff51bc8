"""Claims about what is told of a file before it is taken in."""

from pathlib import Path

from sitegen.intake import explain

from .shared import CONFIG, FIXTURES, said, seed


def test_every_line_is_told_of_in_order_and_nothing_is_written(tmp_path: Path) -> None:
    path = seed(tmp_path, "a.txt", (FIXTURES / "a.txt").read_bytes())
    told = explain(tmp_path, path, CONFIG)
    assert [line.number for line in told.lines] == list(range(1, len(told.lines) + 1))
    assert told.lines[-1].stop == told.size == path.stat().st_size
    assert (told.path, told.encoding) == ("seeds/a.txt", "utf-8")
    assert not (tmp_path / "content").exists()
    assert not (tmp_path / ".sitegen").exists()


def test_a_line_is_kept_cut_or_dropped_and_says_by_which_rule(tmp_path: Path) -> None:
    path = seed(tmp_path, "a.txt", (FIXTURES / "a.txt").read_bytes())
    lines = [(one.verdict, one.article, one.where or one.rule) for one in explain(tmp_path, path, CONFIG).lines]
    assert lines[0] == ("cut", 1, "title")
    assert lines[2:6] == [
        ("cut", 1, "images"),
        ("dropped", 1, "repeated-line"),
        ("dropped", 1, "widget"),
        ("dropped", 1, "widget"),
    ]
    assert lines[6] == ("dropped", 0, "blank-line")
    assert ("kept", 1, "subhead 1") in lines
    assert ("kept", 2, "paragraph 2") in lines


def test_the_evidence_is_told_with_each_article(tmp_path: Path) -> None:
    path = seed(tmp_path, "b.txt", (FIXTURES / "b.txt").read_bytes())
    first = explain(tmp_path, path, CONFIG).articles[0]
    assert first.date is not None
    assert first.date.text == "1958-02-14"
    assert ("date", "14 February 1958") in first.evidence
    assert ("agency", "(Northern)") in first.evidence


def test_a_file_that_cannot_be_read_is_explained_too(tmp_path: Path) -> None:
    path = seed(tmp_path, "empty.txt", "")
    assert said(explain(tmp_path, path, CONFIG).findings) == [
        "seeds/empty.txt: This file is empty. Paste the articles into it, or remove it."
    ]
    other = seed(tmp_path, "page.pdf", b"%PDF")
    assert said(explain(tmp_path, other, CONFIG).findings) == [
        "seeds/page.pdf: No importer knows this kind of file. Save it as plain text (.txt)."
    ]
