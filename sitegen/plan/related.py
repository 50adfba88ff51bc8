"""Which articles stand close to one another: those beside each other in the lists of the names that they share."""

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise, zip_longest

from sitegen.model import Article, Card, Term
from sitegen.plan.register import Register

# An addition takes its place between two articles in each of these lists: it touches at most twice as many.
LEADING = 5
_FAR = 1_000_000  # days: whatever has no day is further away than anything that has one

Name = tuple[str, str]


def related(register: Register, most: int) -> dict[str, tuple[Card, ...]]:
    """Return for each article, by id, up to `most` others that share names with it.

    Those with most shared names first, of equals the nearest in time. Each article looks along the lists of its leading
    names only, at the one before and the one after it, and nothing depends on how many articles there are or on the
    places of others: so an addition changes what is related to at most 10.
    """
    names = {one.card.id: _names(register.named[one.card.id]) for one in register.newest}
    days = {one.card.id: _day(one) for one in register.newest}
    lists: dict[Name, list[str]] = {}
    for identifier, found in names.items():
        for name in found[:LEADING]:
            lists.setdefault(name, []).append(identifier)
    sets = {identifier: frozenset(found) for identifier, found in names.items()}
    near: dict[str, list[tuple[int, int, str]]] = {}
    for one, other in {pair for found in lists.values() for pair in pairwise(found)}:
        apart = -len(sets[one] & sets[other]), abs(days[one] - days[other])
        near.setdefault(one, []).append((*apart, other))
        near.setdefault(other, []).append((*apart, one))
    return {
        one: tuple(register.articles[other].card for _, _, other in sorted(found)[:most]) for one, found in near.items()
    }


def _names(named: Mapping[str, tuple[Term, ...]]) -> tuple[Name, ...]:
    """Return the names of an article: the first of each taxonomy, then the second of each, and so on."""
    by_taxonomy = [[(taxonomy, term.slug) for term in terms] for taxonomy, terms in named.items()]
    return tuple(name for turn in zip_longest(*by_taxonomy) for name in turn if name)


def _day(one: Article) -> int:
    earliest = one.card.date.earliest if one.card.date else ""
    return dt.date.fromisoformat(earliest).toordinal() if earliest else _FAR
