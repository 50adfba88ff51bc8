"""Which articles stand close to one another: those beside each other in the lists of the names that they share."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest

from sitegen.model import Card, Term
from sitegen.plan.register import Register

# An addition takes its place between two articles in each of these lists: it touches at most twice as many.
LEADING = 5
_NEAR = 8192  # places that are kept in mind
_FAR = 1_000_000  # days: whatever has no day is further away than anything that has one


class Related:
    """Tells which others share names with an article, up to `most`.

    Those with most shared names first, of equals the nearest in time. Each article looks along the lists of its leading
    names only, at the one before and the one after it, and nothing depends on how many articles there are or on the
    places of others: so an addition changes what is related to at most 10.
    """

    def __init__(self, register: Register, most: int) -> None:
        self._register, self._most = register, most
        self._places = {one.card.id: nth for nth, one in enumerate(register.newest)}
        # looked at ten times, mostly by those nearby
        self._place = lru_cache(_NEAR)(self._at)
        # of each name the places of those that it leads, ascending
        self._lists: dict[int, list[int]] = {}
        for nth, one in enumerate(register.newest):
            for name in _names(register.named[one.card.id])[:LEADING]:
                self._lists.setdefault(name, []).append(nth)

    def to(self, one: str) -> tuple[Card, ...]:
        """Return the cards of what is related to an article, by its id."""
        if self._most < 1:
            return ()
        register, here = self._register, self._places[one]
        names, day = self._place(here)
        found = []
        for nth in set(self._beside(here, _names(register.named[one])[:LEADING])):
            others, then = self._place(nth)
            found.append((-len(names & others), abs(day - then), register.newest[nth].card.id, nth))
        return tuple(register.newest[nth].card for *_, nth in sorted(found)[: self._most])

    def _at(self, nth: int) -> tuple[frozenset[int], int]:
        """Return the names and the day of the article at a place."""
        card = self._register.newest[nth].card
        return frozenset(_names(self._register.named[card.id])), _day(card)

    def _beside(self, here: int, names: tuple[int, ...]) -> Iterator[int]:
        """Yield the places before and after one in the lists of some names."""
        for name in names:
            places = self._lists[name]
            at = bisect_left(places, here)
            yield from places[max(at - 1, 0) : at]
            yield from places[at + 1 : at + 2]


def _names(named: Mapping[str, tuple[Term, ...]]) -> tuple[int, ...]:
    """Return the terms of an article: the first of each taxonomy, then the second of each, and so on.

    A term is told by its identity: there is one of each in a register.
    """
    return tuple(id(term) for turn in zip_longest(*named.values()) for term in turn if term)


def _day(card: Card) -> int:
    earliest = card.date.earliest if card.date else ""
    return dt.date.fromisoformat(earliest).toordinal() if earliest else _FAR
