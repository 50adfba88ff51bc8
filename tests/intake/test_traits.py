"""Claims about what is measured of a line."""

from sitegen.intake import parts, traits
from sitegen.intake.lines import read

PROSE = "The ferry from Cape Ellory was late again on Friday, for the ninth day, and nobody was surprised.\n"


def measured(words: str) -> traits.Measured:
    return traits.measure(parts.rows_of(read(words.encode()).lines)[0])


def test_sentences_are_prose_and_headings_are_not() -> None:
    assert measured("Ferry late again\n" + PROSE).prose == (False, True)


def test_page_words_are_told_by_their_kind() -> None:
    (kinds,) = measured("Sign up for our newsletter\n").kinds
    assert "newsletter" in kinds


def test_a_line_knows_its_neighbours() -> None:
    above, between, below = measured(PROSE + "A word\n" + PROSE.replace("ninth", "tenth")).traits
    assert between["under-prose"] == between["over-prose"] == 1
    assert "under-prose" not in above
    assert "over-prose" not in below


def test_no_lines_have_no_measures() -> None:
    assert traits.measure([]).traits == ()
