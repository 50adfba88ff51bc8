"""Claims about the page: it holds all it needs, runs nothing, and nobody's words become markup."""

import re
from html.parser import HTMLParser

from sitegen.model import Place
from sitegen.review.page import page
from sitegen.review.values import Case, Doubt, Evidence

EVIL = '<script>alert(1)</script>" onload="x'
CASE = Case(
    path="content/news/2004/ferry.md",
    title="Ferry late again",
    doubts=(Doubt("date-contradiction", "Two dates.", (Evidence("12 March", "date", Place("seeds/town.txt", 4)),)),),
    lang="en",
    opening="The ferry was late.",
    proposed={"date": "2004-03-12"},
)


class Tags(HTMLParser):
    """The tags of a page, and those that are open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag


def test_a_case_is_shown_with_path_evidence_place_proposal_and_opening() -> None:
    text = page([CASE], "The Courier", "en")
    for words in (CASE.path, CASE.title, "Two dates.", "12 March", "date, seeds/town.txt:4", CASE.opening):
        assert words in text
    assert "date: 2004-03-12" in text
    assert not Tags(text).open


def test_cases_are_counted_by_what_is_uncertain_worst_first_and_numbered_as_in_the_terminal() -> None:
    undated = Case("b.md", "Goose", (Doubt("date-missing", "None."), Doubt("finding", "x"), Doubt("finding", "y")))
    text = page([CASE, undated, undated], "The Courier", "en")
    rows = re.findall(r"<dt>(\d+)</dt><dd>([^<]+)", text)
    assert rows == [("1", "dates contradict each other"), ("2", "undated"), ("2", "something was told by import")]
    assert '<div class="quiet">3</div>' in text


def test_nobodys_words_become_markup() -> None:
    case = Case(EVIL, EVIL, (Doubt("finding", EVIL, (Evidence(EVIL, EVIL, Place(EVIL, 1)),)),), lang=EVIL, opening=EVIL)
    text = page([case], EVIL, EVIL)
    tags = Tags(text)
    assert "script" not in {tag for tag, _ in tags.seen}
    assert not [attributes for _, attributes in tags.seen if any(name.startswith("on") for name in attributes)]
    assert not tags.open


def test_the_page_fetches_nothing_and_follows_light_and_dark() -> None:
    text = page([CASE], "The Courier", "en")
    policy = next(found["content"] for tag, found in Tags(text).seen if found.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert not re.search(r"https?:|url\(|@import|src=|href=", text)
    assert "color-scheme: light dark" in text


def test_arabic_words_run_from_right_to_left_on_a_page_that_does_not() -> None:
    text = page(
        [Case("content/news/2004/x.md", "تأخرت العبارة", (Doubt("waits", "It waits."),), lang="ar")], "بريد", "ar"
    )
    assert '<h2 lang="ar" dir="rtl">تأخرت العبارة</h2>' in text
    assert '<html lang="en">' in text
    assert '<h2 dir="auto">' in page([Case("a.md", "x", ())], "x", "en")


def test_an_empty_queue_makes_a_page_that_says_so() -> None:
    assert "Nothing waits." in page([], "The Courier", "en")
