"""Claims about what is told of a file before it is taken in."""

from pathlib import Path
from typing import Any

from sitegen import frontmatter
from sitegen.intake import ExplainedArticle, explain

from .shared import CONFIG, FIXTURES, ONE, TWO, article, said, seed, take, tree

GAP = "\n\n\n"


def read_back(told: ExplainedArticle) -> dict[str, Any]:
    """Return the front matter that was told, as it would be read from a file."""
    return frontmatter.read(frontmatter.write(told.values, ""), told.path).values


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
    assert (first.values["date"], first.values["date_basis"]) == ("1958-02-14", "stated")
    assert ("date", "14 February 1958") in first.evidence
    assert ("agency", "(Northern)") in first.evidence


def test_a_file_that_cannot_be_read_is_explained_too(tmp_path: Path) -> None:
    path = seed(tmp_path, "empty.txt", "")
    assert said(explain(tmp_path, path, CONFIG).findings) == [
        "seeds/empty.txt: This file is empty. Paste the articles into it, or remove it."
    ]
    other = seed(tmp_path, "page.xyz", b"%PDF")
    assert said(explain(tmp_path, other, CONFIG).findings) == [
        "seeds/page.xyz: No importer knows this kind of file. Save it as plain text (.txt)."
    ]
    assert said(explain(tmp_path, tmp_path / "seeds", CONFIG).findings) == [
        "seeds: This is a folder; one file at a time is explained. Name a file in it."
    ]


def test_what_is_told_is_what_import_then_writes(tmp_path: Path) -> None:
    stated = "section: sea\nsource: harbour-courier\narticles:\n  - {title: Council buys a goose, date: 1974-05-04}\n"
    names = [
        seed(tmp_path, f"{name}.txt", (FIXTURES / f"{name}.txt").read_bytes()).name
        for name in ("b", "arabic", "untitled")
    ]
    path = seed(
        tmp_path, "town.txt", ONE + GAP + TWO + GAP + ONE.replace("wrong", "slow").replace("nobody", "all"), stated
    )
    for one in [path, *(tmp_path / "seeds" / name for name in names)]:
        told = explain(tmp_path, one, CONFIG)
        written = take(tmp_path, [one])
        assert [article.path for article in told.articles] == list(written.added)
        assert told.findings == written.findings
        for made in told.articles:
            values = dict(article(tmp_path, made.path).values)
            assert {**values, "id": "", "provenance": "", "added": ""} == {
                **read_back(made),
                "id": "",
                "provenance": "",
                "added": "",
            }


def test_the_curators_word_is_told_with_the_place_where_it_stands(tmp_path: Path) -> None:
    stated = "section: sea\narticles:\n  - {title: Council buys a goose, date: 1974-05-04, topics: [geese]}\n"
    path = seed(tmp_path, "town.txt", TWO, stated)
    (told,) = explain(tmp_path, path, CONFIG).articles
    assert (told.path, told.left) == ("content/sea/1974/council-buys-a-goose.md", "")
    assert {key: told.values[key] for key in ("date", "date_basis", "date_evidence", "topics")} == {
        "date": "1974-05-04",
        "date_basis": "curator",
        "date_evidence": ["seeds/town.yaml: 1974-05-04"],
        "topics": ["geese"],
    }


def test_what_the_archive_already_holds_is_told_with_why_it_would_be_left_alone(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", ONE + GAP + TWO)
    first, second = take(tmp_path).added
    (tmp_path / second).unlink()
    before = tree(tmp_path)
    assert [(one.path, one.left) for one in explain(tmp_path, path, CONFIG).articles] == [
        (first, "is already in the archive"),
        (second, "was deleted; it stays deleted"),
    ]
    seed(tmp_path, "town.txt", (ONE + GAP + TWO).replace("the clock was wrong", "the clock was right"))
    (tmp_path / first).rename(tmp_path / "content/news/2004/late.md")
    told = explain(tmp_path, path, CONFIG).articles[0]
    assert (told.path, told.left) == (
        "content/news/2004/late.md",
        "differs in the dump now; it stays as it was imported",
    )
    assert (tmp_path / "content/ledger.jsonl").read_bytes() == before["content/ledger.jsonl"]


def test_the_mistakes_of_a_sidecar_are_told(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", ONE, "articles:\n  - {title: Ferry late agian, date: 1974}\n")
    assert said(explain(tmp_path, path, CONFIG).findings) == [
        'seeds/town.yaml:2: No article here is headed "Ferry late agian". Did you mean "Ferry late again"?'
    ]
    path = seed(tmp_path, "town.txt", ONE, "sectoin: sea\n")
    told = explain(tmp_path, path, CONFIG)
    assert sorted(said(told.findings)) == [
        "seeds/town.txt: This dump was put aside: its sidecar has mistakes. Mend the sidecar and import again.",
        'seeds/town.yaml:1: "sectoin" is not a key of this file. Did you mean "section"?',
    ]
    assert (told.lines, told.articles) == ((), ())
