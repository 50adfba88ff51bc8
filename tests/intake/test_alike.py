"""Claims about articles that are alike."""

from dataclasses import replace

import pytest

from sitegen.intake import alike, sketches
from sitegen.intake.alike import Alike
from sitegen.intake.sketches import Telling
from sitegen.problems import sentence

SUBJECTS = ("The ferry", "A goose", "The harbour master", "The council", "A blue door", "The old clock", "Nobody")
VERBS = ("waited for", "laughed at", "painted", "sold", "forgot", "carried home", "measured")
OBJECTS = ("the ninth barrel", "its own shadow", "two planks", "the mayor's hat", "the tide", "a letter")


def story(start: int, length: int = 12) -> str:
    """Make up a story of sentences that no other start has in this order."""
    return " ".join(
        f"{SUBJECTS[n % 7]} of pier {n} {VERBS[n * n % 7]} {OBJECTS[n * 5 % 6]} beside shed {n * 31 % 97}."
        for n in range(start, start + length)
    )


def telling(
    name: str, text: str, source: str = "courier", day: str = "2004-03-12", title: str = "Ferry late"
) -> Telling:
    return Telling(name, title, text, source, (day, day), "en")


def found(*tellings: Telling, held: frozenset[str] = frozenset()) -> dict[str, Alike]:
    return {one.id: one for one in alike.relations([sketches.of(one) for one in tellings], held)}


def test_the_same_words_twice_are_one_article_and_what_was_there_first_is_kept() -> None:
    one = found(telling("a", story(0)), telling("b", story(0).upper()), held=frozenset("b"))
    assert one == {"a": Alike("a", "b", "same", sure=True, similarity=1.0, inside=1.0, shared=12, passages=12)}


def test_the_same_words_in_two_papers_are_one_story_that_the_earlier_leads() -> None:
    one = found(telling("a", story(0), "post", "2004-03-13"), telling("b", story(0)), telling("c", story(500)))
    assert {name: (alike.relation, alike.of) for name, alike in one.items()} == {"a": ("wire", "b")}


def test_a_story_cut_and_opened_anew_by_another_paper_is_the_same_story() -> None:
    cut = f"Our correspondent saw it with his own eyes. {story(0, 8)}"
    one = found(telling("a", story(0, 14)), telling("b", cut, "post", title="Of ferries"))["b"]
    assert (one.relation, one.sure, one.shared, one.passages) == ("wire", True, 8, 9)


def test_a_changed_figure_makes_a_version_and_the_newest_leads() -> None:
    mended = story(0).replace("pier 3 ", "pier 4 ")
    one = found(telling("a", story(0)), telling("b", mended, day="2004-03-13"))["a"]
    assert (one.of, one.relation, one.sure, one.shared) == ("b", "version", True, 11)


def test_stories_of_other_days_are_other_stories() -> None:
    assert not found(telling("a", story(0)), telling("b", story(0, 9), "post", "2004-06-01"))
    assert found(telling("a", story(0)), replace(telling("b", story(0, 9), "post"), days=("", "")))


def test_two_tables_of_one_form_are_two_articles() -> None:
    rates = (
        "Rates of the Harbour Bank: guilder {} crown {} thaler {} ducat {} florin {} pound {} mark {} franc {} lira {}"
    )
    one, other = (rates.format(*(str(n * k) for n in range(3, 12))) for k in (7, 11))
    assert not found(telling("a", one * 3, title="Rates"), telling("b", other * 3, title="Rates", day="2004-03-13"))


def test_the_lead_that_a_file_states_stands() -> None:
    late = replace(telling("c", story(0), "herald", "2004-03-14"), lead="b")
    one = found(telling("a", story(0)), telling("b", story(0), "post", "2004-03-13"), late)
    assert {name: alike.of for name, alike in one.items()} == {"a": "b", "c": "b"}


def test_versions_and_copies_elsewhere_are_told_apart_in_one_cluster() -> None:
    grown = f"{story(0)} {story(900, 2)}"
    one = found(
        telling("a", story(0)), telling("b", grown, day="2004-03-14"), telling("c", story(0), "post", "2004-03-15")
    )
    assert {name: (alike.relation, alike.of) for name, alike in one.items()} == {
        "a": ("version", "b"),
        "c": ("wire", "b"),
    }


def test_the_order_in_which_articles_come_decides_nothing() -> None:
    tellings = [
        telling(name, story(n % 3 * 100, 10 + n % 2), f"paper-{n % 4}") for n, name in enumerate("abcdefghijkl")
    ]
    assert found(*tellings) == found(*reversed(tellings))


def test_short_texts_are_alike_only_to_the_letter() -> None:
    assert not found(telling("a", "High water at nine and at noon."), telling("b", "High water at nine and at ten."))
    assert found(telling("a", "High water at nine."), telling("b", "High water at nine."))
    assert not found(telling("a", ""), telling("b", ""))


@pytest.mark.parametrize(("change", "words"), [("", "is the same article as b: 100%"), ("x", "perhaps is the same")])
def test_a_finding_says_why(change: str, words: str) -> None:
    one = found(telling("a", story(0), title=f"Ferry{change}"), telling("b", story(0)), held=frozenset("b"))["a"]
    assert words in sentence(alike.finding(one))
