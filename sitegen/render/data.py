"""Writers of everything that is not HTML: the feed, the sitemap, the hosts' text files."""

from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.model import Feed, FeedEntry, Sitemap, TextFile

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
# what XML 1.0 cannot hold, even escaped
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))


def _words(text: str) -> str:
    return escape(text.translate(_FORBIDDEN))


def _quoted(text: str) -> str:
    return f'"{_words(text)}"'


def atom(feed: Feed) -> str:
    """Return an Atom feed (RFC 4287); ids are tag URIs, so that a move of the site renames nothing."""
    site = feed.site
    base = site.base_url or "https://localhost"
    latest = max((entry.updated for entry in feed.entries), default="1970-01-01")
    here = _quoted(urls.absolute(feed.page.url, base))
    home = _quoted(urls.absolute(site.home, base))
    return (
        f'{_HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.lang}">\n'
        f"<title>{_words(site.title)}</title>\n<id>{_words(_tag(base, 'feed'))}</id>\n"
        + (f"<subtitle>{_words(site.description)}</subtitle>\n" if site.description else "")
        + f'<link rel="self" href={here}/>\n<link rel="alternate" href={home}/>\n'
        + f"<updated>{latest}T00:00:00Z</updated>\n"
        + "".join(_entry(entry, base) for entry in feed.entries)
        + "</feed>\n"
    )


def _tag(base: str, name: str) -> str:
    return f"tag:{urlsplit(base).hostname},2000:{name}"


def _entry(entry: FeedEntry, base: str) -> str:
    card = entry.card
    author = card.source or "unknown"
    return (
        f'<entry xml:lang="{card.lang}">\n<title>{_words(card.title)}</title>\n<id>{_words(_tag(base, card.id))}</id>\n'
        f"<link href={_quoted(urls.absolute(card.url, base))}/>\n<updated>{entry.updated}T00:00:00Z</updated>\n"
        + (f"<published>{entry.published}T00:00:00Z</published>\n" if entry.published else "")
        + f"<author><name>{_words(author)}</name></author>\n"
        + (f"<summary>{_words(entry.summary)}</summary>\n" if entry.summary else "")
        + "</entry>\n"
    )


def sitemap(one: Sitemap) -> str:
    """Return a sitemap (sitemaps.org): at most 50,000 addresses, `lastmod` only where a true change is known."""
    return _addresses(one, "urlset", "url")


def sitemap_index(one: Sitemap) -> str:
    """Return an index of sitemaps."""
    return _addresses(one, "sitemapindex", "sitemap")


def _addresses(one: Sitemap, outer: str, inner: str) -> str:
    lines = (
        f"<{inner}><loc>{_words(urls.absolute(url, one.base_url))}</loc>"
        + (f"<lastmod>{day}</lastmod>" if day else "")
        + f"</{inner}>\n"
        for url, day in one.addresses
    )
    return f'{_HEAD}<{outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(lines)}</{outer}>\n'


def text(one: TextFile) -> str:
    """Return a text file as it was planned."""
    return one.text


WRITERS: dict[str, Callable[[Any], str]] = {
    "atom": atom,
    "sitemap": sitemap,
    "sitemap-index": sitemap_index,
    "text": text,
}
