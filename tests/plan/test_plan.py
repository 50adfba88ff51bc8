"""The whole plan: what there is, what an edit makes anew, and how few pages an addition touches."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sitegen.config import Limits
from sitegen.model import Article, Section, Site
from sitegen.plan import plan
from sitegen.theme.kinds import PLANNED_WORDS

from .made import article, config, differing, invented, made_up, planned, prints, site, standard

WIDE = config(Limits(), languages=("en",))
ARCHIVE = made_up(300)


@cache
def before() -> Mapping[str, Mapping[str, bytes]]:
    """The fingerprints of the archive before an edit."""
    return prints(site(ARCHIVE), WIDE)


def changed_by(after: Site) -> dict[str, tuple[str, ...]]:
    return differing(before(), prints(after, WIDE))


def edited(archive: list[Article], number: int, change: Callable[[Article], Article]) -> Site:
    return site([change(one) if at == number else one for at, one in enumerate(archive)])


def terms(one: Article) -> int:
    return sum(len(names) for names in one.terms.values())


def test_equal_sites_have_equal_plans_whatever_the_order_of_their_files() -> None:
    shuffled = list(ARCHIVE)
    random.Random(1).shuffle(shuffled)
    assert plan(site(ARCHIVE), standard(), WIDE) == plan(site(shuffled), standard(), WIDE)


def test_no_address_is_planned_twice() -> None:
    pages = plan(site(ARCHIVE), standard(), config(languages=("en", "ar"))).pages
    assert len({page.url for page in pages}) == len(pages)


def test_a_section_without_articles_has_its_page_in_the_sites_language_only() -> None:
    pages = planned(site([], sections=(Section("sea", "Sea"),)), config(languages=("en", "ar")))
    assert "/sea/" in pages
    assert "/ar/sea/" not in pages


def test_an_empty_archive_has_no_calendar() -> None:
    assert not [url for url in planned(site([])) if url.startswith("/archive")]


def test_a_site_without_search_plans_no_shards() -> None:
    assert plan(site(ARCHIVE), standard(), WIDE).shards == ()
    assert sum(len(one.stubs) for one in plan(site(ARCHIVE), standard(), WIDE, "1").shards) == len(ARCHIVE)


@pytest.mark.parametrize(
    "date",
    ["1931-05-06", "1949-03-01", "1961-02-03", "1987-06", "1998", "197X", "2011-05/..", "", "2024-12-31", "2031-01-01"],
)
@pytest.mark.parametrize("seed", range(2))
def test_adding_one_article_whatever_its_date_remakes_few_pages(date: str, seed: int) -> None:
    """At most 2 x its terms + 12, and 10 by what is related; pages of a list that is just cut are new ones."""
    new = invented(90_000 + seed, random.Random(f"{date}{seed}"), date or "1961-01-01")
    new = new if date else replace(new, card=replace(new.card, date=None))
    changed = changed_by(site([*ARCHIVE, new]))
    related = [url for url, parts in changed.items() if parts == ("related",)]
    others = [url for url in changed if url not in related and (url in before() or url == new.card.url)]
    assert len(related) <= 10
    assert len(others) <= 2 * terms(new) + 12


def test_editing_a_body_remakes_that_article_alone() -> None:
    changed = changed_by(edited(ARCHIVE, 7, lambda one: replace(one, body=replace(one.body, digest="other"))))
    assert changed == {ARCHIVE[7].card.url: ("body",)}


def test_editing_the_first_paragraph_also_remakes_the_feed_that_quotes_it() -> None:
    newest = max(range(300), key=lambda at: (ARCHIVE[at].card.added, ARCHIVE[at].card.id))
    changed = changed_by(edited(ARCHIVE, newest, lambda one: replace(one, opening="Other words.")))
    assert set(changed) == {ARCHIVE[newest].card.url, "/feed.xml"}


def shows(page: object, words: str) -> bool:
    return words in repr(page)


@pytest.mark.parametrize("number", [0, 140, 299])
def test_retitling_remakes_just_the_pages_that_show_the_title(number: int) -> None:
    after = edited(ARCHIVE, number, lambda one: replace(one, card=replace(one.card, title="Quite another title")))
    changed = changed_by(after)
    assert set(changed) == {url for url, page in planned(after, WIDE).items() if shows(page, "Quite another title")}


def test_deleting_an_article_remakes_as_few_as_adding_it() -> None:
    after = prints(site([one for at, one in enumerate(ARCHIVE) if at != 33]), WIDE)
    back, there = differing(after, before()), differing(before(), after)
    assert set(there) == {url for url in back if url != ARCHIVE[33].card.url} & set(after)


def test_a_lists_own_order_is_not_told_by_files() -> None:
    made = site([article("b", "1961"), article("a", "1961")])
    assert [one.card.id for one in made.articles] == ["a", "b"]


def test_the_words_that_plan_makes_titles_of_are_those_that_a_theme_must_have() -> None:
    folder = Path(__file__).parents[2] / "sitegen/plan"
    used = {word for file in folder.glob("*.py") for word in re.findall(r'words\["(\w+)"\]', file.read_text("utf-8"))}
    assert used == PLANNED_WORDS
