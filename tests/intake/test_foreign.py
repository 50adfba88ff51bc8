"""Claims about days, languages and addresses as foreign documents write them."""

import pytest

from sitegen.intake import foreign
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-11-06T23:30:00-05:00", "2024-11-06"),
        ("2024-11-06 23:30", "2024-11-06"),
        ("20241106", "2024-11-06"),
        ("20241106T101500Z", "2024-11-06"),
        ("2024-11", "2024-11"),
        ("1961", "1961"),
        ("Wed, 06 Nov 2024 23:30:00 -0500", "2024-11-06"),
        ("6 November 2024", "2024-11-06"),
        ("November 6, 2024", "2024-11-06"),
        ("2024-13-45", ""),
        ("yesterday", ""),
        ("0000-00-00 00:00:00", ""),
        ("", ""),
        ("1.3.2004", "2004-03-01"),
        ("01. 03. 2004, 10:15", "2004-03-01"),
        ("2004/3/1", "2004-03-01"),
        ("2004.03.01", "2004-03-01"),
        ("3/4/2004", ""),
        ("31.31.2004", ""),
        ("1.3.20045", ""),
    ],
)
def test_the_day_is_the_one_that_stands_there(words: str, day: str) -> None:
    found = foreign.day_of(words)
    assert (found.text if found else "") == day


@pytest.mark.parametrize(
    ("words", "code"), [("EN_us", "en-US"), ("zh-hant-tw", "zh-Hant-TW"), ("english, please", ""), ("", "")]
)
def test_languages(words: str, code: str) -> None:
    assert foreign.language_of(words) == code


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://a.example/2024/05/story/", "/2024/05/story/"),
        ("https://a.example/?p=12", ""),
        ("/old/page.html#part", "/old/page.html"),
        ("https://a.example/../etc", ""),
        ("http://[broken", ""),
        ("https://a.example/%D8%AE%D8%A8%D8%B1/", "/خبر/"),
    ],
)
def test_addresses_become_aliases_where_they_name_a_page(address: str, path: str) -> None:
    assert foreign.path_of(address) == path


def test_a_moment_needs_its_zone() -> None:
    assert foreign.moment_of("2026-12-01T06:00:00Z") == "2026-12-01T06:00:00+00:00"
    assert foreign.moment_of("2026-12-01T06:00:00") == ""


def test_a_date_that_nobody_understands_is_kept_as_words() -> None:
    one = foreign.article(Member("a", b"12"), " A  title ", Marked("x"), date="some day", values={"source": ""})
    assert (one.title, one.date, one.end) == ("A title", None, 2)
    assert one.values == {"extra": {"date": "some day"}}


def test_a_headline_as_long_as_a_text_is_the_texts_beginning() -> None:
    one = foreign.article(Member("a", b"12"), "word " * 500, Marked("x"))
    assert (one.title, one.body) == ("", f"{'word ' * 500}".strip() + "\n\nx")
