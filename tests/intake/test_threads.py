"""Claims about the words that run through a text."""

from sitegen.intake import threads


def test_threads_end_where_the_words_change() -> None:
    spun = threads.spin([["ferry", "clock"]] * 4 + [["goose", "council"]] * 4)
    assert spun.over[4] == 0
    assert all(over > 0 for at, over in enumerate(spun.over) if at not in {0, 4})


def test_a_line_is_told_of_below_if_its_words_come_again() -> None:
    spun = threads.spin([["ferry"], ["ferry"], ["goose"]])
    assert spun.below == (1.0, 0.0, 0.0)
    assert spun.above == (0.0, 1.0, 0.0)


def test_a_word_that_comes_again_too_late_is_no_thread() -> None:
    far = threads.spin([["ferry"], *[[]] * threads.REACH, ["ferry"]])
    assert far.below[0] == 0


def test_what_is_written_without_spaces_is_followed_in_pairs() -> None:
    assert threads.pieces(["港の時計", "ferry"])[-1] == "ferry"
    assert len(threads.pieces(["時計台"])) == 2
