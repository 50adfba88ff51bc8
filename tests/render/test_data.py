"""Feed and sitemap, read by a parser as any reader of them would."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sitegen.model import Card, Feed, FeedEntry, Sitemap, TextFile
from sitegen.render.data import WRITERS, atom, sitemap, sitemap_index, text

from .made import BASE, frame, head

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entry(name: str = "a", **more: Any) -> FeedEntry:
    entry_values = {"entered": "2026-01-02", "updated": "2026-01-03", "published": "", "summary": "", **more}
    card = Card(
        name,
        f"/news/{name}/",
        entry_values.pop("title", "T"),
        entry_values.pop("lang", "en"),
        "news",
        source=entry_values.pop("source", ""),
    )
    return FeedEntry(card, **entry_values)


def read(*entries: FeedEntry, **more: Any) -> ET.Element:
    return ET.fromstring(atom(Feed(frame(**more), head("/feed.xml"), entries)))


def words(element: ET.Element, path: str) -> str | None:
    found = element.find("/".join(f"{ATOM}{part}" for part in path.split("/")))
    return None if found is None else found.text


def test_a_feed_has_what_rfc_4287_wants() -> None:
    feed = read(entry(updated="2026-01-03"), entry("b", updated="2026-02-01"))
    assert feed.tag == f"{ATOM}feed"
    assert (words(feed, "title"), words(feed, "id")) == ("The Lamp", "tag:example.org,2000:feed")
    assert words(feed, "updated") == "2026-02-01T00:00:00Z"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}/feed.xml", "alternate": f"{BASE}/"}
    for one in feed.findall(f"{ATOM}entry"):
        assert words(one, "title")
        assert words(one, "id")
        assert words(one, "updated")
        assert words(one, "author/name")


def test_an_entry_has_published_only_where_the_day_is_known() -> None:
    assert words(read(entry(published="2024-01-21")), "entry/published") == "2024-01-21T00:00:00Z"
    assert words(read(entry()), "entry/published") is None


def test_an_entry_keeps_its_id_when_the_site_moves_below_another_path() -> None:
    one, other = read(entry()), read(entry(), base_url="https://example.org/elsewhere")
    assert words(one, "entry/id") == words(other, "entry/id") == "tag:example.org,2000:a"


def test_an_entry_says_whose_it_is_and_in_which_language() -> None:
    found = read(entry(source="The Courier & Co", lang="ar", summary="S")).find(f"{ATOM}entry")
    assert found is not None
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert words(found, "author/name") == "The Courier & Co"
    assert words(found, "summary") == "S"


def test_an_empty_feed_can_be_read() -> None:
    assert words(read(), "updated") == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize(
    "hostile", ["<b>&\"'", "]]>", "\x00\x08\x0b\x0c\x1f\ufffe\uffff", "a\x1bb", "&#0;", "é\U0001f600"]
)
def test_hostile_words_stay_words(hostile: str) -> None:
    feed = read(entry(title=f"x{hostile}y", summary=hostile, source=hostile), title=hostile or "t", description=hostile)
    title = words(feed, "entry/title")
    assert title is not None
    assert title.startswith("x")
    assert title.endswith("y")
    assert len(title) <= len(hostile) + 2


def test_addresses_are_encoded_and_absolute() -> None:
    found = read(FeedEntry(Card("a", '/news/é "x"/', "T", "en", "news"), "2026-01-01", "2026-01-01", "", ""))
    link = found.find(f"{ATOM}entry/{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{BASE}/news/%C3%A9%20%22x%22/"


def test_a_sitemap_has_full_addresses_and_days_only_where_they_are_known() -> None:
    made = ET.fromstring(sitemap(Sitemap(BASE, (("/", ""), ("/news/a&b/", "2026-01-02")))))
    found = [(one.findtext(f"{MAP}loc"), one.findtext(f"{MAP}lastmod")) for one in made.findall(f"{MAP}url")]
    assert found == [(f"{BASE}/", None), (f"{BASE}/news/a&b/", "2026-01-02")]


def test_an_index_names_its_sitemaps() -> None:
    made = ET.fromstring(sitemap_index(Sitemap(BASE, (("/sitemap-1.xml", ""),))))
    assert made.tag == f"{MAP}sitemapindex"
    assert [one.text for one in made.iter(f"{MAP}loc")] == [f"{BASE}/sitemap-1.xml"]


def test_a_text_is_written_as_it_was_planned() -> None:
    assert text(TextFile("a\nb <c>\n")) == "a\nb <c>\n"


def test_each_writer_that_plan_names_is_there() -> None:
    assert set(WRITERS) == {"atom", "sitemap", "sitemap-index", "text"}
