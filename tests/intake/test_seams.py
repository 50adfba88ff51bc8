"""Claims about seams: which lines are chosen, given how much speaks for each."""

from sitegen.intake import seams


def test_a_seam_needs_an_article_on_either_side() -> None:
    assert seams.chosen([0.0, 3.0, 0.0, 0.0], [10.0] * 4, least=20.0) == []
    assert seams.chosen([0.0, 0.0, 3.0, 0.0], [10.0] * 4, least=20.0) == [2]


def test_of_two_that_stand_too_close_the_likelier_is_chosen() -> None:
    assert seams.chosen([0.0, 0.0, 1.0, 3.0, 0.0, 0.0], [10.0] * 6, least=20.0) == [3]


def test_what_speaks_against_a_seam_makes_none() -> None:
    assert seams.chosen([0.0, 0.0, -1.0, 0.0], [10.0] * 4, least=0.0) == []


def test_no_lines_have_no_seams() -> None:
    assert seams.chosen([], [], least=1.0) == []
