"""Claims about pages of teasers and about articles that look a little like them."""

from collections.abc import Callable

import pytest
from lxml import html

from sitegen.intake.pages import body, teasers
from sitegen.intake.pages.stated import Stated

SAID = "Nobody on the quay was surprised, and the goats had gone home long before the lamps were lit, day {n}."
HEAD = "The ferry was late for the {n}th day"
HERE = "https://post.example/news/harbour"

TEASERS = {
    "a linked headline above": "<div><h3><a href='/{n}'>{head}</a></h3><p>{said}</p></div>",
    "the whole card is the link": "<a href='/{n}'><h3>{head}</h3><p>{said}</p></a>",
    "a list of terms": "<dl><dt><a href='/{n}'>{head}</a></dt><dd>{said}</dd></dl>",
    "rows": "<table><tr><td>{n} May</td><td><a href='/{n}'>{head}</a><br>{said}</td></tr></table>",
    "more behind": "<h2>{head}</h2><p>{said} <a href='/{n}'>Read more</a></p>",
    "more below": "<h2>{head}</h2><p>{said}</p><p><a href='/{n}'>Continue reading</a></p>",
    "one line": "<p><b><a href='/{n}'>{head}</a></b><br>{said}</p>",
    "a date before": "<div><span>{n} May</span> <a href='/{n}'>{head}</a><div>{said}</div></div>",
    "absolute links": "<div><h3><a href='https://www.post.example/{n}'>{head}</a></h3><p>{said}</p></div>",
}
TEXT = "<p>{said}</p><p>{said}</p>"
ARTICLES = {
    "subheads that can be linked to": "<h2><a href='#part{n}'>{head}</a></h2>" + TEXT,
    "stamps of a live blog": "<h3><a href='/news/harbour?post={n}'>{head}</a></h3>" + TEXT,
    "goods to buy": "<h2>{n}. A lamp</h2>" + TEXT + "<p><a href='https://shop.example/{n}'>Buy now</a></p>",
    "long parts": "<h2><a href='/{n}'>{head}</a></h2>" + TEXT + TEXT,
}


def is_of_teasers(piece: str, *, times: int = 9, url: str = HERE, frame: Callable[[str], str] = str) -> bool:
    pieces = [piece.format(n=n, head=HEAD.format(n=n), said=SAID.format(n=n)) for n in range(times)]
    root = html.document_fromstring(f"<html><body><main><h1>News</h1>{frame(''.join(pieces))}</main></body></html>")
    stated = Stated(url=url)
    return teasers.are_most(body.choose(root, stated), stated)


@pytest.mark.parametrize("layout", TEASERS)
@pytest.mark.parametrize("url", [HERE, ""])
def test_short_texts_that_each_lead_to_another_page_are_teasers(layout: str, url: str) -> None:
    assert is_of_teasers(TEASERS[layout], url=url)


@pytest.mark.parametrize("layout", ARTICLES)
def test_parts_of_an_article_are_no_teasers(layout: str) -> None:
    assert not is_of_teasers(ARTICLES[layout])


def test_two_of_them_make_no_page_of_teasers() -> None:
    assert not is_of_teasers(TEASERS["a linked headline above"], times=2)


def test_teasers_below_an_article_do_not_make_it_one_of_them() -> None:
    article = "".join(f"<p>{SAID.format(n=n)} {SAID.format(n=n)}</p>" for n in range(12))
    assert not is_of_teasers(TEASERS["a linked headline above"], frame=lambda pieces: article + pieces)
