"""The face of the archive in each language."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen import dates
from sitegen.model import Bar, Bounds, Card, HomePage, Link, Names, Page, Site
from sitegen.plan.collections import dossier
from sitegen.plan.frame import Edition, head
from sitegen.plan.register import Register, term_link

LATEST = 8
NAMES = 7


def home(edition: Edition, site: Site, register: Register, others: tuple[Link, ...]) -> Page:
    """Plan an edition's home; `others` are the homes in the other languages."""
    frame, prefix = edition.frame, edition.prefix
    cards = [one.card for one in register.newest if edition.holds(one.card)]
    years = Counter(year for card in cards if (year := dates.year_of(card.date)))
    context = HomePage(
        site=frame,
        page=head(frame, frame.home, "home", frame.title, description=frame.description, alternates=others),
        bounds=bounds(cards),
        coverage=_coverage(cards, prefix),
        collections=tuple(dossier(one, register, frame) for one in site.collections),
        latest=tuple(sorted(cards, key=lambda card: (card.added, card.id), reverse=True)[:LATEST]),
        sections=tuple(
            Link(f"{prefix}/{one.id}/", one.titles.get(edition.lang, one.title), count=count)
            for one in site.sections
            if (count := sum(card.section == one.id for card in cards))
        ),
        years=_decades(years, prefix, frame.words),
        names=tuple(_busiest(edition, site, register)),
    )
    return Page(frame.home, "home.html", frame.lang, context)


def bounds(cards: Iterable[Card]) -> Bounds:
    """Return what a set of articles holds in figures; languages by how much is written in them."""
    found = list(cards)
    years = sorted(year for card in found if (year := dates.year_of(card.date)))
    languages = Counter(card.lang for card in found)
    order = sorted(languages, key=lambda lang: (-languages[lang], lang))
    return Bounds(len(found), years[0] if years else "", years[-1] if years else "", tuple(order))


def _coverage(cards: Iterable[Card], prefix: str) -> tuple[Bar, ...]:
    """Return a bar for each month; what has no month stands at its year."""
    spans = Counter((year, dates.month_of(card.date)) for card in cards if (year := dates.year_of(card.date)))
    return tuple(
        Bar(f"{year}-{month}" if month else year, count, f"{prefix}/archive/{year}/" + (f"{month}/" if month else ""))
        for (year, month), count in sorted(spans.items())
    )


def _decades(
    years: Mapping[str, int], prefix: str, words: Mapping[str, str]
) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    decades: dict[str, list[Link]] = {}
    for year in sorted(years):
        name = words["decade"].replace("{decade}", f"{year[:3]}0")
        decades.setdefault(name, []).append(Link(f"{prefix}/archive/{year}/", year, count=years[year]))
    return tuple((name, tuple(links)) for name, links in decades.items())


def _busiest(edition: Edition, site: Site, register: Register) -> Iterable[Names]:
    """Yield for each taxonomy the names that most articles carry."""
    for taxonomy in site.taxonomies:
        counted = [
            (sum(edition.holds(card) for card in term.cards), term)
            for (kind, _), term in register.terms.items()
            if kind == taxonomy.id
        ]
        top = sorted((pair for pair in counted if pair[0]), key=lambda pair: (-pair[0], pair[1].slug))[:NAMES]
        links = tuple(
            Link(link.url, link.title, count=count)
            for count, term in top
            if (link := term_link(term, edition.lang, edition.prefix))
        )
        if links:
            yield Names(taxonomy.id, edition.frame.words.get(taxonomy.id, taxonomy.id.capitalize()), links)
