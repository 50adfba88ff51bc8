"""Claims about what a line is among the lines of its article."""

from sitegen.intake import neighbours, parts, traits
from sitegen.intake.lines import read
from sitegen.intake.traits import Traits

TEXT = "The ferry from Cape Ellory was late again on Friday, and nobody on the quay was surprised by it at all.\n"


def measured(words: str, scores: list[float], starts: list[int]) -> list[Traits]:
    rows = parts.rows_of(read(words.encode()).lines)[0]
    return list(neighbours.measure(traits.measure(rows), scores, starts))


def test_a_line_knows_how_much_of_its_article_stands_above_and_below() -> None:
    found = measured(TEXT * 4, [2.0] * 4, [0])
    assert [one["share-above"] for one in found] == [0.0, 0.25, 0.5, 0.75]
    assert [one["share-below"] for one in found] == [0.75, 0.5, 0.25, 0.0]


def test_lines_of_another_article_have_no_say() -> None:
    apart = measured(TEXT * 4, [2.0, 2.0, -3.0, -3.0], [0, 2])
    assert apart[1]["below-1"] == apart[3]["below-1"] == -2.0
    assert apart[2]["under-best"] == 0.0
    assert measured(TEXT * 4, [2.0, 2.0, -3.0, -3.0], [0])[2]["under-best"] == -5.0


def test_page_words_are_told_of_shortly_below_them() -> None:
    found = measured("Related stories\n" + TEXT * 9, [-2.0] + [2.0] * 9, [0])
    assert ["soon-related" in one for one in found] == [False] + [True] * 6 + [False] * 3


def test_a_gap_as_between_most_paragraphs_is_the_usual_one() -> None:
    found = measured("\n".join([TEXT] * 4) + TEXT, [2.0] * 5, [0])
    assert [one["usual-gap"] for one in found][1:] == [1.0, 1.0, 1.0, 0.0]


def test_no_lines_have_no_neighbours() -> None:
    assert measured("", [], [0]) == []
