"""Site + Theme -> Plan: every page with all that it may read."""

from collections.abc import Iterator

from sitegen import digest
from sitegen.config import Config
from sitegen.fingerprint import renderer
from sitegen.model import Article, Batch, Draft, Known, Link, Plan, Section, Site, Stub, Theme
from sitegen.plan import feeds, singles
from sitegen.plan.collections import collections
from sitegen.plan.desk import Desk, outline, text
from sitegen.plan.frame import Edition
from sitegen.plan.home import home
from sitegen.plan.links import resolve
from sitegen.plan.lists import StableList, pages
from sitegen.plan.memo import Memo
from sitegen.plan.names import names
from sitegen.plan.register import Register
from sitegen.plan.shards import shards, stub


def plan(site: Site, theme: Theme, config: Config, indexer: str = "", known: Known | None = None) -> Plan:
    """Plan the whole site: pages to render, files to copy, shards to index. Pure: equal values give an equal plan.

    `indexer` is the version of the search indexer; without it no shards are planned. What is `known` of an earlier plan
    is left out of this one.
    """
    known = known or Known()
    desk, base = Desk(site, theme, config), digest.mark([renderer(), theme.closures])
    mark = digest.joined((base, outline(site, theme, config)))
    lists = (
        (Batch(key, urls, None) for key, urls in known.lists.items())
        if known.outline == mark.hex()
        else _lists(desk, Memo(known.lists, base))
    )
    stubs = [_stub(one, desk.register) for one in desk.register.newest] if indexer else []
    return Plan(
        mark.hex(),
        tuple(lists),
        tuple(_articles(desk, Memo(known.articles, mark))),
        (*theme.files, *site.files),
        shards(stubs, config.search.shard_size, indexer),
    )


def _articles(desk: Desk, memo: Memo) -> Iterator[Batch]:
    """Yield a page for each article, to be planned where it is made."""
    for one in desk.site.articles:
        batch = memo.piece(Draft(one.card.url, Desk.article, desk, one.card.id), text(one))
        if batch.pages:
            desk.look_up()
        yield batch


def _lists(desk: Desk, memo: Memo) -> Iterator[Batch]:
    """Yield everything else."""
    site, config, held, framed = desk.site, desk.config, desk.register, desk.framed
    main = desk.spoken[0]
    listed = [
        *(batch for edition in desk.spoken for batch in _edition(edition, desk, memo)),
        *map(memo.page, collections(site, main, held)),
        *map(memo.page, singles.plain_pages(site, config, framed, held)),
        memo.page(singles.search(site, main, held)),
    ]
    urls = (*(url for batch in listed for url in batch.urls), *(one.card.url for one in site.articles))
    unlisted = [
        singles.not_found(main),
        *singles.tombstones(site, config, framed),
        *singles.redirects(site, main, held),
        *feeds.feed(main, held, config),
        *feeds.host_files(site, main, held),
        *feeds.sitemap(urls, main, held),
    ]
    yield from (*listed, *map(memo.page, unlisted))


def _stub(one: Article, known: Register) -> Stub:
    named = known.named[one.card.id]
    names = {taxonomy: tuple(term.name for term in terms) for taxonomy, terms in named.items()}
    return stub(one, names, one.card.source)


def _edition(edition: Edition, desk: Desk, memo: Memo) -> Iterator[Batch]:
    """Yield the home and the lists of one language."""
    site, limits, known = desk.site, desk.config.limits, desk.register
    homes = tuple(Link(other.frame.home, other.frame.title, lang=other.lang) for other in desk.spoken)
    yield memo.page(home(edition, site, known, homes if len(homes) > 1 else ()))
    held = tuple(one.card for one in known.newest if edition.holds(one.card))
    words, prefix = edition.frame.words, edition.prefix
    if held:
        whole = StableList(f"{prefix}/archive/", words["archive"], "archive", calendar=True)
        yield memo.batch(pages, whole, held, edition.frame, limits)
    for section in site.sections:
        cards = tuple(card for card in held if card.section == section.id)
        if cards or edition.main:
            yield memo.batch(pages, _section(section, edition, known), cards, edition.frame, limits)
    for taxonomy in site.taxonomies:
        yield from names(taxonomy, edition, known, limits, memo)


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
