"""Taxonomies and their terms: an index of names, and a stable list for each."""

from collections.abc import Iterable, Iterator

from sitegen import locales
from sitegen.config import Limits
from sitegen.model import Batch, Frame, Link, NamesPage, Page, Taxonomy, Term
from sitegen.plan.frame import Edition, head
from sitegen.plan.lists import StableList, pages
from sitegen.plan.memo import Memo
from sitegen.plan.register import Register, term_link


def names(taxonomy: Taxonomy, edition: Edition, register: Register, limits: Limits, memo: Memo) -> Iterator[Batch]:
    """Plan a taxonomy's index and the lists of its terms, as far as an edition holds their articles."""
    frame = edition.frame
    terms = [term for (kind, _), term in register.terms.items() if kind == taxonomy.id]
    held = [(term, tuple(card for card in term.cards if edition.holds(card))) for term in terms]
    held = [(term, cards) for term, cards in held if cards]
    if not held:
        return
    own = Link(f"{edition.prefix}/{taxonomy.id}/", frame.words.get(taxonomy.id, taxonomy.id.capitalize()))
    # without counts: an addition to a name that is here already must not remake the index
    yield memo.batch(_index, own, tuple(term_link(term, edition.lang, edition.prefix) for term, _ in held), frame)
    for term, cards in held:
        yield memo.batch(pages, _list(term, edition, own, register), cards, frame, limits)


def _index(own: Link, links: tuple[Link, ...], frame: Frame) -> Iterator[Page]:
    context = NamesPage(frame, head(frame, own.url, "taxonomy", own.title), _by_letter(links, frame.lang), len(links))
    yield Page(own.url, "names.html", frame.lang, context)


def _by_letter(links: Iterable[Link], lang: str) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    groups: dict[str, list[Link]] = {}
    for link in sorted(links, key=lambda link: (locales.sort_key(link.title, lang), link.url)):
        groups.setdefault(locales.sort_key(link.title, lang)[:1].upper() or "#", []).append(link)
    return tuple((letter, tuple(found)) for letter, found in groups.items())


def _list(term: Term, edition: Edition, parent: Link, register: Register) -> StableList:
    link = term_link(term, edition.lang, edition.prefix)
    authority = term.authority
    wider = register.term(term.taxonomy, authority.broader) if authority and authority.broader else None
    has_page = wider and wider is not term and any(edition.holds(card) for card in wider.cards)
    return StableList(
        url=link.url,
        title=link.title,
        kind="term",
        about=authority.description if authority else "",
        dates=authority.dates if authority else "",
        same_as=authority.same_as if authority else (),
        broader=term_link(wider, edition.lang, edition.prefix) if wider and has_page else None,
        trail=(parent,),
    )
