"""Stable lists: the newest, then years, then months, and DESIGN's table of dates row by row."""

import pytest

from sitegen.config import Limits
from sitegen.model import Bar, Body, Card, Link, ListPage, Page, as_page
from sitegen.plan.lists import StableList, pages

from .made import SMALL, article, groups, known, main_edition, site, spans

# id -> date: one for each column of the table, and two of most
DATED = {
    "day": "2024-01-21",
    "month": "2024-01",
    "early": "2024-01-02",
    "year": "2024",
    "about": "1961~",
    "decade": "196X",
    "open": "2024-11/..",
    "until": "../1950",
    "none": "",
    "old": "1949-12-31",
}


def listed(dated: dict[str, str], limits: Limits = SMALL, *, calendar: bool = False) -> dict[str, Page]:
    made = site([article(name, date) for name, date in dated.items()])
    cards = tuple(one.card for one in known(made).newest)
    one = StableList("/l/", "List", "archive" if calendar else "term", calendar=calendar)
    return {page.url: page for page in map(as_page, pages(one, cards, main_edition(made).frame, limits))}


def context(page: Page) -> ListPage:
    assert isinstance(page.context, ListPage)
    return page.context


def days(count: int, year: str = "1961") -> dict[str, str]:
    return {f"d{number:02}": f"{year}-{number % 12 + 1:02}-01" for number in range(count)}


def test_a_short_list_is_one_page_that_shows_all() -> None:
    found = listed(days(5))
    assert list(found) == ["/l/"]
    listing = context(found["/l/"]).listing
    assert (listing.total, listing.shown, listing.spans) == (5, 5, ())
    assert groups(found["/l/"]) == [("1961", ["d04", "d03", "d02", "d01", "d00"])]
    assert {group.url for group in listing.groups} == {""}


def test_a_longer_list_shows_the_newest_and_leads_to_its_years() -> None:
    found = listed({**days(3), **{f"e{n}": f"197{n}-05" for n in range(3)}})
    assert list(found) == ["/l/", "/l/1961/", "/l/1970/", "/l/1971/", "/l/1972/"]
    assert groups(found["/l/"]) == [("1972", ["e2"]), ("1971", ["e1"]), ("1970", ["e0"])]
    assert spans(found["/l/"]) == [("1972", 1), ("1971", 1), ("1970", 1), ("1961", 3)]
    listing = context(found["/l/"]).listing
    assert (listing.total, listing.shown) == (6, 3)
    assert [(group.url, group.count) for group in listing.groups] == [("/l/1972/", 1), ("/l/1971/", 1), ("/l/1970/", 1)]


def test_a_year_beyond_its_limit_shows_the_newest_and_leads_to_its_months() -> None:
    found = listed(days(6))
    assert list(found) == ["/l/", "/l/1961/", *(f"/l/1961/0{month}/" for month in (6, 5, 4, 3, 2, 1))]
    year = found["/l/1961/"]
    assert groups(year) == [("June", ["d05"]), ("May", ["d04"]), ("April", ["d03"])]
    assert spans(year) == [("January", 1), ("February", 1), ("March", 1), ("April", 1), ("May", 1), ("June", 1)]
    assert (context(year).listing.total, context(year).listing.shown) == (6, 3)
    assert [link.url for link in found["/l/1961/02/"].context.page.trail] == ["/l/", "/l/1961/"]  # type: ignore[union-attr]


def test_a_year_within_its_limit_shows_all_and_has_no_months() -> None:
    found = listed({**days(4), **days(2, "1970")} | {f"f{n}": "1980" for n in range(3)})
    assert "/l/1961/01/" not in found
    assert context(found["/l/1961/"]).listing.shown == context(found["/l/1961/"]).listing.total


def test_no_page_of_a_list_is_numbered_and_adding_an_old_article_moves_no_other() -> None:
    before, after = listed({**days(6), **days(3, "1980")}), listed({**days(6), **days(3, "1980"), "old": "1949-05-06"})
    changed = {url for url in after if url not in before or after[url].context != before[url].context}
    assert changed == {"/l/", "/l/1949/"}


def test_the_order_is_newest_first_the_more_precise_before_open_ends_and_the_undated() -> None:
    found = listed(DATED, Limits())
    order = [name for _, ids in groups(found["/l/"]) for name in ids]
    assert order == ["day", "early", "month", "year", "about", "decade", "old", "until", "open", "none"]


def test_open_ends_and_the_undated_are_shelved_together_last() -> None:
    assert groups(listed(DATED, Limits())["/l/"])[-1] == ("Undated", ["until", "open", "none"])
    found = listed(DATED)
    assert groups(found["/l/undated/"]) == [("", ["until", "open", "none"])]
    assert spans(found["/l/"])[-1] == ("Undated", 3)
    assert not any(url.startswith("/l/1950") for url in found)


