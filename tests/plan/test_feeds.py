"""What robots and hosts read, and DESIGN's row for feeds: an entry has a day only where the day is known."""

from typing import Any

import pytest

from sitegen.config import FeedsConfig
from sitegen.model import Article, Correction, Feed, File, Page, Sitemap, TextFile, Tombstone
from sitegen.plan import feeds

from .made import article, config, known, main_edition, planned, site


def feed(*articles: Article) -> Feed:
    found = planned(site(articles))["/feed.xml"].context
    assert isinstance(found, Feed)
    return found


def text(made: dict[str, Page], url: str) -> str:
    found = made[url].context
    assert isinstance(found, TextFile)
    return found.text


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2024-01-21", "2024-01-21"),
        ("2024-01-21~", ""),
        ("2024-01", ""),
        ("2024", ""),
        ("196X", ""),
        ("2024-11/..", ""),
        ("", ""),
    ],
)
def test_published_is_said_of_a_known_day_only(date: str, published: str) -> None:
    assert feed(article("a", date)).entries[0].published == published


def test_entries_stand_in_the_order_in_which_they_entered() -> None:
    made = [
        article("a", "2024-01-01", added="2026-01-01"),
        article("b", "1949", added="2026-03-01"),
        article("c", "", added="2026-02-01"),
    ]
    assert [entry.card.id for entry in feed(*made).entries] == ["b", "c", "a"]


def test_what_has_no_day_of_entry_is_not_in_the_feed() -> None:
    assert feed(article("a", "2024-01-01", added="")).entries == ()


def test_the_feed_is_as_long_as_the_site_says() -> None:
    made = [article(f"n{n}", "1961", added=f"2026-01-0{n + 1}") for n in range(6)]
    assert [entry.card.id for entry in feed(*made).entries] == ["n5", "n4", "n3", "n2"]


def test_an_entry_is_updated_by_its_newest_change() -> None:
    entry = feed(
        article("a", added="2026-01-01", updated="2026-02-01", corrections=(Correction("2026-03-01", "x"),))
    ).entries[0]
    assert (entry.entered, entry.updated) == ("2026-01-01", "2026-03-01")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"summary": "S", "opening": "O"}, "S"),
        ({"opening": "O"}, "O"),
        ({"opening": "O", "publish": "excerpt"}, "O"),
        ({"opening": "O", "publish": "metadata"}, ""),
    ],
)
def test_a_feed_gives_no_words_that_rights_withhold(keys: dict[str, Any], words: str) -> None:
    assert feed(article("a", **keys)).entries[0].summary == words


def test_a_site_may_have_no_feed() -> None:
    pages = planned(site([article("a")]), config(feeds=FeedsConfig(site=False)))
    assert "/feed.xml" not in pages
    assert pages["/"].context.site.feed == ""  # type: ignore[union-attr]


def test_the_sitemap_has_every_page_that_may_be_found_and_true_days_only() -> None:
    made = site(
        [article("a", "2024-01-21", added="2026-01-01"), article("b", "", added="", updated="")],
        tombstones=(Tombstone("/gone/", "en", "2026-02-01", ""),),
        redirects=(("/old/", "a"),),
    )
    pages = planned(made)
    found = pages["/sitemap.xml"].context
    assert isinstance(found, Sitemap)
    days = dict(found.addresses)
    assert (days["/news/a/"], days["/news/b/"], days["/"]) == ("2026-01-01", "", "")
    hidden = {
        "/404.html",
        "/gone/",
        "/old/",
        "/sitemap.xml",
        "/feed.xml",
        "/robots.txt",
        "/_redirects",
        "/_headers",
        "/.nojekyll",
    }
    assert set(days) == set(pages) - hidden
    assert list(days) == sorted(days)


def test_without_a_base_url_there_is_no_sitemap_and_robots_are_not_sent_to_one() -> None:
    pages = planned(site([article("a")]), config(base_url=""))
    assert "/sitemap.xml" not in pages
    assert "Sitemap" not in text(pages, "/robots.txt")


def test_many_addresses_are_parted_and_indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_ADDRESSES", 5)
    pages = planned(site([article(f"n{n}", "1961") for n in range(6)]))
    parts = [url for url in pages if url.startswith("/sitemap-")]
    index = pages["/sitemap.xml"]
    assert index.template == "sitemap-index"
    assert isinstance(index.context, Sitemap)
    assert [url for url, _ in index.context.addresses] == parts
    assert len(parts) > 1


def test_hosts_are_told_what_moved_and_what_is_gone() -> None:
    made = site([article("a")], redirects=(("/old/", "a"),), tombstones=(Tombstone("/gone/", "en", "2026-02-01", ""),))
    pages = planned(made)
    assert text(pages, "/_redirects") == "/lamp/old/ /lamp/news/a/ 301\n/lamp/gone/ /lamp/gone/ 410\n"
    assert "Content-Security-Policy: default-src 'self'" in text(pages, "/_headers")
    assert text(pages, "/robots.txt").endswith("Sitemap: https://example.org/lamp/sitemap.xml\n")


@pytest.mark.parametrize("strange", ["/news/a b/", "/news/é/"])
def test_an_address_in_a_list_of_redirects_is_one_word(strange: str) -> None:
    made = site([article("a", url=strange)], redirects=((strange.replace("news", "old"), "a"),))
    (line,) = text(planned(made), "/_redirects").splitlines()
    assert len(line.split(" ")) == 3
    assert line.isascii()


def test_a_file_of_the_sites_own_stands_instead_of_a_planned_one() -> None:
    made = site([article("a")], files=(File("/robots.txt", "static/robots.txt", "0"),))
    assert "/robots.txt" not in {page.url for page in feeds.host_files(made, main_edition(made), known(made))}
