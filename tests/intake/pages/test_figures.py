"""Claims about days as pages write them."""

import pytest

from sitegen.intake.pages import figures


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2004-03-12T08:00:00Z", "2004-03-12"),
        ("20040312", "2004-03-12"),
        ("12.03.2004, 08:00 Uhr", "2004-03-12"),
        ("12.03.2004Ferry late", "2004-03-12"),
        ("12 March 2004", "2004-03-12"),
        ("12 March 200414 March 2004", "2004-03-12"),
        ("31/12/2004", "2004-12-31"),
        ("12/31/2004", "2004-12-31"),
        ("05/05/2004", "2004-05-05"),
        ("04/05/2004", "2004"),
        ("2004-03", "2004-03"),
    ],
)
def test_a_day_is_as_precise_as_its_words(words: str, edtf: str) -> None:
    found = figures.read(words)
    assert found is not None
    assert found.date.text == edtf


def test_words_without_a_day_state_none() -> None:
    assert figures.read("updated today") is None
    assert figures.read("41/42/2004") is None


@pytest.mark.parametrize(
    ("lang", "url", "edtf"),
    [
        ("de", "", "2004-05-04"),
        ("en-GB", "", "2004-05-04"),
        ("en-US", "", "2004-04-05"),
        ("en", "https://post.co.uk/a", "2004-05-04"),
        ("", "https://post.example.us/a", "2004-04-05"),
        ("en", "https://post.com/a", "2004"),
        ("en-CA", "", "2004"),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_language_and_its_region(lang: str, url: str, edtf: str) -> None:
    found = figures.read("04/05/2004", order=figures.order_of(lang, url))
    assert found is not None
    assert found.date.text == edtf


def test_a_day_that_is_known_decides_before_the_language() -> None:
    found = figures.read("04/05/2004", order=figures.order_of("de", ""), known={"2004-04-05"})
    assert found is not None
    assert found.date.text == "2004-04-05"


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://post.example/2004/03/12/ferry", "2004-03-12"),
        ("https://post.example/2004/03/ferry", "2004-03"),
        ("https://post.example/news/20040312/ferry", "2004-03-12"),
        ("https://post.example/news/t20040312_77.html", "2004-03-12"),
    ],
)
def test_an_address_names_a_day_or_a_month(url: str, edtf: str) -> None:
    assert [one.date.text for one in figures.in_address(url)] == [edtf]


def test_a_number_in_an_address_is_no_day() -> None:
    assert not list(figures.in_address("https://post.example/story-1200403129"))
