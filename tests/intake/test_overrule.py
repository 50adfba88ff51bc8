"""Claims about a curator's word on the lines of a dump: it is followed, and told of where it fits nothing."""

from pathlib import Path

import msgspec
import pytest

from sitegen.intake import explain, overrule, record, sidecar
from sitegen.intake.importers import text
from sitegen.intake.members import Member
from sitegen.problems import BuildError

from .shared import CONFIG, ONE, TWO, said, seed, take

GAP = "\n\n\n"
FLAT = (ONE + "\n" + TWO.replace("\n\n", "\n")).replace("By T. Callow\n3 May 1974\n", "")


def read(words: str, stated: str) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Read a dump beside a sidecar; return its articles as (title, paragraphs), and the findings as printed."""
    about = sidecar.parse(stated, "seeds/x.yaml", ()).about
    found = text.read(Member("seeds/x.txt", words.encode(), about))
    shapes = [(one.title, [block.text for block in one.blocks]) for one in found.articles]
    return shapes, said(found.findings)


def titles(words: str, stated: str) -> list[str]:
    return [title for title, _ in read(words, stated)[0]]


def refused(stated: str) -> list[str]:
    with pytest.raises(BuildError) as caught:
        sidecar.parse(stated, "seeds/x.yaml", ())
    return said(caught.value.problems)


@pytest.mark.parametrize("word", ["10", '"Council buys"', '"/^Council b/"'])
def test_an_article_begins_where_the_curator_says_by_number_words_or_pattern(word: str) -> None:
    assert titles(FLAT, "lang: en\n") == ["Ferry late again"]
    assert titles(FLAT, f"split_at: [{word}]\n") == ["Ferry late again", "Council buys a goose"]


def test_a_number_of_a_blank_line_means_the_next_line_with_words() -> None:
    assert titles(FLAT, "split_at: 9\n") == ["Ferry late again", "Council buys a goose"]


def test_what_the_curator_drops_is_gone_and_what_is_told_of_it_is_his_word() -> None:
    words = ONE + "\nThe editor's telephone is out of order, and he asks that people come to the door instead.\n"
    about = sidecar.parse('drop: ["telephone"]\n', "seeds/x.yaml", ()).about
    found = text.read(Member("seeds/x.txt", words.encode(), about))
    assert [block.text[-10:] for block in found.articles[0].blocks] == ["surprised.", "was wrong."]
    assert [cut.rule for cut in found.cuts][-1] == "curator"


def test_a_range_drops_all_its_lines_and_keep_takes_one_back() -> None:
    words = ONE + GAP + TWO
    ((_, first), (_, second)), _ = read(words, "drop: [6-8]\nkeep: [8]\n")
    assert first == ["Its master said that the clock was wrong."]
    assert len(second) == 2


def test_what_the_curator_keeps_is_text_whatever_it_looks_like() -> None:
    words = ONE + "\nAdvertisement\n\n* * *\n\nRelated stories\n\nIt was so.\n"
    assert read(words, "lang: en\n")[0][0][1][2:] == ["* * *", "It was so."]
    kept = read(words, "keep: [Advertisement, 12, Related stories]\n")[0][0][1]
    assert kept[2:] == ["Advertisement", "* * *", "Related stories", "It was so."]


def test_no_article_begins_on_a_line_that_is_kept_as_text() -> None:
    words = ONE + GAP + TWO
    assert titles(words, "lang: en\n") == ["Ferry late again", "Council buys a goose"]
    ((title, blocks),), _ = read(words, "keep: [Council buys a goose]\n")
    assert (title, blocks[2]) == ("Ferry late again", "Council buys a goose")


def test_a_line_that_is_both_begins_an_article_without_a_headline() -> None:
    shapes, _ = read(ONE + GAP + TWO, "split_at: [Council buys a goose]\nkeep: [Council buys a goose]\n")
    assert [(title, blocks[0]) for title, blocks in shapes][1] == ("", "Council buys a goose")


def test_all_lines_dropped_leave_no_article() -> None:
    assert read(ONE, "drop: 1-99\n")[0] == []


def test_every_byte_is_accounted_for_when_a_curator_has_spoken() -> None:
    about = sidecar.parse("drop: [Its master]\nsplit_at: [3]\nkeep: [4]\n", "seeds/x.yaml", ()).about
    found = text.read(Member("seeds/x.txt", (ONE + GAP + TWO).encode(), about))
    assert found.lines
    spans = record.spans(found.lines, found)
    assert [span.start for span in spans][1:] == [span.end for span in spans][:-1]
    assert not any(span.dropped == "unread" for span in spans)


def test_a_word_that_fits_no_line_is_told_with_its_place() -> None:
    _, findings = read(ONE, "lang: en\ndrop:\n  - 4\n  - 900\nsplit_at: [/gooose/]\n")
    split, drop = (one.partition(" `sitegen")[0] for one in findings)
    assert split == (
        'seeds/x.yaml:5: "split_at" names /gooose/, and no line of seeds/x.txt with words fits it. '
        "seeds/x.txt has 8 lines;"
    )
    assert drop.startswith('seeds/x.yaml:4: "drop" names 900, and no line')


def test_what_is_said_of_a_folder_need_not_fit_each_dump() -> None:
    about = sidecar.parse('drop: ["no such words"]\n', "seeds/_seed.yaml", ()).about
    assert text.read(Member("seeds/x.txt", ONE.encode(), about)).findings == ()


@pytest.mark.parametrize(
    ("stated", "problem"),
    [
        ("split_at: [0]\n", 'seeds/x.yaml:1: "0" names no lines. Lines count from 1, and a range goes up: 12-20.'),
        ("drop:\n  - 3\n  - 20-12\n", 'seeds/x.yaml:3: "20-12" names no lines.'),
        ("split_at: [3-9]\n", 'seeds/x.yaml:1: "3-9" is a range; an article begins on one line. Write 3.'),
        ('keep: ["/(/"]\n', 'seeds/x.yaml:1: "/(/" is no pattern: missing ), unterminated subpattern'),
        ('keep: [" "]\n', "seeds/x.yaml:1: This names no line."),
        (f'keep: ["/{"a" * 300}/"]\n', "seeds/x.yaml:1: "),
        ("articles:\n  - {title: A, drop: [3]}\n", 'seeds/x.yaml:2: "drop" speaks of the lines of the dump'),
    ],
)
def test_a_word_that_says_nothing_is_an_error_with_its_line(stated: str, problem: str) -> None:
    assert refused(stated)[0].startswith(problem)


def test_the_nearer_sidecar_adds_to_what_the_wider_says(tmp_path: Path) -> None:
    path = seed(tmp_path, "x.txt", ONE, "drop: [4]\n")
    (tmp_path / "seeds" / "_seed.yaml").write_text("drop: [3]\n", "utf-8")
    both = sidecar.read(tmp_path, sidecar.beside(tmp_path, path), CONFIG).overruling
    assert [(word.key, word.words, word.place.path) for word in both] == [
        ("drop", "3", "seeds/_seed.yaml"),
        ("drop", "4", "seeds/x.yaml"),
    ]


def test_the_next_import_follows_and_the_record_names_the_curator(tmp_path: Path) -> None:
    path = seed(tmp_path, "x.txt", FLAT)
    assert take(tmp_path).added == ("content/news/2004/ferry-late-again.md",)
    path.with_suffix(".yaml").write_text("split_at: [10]\ndrop: [8]\n", "utf-8")
    assert "content/news/undated/council-buys-a-goose.md" in take(tmp_path, again=True).added
    first = (tmp_path / "content/news/2004/ferry-late-again.md").read_text("utf-8")
    assert "goose" not in first
    assert "clock" not in first
    told = record.read(tmp_path, record.path_of("seeds/x.txt", ""))
    assert [one["begins"]["rule"] for one in told["articles"]] == ["first-line", "curator"]
    assert [span["dropped"] for span in told["spans"] if span.get("dropped") == "curator"] == ["curator"]


def test_an_explanation_shows_whose_word_it_was(tmp_path: Path) -> None:
    path = seed(tmp_path, "x.txt", FLAT, "split_at: [10]\ndrop: [8]\n")
    lines = {one.number: one for one in explain(tmp_path, path, CONFIG).lines}
    assert (lines[8].verdict, lines[8].rule) == ("dropped", "curator")
    assert (lines[10].where, lines[10].begins) == ("title", "curator")


def test_a_document_without_a_sidecar_has_no_words() -> None:
    assert overrule.words_of(Member("x.txt", b"")) == ()
    assert msgspec.json.decode(sidecar.Sidecar().about.get("overrule", "[]")) == []
