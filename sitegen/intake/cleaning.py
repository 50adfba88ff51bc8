"""Which lines of a dump are an article's text and which the page's: traits weighed, then the likeliest course."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.intake import neighbours
from sitegen.intake.traits import Measured, Traits
from sitegen.intake.weights import ARTICLES, ARTICLES_BASE, CLEANING, CLEANING_BASE

# lines of one kind stand together: what it costs to change from text to page and back, alone and within an article
SWITCH, SWITCH_WITHIN = 1.0, 0.3
_LENIENT = 0.5
# an article has at least so many words: where fewer would stay, less likely ones stay too, by steps up to a measure
_LEAST, _STEP, _MOST = 40.0, 0.5, 8.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a line is text. `score` is positive for text, in log-odds; `rule` names the trait that weighed most."""

    kept: bool
    score: float
    rule: str


def judge(measured: Measured) -> tuple[Judgement, ...]:
    """Judge all lines of a file, not knowing of which article they are; linear in their number."""
    scores = [score(traits) for traits in measured.traits]
    return _judgements(course(scores, SWITCH), scores, measured.traits, CLEANING)


def judge_within(measured: Measured, first: Sequence[Judgement], starts: Sequence[int]) -> tuple[Judgement, ...]:
    """Judge all lines again, each within its article; `starts` are the lines on which these begin, the first is 0."""
    alone = [one.score for one in first]
    traits = [
        {**own, **more} for own, more in zip(measured.traits, neighbours.measure(measured, alone, starts), strict=True)
    ]
    scores = [weighed(one, ARTICLES_BASE, ARTICLES) for one in traits]
    kept: list[bool] = []
    for low, high in zip(starts, [*starts[1:], len(scores)], strict=True):
        kept += _with_text(scores[low:high], measured.words[low:high])
    return _judgements(kept, scores, traits, ARTICLES)


def _judgements(
    kept: Sequence[bool], scores: Sequence[float], traits: Sequence[Traits], weights: Mapping[str, float]
) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(keep, one, "" if keep else _heaviest(own, weights))
        for keep, one, own in zip(kept, scores, traits, strict=True)
    )


def _with_text(scores: Sequence[float], words: Sequence[float]) -> list[bool]:
    """Return the course through the lines of one article, with as much leniency as some text needs."""
    lenient = 0.0
    kept = course(scores, SWITCH_WITHIN)
    while lenient < _MOST and sum(size for size, keep in zip(words, kept, strict=True) if keep) < _LEAST:
        lenient += _STEP
        kept = course([one + lenient for one in scores], SWITCH_WITHIN)
    return kept


def score(traits: Traits) -> float:
    """Weigh the traits of a line: positive for text, negative for what belongs to the page, in log-odds."""
    found = weighed(traits, CLEANING_BASE, CLEANING)
    # a sentence without a word of pages, right under another, is lost at a higher price than a stray one is kept
    return found + _LENIENT if "plain-prose" in traits and "under-prose" in traits else found


def weighed(traits: Traits, base: float, weights: Mapping[str, float]) -> float:
    """Return the sum of what traits weigh."""
    return base + sum(weights.get(name, 0.0) * value for name, value in traits.items())


def course(scores: Sequence[float], switch: float) -> list[bool]:
    """Return the likeliest course of text and page through lines, where each change costs `switch`."""
    text, page = 0.0, 0.0
    steps: list[tuple[bool, bool]] = []
    for one in scores:
        stays, leaves = text >= page - switch, page >= text - switch
        steps.append((stays, leaves))
        text, page = (text if stays else page - switch) + one / 2, (page if leaves else text - switch) - one / 2
    kept: list[bool] = []
    is_text = text >= page
    for stays, leaves in reversed(steps):
        kept.append(is_text)
        is_text = stays if is_text else not leaves
    return kept[::-1]


def _heaviest(traits: Traits, weights: Mapping[str, float]) -> str:
    """Return the trait that speaks most against a line."""
    return min(traits, key=lambda name: (weights.get(name, 0.0) * traits[name], name), default="")
