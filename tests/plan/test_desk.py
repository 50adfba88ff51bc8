"""The outline of a site holds all that lists and apparatus are planned from, and none of an article's text."""

import dataclasses
from dataclasses import replace
from typing import Any

import pytest

from sitegen.model import Article, ArticlePage, Body, Card, Draft, Known, Link, Section, Site, as_page
from sitegen.plan import plan
from sitegen.plan.desk import Desk, outline, text

from .made import article, config, site, standard

ONE = article("one", "1961", opening="First words.", links=("other.md",))
SITE = site([ONE, article("two", "1962")])
SETTINGS = config()


def mark(of: Site) -> bytes:
    return outline(of, standard(), SETTINGS)


def with_one(**more: Any) -> Site:
    return replace(SITE, articles=(replace(ONE, **more), SITE.articles[1]))


def test_a_text_is_no_part_of_the_outline_and_all_of_its_own_mark() -> None:
    for more in ({"body": Body(ONE.body.path, "other")}, {"links": ("third.md",)}):
        assert mark(with_one(**more)) == mark(SITE)
        assert text(replace(ONE, **more)) != text(ONE)
    assert text(replace(ONE, card=replace(ONE.card, id="x"))) != text(ONE)


def test_an_opening_is_in_the_outline_where_the_feed_may_show_it() -> None:
    late = replace(ONE, card=replace(ONE.card, added="2031-01-01"))
    many = [article(f"n{number}", "1974", added="2026-02-01") for number in range(SETTINGS.limits.feed)]
    for one, counts in ((late, True), (ONE, False)):
        was, now = site([one, *many]), site([replace(one, opening="Other words."), *many])
        assert (mark(was) != mark(now)) is counts
        assert text(one) != text(replace(one, opening="Other words."))


@pytest.mark.parametrize(
    "name", [one.name for one in dataclasses.fields(Article) if one.name not in {"body", "links", "remote"}]
)
def test_anything_else_of_an_article_is_in_the_outline(name: str) -> None:
    if name == "opening":
        return  # see above
    value = replace(ONE.card, title="New") if name == "card" else "something else"
    assert mark(with_one(**{name: value})) != mark(SITE)


def test_so_is_the_file_an_article_stands_in() -> None:
    assert mark(with_one(body=Body("content/news/moved.md", ONE.body.digest))) != mark(SITE)


@pytest.mark.parametrize("name", [one.name for one in dataclasses.fields(Card)])
def test_and_all_of_its_card(name: str) -> None:
    other: dict[str, Any] = {name: "something else"}
    assert mark(with_one(card=replace(ONE.card, **other))) != mark(SITE)


def test_and_so_are_site_theme_and_settings() -> None:
    for field in dataclasses.fields(Site):
        assert mark(replace(SITE, **{field.name: (*getattr(SITE, field.name), *SITE.articles)})) != mark(SITE)
    assert outline(SITE, replace(standard(), options={"accent": "x"}), SETTINGS) != mark(SITE)
    assert outline(SITE, standard(), config(title="New")) != mark(SITE)


def test_while_the_outline_stands_only_the_article_that_changed_is_planned() -> None:
    first = plan(SITE, standard(), SETTINGS)
    assert {type(one) for batch in first.articles for one in batch.pages or ()} == {Draft}
    now = plan(with_one(body=Body(ONE.body.path, "other")), standard(), SETTINGS, known=first.known)
    assert [as_page(one).url for one in now.pages] == [ONE.card.url]
    assert (now.urls, now.outline) == (first.urls, first.outline)
    again = plan(with_one(body=Body(ONE.body.path, "other")), standard(), SETTINGS)
    assert now.known == again.known


def test_a_list_that_is_lost_is_planned_again_and_nothing_else() -> None:
    first = plan(SITE, standard(), SETTINGS)
    lost = {key: urls for key, urls in first.known.lists.items() if "/search/" not in urls}
    now = plan(SITE, standard(), SETTINGS, known=Known("", lost, first.known.articles))
    assert [one.url for one in now.pages] == ["/search/"]


def test_an_article_is_planned_with_its_section_in_the_language_of_its_page() -> None:
    sections = (Section("news", "News", titles={"fr": "Actualités"}),)
    desk = Desk(site([article("a", lang="fr")], sections=sections), standard(), SETTINGS)
    context = desk.article("a").context
    assert isinstance(context, ArticlePage)
    assert context.section == Link("/news/", "Actualités")
