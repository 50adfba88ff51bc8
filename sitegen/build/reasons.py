"""Why pages are made anew, in words: the parts that differ, and of the cards in them those that do."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen import manifest
from sitegen.build.values import Prepared
from sitegen.model import Article, Card, Draft, Group, Listing, NotedCard, Page, Receipt, as_page

# Cards named of one part; what everybody sees in a long list is that many differ.
MOST = 3


def edits(was: Iterable[Article], now: Iterable[Article]) -> dict[str, str]:
    """Return, by id, what is new of the cards of articles in words, as far as an earlier build remembers them."""
    before = {one.card.id: one.card for one in was}
    if not before:
        return {}
    pairs = ((one.card, before.get(one.card.id)) for one in now)
    return {card.id: _edit(card, known) for card, known in pairs if card != known}


def _edit(card: Card, was: Card | None) -> str:
    if was is None:
        return f"{card.url} is new"
    fields = [name for name in Card.__slots__ if getattr(card, name) != getattr(was, name)]
    return f"the {' and the '.join(fields)} of {card.url} changed"


def told(ready: Prepared, receipts: Iterable[Receipt]) -> dict[str, list[str]]:
    """Return why a build made each page that it made, by their addresses."""
    pages = {page.url: page for page in ready.plan.pages}
    made = (one for one in receipts if one.reasons)
    return {one.url: words(one.url, one.reasons, pages[one.url], ready.edits) for one in made}


def words(url: str, parts: Iterable[str], page: Page | Draft | None, known: Mapping[str, str]) -> list[str]:
    """Return a sentence for each part of a page that differs; `known` are the edits of cards."""
    whole = as_page(page) if page and known else None
    return [manifest.reason(url, part) + _of_cards(part, whole, known) for part in parts]


def _of_cards(part: str, page: Page | None, known: Mapping[str, str]) -> str:
    held = _cards(getattr(page.context, part, None)) if page else ()
    found = list(dict.fromkeys(known[card.id] for card in held if card.id in known))
    more = [f"and {len(found) - MOST} more"] if len(found) > MOST else []
    return f": {', '.join([*found[:MOST], *more])}" if found else ""


def _cards(value: object) -> Iterator[Card]:
    """Yield the cards in a part of a page."""
    if isinstance(value, Card):
        yield value
    elif isinstance(value, NotedCard):
        yield value.card
    elif isinstance(value, Group):
        yield from value.cards
    elif isinstance(value, Listing):
        yield from _cards(value.groups)
    elif isinstance(value, tuple):
        for one in value:
            yield from _cards(one)
