"""Claims about the shape of single lines."""

import pytest

from sitegen.intake import rules


@pytest.mark.parametrize("text", ["* * *", "-----", "***", "_____", "• • •", "◆◆◆", "— — —"])
def test_a_line_of_marks_is_a_separator(text: str) -> None:
    assert rules.dropped_by(text) == "separator"


@pytest.mark.parametrize("text", ["--", "- a -", "1 2 3", "* one", "..."])
def test_other_marks_are_none(text: str) -> None:
    assert not rules.is_separator(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- West side story -", "West side story"),
        ("– Von der Küste –", "Von der Küste"),
        ("- القط -", "القط"),
        ("- One only", ""),
        ("-not this-", ""),
        ("-- nor this --", ""),
        (f"- {'long ' * 30}-", ""),
    ],
)
def test_an_agency_subhead_stands_between_dashes(text: str, words: str) -> None:
    assert rules.agency_subhead(text) == words


@pytest.mark.parametrize("text", ["TT", "A+", "Aa", "حجم الخط", "Text size"])
def test_a_button_for_letters_is_known(text: str) -> None:
    assert rules.dropped_by(text) == "widget"


@pytest.mark.parametrize(
    "text", ["Advertisement", "Share this article", "Read more:", "اقرأ أيضا:", "続きを読む", "3 comments", "Listen"]
)
def test_the_pages_own_lines_are_known(text: str) -> None:
    assert rules.dropped_by(text) == "page-furniture"


@pytest.mark.parametrize(
    "text",
    ["The advertisement was dear.", "More than a hundred came", "Share prices fell", "Listen to the sea", "20", "No."],
)
def test_the_articles_own_lines_are_not_dropped(text: str) -> None:
    assert rules.dropped_by(text) == ""


@pytest.mark.parametrize(
    "text",
    ["Herring at nine crowns", "“It was the wrong oil”", "Is it over?", "Grain from the U.S.", "灯台の猫", "القط"],
)
def test_a_headline_is_short_and_stops_nowhere(text: str) -> None:
    assert rules.is_title_like(text)


@pytest.mark.parametrize(
    "text",
    ["It was over.", "and so on", "- A matter -", "* * *", "said he,", "“It is over.”", "• a point", "123", "x" * 300],
)
def test_a_sentence_a_mark_or_a_fragment_is_no_headline(text: str) -> None:
    assert not rules.is_title_like(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Finch", ("Ada Finch",)),
        ("By ADA FINCH and R. Tull", ("ADA FINCH", "R. Tull")),
        ("By Ada Finch, Harbour Correspondent", ("Ada Finch, Harbour Correspondent",)),
        ("From our own correspondent", ("From our own correspondent",)),
        ("بقلم: هدى صالح", ("هدى صالح",)),
        ("كتبت هدى صالح ونادر الحلاق", ("هدى صالح", "نادر الحلاق")),
        ("文・高木良子", ("高木良子",)),
        ("高木良子記者", ("高木良子",)),
        ("By the harbour there was a cat", ()),
        ("By now it was late.", ()),
        ("From Port Ansel With Love", ()),
    ],
)
def test_a_byline_names_who_wrote(text: str, names: tuple[str, ...]) -> None:
    assert rules.byline(text) == names


@pytest.mark.parametrize(
    ("text", "names", "date"),
    [
        ("By Ada Finch | 14 February 1958", ("Ada Finch",), "1958-02-14"),
        ("By Ada Finch, Feb. 14, 1958", ("Ada Finch",), "1958-02-14"),
        ("14 February 1958 - Ada Finch", ("Ada Finch",), "1958-02-14"),
        ("هدى صالح | ٩ أيار ١٩٧١", ("هدى صالح",), "1971-05-09"),
        ("1984年5月12日　高木良子", ("高木良子",), "1984-05-12"),
        ("March 1958", (), "1958-03"),
    ],
)
def test_byline_and_date_may_share_a_line(text: str, names: tuple[str, ...], date: str) -> None:
    found = rules.credits_and_date(text)
    assert found is not None
    assert found[1] is not None
    assert (found[0].people if found[0] else (), found[1].date.text) == (names, date)


@pytest.mark.parametrize(
    "text", ["It opened on 3 May 1968, a Friday", "Ada Finch", "On the 14 February 1958 it rained | hard"]
)
def test_a_line_that_says_more_is_neither(text: str) -> None:
    assert rules.credits_and_date(text) is None


def test_the_table_of_dropping_holds_named_questions() -> None:
    assert [name for name, _ in rules.DROPPING] == [
        *("separator", "page-furniture", "widget", "page-number", "continued"),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Page 4 of 12", "page-number"),
        ("- 4 -", "page-number"),
        ("Seite 3", "page-number"),
        ("(Continued on Page 4)", "continued"),
        ("Continued from A1", "continued"),
        ("See FERRY, Page A6", "continued"),
        ("Fortsetzung auf Seite 4", "continued"),
        ("The ferry was on page 4.", ""),
        ("1974", ""),
        ("- West Ness violence -", ""),
    ],
)
def test_what_printers_put_at_the_ends_of_pages_is_no_text(text: str, rule: str) -> None:
    assert rules.dropped_by(text) == rule


@pytest.mark.parametrize(
    ("text", "is_one"), [("How does it work?", True), ("Did you see the man who was there?", False)]
)
def test_a_short_question_may_be_a_subhead(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert rules.is_question_subhead(text) is is_one
