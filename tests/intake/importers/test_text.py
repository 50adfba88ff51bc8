"""Claims about the reader of dumps: each fixture in tests/intake/text and what must come out of it."""

from pathlib import Path

import pytest

from sitegen.intake.importers import text
from sitegen.intake.importers.text import Dump
from sitegen.intake.lines import read

FIXTURES = Path(__file__).parents[1] / "text"


def dump(name: str) -> Dump:
    return text.dump(read((FIXTURES / f"{name}.txt").read_bytes()))


def shape(found: Dump) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(one.title, [(block.kind, block.text) for block in one.blocks]) for one in found.articles]


@pytest.mark.parametrize("name", ["a", "a-crlf-bom"])
def test_the_seeds_layout_whatever_its_line_ends_and_mark(name: str) -> None:
    assert shape(dump(name)) == [
        (
            "Lamp on the mole goes out for a night",
            [
                (
                    "paragraph",
                    "The lamp on the mole at Wick Ness went out on Tuesday night and stayed out until the milk came.",
                ),
                ("paragraph", '"I thought it was fog," the keeper said -- and then he saw the stars.'),
                ("subhead", "A matter of oil"),
                (
                    "paragraph",
                    "The oil had been changed on the first of the month by a man whose name nobody can read.",
                ),
                ("paragraph", "2024. It was a number on the drum; nobody knew why."),
                ("paragraph", "* * *"),
                ("paragraph", "- It was the wrong oil."),
                ("paragraph", "# 3 is the drum in question."),
            ],
        ),
        (
            "Two cows and a bailiff",
            [
                (
                    "paragraph",
                    (
                        "The bailiff took two cows on Monday and gave them back on Tuesday, since "
                        "he had nowhere to put them."
                    ),
                ),
                ("paragraph", "The cows are well."),
            ],
        ),
    ]
    first = dump(name).articles[0].images
    assert [(one.photographer, one.agency, one.file) for one in first] == [("P. Lowe", "Northern Press", True)]


def test_bylines_dates_and_marks_between_articles() -> None:
    found = dump("b").articles
    assert [(one.title, one.byline, one.date.text if one.date else "", len(one.blocks)) for one in found] == [
        ("Herring at nine crowns", ("Ada Finch",), "1958-02-14", 2),
        ("The bridge will not be painted", ("Ada Finch", "R. Tull"), "1958-03", 1),
        ("Notes of the week", ("Our Correspondent",), "", 2),
    ]
    assert (found[0].dateline, found[0].agency) == ("WICK NESS", "Northern")
    assert found[0].blocks[0].text.startswith("WICK NESS, Feb. 14 (Northern) - Herring")


def test_one_article_a_file() -> None:
    assert [(title, len(blocks)) for title, blocks in shape(dump("c"))] == [("How we lost the regatta", 2)]


def test_articles_without_dates_have_the_bound_that_their_text_proves_or_none() -> None:
    found = dump("d").articles
    assert [(one.title, one.date.text if one.date else "") for one in found] == [
        ("The winter that the harbour froze", "1947-01/.."),
        ("A recipe for limpets", ""),
    ]


def test_arabic_in_the_seeds_layout_and_with_a_byline() -> None:
    first, second = dump("arabic").articles
    assert [block.text for block in first.blocks if block.kind == "subhead"] == ["القط"]
    assert (first.lang, first.images[0].photographer, len(first.blocks)) == ("ar", "نادر الحلاق", 3)
    assert (second.title, second.byline) == ("إغلاق السوق يومين", ("هدى صالح",))
    assert second.date is not None
    assert second.date.text == "1971-05-09"


def test_japanese_with_byline_era_and_indent() -> None:
    first, second = dump("japanese").articles
    assert (first.title, first.lang, first.byline) == ("灯台の猫", "ja", ("高木良子",))
    assert first.blocks[0].text.startswith("灯台に猫が住みついた。")
    assert second.byline == ("高木良子",)
    assert second.date is not None
    assert second.date.text == "1985-03"


