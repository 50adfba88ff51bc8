"""What robots and hosts read: the feed, the sitemap, and the hosts' own files."""

from collections.abc import Iterable, Iterator

from sitegen import urls
from sitegen.config import Config
from sitegen.model import Feed, FeedEntry, Page, Site, Sitemap, TextFile
from sitegen.plan.frame import Edition, head
from sitegen.plan.register import Register

# the search needs WebAssembly; nothing else runs that is not the site's own
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
MOST_ADDRESSES = 50_000


def feed(main: Edition, register: Register, config: Config) -> Iterator[Page]:
    """Plan the Atom feed: by entry into the archive, never by a date that is not known."""
    if not config.feeds.site:
        return
    entered = [one for one in register.newest if one.card.added]
    newest = sorted(entered, key=lambda one: (one.card.added, one.card.id), reverse=True)[: config.limits.feed]
    entries = tuple(
        FeedEntry(
            card=one.card,
            entered=one.card.added,
            updated=max(one.updated, one.card.added, *(note.date for note in one.corrections)),
            published=one.card.date.text if one.card.date and one.card.date.text == one.card.date.earliest else "",
            summary=one.card.summary or (one.opening if one.card.publish in {"full", "excerpt"} else ""),
        )
        for one in newest
    )
    own = head(main.frame, "/feed.xml", "feed", main.frame.title)
    yield Page("/feed.xml", "atom", main.lang, Feed(main.frame, own, entries))


def sitemap(found: Iterable[str], main: Edition, register: Register) -> Iterator[Page]:
    """Plan the sitemap of the pages that may be found; none without a base URL, for it wants full addresses."""
    if not main.frame.base_url:
        return
    changed = {one.card.url: one.updated or one.card.added for one in register.newest}
    addresses = sorted((url, changed.get(url, "")) for url in found)
    parts = [tuple(addresses[at : at + MOST_ADDRESSES]) for at in range(0, len(addresses), MOST_ADDRESSES)]
    if len(parts) == 1:
        yield Page("/sitemap.xml", "sitemap", "", Sitemap(main.frame.base_url, parts[0]))
        return
    names = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Page(name, "sitemap", "", Sitemap(main.frame.base_url, part))
    yield Page("/sitemap.xml", "sitemap-index", "", Sitemap(main.frame.base_url, tuple((name, "") for name in names)))


def host_files(site: Site, main: Edition, register: Register) -> Iterator[Page]:
    """Plan the files by which hosts and robots are told what to do; a file of that name in `static/` stands instead."""
    base = main.frame.base_path
    robots = "User-agent: *\nAllow: /\n"
    if main.frame.base_url:
        robots += f"\nSitemap: {main.frame.base_url}/sitemap.xml\n"
    # percent-encoded: a space would end an address
    targets = ((old, register.articles[one].card.url) for old, one in site.redirects)
    moved = "".join(f"{urls.absolute(old, base)} {urls.absolute(new, base)} 301\n" for old, new in targets)
    gone = "".join(f"{(at := urls.absolute(one.url, base))} {at} 410\n" for one in site.tombstones)
    headers = (
        f"/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
    wanted = {"/robots.txt": robots, "/_redirects": moved + gone, "/_headers": headers, "/.nojekyll": ""}
    own = {one.url for one in site.files}
    yield from (Page(url, "text", "", TextFile(text)) for url, text in wanted.items() if url not in own)
