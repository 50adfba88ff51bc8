"""What an article says of itself to machines: no more than is known, and no way out of the script element."""

import json
from typing import Any

import pytest

from sitegen import dates
from sitegen.model import Article, Correction, Rights
from sitegen.render.jsonld import jsonld

from .made import article, frame, head


def said(one: Article, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(jsonld(one, frame(**more), head("/news/a/")))
    return found


@pytest.mark.parametrize(
    ("date", "published", "covers"),
    [
        ("2024-01-21", "2024-01-21", None),
        ("2024-01-21~", "2024-01-21", None),
        ("2024-01", "2024-01", None),
        ("1961?", "1961", None),
        ("196X", None, None),
        ("1961/1962", None, "1961/1962"),
        ("2024-11/..", None, "2024-11/.."),
        ("../1950", None, "../1950"),
        ("", None, None),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(date: str, published: str | None, covers: str | None) -> None:
    found = said(article(date=dates.parse(date) if date else None))
    assert (found.get("datePublished"), found.get("temporalCoverage")) == (published, covers)


def test_what_is_not_known_is_left_out() -> None:
    assert set(said(article(), base_url="")) == {"@context", "@type", "headline", "inLanguage", "isPartOf"}


def test_what_is_known_is_said() -> None:
    one = article(
        deck="D",
        byline=("Ada", "Bo"),
        updated="2026-02-01",
        rights=Rights("The Courier", "", "full"),
        corrections=(Correction("2026-03-01", "North, not south."),),
        canonical_url="https://example.com/x",
    )
    found = said(one)
    assert [person["name"] for person in found["author"]] == ["Ada", "Bo"]
    assert (found["alternativeHeadline"], found["dateModified"]) == ("D", "2026-02-01")
    assert found["copyrightHolder"]["name"] == "The Courier"
    assert found["correction"] == ["2026-03-01: North, not south."]
    assert (found["isBasedOn"], found["url"]) == ("https://example.com/x", "https://example.org/lamp/news/a/")


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--", "]]>", "&quot;", '"', "\\", "\u2028\x00"]
)
def test_no_words_can_leave_the_script_element(hostile: str) -> None:
    made = str(jsonld(article(title=hostile, deck=hostile), frame(title=hostile), head()))
    assert not set(made) & set("<>&\x00")
    assert json.loads(made)["headline"] == hostile
