"""What can be measured of a line among the lines of its article, once it is known where that begins and ends."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from sitegen.intake.traits import Measured, Traits

# a line of page words says what stands so many lines below it
_SOON = 6
_AROUND = (1, 3, 8)
# beyond this, a score says no more; outside of the article, lines are taken for the page's
_MOST, _OUTSIDE = 5.0, -2.0


def measure(measured: Measured, scores: Sequence[float], starts: Sequence[int]) -> Iterator[Traits]:
    """Yield the traits of each line among those of its article; `scores` are how likely each alone is text.

    `starts` are the lines on which articles begin, in order; the first is 0.
    """
    clipped = [max(-_MOST, min(_MOST, score)) for score in scores]
    for low, high in zip(starts, [*starts[1:], len(scores)], strict=True):
        yield from _article(measured, clipped, range(low, high))


def _article(measured: Measured, scores: Sequence[float], lines: range) -> Iterator[dict[str, float]]:
    mass = [measured.words[at] if scores[at] > 0 else 0.0 for at in lines]
    sums = [0.0, *accumulate(mass)]
    whole = sums[-1] or 1.0
    best = max((scores[at] for at in lines), default=0.0)
    text = [at for at in lines if scores[at] > 0 and measured.prose[at]]
    gaps = Counter(measured.rows[at].gap for at in text if at > lines.start)
    usual_gap = gaps.most_common(1)[0][0] if gaps else 0
    indented = 2 * sum("indent" in measured.traits[at] for at in text) > len(text)
    totals = [0.0, *accumulate(scores[at] for at in lines)]
    seen: dict[str, int] = {}
    for place, at in enumerate(lines):
        above, below = sums[place], max(0.0, whole - sums[place + 1])
        yield {
            "alone": scores[at],
            "alone-text": max(0.0, scores[at]),
            "under-best": scores[at] - best,
            "share-above": above / whole,
            "share-below": below / whole,
            "usual-gap": float(measured.rows[at].gap == usual_gap),
            "odd-indent": float(("indent" in measured.traits[at]) != indented),
            **_around(totals, place),
            **_soon(seen, place),
        }
        if not measured.prose[at]:
            seen |= dict.fromkeys(measured.kinds[at], place)


def _around(totals: Sequence[float], place: int) -> dict[str, float]:
    """Return the mean scores of the lines next to one, within its article."""
    found = {}
    for reach in _AROUND:
        low, high = max(0, place - reach), min(len(totals) - 1, place + 1 + reach)
        found[f"above-{reach}"] = (totals[place] - totals[low]) / (place - low) if place > low else _OUTSIDE
        below = high - place - 1
        found[f"below-{reach}"] = (totals[high] - totals[place + 1]) / below if below else _OUTSIDE
    return found


def _soon(seen: Mapping[str, int], place: int) -> dict[str, float]:
    """Return which kinds of page words stood shortly above a line."""
    return {f"soon-{kind}": 1.0 for kind, at in seen.items() if place - at <= _SOON}
