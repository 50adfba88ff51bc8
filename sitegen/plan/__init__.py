"""Site + Theme -> Plan: every page with all that it may read."""

from collections.abc import Iterator

from sitegen.config import Config
from sitegen.model import Article, Card, Link, Page, Plan, Section, Site, Stub, Theme
from sitegen.plan import feeds, singles
from sitegen.plan.articles import articles
from sitegen.plan.collections import collections
from sitegen.plan.frame import Edition, editions, frames
from sitegen.plan.home import home
from sitegen.plan.links import resolve
from sitegen.plan.lists import StableList, pages
from sitegen.plan.names import names
from sitegen.plan.register import Register, register
from sitegen.plan.shards import shards, stub


def plan(site: Site, theme: Theme, config: Config, indexer: str = "") -> Plan:
    """Plan the whole site: pages to render, files to copy, shards to index. Pure: equal values give an equal plan.

    `indexer` is the version of the search indexer; without it no shards are planned.
    """
    known = register(site, config)
    framed = frames(site, config, theme, known)
    spoken = editions(config, framed)
    planned = [
        *(page for edition in spoken for page in _edition(edition, spoken, site, config, known)),
        *collections(site, spoken[0], known),
        *articles(site, config, framed, known),
        *singles.plain_pages(site, config, framed, known),
        singles.search(site, spoken[0], known),
        singles.not_found(spoken[0]),
        *singles.tombstones(site, config, framed),
        *singles.redirects(site, spoken[0], known),
        *feeds.feed(spoken[0], known, config),
        *feeds.host_files(site, spoken[0], known),
    ]
    planned += feeds.sitemap(planned, spoken[0], known)
    stubs = [_stub(one, known) for one in known.newest] if indexer else []
    return Plan(tuple(planned), (*theme.files, *site.files), shards(stubs, config.search.shard_size, indexer))


def _stub(one: Article, known: Register) -> Stub:
    names = {
        taxonomy: tuple(term.name for name in written if (term := known.term(taxonomy, name)))
        for taxonomy, written in one.terms.items()
    }
    return stub(one, names, one.card.source)


def _edition(
    edition: Edition, spoken: tuple[Edition, ...], site: Site, config: Config, known: Register
) -> Iterator[Page]:
    """Yield the home and the lists of one language."""
    homes = tuple(Link(other.frame.home, other.frame.title, lang=other.lang) for other in spoken)
    yield home(edition, site, known, homes if len(homes) > 1 else ())
    held = tuple(one.card for one in known.newest if edition.holds(one.card))
    words, prefix = edition.frame.words, edition.prefix
    if held:
        whole = StableList(f"{prefix}/archive/", words["archive"], "archive", held, calendar=True)
        yield from pages(whole, edition.frame, config.limits)
    for section in site.sections:
        cards = tuple(card for card in held if card.section == section.id)
        if cards or edition.main:
            yield from pages(_section(section, cards, edition, known), edition.frame, config.limits)
    for taxonomy in site.taxonomies:
        yield from names(taxonomy, edition, known, config.limits)


def _section(section: Section, cards: tuple[Card, ...], edition: Edition, known: Register) -> StableList:
    url = f"{edition.prefix}/{section.id}/"
    body = section.body if edition.main else None
    return StableList(
        url=url,
        title=section.titles.get(edition.lang, section.title),
        kind="section",
        cards=cards,
        description=section.description if edition.main else "",
        body=body,
        links=resolve(section.links, body.path, url, known) if body else {},
    )
