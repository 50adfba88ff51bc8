"""Pages that are alone of their kind."""

from sitegen.model import (
    Body,
    NotFoundPage,
    PlainPage,
    PlainTextPage,
    RedirectPage,
    SearchPage,
    Tombstone,
    TombstonePage,
)

from .made import article, planned, site

MADE = site(
    [article("one", "1961", terms={"people": ("Ada",)}), article("two", "", lang="ar"), article("three", "1974")],
    pages=(PlainPage("about", "About us", "ar", Body("content/about.md", "0"), "Who we are.", ("news/one.md",)),),
    tombstones=(
        Tombstone("/news/gone/", "ar", "2026-02-01", "At the family's wish."),
        Tombstone("/old/", "", "2026-02-01", ""),
    ),
    redirects=(("/news/old-one/", "one"),),
)


def test_a_plain_page_speaks_its_own_language() -> None:
    page = planned(MADE)["/about/"]
    assert isinstance(page.context, PlainTextPage)
    assert (page.lang, page.context.page.direction, page.context.site.lang) == ("ar", "rtl", "ar")
    assert (page.context.page.title, page.context.page.description) == ("About us", "Who we are.")
    assert page.context.links["news/one.md"].url == "/news/one/"


def test_the_search_page_leads_to_years_and_names_without_a_script() -> None:
    page = planned(MADE)["/search/"].context
    assert isinstance(page, SearchPage)
    assert [link.title for link in page.years] == ["1961", "1974"]
    assert [link.url for link in page.taxonomies] == ["/people/"]
    assert page.shards == "/search/shards.json"


def test_the_page_for_nothing_is_not_to_be_found() -> None:
    page = planned(MADE)["/404.html"].context
    assert isinstance(page, NotFoundPage)
    assert (page.page.noindex, page.page.canonical) == (True, "")


def test_a_tombstone_says_address_day_and_note_and_no_more() -> None:
    page = planned(MADE)["/news/gone/"]
    assert isinstance(page.context, TombstonePage)
    assert page.context.tombstone == MADE.tombstones[0]
    assert page.context.page.noindex
    assert page.context.page.title == page.context.site.words["withdrawn_title"]
    assert planned(MADE)["/old/"].lang == "en"


def test_an_old_address_leads_to_the_article() -> None:
    page = planned(MADE)["/news/old-one/"].context
    assert isinstance(page, RedirectPage)
    assert (page.target.url, page.target.title, page.page.noindex) == ("/news/one/", "Title one", True)