def test_a_line_with_which_most_articles_end_is_the_pages() -> None:
    words = "\n\n\n".join(
        f"The {n} is late\n\nIt was late on {n} again, as ever.\n\nThe Wick Ness Mercury" for n in "abcdef"
    )
    for one in text.dump(read(words.encode())).articles:
        assert len(one.blocks) == 1


def test_words_alone_between_paragraphs_are_a_subhead_unless_the_dump_marks_its_own() -> None:
    long = "It was a long day and a longer night, and nobody in the harbour office slept at all until the milk came in."
    plain = f"The day\n\n{long}\n\nWhat came next\n\n{long}\n"
    assert [kind for _, blocks in shape(text.dump(read(plain.encode()))) for kind, _ in blocks] == [
        "paragraph",
        "subhead",
        "paragraph",
    ]
    marked = plain + f"\n- And then -\n\n{long}\n"
    kinds = [kind for _, blocks in shape(text.dump(read(marked.encode()))) for kind, _ in blocks]
    assert kinds == ["paragraph", "paragraph", "paragraph", "subhead", "paragraph"]


def test_the_address_under_a_signature_is_no_subhead() -> None:
    long = "It was a long day and a longer night, and nobody in the harbour office slept at all until the milk came in."
    words = f"The day\n\n{long}\n\nA. FINCH (Mrs.)\n\nUpper Terrace\n\nP.S. {long}\n"
    assert {kind for _, blocks in shape(text.dump(read(words.encode()))) for kind, _ in blocks} == {"paragraph"}


def test_numbered_heads_are_subheads_together_also_above_a_short_answer() -> None:
    long = "It was a long day and a longer night, and nobody in the harbour office slept at all until the milk came in."
    words = f"Three things\n\n{long}\n\n1. A bell\n\n{long}\n\n2. A rope\n\n{long}\n\n3. A cat\n\nIt is gone.\n"
    (blocks,) = [blocks for _, blocks in shape(text.dump(read(words.encode())))]
    assert [text for kind, text in blocks if kind == "subhead"] == ["1. A bell", "2. A rope", "3. A cat"]


def test_hostile_lines_take_no_longer_than_others() -> None:
    # no time is asserted: a pattern that is not linear would never come to an end here
    for piece in (
        "a" + " " * 100_000 + "b",
        "(" * 100_000,
        "- " + "a " * 50_000,
        "in May 1968 " * 5_000,
        "." * 100_000,
    ):
        assert text.dump(read(f"Title of it\n\n{piece}\n\nIt was so.\n".encode())).articles


HEAD = """Opinion
The arm of the crane is mended

Nobody was under it when it fell, and nobody will say who oiled it

By Ada Finch in Port Ansel

Published 5 March 1974 Updated 9 March 1974, 10:22

The arm of the old crane was mended on Tuesday by two men from the yard, and it held until the evening.

The harbour office said that the oil had been the wrong oil, and that the drum had been thrown away by then.

Correction: The crane is 40 feet high, not 14.

Second in a series
"""


def test_what_stands_around_a_text_becomes_front_matter_and_each_line_has_its_word() -> None:
    found = text.dump(read(HEAD.encode()))
    (one,) = found.articles
    assert one.byline == ("Ada Finch",)
    assert (one.dateline, one.date and one.date.text, one.date_basis) == ("Port Ansel", "1974-03-05", "stated")
    assert one.values["updated"] == "1974-03-09"
    assert one.values["corrections"] == [
        {"date": "1974-03-09", "note": "Correction: The crane is 40 feet high, not 14."}
    ]
    assert one.values["extra"] == {"series_part": "2"}
    assert {"correction": "corrections", "series": "extra"}.items() <= {
        cut.rule: cut.kept_as for cut in found.cuts
    }.items()
    assert not any("series" in block.text or "Correction" in block.text for block in one.blocks)
