"""Claims about the weights."""

from sitegen.intake.pages import weights


def test_agreement_speaks_for_text_and_a_box_of_comments_against_it() -> None:
    assert weights.FIRST["second"] > 0
    assert weights.FIRST["in:comment"] < 0
