"""Claims about what is kept of a text to compare it."""

from sitegen.intake import sketches
from sitegen.intake.sketches import MARKS, Sketch, Telling

TEXT = "The ferry from Cape Ellory was late again on Friday. Its master said that the clock of 1961 was wrong."


def sketch(text: str, lang: str = "en") -> Sketch:
    return sketches.of(Telling("a", "Ferry late", text, lang=lang))


def test_case_spaces_and_punctuation_are_no_difference() -> None:
    assert sketch(TEXT) == sketch(TEXT.upper().replace(" ", "\n").replace(".\n", ". "))


def test_another_figure_is_another_text() -> None:
    one, other = sketch(TEXT), sketch(TEXT.replace("1961", "1962"))
    assert one.same != other.same
    assert one.figures != other.figures
    assert one.headline == other.headline


def test_vowel_signs_and_alefs_are_no_difference() -> None:
    assert sketch("قَالَ أحمد إن السفينة تأخرت", "ar").same == sketch("قال احمد ان السفينة تاخرت", "ar").same


def test_a_language_without_spaces_is_compared_by_letters() -> None:
    one = sketch("連絡船は金曜日にまた遅れた。船長は時計が狂っていたと言った。", "ja")
    assert one.length == 28
    assert len(one.passages) == 2


def test_nothing_is_a_sketch_too() -> None:
    assert sketch("").size == 0
    assert len(sketch("").marks) == 4 * MARKS
