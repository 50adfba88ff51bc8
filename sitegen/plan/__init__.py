"""Site + Theme -> Plan: every page with all that it may read."""

from collections.abc import Iterator, Mapping

from sitegen.config import Config
from sitegen.fingerprint import renderer
from sitegen.model import Article, Batch, Link, Plan, Section, Site, Stub, Theme
from sitegen.plan import feeds, singles
from sitegen.plan.articles import articles
from sitegen.plan.collections import collections
from sitegen.plan.frame import Edition, editions, frames
from sitegen.plan.home import home
from sitegen.plan.links import resolve
from sitegen.plan.lists import StableList, pages
from sitegen.plan.memo import Memo
from sitegen.plan.names import names
from sitegen.plan.register import Register, register
from sitegen.plan.shards import shards, stub


def plan(
    site: Site, theme: Theme, config: Config, indexer: str = "", known: Mapping[str, tuple[str, ...]] | None = None
) -> Plan:
    """Plan the whole site: pages to render, files to copy, shards to index. Pure: equal values give an equal plan.

    `indexer` is the version of the search indexer; without it no shards are planned. `known` maps the keys of an
    earlier plan's batches to their addresses: their pages are left out.
    """
    memo = Memo(known or {}, [renderer(), theme.closures])
    held = register(site, config)
    framed = frames(site, config, theme, held)
    spoken = editions(config, framed)
    main = spoken[0]
    listed = [
        *(batch for edition in spoken for batch in _edition(edition, spoken, site, config, held, memo)),
        *map(memo.page, collections(site, main, held)),
        *articles(site, config, framed, held, memo),
        *map(memo.page, singles.plain_pages(site, config, framed, held)),
        memo.page(singles.search(site, main, held)),
    ]
    unlisted = [
        singles.not_found(main),
        *singles.tombstones(site, config, framed),
        *singles.redirects(site, main, held),
        *feeds.feed(main, held, config),
        *feeds.host_files(site, main, held),
        *feeds.sitemap((url for batch in listed for url in batch.urls), main, held),
    ]
    batches = (*listed, *map(memo.page, unlisted))
    stubs = [_stub(one, held) for one in held.newest] if indexer else []
    return Plan(batches, (*theme.files, *site.files), shards(stubs, config.search.shard_size, indexer))


def _stub(one: Article, known: Register) -> Stub:
    named = known.named[one.card.id]
    names = {taxonomy: tuple(term.name for term in terms) for taxonomy, terms in named.items()}
    return stub(one, names, one.card.source)


def _edition(
    edition: Edition, spoken: tuple[Edition, ...], site: Site, config: Config, known: Register, memo: Memo
) -> Iterator[Batch]:
    """Yield the home and the lists of one language."""
    homes = tuple(Link(other.frame.home, other.frame.title, lang=other.lang) for other in spoken)
    yield memo.page(home(edition, site, known, homes if len(homes) > 1 else ()))
    held = tuple(one.card for one in known.newest if edition.holds(one.card))
    words, prefix = edition.frame.words, edition.prefix
    if held:
        whole = StableList(f"{prefix}/archive/", words["archive"], "archive", calendar=True)
        yield memo.batch(pages, whole, held, edition.frame, config.limits)
    for section in site.sections:
        cards = tuple(card for card in held if card.section == section.id)
        if cards or edition.main:
            yield memo.batch(pages, _section(section, edition, known), cards, edition.frame, config.limits)
    for taxonomy in site.taxonomies:
        yield from names(taxonomy, edition, known, config.limits, memo)


def _section(section: Section, edition: Edition, known: Register) -> StableList:
    url = f"{edition.prefix}/{section.id}/"
    body = section.body if edition.main else None
    return StableList(
        url=url,
        title=section.titles.get(edition.lang, section.title),
        kind="section",
        description=section.description if edition.main else "",
        body=body,
        links=resolve(section.links, body.path, url, known) if body else {},
    )
