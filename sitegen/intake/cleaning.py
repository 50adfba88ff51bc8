"""Which lines of a dump are an article's text and which the page's: weighed traits, then the likeliest course."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.intake.traits import Measured, Traits
from sitegen.intake.weights import CLEANING, CLEANING_BASE

# lines of one kind stand together: what it costs to change from text to page and back
SWITCH = 1.0
_LENIENT = 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a line is text. `score` is positive for text, in log-odds; `rule` names the trait that weighed most."""

    kept: bool
    score: float
    rule: str


def judge(measured: Measured) -> tuple[Judgement, ...]:
    """Judge all lines of a file; linear in their number."""
    scores = [score(traits) for traits in measured.traits]
    kept = course(scores, SWITCH)
    return tuple(
        Judgement(keep, one, "" if keep else _heaviest(traits))
        for keep, one, traits in zip(kept, scores, measured.traits, strict=True)
    )


def score(traits: Traits) -> float:
    """Weigh the traits of a line: positive for text, negative for what belongs to the page, in log-odds."""
    weighed = CLEANING_BASE + sum(CLEANING.get(name, 0.0) * value for name, value in traits.items())
    # a sentence without a word of pages, right under another, is lost at a higher price than a stray one is kept
    return weighed + _LENIENT if "plain-prose" in traits and "under-prose" in traits else weighed


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


def _heaviest(traits: Traits) -> str:
    """Return the trait that speaks most against a line."""
    return min(traits, key=lambda name: (CLEANING.get(name, 0.0) * traits[name], name), default="")
