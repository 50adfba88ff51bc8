"""The words of a reason: which part differs, and which cards in it."""

from dataclasses import replace

from sitegen.build.reasons import edits, words
from sitegen.model import Article, Body, Card, Frame, Group, Head, Listing, ListPage, Page

FRAME = Frame("T", "", "", "", "en", "ltr", "/", "/search/", "", (), (), ())


def article(name: str, title: str = "A") -> Article:
    return Article(Card(name, f"/news/{name}/", title, "en", "news"), Body(f"content/news/{name}.md", "d"))


def page(*articles: Article) -> Page:
    cards = tuple(one.card for one in articles)
    listing = Listing((Group("", cards),), (), len(cards), len(cards))
    return Page("/news/", "list.html", "en", ListPage(FRAME, Head("/news/", "section", "en", "ltr", "N"), listing))


def test_a_card_that_differs_is_named_with_what_differs_of_it() -> None:
    was, now = article("a"), article("a", "B")
    known = edits([was], [now, article("b")])
    assert known == {"a": "the title of /news/a/ changed", "b": "/news/b/ is new"}
    said = "/news/: its list of articles changed: the title of /news/a/ changed"
    assert words("/news/", ["listing"], page(now), known) == [said]
    both = replace(now, card=replace(now.card, summary="S"))
    assert edits([was], [both]) == {"a": "the title and the summary of /news/a/ changed"}


def test_a_first_build_has_no_edits_and_an_edit_of_a_body_is_none_of_a_card() -> None:
    assert edits([], [article("a")]) == {}
    assert edits([article("a")], [replace(article("a"), body=Body("content/news/a.md", "e"))]) == {}


def test_of_many_cards_three_are_named() -> None:
    made = [article(f"n{number}") for number in range(5)]
    known = edits([article("other")], made)
    (said,) = words("/news/", ["listing"], page(*made), known)
    assert said.endswith("/news/n0/ is new, /news/n1/ is new, /news/n2/ is new, and 2 more")


def test_a_part_without_cards_and_a_page_that_is_gone_have_their_reason_alone() -> None:
    assert words("/news/", ["template"], page(), {"a": "x"}) == ["/news/: its template or one that it includes changed"]
    assert words("/news/", ["gone"], None, {}) == ["/news/: it is no longer part of the site"]
