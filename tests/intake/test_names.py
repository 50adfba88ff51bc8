"""Claims about names that are suggested."""

from sitegen.intake import names


def suggested(*paragraphs: str) -> set[tuple[str, str, int]]:
    return set(names.suggest(paragraphs)[0])


def test_a_title_or_a_verb_of_saying_marks_a_person() -> None:
    assert suggested("Judge Ada Finch laughed.") == {("people", "Ada Finch", 1)}
    assert suggested("Ada Finch, who keeps the cat, said nothing more.") == {("people", "Ada Finch", 1)}


def test_a_place_is_where_things_are_and_not_what_describes_a_noun() -> None:
    assert suggested("It was dark in Wick Ness.", "He came from Wick Ness.") == {("places", "Wick Ness", 2)}
    assert suggested("It was dark in Wick Ness harbour.") == set()


def test_a_body_is_known_by_its_word_and_possessives_are_cut() -> None:
    assert suggested("It was decided at the Port Ansel Harbour Board.") == {
        ("organisations", "Port Ansel Harbour Board", 1)
    }
    assert suggested("Judge Ada Finch's cat left.") == {("people", "Ada Finch", 1)}


def test_a_single_word_must_come_twice_and_the_calendar_names_nobody() -> None:
    assert suggested("It was in Tarn.") == set()
    assert suggested("It was in Tarn.", "Tarn was cold in March.") == {("places", "Tarn", 2)}


def test_each_suggestion_has_its_words() -> None:
    assert names.suggest(["Judge Ada Finch laughed."])[1] == (("Ada Finch", "Judge Ada Finch"),)
