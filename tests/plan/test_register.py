"""Every name as written finds its term, every content file its page."""

import pytest

from sitegen.model import (
    Authority,
    Body,
    Collection,
    CollectionEntry,
    File,
    Link,
    PlainPage,
    Section,
    Source,
    Taxonomy,
)
from sitegen.plan.register import names_of, term_link

from .made import article, config, known, site

ADA = Authority("ada-quay", "Ada Quay", {"ar": "آدا كواي"}, aliases=("A. Quay", "Ms Quay"))
PEOPLE = (Taxonomy("people", (ADA,)),)


@pytest.mark.parametrize("written", ["ada-quay", "Ada Quay", "ADA QUAY", "a. quay", "Ms Quay", "آدا كواي"])
def test_an_id_a_name_and_an_alias_mean_one_person(written: str) -> None:
    found = known(site([article("one", terms={"people": (written,)})], taxonomies=PEOPLE))
    term = found.term("people", written)
    assert term is not None
    assert (term.slug, term.name, term.authority) == ("ada-quay", "Ada Quay", ADA)
    assert [card.id for card in term.cards] == ["one"]


def test_a_name_that_no_authority_file_knows_is_a_plain_term() -> None:
    found = known(site([article("one", terms={"people": ("Élan Vrana",)})], taxonomies=PEOPLE))
    term = found.term("people", "élan vrana")
    assert term is not None
    assert (term.slug, term.name, term.authority) == ("elan-vrana", "Élan Vrana", None)


def test_of_two_ways_to_write_a_plain_name_the_first_of_the_alphabet_stands() -> None:
    one, two = article("one", terms={"topics": ("storm",)}), article("two", terms={"topics": ("Storm",)})
    for articles in ([one, two], [two, one]):
        term = known(site(articles)).term("topics", "STORM")
        assert term is not None
        assert (term.name, len(term.cards)) == ("Storm", 2)


def test_an_article_that_writes_a_name_twice_stands_once_in_its_list() -> None:
    term = known(site([article("one", terms={"people": ("Ada Quay", "Ms Quay")})], taxonomies=PEOPLE)).term(
        "people", "ada-quay"
    )
    assert term is not None
    assert len(term.cards) == 1


def test_a_name_without_letters_is_no_term() -> None:
    found = known(site([article("one", terms={"topics": ("???", "storm")})]))
    assert found.term("topics", "???") is None
    assert [slug for _, slug in found.terms] == ["storm"]


def test_an_ascii_site_has_terms_in_ascii() -> None:
    made = site([article("one", terms={"topics": ("Шторм",)})])
    assert [slug for _, slug in known(made, config(slugs="ascii")).terms] == ["shtorm"]
    assert [slug for _, slug in known(made).terms] == ["шторм"]


def test_a_term_lists_its_articles_newest_first_the_undated_last() -> None:
    dated = {"a": "1961", "b": "2024-01-21", "c": "", "d": "2024-01", "e": "2011-05-06/.."}
    term = known(site([article(name, date, terms={"topics": ("x",)}) for name, date in dated.items()])).term(
        "topics", "x"
    )
    assert term is not None
    assert [card.id for card in term.cards] == ["b", "d", "a", "e", "c"]


def test_a_card_bears_the_name_of_its_source_where_an_id_is_given() -> None:
    sources = (Source("courier", "The Courier"),)
    found = known(site([article("one", source="courier"), article("two", source="other")], sources=sources))
    shown = {one.card.id: one.card.source for one in found.newest}
    assert shown["one"] == "The Courier"


def test_a_content_file_leads_to_its_page() -> None:
    made = site(
        [article("one")],
        pages=(PlainPage("about", "About", "en", Body("content/about.md", "0")),),
        collections=(Collection("boats", "Boats", "en", Body("content/collections/boats.md", "0")),),
        sections=(Section("news", "News", body=Body("content/news/_index.md", "0")), Section("sea", "Sea")),
    )
    assert known(made).pages == {
        "content/news/one.md": Link("/news/one/", "Title one"),
        "content/about.md": Link("/about/", "About"),
        "content/collections/boats.md": Link("/collections/boats/", "Boats"),
        "content/news/_index.md": Link("/news/", "News"),
    }


def test_members_are_those_that_name_a_collection_and_are_not_placed_in_it_oldest_first() -> None:
    boats = Collection(
        "boats", "Boats", "en", Body("content/collections/boats.md", "0"), entries=(CollectionEntry("b"),)
    )
    made = site(
        [article(name, date, collections=("boats",)) for name, date in {"a": "2001", "b": "1949", "c": "1961"}.items()],
        collections=(boats,),
    )
    assert [card.id for card in known(made).members["boats"]] == ["c", "a"]


def test_a_link_to_a_term_speaks_the_lists_language_where_the_authority_file_does() -> None:
    term = known(site([article("one", terms={"people": ("Ada Quay",)})], taxonomies=PEOPLE)).term("people", "ada-quay")
    assert term is not None
    assert term_link(term, "ar", "/ar") == Link("/ar/people/ada-quay/", "آدا كواي")
    assert term_link(term, "fr", count=True) == Link("/people/ada-quay/", "Ada Quay", count=1)


def test_the_names_of_an_article_come_by_taxonomy_each_once() -> None:
    one = article("one", terms={"people": ("Ms Quay", "Ada Quay", "Bo"), "topics": ("???",)})
    (found,) = names_of(one, known(site([one], taxonomies=(*PEOPLE, Taxonomy("topics")))), {"people": "Persons"}, "en")
    assert (found.taxonomy, found.title) == ("people", "Persons")
    assert [link.title for link in found.links] == ["Ada Quay", "Bo"]


def test_files_are_known_by_their_address() -> None:
    assert known(site([], files=(File("/media/a.png", "content/media/a.png", "0"),))).files == {"/media/a.png"}
