"""Which articles stand close to one another: those beside each other in the lists of the names that they share."""

import datetime as dt
from itertools import chain, pairwise, zip_longest

from sitegen.model import Article, Card
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
    names = {one.card.id: _names(one, register) for one in register.newest}
    lists: dict[Name, list[str]] = {}
    for identifier, found in names.items():
        for name in found[:LEADING]:
            lists.setdefault(name, []).append(identifier)
    beside: dict[str, set[str]] = {}
    for one, other in chain.from_iterable(pairwise(found) for found in lists.values()):
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    sets = {identifier: frozenset(found) for identifier, found in names.items()}
    days = {one.card.id: _day(one) for one in register.newest}

    def closeness(one: str, other: str) -> tuple[int, int, str]:
        return -len(sets[one] & sets[other]), abs(days[one] - days[other]), other

    return {
        one: tuple(
            register.articles[other].card for other in sorted(near, key=lambda other: closeness(one, other))[:most]
        )
        for one, near in beside.items()
    }


def _names(one: Article, register: Register) -> tuple[Name, ...]:
    """Return the names of an article, each once: the first of each taxonomy, then the second of each, and so on."""
    by_taxonomy = [
        [(taxonomy, term.slug) for name in written if (term := register.term(taxonomy, name))]
        for taxonomy, written in one.terms.items()
    ]
    return tuple(dict.fromkeys(name for turn in zip_longest(*by_taxonomy) for name in turn if name))


def _day(one: Article) -> int:
    earliest = one.card.date.earliest if one.card.date else ""
    return dt.date.fromisoformat(earliest).toordinal() if earliest else _FAR
