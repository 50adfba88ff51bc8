"""Claims about the headline of a page."""

import pytest
from lxml import html

from sitegen.intake.pages import headlines
from sitegen.intake.pages.headlines import Headline


def read(body: str, *stated: str, page: str = "", sites: tuple[str, ...] = ("Post",)) -> Headline:
    root = html.document_fromstring(f"<html><head><title>{page}</title></head><body>{body}</body></html>")
    return headlines.read(root, stated, sites)


def test_the_headline_is_the_heading_that_a_title_of_the_page_holds() -> None:
    assert read("<h1>Ferry late again</h1>", page="Ferry late again | Post").title == "Ferry late again"
    assert read("", page="Ferry late again today | Post").title == "Ferry late again today"
    assert read("", page="Post | Ferry late again today").title == "Ferry late again today"
    assert read("<h1>Ferry late</h1>").title == "Ferry late"


@pytest.mark.parametrize("site", ["<h1>Post</h1>", "<h1><a href='https://p.example/'>The Ellory Courier</a></h1>"])
def test_a_heading_that_is_the_sites_is_no_headline(site: str) -> None:
    title = "Ferry late again - The Ellory Courier"
    assert read(f"{site}<h1>Ferry late again</h1>", title).title == "Ferry late again"
    assert read(site, "Ferry late again").title == "Ferry late again"


def test_a_heading_of_other_words_is_the_headline_if_it_is_as_long_as_one_and_shares_words_with_a_title() -> None:
    title = "The ferry that never came"
    assert read("<h1>Ferry late again on Friday</h1>", title).title == "Ferry late again on Friday"
    assert read("<h1>Harbour News</h1>", title).title == title
    assert read("<h1>All news of the harbour, every day</h1>", title).title == title


@pytest.mark.parametrize(
    ("heading", "stated"),
    [
        ("Harbour: Ferry late again on Friday", "Ferry late again on Friday"),
        ("<span>Harbour</span> Ferry late again on Friday", "Ferry late again on Friday"),
        ("<span class='article-kicker'>Harbour</span>: Ferry late again on Friday", "Why the ferry was late again"),
    ],
)
def test_a_kicker_in_the_heading_is_parted_from_the_headline(heading: str, stated: str) -> None:
    found = read(f"<h1>{heading}</h1>", stated)
    assert (found.kicker, found.title) == ("Harbour", "Ferry late again on Friday")
    assert found.heading.startswith("Harbour")


def test_what_the_pages_titles_say_as_a_whole_is_not_parted() -> None:
    whole = "Harbour: Ferry late again on Friday"
    assert read("<h1><span class=kicker>Harbour</span>: Ferry late again on Friday</h1>", whole).title == whole
    assert (
        read("<h1>Ferry late again: “Nobody saw it”</h1>", "Ferry late again").title
        == "Ferry late again: “Nobody saw it”"
    )


def test_a_part_of_a_word_is_no_headline() -> None:
    whole = "East-Harbour ferry late again"
    assert read(f"<h1>{whole}</h1>", "Harbour ferry late again", whole).title == whole


def test_a_subtitle_in_a_box_of_its_own_and_the_sites_name_are_left_out() -> None:
    title = "Ferry late again on Friday"
    assert read(f"<h1>{title} <small>Goats unmoved</small></h1>", title).title == title
    assert read(f"<h1>{title} | THE COURIER</h1>", title).title == title


def test_signs_for_where_a_word_may_be_broken_are_no_part_of_it() -> None:
    assert read("<h1>Ferry late in the har\xadbour</h1>").title == "Ferry late in the harbour"
