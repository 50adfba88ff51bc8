"""Two looks at segments: each by itself, then beside its neighbours; weights say how likely it is text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.intake.pages import traits
from sitegen.intake.pages.segments import Box, Segment
from sitegen.intake.pages.traits import Seen, Traits

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Looks:
    """The weights of both looks with what each gives to a segment without traits; `around` are of the second."""

    first_base: float
    first: Weights
    second_base: float
    second: Weights
    around: Weights

    def scores(self, seen: Sequence[Seen], segments: Sequence[Segment]) -> list[float]:
        """Return the log-odds of each segment for text."""
        first = self._alone(seen, segments, self.first_base, self.first)
        own = self._alone(seen, segments, self.second_base, self.second)
        near = traits.around(seen, first, segments)
        return [score + _weigh(more, self.around) for score, more in zip(own, near, strict=True)]

    @staticmethod
    def _alone(seen: Sequence[Seen], segments: Sequence[Segment], base: float, weights: Weights) -> list[float]:
        places: dict[Box, float] = {}
        found = []
        for one, segment in zip(seen, segments, strict=True):
            if segment.box not in places:
                places[segment.box] = base + _weigh(one.place, weights)
            found.append(places[segment.box] + _weigh(one.own, weights))
        return found


def _weigh(own: Traits, weights: Weights) -> float:
    total, weight = 0.0, weights.get
    for name, value in own.items():
        total += weight(name, 0.0) * value
    return total
