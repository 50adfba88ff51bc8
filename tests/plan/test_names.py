"""The index of names, and the list of each."""

from typing import Any

from sitegen.model import Article, Authority, Link, ListPage, NamesPage, Page, Taxonomy

from .made import article, config, groups, planned, remade, site

ADA = Authority(
    "ada-quay",
    "Ada Quay",
    {"ar": "آدا"},
    description="Engineer.",
    dates="1901–1980",
    same_as=("https://www.wikidata.org/wiki/Q1",),
)


def found(*articles: Article, **more: Any) -> dict[str, Page]:
    return planned(site(articles, taxonomies=(Taxonomy("people", (ADA,)), Taxonomy("topics"))), config(**more))


def person(name: str, *people: str, **more: Any) -> Article:
    return article(name, more.pop("date", "1961"), terms={"people": people}, **more)


def index(page: Page) -> NamesPage:
    assert isinstance(page.context, NamesPage)
    return page.context


def test_names_stand_under_their_letters_in_the_order_of_the_language() -> None:
    page = index(found(person("a", "Zoe", "ada-quay", "Éva", "étienne", "Bo", "7 Brothers"))["/people/"])
    shown = [(letter, [link.title for link in links]) for letter, links in page.groups]
    assert shown == [
        ("7", ["7 Brothers"]),
        ("A", ["Ada Quay"]),
        ("B", ["Bo"]),
        ("E", ["étienne", "Éva"]),
        ("Z", ["Zoe"]),
    ]
    assert page.total == 6


def test_the_index_has_no_counts_so_that_an_addition_to_a_known_name_does_not_remake_it() -> None:
    before, after = site([person("a", "Bo")]), site([person("a", "Bo"), person("b", "Bo")])
    assert "/people/" not in remade(before, after)
    assert "/people/" in remade(before, site([person("a", "Bo"), person("b", "Cy")]))


def test_a_name_has_its_list_with_what_the_authority_file_says() -> None:
    page = found(person("a", "Ada Quay"))["/people/ada-quay/"].context
    assert isinstance(page, ListPage)
    assert (page.page.kind, page.page.title, page.about, page.dates) == ("term", "Ada Quay", "Engineer.", "1901–1980")
    assert page.same_as == ADA.same_as
    assert page.page.trail == (Link("/people/", "People"),)


def test_a_long_list_of_a_name_is_cut_as_every_list() -> None:
    pages = found(*(person(f"n{n}", "Bo", date=f"19{60 + n}") for n in range(6)))
    assert [url for url in pages if url.startswith("/people/bo/")] == [
        "/people/bo/",
        *(f"/people/bo/{1960 + n}/" for n in range(6)),
    ]
    assert len(groups(pages["/people/bo/"])) == 3


def test_an_authority_that_no_article_names_has_no_page() -> None:
    pages = found(person("a", "Bo"))
    assert "/people/ada-quay/" not in pages
    assert "/topics/" not in pages


def test_a_language_has_an_index_of_what_is_written_in_it() -> None:
    pages = found(person("a", "Bo"), person("b", "Ada Quay", lang="ar"), languages=("en", "ar"))
    assert [link.title for _, links in index(pages["/ar/people/"]).groups for link in links] == ["آدا"]
    assert "/ar/people/bo/" not in pages
    assert [name for _, ids in groups(pages["/ar/people/ada-quay/"]) for name in ids] == ["b"]
    assert [name for _, ids in groups(pages["/people/ada-quay/"]) for name in ids] == ["b"]
