"""Claims about the weights: each is of something that is measured, and what must speak for or against does."""

import pytest

from sitegen.intake import cleaning, cohesion, neighbours, parts, seams, traits, vocabulary, weights
from sitegen.intake.lines import read
from sitegen.intake.split import RULES

from .test_cleaning import PAGE, TEXT

ROWS = parts.rows_of(read((PAGE + TEXT + "\n\n\n\n" + PAGE + TEXT + "\n-----\n* Its master\n").encode()).lines)[0]
KINDS = {f"{kind}{where}" for kind in vocabulary.KINDS for where in ("", "-in-text", "-above", "-below")}
LINES = {
    *("address", "again-in-text", "bars", "bullet", "byline", "capitals", "caption", "cased", "close", "colon"),
    *("dated", "figures", "furniture", "gap-above", "gap-below", "indent", "no-letters", "numbered", "over-prose"),
    *("question", "quotes", "starts-small", "starts-small-in-text", "stop", "title-like", "under-prose", "prose"),
    *(f"length-{number}" for number in range(5)),
}


def test_each_weight_of_cleaning_is_of_something_that_is_measured() -> None:
    measured = {name for one in traits.measure(ROWS).traits for name in one}
    assert not weights.CLEANING.keys() - measured - KINDS - LINES


def test_each_weight_of_seams_is_of_something_that_is_measured() -> None:
    measured = traits.measure(ROWS)
    own = {name for one in seams.traits_of(measured, cleaning.judge(measured), {}) for name in one}
    rules = {f"{calm}{name}" for name, _, _ in RULES for calm in ("", "calm-")}
    near = {
        "headline-again",
        *(f"{name}-{where}" for name in LINES for where in ("below", "right-above", "right-below")),
    }
    apart = {f"{name}{wholly}" for name, _, _ in cohesion.WINDOWS for wholly in ("", "-wholly")}
    assert not weights.SEAMS.keys() - own - KINDS - LINES - rules - near - apart - {"not-marked", "not-wide"}


def test_each_weight_within_articles_is_of_something_that_is_measured() -> None:
    measured = traits.measure(ROWS)
    alone = [one.score for one in cleaning.judge(measured)]
    within = {name for one in neighbours.measure(measured, alone, [0]) for name in one}
    own = {name for one in measured.traits for name in one}
    soon = {f"soon-{kind}" for kind in vocabulary.KINDS}
    assert not weights.ARTICLES.keys() - own - within - soon - KINDS - LINES


@pytest.mark.parametrize("kind", ["newsletter", "related", "rights-notice", "cookies", "advertising", "share-buttons"])
def test_a_word_of_pages_speaks_against_a_short_line(kind: str) -> None:
    assert weights.CLEANING[kind] < 0


def test_gaps_marks_and_ended_threads_speak_for_a_seam_and_carried_words_against() -> None:
    assert min(weights.SEAMS[name] for name in ("gap-wide", "marks", "thin", "fresh", "left")) > 0
    assert weights.SEAMS["told-above"] < 0
