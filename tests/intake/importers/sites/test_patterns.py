"""Claims about patterns of addresses."""

import datetime as dt

import pytest

from sitegen.intake.importers.sites import patterns

DAY = dt.date(2024, 5, 1)


@pytest.mark.parametrize(
    ("words", "part"),
    [("The Lamp, out", "the-lamp-out"), ("a - b", "a-b"), ("Öl & Gas", "öl-gas"), ("v1.2_x", "v1.2_x"), ("…", "")],
)
def test_hugo_writes_words_as_a_part_of_an_address(words: str, part: str) -> None:
    assert patterns.in_hugos_way(words) == part


def test_jekyll_keeps_more_signs() -> None:
    assert patterns.in_jekylls_way("it's a (lamp)!") == "it's-a-(lamp)!"


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        (":year/:month/:day/:title/", "/2024/05/01/lamp/"),
        ("/:short_year:i_month:i_day/:title", "/2451/lamp"),
        ("/:short_month/:long_month/:title:output_ext", "/May/May/lamp.html"),
        ("/:titles/", ""),
    ],
)
def test_jekylls_words_are_filled_and_no_others(pattern: str, address: str) -> None:
    assert patterns.jekyll(pattern, DAY, {"title": "lamp"}) == address


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        (":weekday/:weekdayname/:yearday/:slug", "/3/Wednesday/122/x"),
        (":sections/:title/", "/sea/oil/the-lamp/"),
        (":sections[0]/:sections[:last]/:sections[9]/:slug/", "/sea/sea/x/"),
        (":06/:slug/", ""),
    ],
)
def test_hugos_words_are_filled_and_no_others(pattern: str, address: str) -> None:
    assert patterns.hugo(pattern, DAY, ("sea", "oil"), "lamp", "The lamp", "x") == address


def test_a_day_that_nobody_knows_leaves_a_dated_address_unknown() -> None:
    assert patterns.braces("{date:%Y}/{slug}", None, {"slug": "a"}) == ""
    assert patterns.outputs("/{{ page.date | date: '%Y' }}/", None, {}) == ""
    assert patterns.hugo("/:year/", None, (), "a", "", "") == ""
    assert patterns.jekyll("/:year/", None, {}) == ""


def test_directives_are_filled_without_asking_the_machine() -> None:
    assert patterns.braces("{date:%-d-%-m-%y-%j-%B}", DAY, {}) == "/1-5-24-122-May"


def test_a_template_of_many_filters_that_never_ends_takes_no_longer_than_it_is() -> None:
    assert patterns._OUTPUT.search("{{ a " + "|b: " * 5000) is None
    assert patterns._OUTPUT.search('{{ page.date | date: "%Y" | slug }}')
