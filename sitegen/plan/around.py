"""What stands around an article: its neighbours in time, translations, the same story elsewhere, what is related."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from sitegen import dates
from sitegen.model import Card
from sitegen.plan.register import Register
from sitegen.plan.related import Related


class Around(NamedTuple):
    """What stands around an article, by the kinds of its page's context."""

    translations: tuple[Card, ...]
    also_ran: tuple[Card, ...]
    related: tuple[Card, ...]
    earlier: Card | None
    later: Card | None


class Surroundings:
    """Tells what stands around each article of a register; up to `most` are related."""

    def __init__(self, register: Register, most: int) -> None:
        dated = (one.card for one in register.newest if dates.year_of(one.card.date))
        chain = dates.in_order(dated, lambda card: (card.date, card.id))
        self._earlier = {later.id: earlier for earlier, later in pairwise(chain)}
        self._later = {earlier.id: later for earlier, later in pairwise(chain)}
        self._stories = _clusters(((one.card.id, one.same_story) for one in register.newest), register)
        self._tongues = _clusters(((one.card.id, one.translation_of) for one in register.newest), register)
        self._related = Related(register, most)

    def of(self, one: str) -> Around:
        """Return what stands around an article, by its id."""
        ran = self._stories.get(one, ())
        close = self._related.to(one)
        others = tuple(card for card in close if card not in ran) if ran else close
        return Around(self._tongues.get(one, ()), ran, others, self._earlier.get(one), self._later.get(one))


def _clusters(leads: Iterable[tuple[str, str]], register: Register) -> Mapping[str, tuple[Card, ...]]:
    """Return for each article the others that point to the same lead, or are it; in the order of their ids."""
    groups: dict[str, set[str]] = {}
    for identifier, lead in leads:
        if lead in register.articles and lead != identifier:
            groups.setdefault(lead, {lead}).add(identifier)
    return {
        one: tuple(register.articles[other].card for other in sorted(group) if other != one)
        for group in groups.values()
        for one in group
    }
