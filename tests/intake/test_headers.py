"""Claims about the block above an article's text."""

from sitegen.intake import headers, lines
from sitegen.intake.headers import Row


def rows(words: str) -> list[Row]:
    found: list[Row] = []
    gap = 0
    for line in lines.read(words.encode()).lines:
        if line.text:
            found.append(Row(line, gap))
        gap = 0 if line.text else gap + 1
    return found


def header(words: str) -> headers.Header:
    found = rows(words)
    return headers.read(found, 0, len(found))


def test_all_of_title_caption_button_and_title_is_header() -> None:
    found = header("T of it\n\nA boat.\nTT\n20\n\nT of it\n\nA boat.\n\nIt came home.\n")
    assert [role for _, role in found.roles] == [
        "title",
        "caption",
        "widget",
        "widget",
        "repeated-line",
        "repeated-line",
    ]
    assert (found.captions, found.body, found.repeated) == (("A boat.",), 6, True)


def test_a_caption_that_stands_twice_needs_no_bracket() -> None:
    assert header("T of it\n\nA boat.\nA boat.\n\nIt came home.\n").captions == ("A boat.",)


def test_a_caption_over_a_button_needs_no_repetition() -> None:
    assert header("T of it\n\nA boat.\n20\nTT\n\nIt came home.\n").captions == ("A boat.",)


def test_two_pictures_have_two_captions() -> None:
    assert header("T of it\n\nA boat.\nA boat.\nA cow.\nA cow.\n\nIt came home.\n").captions == ("A boat.", "A cow.")


def test_byline_and_date_come_in_either_order_or_on_one_line() -> None:
    for words in (
        "By Ada Finch\n3 May 1958",
        "3 May 1958\nBy Ada Finch",
        "By Ada Finch | 3 May 1958",
        "Ada Finch\n3 May 1958",
    ):
        found = header(f"T of it\n\n{words}\n\nIt came home.\n")
        assert found.byline.people == ("Ada Finch",)
        assert found.date is not None
        assert found.date.date.text == "1958-05-03"


def test_a_short_line_of_text_is_no_button() -> None:
    found = header("T of it\n\nNo.\n\nIt came home.\n\n12\n")
    assert found.body == 1
    assert not found.is_sure


def test_a_column_whose_title_comes_again_over_other_words_keeps_its_text() -> None:
    found = header("Births\n\nSmith, a son.\n\nBirths\n\nJones, a daughter.\n")
    assert (found.body, found.repeated) == (1, False)


def test_a_name_in_brackets_marks_the_line_under_the_headline_as_a_caption() -> None:
    assert header("T of it\n\nA boat at dawn. (Ann Lee)\n\nIt came home.\n").captions == ("A boat at dawn. (Ann Lee)",)
    assert header("T of it\n\nA boat of the kind (see below)\n\nIt came home.\n").captions == ()


def test_a_sentence_between_headline_and_byline_is_the_deck() -> None:
    deck = "The arm of the old crane broke, and nobody was under it"
    found = header(f"T of it\n\n{deck}\n\nBy Ada Finch in Port Ansel\n3 May 1958\n\nIt came home.\n")
    assert (found.deck, found.byline.people, found.byline.place) == (deck, ("Ada Finch",), "Port Ansel")
    assert [role for _, role in found.roles] == ["title", "deck", "byline", "date"]
    assert found.body == 4


def test_a_sentence_over_text_or_a_short_line_is_no_deck() -> None:
    assert header("T of it\n\nThe arm of the old crane broke in two.\n\nIt came home.\n").deck == ""
    assert header("T of it\n\nIt broke\n\nBy Ada Finch\n\nIt came home.\n").deck == ""