def test_the_month_page_has_known_days_and_below_them_the_day_not_known() -> None:
    found = listed(DATED, calendar=True)
    assert groups(found["/l/2024/01/"]) == [("", ["day", "early"]), ("Day not known", ["month"])]
    assert found["/l/2024/01/"].context.page.title == "January 2024"  # type: ignore[union-attr]


def test_the_year_page_has_the_month_not_known_and_no_month_for_it() -> None:
    found = listed(DATED, calendar=True)
    assert groups(found["/l/2024/"]) == [("January", ["day", "early", "month"]), ("Month not known", ["year"])]
    assert spans(found["/l/2024/"]) == [("January", 3)]
    assert groups(found["/l/1961/"]) == [("Month not known", ["about"])]


def test_a_long_year_still_shows_all_whose_month_is_not_known() -> None:
    found = listed({**days(6), "year": "1961"})
    assert groups(found["/l/1961/"])[-1] == ("Month not known", ["year"])
    assert not any("not known" in title for title, _ in groups(found["/l/1961/06/"]))


def test_a_decade_stands_at_its_first_year() -> None:
    assert "decade" in dict(groups(listed(DATED, calendar=True)["/l/1960/"]))["Month not known"]


def test_the_calendar_has_every_year_and_month_however_short() -> None:
    found = listed({"one": "1961-02-03", "two": "1974"}, calendar=True)
    assert list(found) == ["/l/", "/l/1961/", "/l/1961/02/", "/l/1974/"]
    assert context(found["/l/1961/"]).later == Link("/l/1974/", "1974")
    assert (context(found["/l/1974/"]).earlier, context(found["/l/1974/"]).later) == (Link("/l/1961/", "1961"), None)


def test_a_year_page_of_the_calendar_bears_the_year_alone_and_that_of_another_list_also_its_name() -> None:
    assert listed({"one": "1961"}, calendar=True)["/l/1961/"].context.page.title == "1961"  # type: ignore[union-attr]
    assert listed(days(6))["/l/1961/"].context.page.title == "List: 1961"  # type: ignore[union-attr]


def test_the_chart_of_a_list_has_its_years_without_the_undated() -> None:
    bars = context(listed(DATED)["/l/"]).coverage
    assert bars == (
        Bar("1949", 1, "/l/1949/"),
        Bar("1960", 1, "/l/1960/"),
        Bar("1961", 1, "/l/1961/"),
        Bar("2024", 4, "/l/2024/"),
    )


def test_the_introduction_stands_on_the_root_only() -> None:
    made = site([article(name, date) for name, date in days(6).items()])
    cards = tuple(one.card for one in known(made).newest)
    one = StableList("/l/", "L", "section", body=Body("content/l/_index.md", "0"), about="about", dates="1949–")
    found = [context(as_page(page)) for page in pages(one, cards, main_edition(made).frame, SMALL)]
    assert [bool(page.body or page.about or page.dates) for page in found] == [True, *[False] * (len(found) - 1)]


def test_an_empty_list_is_an_empty_page() -> None:
    found = list(map(as_page, pages(StableList("/l/", "L", "section"), (), main_edition(site([])).frame, SMALL)))
    assert [(page.url, groups(page)) for page in found] == [("/l/", [])]


@pytest.mark.parametrize("limits", [Limits(), SMALL, Limits(list_newest=1, list_by_year=1, list_by_month=1)])
@pytest.mark.parametrize("calendar", [True, False])
def test_every_article_is_found_from_the_root_whatever_the_limits(limits: Limits, *, calendar: bool) -> None:
    dated = {**DATED, **days(12), **{f"m{n}": "1961-05" for n in range(3)}}
    found = listed(dated, limits, calendar=calendar)
    pending, seen, ids = ["/l/"], set[str](), set[str]()
    while pending:
        url = pending.pop()
        if url not in seen:
            seen.add(url)
            listing = context(found[url]).listing
            ids |= {card.id for group in listing.groups for card in group.cards}
            pending += [link.url for link in listing.spans] + [group.url for group in listing.groups if group.url]
    assert ids == set(dated)
    assert seen == set(found)


def test_counts_are_of_all_that_a_span_holds() -> None:
    found = listed({**days(6), **DATED})
    for page in found.values():
        for link in context(page).listing.spans:
            assert link.count == context(found[link.url]).listing.total, link.url


def test_cards_are_the_same_values_on_every_page() -> None:
    found = listed(days(6))
    cards: dict[str, Card] = {}
    for page in found.values():
        for group in context(page).listing.groups:
            for card in group.cards:
                assert cards.setdefault(card.id, card) is card
