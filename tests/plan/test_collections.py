"""A dossier keeps its curator's order and holds no article that may not be seen."""

from sitegen.model import Body, Collection, CollectionEntry, CollectionPage, CollectionsPage, Dossier, NotedCard, Site
from sitegen.plan.collections import dossier

from .made import article, config, known, main_edition, planned, site

BOATS = Collection(
    "boats",
    "Boats",
    "en",
    Body("content/collections/boats.md", "0"),
    description="All afloat.",
    titles={"ar": "قوارب"},
    entries=(CollectionEntry("b", "The first."), CollectionEntry("hidden"), CollectionEntry("a")),
    links=("../news/a.md",),
)


def made() -> Site:
    dated = {"a": "1961", "b": "2001", "c": "1949", "d": "1998"}
    articles = [article(name, date, collections=("boats",) if name in "cd" else ()) for name, date in dated.items()]
    return site(articles, collections=(BOATS,))


def test_the_curators_order_comes_first_then_the_rest_by_date() -> None:
    found = planned(made())["/collections/boats/"].context
    assert isinstance(found, CollectionPage)
    cards = {one.card.id: one.card for one in made().articles}
    assert found.entries == (
        NotedCard(cards["b"], "The first."),
        NotedCard(cards["a"]),
        NotedCard(cards["c"]),
        NotedCard(cards["d"]),
    )
    assert (found.bounds.articles, found.bounds.first, found.bounds.last) == (4, "1949", "2001")
    assert found.links["../news/a.md"].url == "/news/a/"


def test_the_page_of_all_shows_each_with_its_span() -> None:
    found = planned(made())["/collections/"].context
    assert isinstance(found, CollectionsPage)
    assert found.collections == (Dossier("/collections/boats/", "Boats", "en", "All afloat.", None, 4, "1949–2001"),)


def test_a_span_of_one_year_is_that_year_and_of_none_is_empty() -> None:
    frame = main_edition(made()).frame
    one = site([article("a", "1961"), article("b", "1961-05")], collections=(BOATS,))
    assert dossier(BOATS, known(one), frame).span == "1961"
    none = site([article("a", "")], collections=(BOATS,))
    assert (dossier(BOATS, known(none), frame).span, dossier(BOATS, known(none), frame).total) == ("", 1)


def test_a_dossier_bears_its_title_in_the_language_of_the_list() -> None:
    settings = config(languages=("ar",), language="ar")
    assert dossier(BOATS, known(made()), main_edition(made(), settings).frame).title == "قوارب"


def test_without_collections_there_is_no_page_of_them() -> None:
    assert not [url for url in planned(site([article("a", "1961")])) if url.startswith("/collections")]
