"""Who is where: every id, name and content file, and the page that stands for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen import dates, urls
from sitegen.config import Config
from sitegen.model import Article, Authority, Card, Collection, Link, Names, Site, Source, Taxonomy, Term


@dataclass(frozen=True, slots=True)
class Register:
    """What plan looks things up in. `newest` are the articles newest first, the undated last.

    `terms` maps (taxonomy, slug) to a term, `slugs` (taxonomy, name as written, folded) to its slug, `named` an article
    to its terms by taxonomy, each once and in the order in which they are written, `pages` a content file to its page.
    """

    articles: Mapping[str, Article]
    newest: tuple[Article, ...]
    terms: Mapping[tuple[str, str], Term]
    slugs: Mapping[tuple[str, str], str]
    named: Mapping[str, Mapping[str, tuple[Term, ...]]]
    pages: Mapping[str, Link]
    sources: Mapping[str, Source]
    collections: Mapping[str, Collection]
    members: Mapping[str, tuple[Card, ...]]
    files: frozenset[str]

    def term(self, taxonomy: str, name: str) -> Term | None:
        """Return the term that a name as written in front matter means."""
        return self.terms.get((taxonomy, self.slugs.get((taxonomy, name.casefold()), "")))


def register(site: Site, config: Config) -> Register:
    """Look once over everything that may be seen."""
    sources = _sources(site.sources)
    sourced = tuple(_with_source(one, sources) for one in site.articles)
    newest = tuple(dates.in_order(sourced, lambda one: (one.card.date, one.card.id), newest=True))
    slugs = {key: slug for taxonomy in site.taxonomies for key, slug in _slugs(taxonomy)}
    slugs.update(_plain_slugs(sourced, slugs, config))
    terms = _terms(newest, site.taxonomies, slugs)
    return Register(
        articles={one.card.id: one for one in sourced},
        newest=newest,
        terms=terms,
        slugs=slugs,
        named={one.card.id: _named(one, terms, slugs) for one in newest},
        pages=dict(_pages(site)),
        sources=sources,
        collections={one.id: one for one in site.collections},
        members={one.id: tuple(_members(one.id, one.entries, newest)) for one in site.collections},
        files=frozenset(one.url for one in site.files),
    )


def _sources(sources: Iterable[Source]) -> dict[str, Source]:
    """Return the publications by id and by name, folded; an id wins over a name."""
    known = tuple(sources)
    return {one.name.casefold(): one for one in known} | {one.id.casefold(): one for one in known}


def _with_source(article: Article, sources: Mapping[str, Source]) -> Article:
    """Return the article with its source's name on its card, where the file gives an id."""
    source = sources.get(article.source.casefold())
    return replace(article, card=replace(article.card, source=source.name)) if source else article


def _slugs(taxonomy: Taxonomy) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each way of writing a name of an authority file; the id wins over names, names over aliases."""
    ways: dict[str, str] = {}
    for one in taxonomy.authority:
        for name in (*one.aliases, *one.names.values(), one.name):
            ways[name.casefold()] = one.id
    ways |= {one.id.casefold(): one.id for one in taxonomy.authority}
    yield from (((taxonomy.id, name), slug) for name, slug in ways.items())


def _plain_slugs(
    articles: Iterable[Article], known: Mapping[tuple[str, str], str], config: Config
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield a slug for each name that no authority file knows: a plain term."""
    ascii_only = config.slugs == "ascii"
    for one in articles:
        for taxonomy, names in one.terms.items():
            for name in names:
                key = taxonomy, name.casefold()
                if key not in known and (slug := urls.slug(name, ascii_only=ascii_only)):
                    yield key, slug


def _terms(
    newest: Iterable[Article], taxonomies: Iterable[Taxonomy], slugs: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], Term]:
    authorities = {(taxonomy.id, one.id): one for taxonomy in taxonomies for one in taxonomy.authority}
    cards: dict[tuple[str, str], dict[str, Card]] = {}
    written: dict[tuple[str, str], str] = {}
    for one in newest:
        for taxonomy, names in one.terms.items():
            for name in names:
                key = taxonomy, slugs.get((taxonomy, name.casefold()), "")
                if key[1]:
                    cards.setdefault(key, {})[one.card.id] = one.card
                    # of several ways to write a plain term the first in the alphabet stands, whatever their order
                    written[key] = min(name, written.get(key, name))
    return {
        key: Term(
            *key,
            name=_name(authorities.get(key), written[key]),
            authority=authorities.get(key),
            cards=tuple(found.values()),
        )
        for key, found in sorted(cards.items())
    }


def _named(
    article: Article, terms: Mapping[tuple[str, str], Term], slugs: Mapping[tuple[str, str], str]
) -> dict[str, tuple[Term, ...]]:
    return {
        taxonomy: tuple(
            terms[taxonomy, slug]
            for slug in dict.fromkeys(slugs.get((taxonomy, name.casefold()), "") for name in names)
            if slug
        )
        for taxonomy, names in article.terms.items()
    }


def _name(authority: Authority | None, written: str) -> str:
    return authority.name if authority else written


def _members(collection: str, curated: Iterable[object], newest: Iterable[Article]) -> Iterator[Card]:
    """Yield the articles that name a collection themselves and are not in its curated order, oldest first."""
    placed = {getattr(one, "id", "") for one in curated}
    own = [one.card for one in newest if collection in one.collections and one.card.id not in placed]
    yield from dates.in_order(own, lambda card: (card.date, card.id))


def _pages(site: Site) -> Iterator[tuple[str, Link]]:
    yield from ((one.body.path, Link(one.card.url, one.card.title)) for one in site.articles)
    yield from ((one.body.path, Link(f"/collections/{one.id}/", one.title)) for one in site.collections)
    yield from ((one.body.path, Link(f"/{one.id}/", one.title)) for one in site.pages)
    yield from ((one.body.path, Link(f"/{one.id}/", one.title)) for one in site.sections if one.body)


def term_link(term: Term, lang: str, prefix: str = "", *, count: bool = False) -> Link:
    """Return the link to a term's page, in the language of the list that shows it where the authority file has it."""
    own = term.authority.names.get(lang, "") if term.authority else ""
    url = f"{prefix}/{term.taxonomy}/{term.slug}/"
    return Link(url, own or term.name, count=len(term.cards) if count else 0)


def names_of(article: Article, register: Register, words: Mapping[str, str], lang: str) -> tuple[Names, ...]:
    """Return the names that an article carries, by taxonomy, each with its page."""
    return tuple(
        Names(taxonomy, words.get(taxonomy, taxonomy.capitalize()), tuple(term_link(term, lang) for term in terms))
        for taxonomy, terms in register.named[article.card.id].items()
        if terms
    )
