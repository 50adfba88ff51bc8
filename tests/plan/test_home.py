"""The archive's face: its bounds, its coverage, what came in last."""

from typing import Any

from sitegen.model import Article, Bar, Bounds, HomePage, Link
from sitegen.plan.home import LATEST, NAMES, bounds

from .made import article, config, planned, site


def home(*articles: Article, url: str = "/", **more: Any) -> HomePage:
    found = planned(site(articles), config(**more))[url].context
    assert isinstance(found, HomePage)
    return found


def test_the_bounds_count_all_and_date_only_what_has_a_year() -> None:
    cards = [
        article(name, date, lang=lang).card
        for name, date, lang in (("a", "196X", "en"), ("b", "", "ar"), ("c", "1974", "ar"))
    ]
    assert bounds(cards) == Bounds(3, "1960", "1974", ("ar", "en"))
    assert bounds([]) == Bounds(0, "", "", ())


def test_the_latest_are_those_that_entered_last_not_those_that_happened_last() -> None:
    found = home(article("old", "1949", added="2026-03-01"), article("new", "2024", added="2026-01-01"))
    assert [card.id for card in found.latest] == ["old", "new"]
    assert len(home(*(article(f"n{n:02}", "1961") for n in range(LATEST + 1))).latest) == LATEST


def test_the_coverage_has_a_bar_a_month_and_a_year_for_what_has_no_month() -> None:
    found = home(article("a", "1961-02-03"), article("b", "1961-02"), article("c", "1961"), article("d", ""))
    assert found.coverage == (Bar("1961", 1, "/archive/1961/"), Bar("1961-02", 2, "/archive/1961/02/"))


def test_the_years_stand_in_their_decades() -> None:
    found = home(article("a", "1961-02-03"), article("b", "1969"), article("c", "1970"), article("d", ""))
    assert [(title, [(link.title, link.count) for link in links]) for title, links in found.years] == [
        ("1960s", [("1961", 1), ("1969", 1)]),
        ("1970s", [("1970", 1)]),
    ]


def test_a_section_without_articles_is_not_among_the_ways_in() -> None:
    found = home(article("a", "1961", section="sea"), article("b", "1961", section="town"))
    assert found.sections == (Link("/sea/", "Sea", count=1), Link("/town/", "Town", count=1))


def test_the_busiest_names_are_shown_with_their_counts() -> None:
    articles = [
        article(f"n{n}", "1961", terms={"people": tuple(f"p{m}" for m in range(n + 1))}) for n in range(NAMES + 2)
    ]
    (names,) = home(*articles).names
    assert [(link.title, link.count) for link in names.links] == [(f"p{n}", NAMES + 2 - n) for n in range(NAMES)]


def test_the_home_of_a_language_holds_what_is_written_in_it() -> None:
    articles = [article("a", "1961", lang="en"), article("b", "1974", lang="ar", terms={"people": ("آدا",)})]
    found = home(*articles, url="/ar/", languages=("en", "ar"))
    assert (found.bounds.articles, found.bounds.first) == (1, "1974")
    assert [link.url for names in found.names for link in names.links] == ["/ar/people/آدا/"]
    assert {bar.url for bar in found.coverage} == {"/ar/archive/1974/"}
    assert [link.url for link in found.page.alternates] == ["/", "/ar/"]


def test_a_site_of_one_language_names_no_other_home() -> None:
    assert home(article("a", "1961")).page.alternates == ()


def test_an_empty_archive_has_a_home() -> None:
    found = home()
    assert (found.bounds.articles, found.coverage, found.years, found.latest) == (0, (), (), ())
