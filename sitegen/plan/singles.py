"""Pages that are alone of their kind: plain pages, search, 404, tombstones, and stubs at old addresses."""

from collections.abc import Iterator, Mapping

from sitegen import dates
from sitegen.config import Config
from sitegen.model import (
    Frame,
    Link,
    NotFoundPage,
    Page,
    PlainTextPage,
    RedirectPage,
    SearchPage,
    Site,
    TombstonePage,
)
from sitegen.plan.frame import Edition, head
from sitegen.plan.links import resolve
from sitegen.plan.register import Register


def plain_pages(site: Site, config: Config, framed: Mapping[str, Frame], register: Register) -> Iterator[Page]:
    """Plan the site's own pages."""
    for one in site.pages:
        frame = framed.get(one.lang, framed[config.language])
        url = f"/{one.id}/"
        own = head(frame, url, "page", one.title, lang=one.lang, description=one.description)
        links = resolve(one.links, one.body.path, url, register)
        yield Page(url, "page.html", one.lang, PlainTextPage(frame, own, one.body, links))


def search(site: Site, main: Edition, register: Register) -> Page:
    """Plan the search page; without a script it leads to the years and the names."""
    frame = main.frame
    years = sorted({year for one in register.newest if (year := dates.year_of(one.card.date))})
    used = {kind for kind, _ in register.terms}
    context = SearchPage(
        site=frame,
        page=head(frame, "/search/", "search", frame.words["search"]),
        shards="/search/shards.json",
        years=tuple(Link(f"/archive/{year}/", year) for year in years),
        taxonomies=tuple(
            Link(f"/{one.id}/", frame.words.get(one.id, one.id.capitalize()))
            for one in site.taxonomies
            if one.id in used
        ),
    )
    return Page("/search/", "search.html", frame.lang, context)


def not_found(main: Edition) -> Page:
    """Plan the page for addresses that lead nowhere."""
    own = head(main.frame, "/404.html", "not_found", main.frame.words["not_found_title"], noindex=True, canonical="")
    return Page(own.url, "not_found.html", main.lang, NotFoundPage(main.frame, own))


def tombstones(site: Site, config: Config, framed: Mapping[str, Frame]) -> Iterator[Page]:
    """Plan what stands at the addresses of withdrawn articles."""
    for one in site.tombstones:
        frame = framed.get(one.lang, framed[config.language])
        own = head(frame, one.url, "tombstone", frame.words["withdrawn_title"], noindex=True, canonical="")
        yield Page(one.url, "tombstone.html", frame.lang, TombstonePage(frame, own, one))


def redirects(site: Site, main: Edition, register: Register) -> Iterator[Page]:
    """Plan a stub at each old address, for hosts that know no redirects."""
    for url, identifier in site.redirects:
        card = register.articles[identifier].card
        own = head(main.frame, url, "redirect", card.title, noindex=True, canonical="")
        yield Page(
            url, "redirect.html", main.lang, RedirectPage(main.frame, own, Link(card.url, card.title, lang=card.lang))
        )
