"""A draft is a page that whoever makes it plans."""

from sitegen.model import Draft, Page, TextFile, as_page


def robots(words: str, name: str) -> Page:
    return Page(name, "text", "", TextFile(words))


def test_a_draft_gives_its_page_and_a_page_is_one_already() -> None:
    page = Page("/robots.txt", "text", "", TextFile("x"))
    assert as_page(Draft("/robots.txt", robots, "x", "/robots.txt")) == page
    assert as_page(page) is page
