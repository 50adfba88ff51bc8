"""Collections: the page of all, and each dossier with its curated order."""

from collections.abc import Iterator

from sitegen import dates
from sitegen.model import (
    Bounds,
    Card,
    Collection,
    CollectionPage,
    CollectionsPage,
    Dossier,
    Frame,
    Link,
    NotedCard,
    Page,
    Site,
)
from sitegen.plan.frame import Edition, head
from sitegen.plan.links import resolve
from sitegen.plan.register import Register


def collections(site: Site, edition: Edition, register: Register) -> Iterator[Page]:
    """Plan the page of all collections and a page for each."""
    frame = edition.frame
    if not site.collections:
        return
    own = head(frame, "/collections/", "collections", frame.words["collections"])
    dossiers = tuple(dossier(one, register, frame) for one in site.collections)
    yield Page(own.url, "collections.html", frame.lang, CollectionsPage(frame, own, dossiers))
    yield from (_collection(one, frame, register) for one in site.collections)


def _collection(one: Collection, frame: Frame, register: Register) -> Page:
    url = f"/collections/{one.id}/"
    trail = (Link("/collections/", frame.words["collections"]),)
    own = head(frame, url, "collection", one.title, lang=one.lang, description=one.description, trail=trail)
    entries = tuple(_entries(one, register))
    held = _bounds([entry.card for entry in entries])
    links = resolve(one.links, one.body.path, url, register)
    context = CollectionPage(frame, own, one.body, links, one.image, entries, held)
    return Page(url, "collection.html", one.lang, context)


def _entries(one: Collection, register: Register) -> Iterator[NotedCard]:
    """Yield the curated articles in the curator's order, then those that name the collection, oldest first."""
    for entry in one.entries:
        if entry.id in register.articles:
            yield NotedCard(register.articles[entry.id].card, entry.note)
    yield from (NotedCard(card) for card in register.members[one.id])


def dossier(one: Collection, register: Register, frame: Frame) -> Dossier:
    """Return a collection as lists show it."""
    held = _bounds([entry.card for entry in _entries(one, register)])
    span = held.first
    if held.first != held.last:
        span = frame.words["years_span"].replace("{first}", held.first).replace("{last}", held.last)
    title = one.titles.get(frame.lang, one.title)
    return Dossier(f"/collections/{one.id}/", title, one.lang, one.description, one.image, held.articles, span)


def _bounds(cards: list[Card]) -> Bounds:
    years = sorted(year for card in cards if (year := dates.year_of(card.date)))
    return Bounds(
        len(cards), years[0] if years else "", years[-1] if years else "", tuple(sorted({card.lang for card in cards}))
    )
