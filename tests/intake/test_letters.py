"""Claims about letters as names are compared."""

import pytest

from sitegen.intake import letters


@pytest.mark.parametrize(
    ("text", "folded"),
    [("São-Tomé", "sao tome"), ("أَحمدـ", "احمد"), ("ガ・カ", "ガ カ"), ("Straße ﬁn", "strasse fin"), ("d’Or", "d'or")],
)
def test_case_accents_and_hyphens_are_no_difference(text: str, folded: str) -> None:
    assert letters.folded(text) == folded


def test_a_place_in_folded_letters_is_a_place_in_the_text() -> None:
    text = "ﬁn أَحمد Straße x"
    folded = letters.folded(text)
    at = letters.offsets(text, folded)
    assert text[at(folded.index("strasse")) : at(folded.index(" x"))] == "Straße"
    assert text[at(folded.index("احمد")) :].startswith("أ")
    assert at(len(folded)) == len(text)
