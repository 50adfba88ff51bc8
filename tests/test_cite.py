"""A citation says who, what, where and when, and is honest about a date that nobody knows."""

from dataclasses import replace
from typing import Any

import pytest

from sitegen import cite, dates
from sitegen.model import Article, Body, Card

WORDS = {"quoted": "“{text}”"}


def article(date: str = "2024-01-21", lang: str = "en", source: str = "Courier", **more: Any) -> Article:
    card = Card("a", "/news/2024/a/", "Storm", lang, "news", dates.parse(date) if date else None, source=source)
    return replace(Article(card, Body("content/news/2024/a.md", "")), **more)


def cited(one: Article, base_url: str = "https://archive.example/x") -> str:
    return cite.citation(one, "The Archive", base_url, WORDS)


def test_a_citation_names_writers_headline_publication_date_archive_and_address() -> None:
    assert cited(article(byline=("Ann Ferry", "Bo Quay"))) == (
        "Ann Ferry and Bo Quay. “Storm”. Courier, 21 January 2024. The Archive. https://archive.example/x/news/2024/a/."
    )


def test_a_headline_in_quotation_marks_gets_no_second_pair_and_a_paper_is_named_once() -> None:
    one = article(source="The Archive")
    quoted = replace(one, card=replace(one.card, title='"We counted the masts"'))
    assert cited(quoted, "") == '"We counted the masts". The Archive, 21 January 2024.'


@pytest.mark.parametrize("title", ["„Sturm“", "«Буря»", "”طوفان“", "״סערה״", "「嵐」"])
def test_quotation_marks_of_every_language_are_known(title: str) -> None:
    one = article()
    assert cited(replace(one, card=replace(one.card, title=title))).startswith(f"{title}. Courier")


def test_a_date_that_ends_with_a_stop_gets_no_second_one() -> None:
    assert "Курьер, 1990\u202fг. The Archive." in cited(article("1990", lang="ru", source="Курьер"), "")


def test_an_agency_stands_where_no_writer_is_named_and_nobody_where_there_is_neither() -> None:
    assert cited(article(agency="AFP")).startswith("AFP. “Storm”.")
    assert cited(article()).startswith("“Storm”.")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1961~", "about 1961"),
        ("2024-11/..", "after November 2024"),
        ("196X", "the 1960s"),
        ("", "undated"),
        ("2024-01", "January 2024"),
    ],
)
def test_a_date_is_cited_no_more_precisely_than_it_is_known(date: str, words: str) -> None:
    assert f"Courier, {words}." in cited(article(date))


def test_where_it_first_stood_on_the_web_is_the_address_that_is_cited() -> None:
    said = cited(article(canonical_url="https://courier.example/storm"))
    assert said.endswith("https://courier.example/storm.")
    assert "archive.example" not in said


def test_without_a_base_url_no_address_is_made_up() -> None:
    assert cited(article(), "") == "“Storm”. Courier, 21 January 2024. The Archive."


def test_a_full_stop_that_is_there_is_not_doubled() -> None:
    assert (
        cite.citation(article(agency="A.P."), "Archive 。", "", WORDS)
        == "A.P. “Storm”. Courier, 21 January 2024. Archive 。"
    )


def test_the_headline_stands_in_the_languages_own_marks() -> None:
    assert cite.citation(article(lang="ja"), "A", "", {"quoted": "「{text}」"}).startswith("「Storm」.")
    assert cite.citation(article(), "A", "", {}).startswith("“Storm”.")


def test_a_headline_with_braces_is_cited_as_it_is() -> None:
    one = article()
    assert "“{text} {0}”" in cited(replace(one, card=replace(one.card, title="{text} {0}")))
