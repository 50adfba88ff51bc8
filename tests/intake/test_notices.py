"""Claims about lines of an article that speak of it."""

import pytest

from sitegen.intake import notices
from sitegen.intake.notices import Series
from sitegen.model import Block


def blocks(*lines: str) -> list[Block]:
    return [Block("paragraph", line, at, at + 1) for at, line in enumerate(lines)]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The crane is 40 feet high, not 14.",
        "Clarification, 5 March 1974: The crane is 40 feet high.",
        "This article was amended on 5 March 1974 to correct the height of the crane.",
        "An earlier version of this article misstated the height of the crane.",
        "Korrektur: In einer früheren Fassung war der Kran zu niedrig.",
        "Rectificatif : la grue a 40 pieds.",
        "Fe de erratas: la grúa tiene 40 pies.",
        "Исправление: высота крана 40 футов.",
        "تصحيح: ارتفاع الرافعة أربعون قدما.",
        "訂正：クレーンの高さは40フィートでした。",
        "更正：起重机高40英尺。",
        "정정: 크레인의 높이는 40피트입니다.",
    ],
)
def test_a_note_that_corrects_is_known_in_many_languages(note: str) -> None:
    assert notices.is_correction(note)


@pytest.mark.parametrize(
    "text",
    [
        "Correctional officers stood at the gate - all night.",
        "Correction of the river began in 1961.",
        "The mayor asked for a correction: none came.",
        "An earlier version of this article of the treaty said nothing of fish." + " It was long." * 80,
    ],
)
def test_what_only_speaks_of_corrections_is_none(text: str) -> None:
    assert not notices.is_correction(text)


def test_a_correction_has_the_day_it_names_else_that_of_the_last_change_else_it_stays_text() -> None:
    dated, bare = "Correction, 5 March 1974: It is 40 feet.", "Correction: It is 40 feet, as it was in June 1970."
    text = blocks("It broke.", "It was old.", dated, bare)
    kept, cuts, values = notices.take(text, "1974-03-09", 7)
    assert values == {"corrections": [{"date": "1974-03-05", "note": dated}, {"date": "1974-03-09", "note": bare}]}
    assert [block.text for block in kept] == ["It broke.", "It was old."]
    assert [(cut.start, cut.rule, cut.kept_as, cut.article) for cut in cuts] == [
        (2, "correction", "corrections", 7),
        (3, "correction", "corrections", 7),
    ]
    kept, _, values = notices.take(text, "", 7)
    assert [one["note"] for one in values["corrections"]] == [dated]
    assert bare in [block.text for block in kept]


def test_in_the_middle_of_a_text_nothing_is_a_notice() -> None:
    text = blocks("a", "b", "Correction, 5 March 1974: x.", "Part 2 of 5", "c", "d", "e", "f")
    assert notices.take(text, "", 0) == (text, [], {})


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Part 2 of 5", Series("", "2 of 5")),
        ("Third in a series", Series("", "3")),
        ("Second of three articles", Series("", "2 of 3")),
        ("First in a three-part series about the old crane", Series("the old crane", "1")),
        ("This is the third in a series on the harbour.", Series("the harbour", "3")),
        ("The Harbour: Part 2", Series("The Harbour", "2")),
        ("The Harbour, part two of five", Series("The Harbour", "2 of 5")),
        ("Part 2: The Harbour", Series("The Harbour", "2")),
        ("Teil 2 der Serie „Der Hafen“", Series("Der Hafen", "2")),
        ("Partie 3 sur 4", Series("", "3 of 4")),
        ("「灯台の猫」第3回", Series("灯台の猫", "3")),
        ("(2/5)", Series("", "2 of 5")),
        ("Last in a series", Series("", "")),
        ("Part of the problem", None),
        ("Second of two brothers", None),
        ("First in line", None),
        ("The first in a series of protests drew 200 people to the square.", None),
        ("Part two of the plan begins in May next year.", None),
        ("Teil 2 der Reform kostet mehr.", None),
        ("He played his part two times", None),
    ],
)
def test_a_line_of_a_series_tells_its_name_and_part(line: str, found: Series | None) -> None:
    assert notices.series(line) == found


def test_the_line_of_a_series_leaves_the_text() -> None:
    kept, cuts, values = notices.take(blocks("The Harbour: Part 2", "It broke.", "It was old.", "So."), "", 0)
    assert values == {"series": "The Harbour", "extra": {"series_part": "2"}}
    assert [(cut.rule, cut.kept_as) for cut in cuts] == [("series", "series")]
    assert [block.text for block in kept] == ["It broke.", "It was old.", "So."]


@pytest.mark.parametrize("line", ["ANALYSIS", "Opinion |", "News Analysis", "Kommentar", "社説", "رأي", "Интервью"])
def test_a_label_names_the_kind_of_article(line: str) -> None:
    assert notices.kicker(line) == line.strip(" |")


@pytest.mark.parametrize("line", ["Home", "Opinions differ", "Sport", "An analysis of the crane", "Share"])
def test_other_lines_above_a_headline_are_the_pages(line: str) -> None:
    assert notices.kicker(line) == ""
