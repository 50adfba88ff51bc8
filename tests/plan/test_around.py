"""What stands around an article: those beside it in time, its translations, other papers' versions, its kin."""

from sitegen.model import Article, Card
from sitegen.plan.around import Around, Surroundings

from .made import article, known, site


def around(name: str, *articles: Article, most: int = 4) -> Around:
    return Surroundings(known(site(articles)), most).of(name)


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [card.id for card in cards]


def test_neighbours_follow_the_days_and_the_undated_have_none() -> None:
    three = article("b", "1961-02"), article("a", "1961-01-05"), article("c", "1974"), article("d")
    found = around("b", *three)
    assert found.earlier
    assert found.later
    assert (found.earlier.id, found.later.id) == ("a", "c")
    assert around("d", *three) == Around((), (), (), None, None)


def test_all_that_point_to_one_lead_know_one_another_and_it() -> None:
    lead = article("lead", "1961")
    others = article("b", "1962", same_story="lead"), article("a", "1963", same_story="lead")
    assert ids(around("lead", lead, *others).also_ran) == ["a", "b"]
    assert ids(around("a", lead, *others).also_ran) == ["b", "lead"]
    assert around("a", *others).also_ran == ()  # a lead that is not in the archive joins nobody


def test_a_translation_is_no_other_version_of_the_story() -> None:
    found = around("en", article("en", "1961"), article("fr", "1961", lang="fr", translation_of="en"))
    assert (ids(found.translations), found.also_ran) == (["fr"], ())


def test_what_ran_elsewhere_is_not_related_besides() -> None:
    terms = {"topics": ("storm",)}
    one, same = article("one", "1961", terms=terms), article("same", "1962", terms=terms, same_story="one")
    assert ids(around("one", one, same).also_ran) == ["same"]
    assert around("one", one, same).related == ()
    assert ids(around("one", one, article("near", "1962", terms=terms)).related) == ["near"]
