"""What stands around every page of one language, and never changes because an article came in."""

import pytest

from sitegen.model import Body, Collection, Link, PlainPage
from sitegen.plan.frame import editions, frames, head

from .made import article, config, known, main_edition, site, standard


def test_a_frame_has_no_count_and_no_newest_article() -> None:
    few = site([article("one", "1961", terms={"topics": ("x",)})])
    many = site([article(f"n{n}", "1961", terms={"topics": ("x", f"y{n}")}) for n in range(40)])
    assert main_edition(few).frame == main_edition(many).frame


def test_the_navigation_leads_to_what_there_is() -> None:
    empty, some = main_edition(site([])).frame, main_edition(site([article("one", terms={"people": ("Ada",)})])).frame
    assert [link.url for link in empty.nav] == ["/search/"]
    assert [link.url for link in some.nav] == ["/archive/", "/people/", "/search/"]
    boats = Collection("boats", "Boats", "en", Body("content/collections/boats.md", "0"))
    assert "/collections/" in [link.url for link in main_edition(site([], collections=(boats,))).frame.nav]


def test_a_navigation_of_the_sites_own_stands_instead() -> None:
    own = (Link("/about/", "About"),)
    assert main_edition(site([article("one")]), config(nav=own)).frame.nav == own


def test_a_language_has_its_edition_its_prefix_and_its_own_articles() -> None:
    settings = config(languages=("en", "ar"), titles={"ar": "المصباح"})
    made = site([article("one", lang="en"), article("two", lang="ar", terms={"topics": ("x",)})])
    english, arabic = editions(settings, frames(made, settings, standard(), known(made, settings)))
    assert (english.prefix, english.main, english.frame.home) == ("", True, "/")
    assert (arabic.prefix, arabic.main, arabic.frame.home) == ("/ar", False, "/ar/")
    assert (arabic.frame.title, arabic.frame.direction, english.frame.direction) == ("المصباح", "rtl", "ltr")
    assert [link.url for link in arabic.frame.nav] == ["/ar/archive/", "/ar/topics/", "/search/"]
    assert [link.lang for link in english.frame.languages] == ["ar"]
    cards = {one.card.id: one.card for one in made.articles}
    assert english.holds(cards["two"])
    assert not arabic.holds(cards["one"])


def test_an_edition_without_articles_leads_to_no_empty_list() -> None:
    settings = config(languages=("en", "fr"))
    made = site([article("one")])
    frame = frames(made, settings, standard(), known(made, settings))["fr"]
    assert [link.url for link in frame.nav] == ["/search/"]


def test_a_language_of_an_article_has_a_frame_where_the_theme_speaks_it() -> None:
    made = site([article("one", lang="ja"), article("two", lang="is"), article("three", lang="fr-CA")])
    found = frames(made, config(), standard(), known(made))
    assert set(found) == {"en", "ja", "fr-CA"}
    assert found["fr-CA"].words["search"] == standard().words["fr"]["search"]


def test_a_page_in_a_language_has_its_link_in_that_language_and_in_the_sites() -> None:
    pages = tuple(
        PlainPage(name, name, lang, Body(f"content/{name}.md", "0")) for name, lang in (("a", "en"), ("b", "ar"))
    )
    settings = config(languages=("en", "ar"))
    made = site([], pages=pages)
    found = frames(made, settings, standard(), known(made, settings))
    assert [link.url for link in found["en"].footer] == ["/a/"]
    assert [link.url for link in found["ar"].footer] == ["/a/", "/b/"]


def test_without_a_base_url_no_canonical_address_is_claimed() -> None:
    frame = main_edition(site([article("one")]), config(base_url="")).frame
    assert head(frame, "/x/", "page", "X").canonical == ""
    assert head(main_edition(site([])).frame, "/x y/", "page", "X").canonical == "https://example.org/lamp/x%20y/"


@pytest.mark.parametrize(
    ("url", "trail", "nav"),
    [
        ("/", (), "/"),
        ("/archive/", (), "/archive/"),
        ("/archive/1961/", (Link("/archive/", "Years"),), "/archive/"),
        ("/news/one/", (Link("/news/", "News"),), ""),
    ],
)
def test_a_page_stands_under_the_navigation_that_is_itself_or_above_it(
    url: str, trail: tuple[Link, ...], nav: str
) -> None:
    frame = main_edition(site([article("one")])).frame
    assert head(frame, url, "page", "X", trail=trail).nav == nav


def test_a_page_in_another_language_reads_in_its_own_direction() -> None:
    own = head(main_edition(site([])).frame, "/x/", "article", "X", lang="ar")
    assert (own.lang, own.direction) == ("ar", "rtl")
