"""A batch is known by the values that it is planned from, and by nothing else."""

from collections.abc import Iterator
from dataclasses import replace

from sitegen.model import Card, Page, TextFile
from sitegen.plan.memo import Memo

from .made import article

ONE, OTHER = article("one", "1961").card, article("other").card


def listing(cards: tuple[Card, ...], words: str) -> Iterator[Page]:
    yield from (Page(card.url, "text", "", TextFile(words)) for card in cards)


def reversed_listing(cards: tuple[Card, ...], words: str) -> Iterator[Page]:
    yield from listing(cards[::-1], words)


def test_what_an_earlier_build_knows_is_not_planned_again() -> None:
    first = Memo({}, b"base").batch(listing, (ONE, OTHER), "x")
    assert first.pages is not None
    assert first.urls == tuple(page.url for page in first.pages) == ("/news/one/", "/news/other/")
    again = Memo({first.key: first.urls}, b"base").batch(listing, (ONE, replace(OTHER)), "x")
    assert (again.key, again.urls, again.pages) == (first.key, first.urls, None)


def test_any_other_value_function_or_base_is_another_batch() -> None:
    keys = [
        Memo({}, base).batch(make, cards, words).key
        for base, make, cards, words in (
            (b"base", listing, (ONE, OTHER), "x"),
            (b"base", listing, (OTHER, ONE), "x"),
            (b"base", listing, (ONE,), "x"),
            (b"base", listing, (ONE, replace(OTHER, title="New")), "x"),
            (b"base", listing, (ONE, OTHER), "y"),
            (b"base", reversed_listing, (ONE, OTHER), "x"),
            (b"other base", listing, (ONE, OTHER), "x"),
        )
    ]
    assert len(set(keys)) == len(keys)


def test_a_page_that_was_planned_anyway_is_a_batch_of_its_own() -> None:
    page = Page("/robots.txt", "text", "", TextFile("x"))
    first = Memo({}, b"base").page(page)
    assert (first.urls, first.pages) == (("/robots.txt",), (page,))
    memo = Memo({first.key: first.urls}, b"base")
    assert memo.page(page).pages is None
    assert memo.page(replace(page, context=TextFile("y"))).pages is not None


def test_the_mark_of_a_value_depends_on_what_it_says_alone() -> None:
    memo = Memo({}, b"")
    assert memo.mark(ONE) == memo.mark(replace(ONE)) != memo.mark(replace(ONE, title="New"))
    assert memo.mark((ONE, None)) != memo.mark((ONE,)) != memo.mark(((ONE,),))
