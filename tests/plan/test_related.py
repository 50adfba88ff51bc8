"""What is related shares names and is near in time, and an addition touches few."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import Article
from sitegen.plan.related import LEADING, Related

from .made import article, known, site

NAMES = st.lists(st.sampled_from("abcdefgh"), max_size=8, unique=True)
ARCHIVES = st.lists(
    st.tuples(st.sampled_from(["", "1949", "1961-02", "1974-05-06", "1974-05-07", "1998-01-01"]), NAMES, NAMES),
    max_size=12,
)


def ids(*articles: Article, most: int = 4) -> dict[str, list[str]]:
    found = Related(known(site(articles)), most)
    return {one.card.id: [card.id for card in found.to(one.card.id)] for one in articles}


def named(name: str, date: str, *topics: str, **more: tuple[str, ...]) -> Article:
    return article(name, date, terms={"topics": topics, **more})


def test_more_shared_names_come_first_then_the_nearer_in_time() -> None:
    one = named("one", "1974-05-06", "storm", "harbour")
    found = ids(
        one,
        named("both", "1950-01-01", "storm", "harbour"),
        named("near", "1974-05-07", "storm"),
        named("other", "1974-05-06"),
    )
    assert found["one"] == ["both", "near"]
    assert found["other"] == []


def test_of_equals_the_earlier_id_stands_first() -> None:
    found = ids(named("c", "1974-05-06", "x"), named("a", "1974-05-05", "x"), named("b", "1974-05-07", "x"))
    assert found["c"] == ["a", "b"]


def test_no_more_are_given_than_are_wanted() -> None:
    articles = [named(f"n{day}", f"1974-05-0{day}", "x", f"y{day % 2}") for day in range(1, 9)]
    assert {len(found) for found in ids(*articles, most=2).values()} == {2}
    assert {len(found) for found in ids(*articles, most=0).values()} == {0}


def test_ways_of_writing_one_name_are_one_name() -> None:
    assert ids(named("a", "1974-05-05", "Storm"), named("b", "1974-05-07", "storm")) == {"a": ["b"], "b": ["a"]}


def test_each_taxonomy_has_its_turn_among_the_leading_names() -> None:
    topics = tuple(f"t{number}" for number in range(LEADING + 2))
    found = ids(
        named("one", "1974-05-06", *topics, people=("Ada",)),
        named("person", "1974-05-07", "other", people=("Ada",)),
        named("late", "1974-05-07", topics[-1]),
    )
    assert found["one"] == ["person"]


def test_the_undated_are_related_too() -> None:
    assert ids(named("a", "", "x"), named("b", "1974", "x"), named("c", "2011-01-01/..", "x")) == {
        "a": ["c"],
        "b": ["c"],
        "c": ["b", "a"],
    }


@given(ARCHIVES, st.tuples(st.sampled_from(["", "1949-03-01", "1974-05", "2024-01-01"]), NAMES, NAMES))
@settings(max_examples=150, deadline=None)
def test_an_addition_changes_what_is_related_to_ten_at_most(
    archive: list[tuple[str, list[str], list[str]]], new: tuple[str, list[str], list[str]]
) -> None:
    def made(number: int, one: tuple[str, list[str], list[str]]) -> Article:
        return named(f"n{number}", one[0], *one[1], people=tuple(one[2]))

    before = [made(number, one) for number, one in enumerate(archive)]
    was: Mapping[str, list[str]] = ids(*before)
    now = ids(*before, made(99, new))
    assert sum(was.get(one.card.id) != now.get(one.card.id) for one in before) <= 2 * LEADING
