"""Which articles stand close to one another: those beside each other in the lists of the names that they share."""

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise, zip_longest

from sitegen.model import Article, Card, Term
from sitegen.plan.register import Register

# An addition takes its place between two articles in each of these lists: it touches at most twice as many.
LEADING = 5
_FAR = 1_000_000  # days: whatever has no day is further away than anything that has one


def related(register: Register, most: int) -> dict[str, tuple[Card, ...]]:
    """Return for each article, by id, up to `most` others that share names with it.

    Those with most shared names first, of equals the nearest in time. Each article looks along the lists of its leading
    names only, at the one before and the one after it, and nothing depends on how many articles there are or on the
    places of others: so an addition changes what is related to at most 10.
    """
    articles = register.newest
    names = [_names(register.named[one.card.id]) for one in articles]
    lists: dict[int, list[int]] = {}
    for nth, found in enumerate(names):
        for name in found[:LEADING]:
            lists.setdefault(name, []).append(nth)
    sets = [frozenset(found) for found in names]
    days = [_day(one) for one in articles]
    cards = [one.card for one in articles]
    near: dict[int, list[tuple[int, int, str, int]]] = {}
    for one, other in {pair for found in lists.values() for pair in pairwise(found)}:
        shared, apart = -len(sets[one] & sets[other]), abs(days[one] - days[other])
        near.setdefault(one, []).append((shared, apart, cards[other].id, other))
        near.setdefault(other, []).append((shared, apart, cards[one].id, one))
    return {cards[one].id: tuple(cards[nth] for *_, nth in sorted(found)[:most]) for one, found in near.items()}


def _names(named: Mapping[str, tuple[Term, ...]]) -> tuple[int, ...]:
    """Return the terms of an article: the first of each taxonomy, then the second of each, and so on.

    A term is told by its identity: there is one of each in a register.
    """
    return tuple(id(term) for turn in zip_longest(*named.values()) for term in turn if term)


def _day(one: Article) -> int:
    earliest = one.card.date.earliest if one.card.date else ""
    return dt.date.fromisoformat(earliest).toordinal() if earliest else _FAR
