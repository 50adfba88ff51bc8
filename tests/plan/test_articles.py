"""An article's page: its apparatus, and nothing that rights withhold."""

from typing import Any

import pytest

from sitegen.model import (
    Article,
    ArticlePage,
    Body,
    Collection,
    CollectionEntry,
    Correction,
    Dossier,
    Section,
    Source,
)
from sitegen.plan.articles import DESCRIPTION

from .made import article, config, planned, site


def pages(*articles: Article, settings: Any = None, **more: Any) -> dict[str, ArticlePage]:
    found = planned(site(articles, **more), settings)
    return {
        page.context.article.card.id: page.context for page in found.values() if isinstance(page.context, ArticlePage)
    }


def test_neighbours_are_those_before_and_after_it_in_time() -> None:
    found = pages(article("b", "1961-02"), article("a", "1961-01-05"), article("c", "1974"))
    around = {name: (page.earlier and page.earlier.id, page.later and page.later.id) for name, page in found.items()}
    assert around == {"a": (None, "b"), "b": ("a", "c"), "c": ("b", None)}


def test_the_undated_have_no_neighbours_and_are_nobodys() -> None:
    found = pages(article("a", "1961"), article("b", ""), article("c", "1974"))
    assert (found["b"].earlier, found["b"].later) == (None, None)
    assert found["a"].later is not None
    assert found["a"].later.id == "c"


def test_an_article_shows_the_text_its_rights_allow() -> None:
    whole: dict[str, Any] = {"opening": "The first.", "links": ("/x/",), "summary": "In short."}
    found = pages(
        article("full", publish="full", **whole),
        article("excerpt", publish="excerpt", **{**whole, "summary": ""}),
        article("short", publish="excerpt", **whole),
        article("metadata", publish="metadata", **{**whole, "summary": ""}),
    )
    assert {name: (page.body is not None, page.excerpt, bool(page.links)) for name, page in found.items()} == {
        "full": (True, "", True),
        "excerpt": (False, "The first.", False),
        "short": (False, "In short.", False),
        "metadata": (False, "", False),
    }
    assert found["metadata"].page.description == ""


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"summary": "In short.", "deck": "D", "opening": "O"}, "In short."),
        ({"deck": "D", "opening": "O"}, "D"),
        ({"opening": "O"}, "O"),
        ({"opening": "O", "publish": "excerpt"}, ""),
        ({"opening": "word " * 80}, ("word " * 40).strip() + "…"),
    ],
)
def test_the_description_is_the_summary_else_the_deck_else_the_first_words(keys: dict[str, Any], words: str) -> None:
    found = pages(article("a", **keys))["a"].page.description
    assert found == words
    assert len(found) <= DESCRIPTION + 1


def test_translations_know_each_other_and_are_alternates() -> None:
    found = pages(
        article("en", lang="en"),
        article("ar", lang="ar", translation_of="en"),
        article("fr", lang="fr", translation_of="en"),
    )
    assert [card.id for card in found["en"].translations] == ["ar", "fr"]
    assert [card.id for card in found["ar"].translations] == ["en", "fr"]
    assert [link.lang for link in found["en"].page.alternates] == ["ar", "fr"]


def test_a_story_that_also_ran_elsewhere_is_known_from_both_sides() -> None:
    found = pages(article("lead"), article("copy", same_story="lead"), article("lost", same_story="nobody"))
    assert [card.id for card in found["copy"].also_ran] == ["lead"]
    assert [card.id for card in found["lead"].also_ran] == ["copy"]
    assert found["lost"].also_ran == ()


def test_an_article_tells_the_collections_it_is_in_but_not_how_large_they_are() -> None:
    boats = Collection(
        "boats", "Boats", "en", Body("content/collections/boats.md", "0"), "All.", entries=(CollectionEntry("placed"),)
    )
    found = pages(article("placed"), article("names", collections=("boats",)), article("none"), collections=(boats,))
    shown = (Dossier("/collections/boats/", "Boats", "en", "", None, 0),)
    assert {name: page.collections for name, page in found.items()} == {"placed": shown, "names": shown, "none": ()}


def test_a_page_speaks_the_language_of_its_article_around_it_where_the_theme_does() -> None:
    made = [article("ar", lang="ar"), article("is", lang="is"), article("gb", lang="en-GB")]
    found = pages(*made, sections=(Section("news", "News", titles={"ar": "أخبار"}),))
    assert (found["ar"].site.lang, found["ar"].page.direction, found["ar"].section.title) == ("ar", "rtl", "أخبار")
    assert (found["is"].site.lang, found["is"].page.lang) == ("en", "is")
    assert found["gb"].page.lang == "en-GB"


def test_the_source_is_the_publication_that_the_id_names() -> None:
    courier = Source("courier", "The Courier")
    found = pages(article("a", source="courier"), article("b", source="Elsewhere"), sources=(courier,))
    assert (found["a"].source, found["a"].article.card.source) == (courier, "The Courier")
    assert (found["b"].source, found["b"].article.card.source) == (None, "Elsewhere")


def test_the_citation_names_the_article_and_its_address() -> None:
    found = pages(article("a", "1961~", byline=("Ada Quay",), source="The Courier"))["a"].citation
    for part in ("Ada Quay", "Title a", "The Courier", "about 1961", "https://example.org/lamp/news/a/"):
        assert part in found


def test_related_is_limited_by_the_site() -> None:
    made = [article(f"n{n}", f"196{n}", terms={"topics": ("x",), "people": (f"p{n % 2}",)}) for n in range(8)]
    limits = config().limits
    assert max(len(page.related) for page in pages(*made).values()) == limits.related


def test_corrections_stay_with_their_article() -> None:
    one = article("a", corrections=(Correction("2026-02-01", "It was the north arm."),))
    assert pages(one)["a"].article.corrections == one.corrections


def test_an_edit_of_a_text_that_may_not_be_shown_changes_nothing() -> None:
    one, other = (article("a", publish="metadata", body=Body("content/news/a.md", digest)) for digest in ("1", "2"))
    assert pages(one) == pages(other)
