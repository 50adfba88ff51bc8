"""Claims about kinds of pages."""

from lxml import html

from sitegen.intake.pages import body, kinds
from sitegen.intake.pages.stated import Stated
from tests.intake.pages.made import chosen


def test_a_page_with_paragraphs_is_an_article_and_a_page_of_links_is_none() -> None:
    assert kinds.is_article(Stated(), chosen())
    links = "".join(f"<li><a href='/{n}'>A headline about goats {n}</a></li>" for n in range(40))
    root = html.document_fromstring(f"<html><body><ul>{links}</ul></body></html>")
    assert not kinds.is_article(Stated(), body.choose(root, Stated()))


def test_a_page_of_teasers_is_no_article() -> None:
    said = "Nobody on the quay was surprised, and the goats had gone home long before the lamps were lit."
    cards = "".join(f"<div><h3><a href='/{n}'>Ferry late for day {n}</a></h3><p>{said} {n}</p></div>" for n in range(9))
    root = html.document_fromstring(f"<html><body><main><h1>News</h1>{cards}</main></body></html>")
    assert not kinds.is_article(Stated(), body.choose(root, Stated()))
