"""Mistakes as values: how they weigh, in which order they stand, how they read."""

import pickle
import re

import pytest

from sitegen.model import Place, Problem
from sitegen.problems import (
    RULES,
    BuildError,
    FileError,
    FindingsError,
    LockedError,
    SitegenError,
    UsageError,
    did_you_mean,
    in_order,
    problem,
    sentence,
)


def test_every_rule_has_a_name_a_weight_and_a_sentence() -> None:
    for rule, (severity, meaning) in RULES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule)
        assert severity in {"error", "warning", "note"}
        assert re.fullmatch(r"[A-Z].*\.", meaning), rule


def test_a_problem_weighs_what_its_rule_weighs() -> None:
    assert problem("link-broken", "x").severity == "warning"
    assert problem("key-unknown", "x").severity == "error"
    with pytest.raises(KeyError):
        problem("no-such-rule", "x")


def test_a_problem_reads_place_sentence_way_out() -> None:
    found = problem("key-unknown", '"publised" is not a key.', Place("a.md", 4), 'Did you mean "published"?')
    assert sentence(found) == 'a.md:4: "publised" is not a key. Did you mean "published"?'
    assert sentence(problem("key-unknown", "It is not.", Place("a.md"))) == "a.md: It is not."
    assert sentence(problem("key-unknown", "It is not.")) == "It is not."


@pytest.mark.parametrize(
    ("odd", "shown"),
    [("\x1b[2J", "\\x1b[2J"), ("\n", "\\n"), ("\r", "\\r"), ("\u202e", "\\u202e"), ("\udcff", "\\udcff")],
)
def test_no_name_of_a_file_can_move_the_terminals_cursor(odd: str, shown: str) -> None:
    assert sentence(problem("file-refused", f"{odd}.", Place(f"a{odd}.md"))) == f"a{shown}.md: {shown}."


def test_letters_of_all_scripts_are_shown_as_they_are() -> None:
    assert sentence(problem("file-refused", "“港” – no.", Place("محتوى.md"))) == "محتوى.md: “港” – no."


def test_errors_stand_before_warnings_then_by_place_and_each_once() -> None:
    note = problem("rights-unknown", "n", Place("a.md"))
    warning = problem("link-broken", "w", Place("a.md"))
    errors = [problem("key-unknown", "e", Place(path, line)) for path, line in (("a.md", 2), ("a.md", 10), ("b.md", 1))]
    nowhere = problem("key-unknown", "e")
    mixed = [note, errors[2], warning, errors[1], errors[1], nowhere, errors[0]]
    assert in_order(mixed) == [nowhere, *errors, warning, note]


def test_what_is_near_is_suggested_and_what_is_far_is_not() -> None:
    assert did_you_mean("bylines", ["byline", "title"]) == 'Did you mean "byline"?'
    assert did_you_mean("shoe_size", ["byline", "title"]) == ""


@pytest.mark.parametrize("kind", [SitegenError, UsageError, BuildError, FindingsError, FileError, LockedError])
def test_an_error_survives_the_way_home_from_a_worker(kind: type[SitegenError]) -> None:
    told = [Problem("b", "warning", "B.", Place("b.md", 1)), Problem("a", "error", "A.")]
    back = pickle.loads(pickle.dumps(kind(told)))
    assert type(back) is kind
    assert back.problems == tuple(in_order(told))
