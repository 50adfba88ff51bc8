"""How little the text from a line on has in common with the text above it: its words, its names, its language."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from sitegen.intake import threads, vocabulary

# what is compared: so many words on either side, and so many different ones at least, or nothing is said
WINDOWS = (("apart-near", 40, 8), ("apart-far", 150, 8), ("tongue", 60, 15), ("names", 15, 5))
# inflected words share their beginning
_STEM = 6
_REACH = 2000
# how much nearly nothing in common says beyond little in common
_POWER = 4
_SMALL = 3
# a word with a capital within a sentence
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[^\W\d_a-z][\w’'-]+")  # noqa: RUF001


@dataclass(slots=True)
class _Side:
    """The words of a window on one side of a line; never leaves this room."""

    counts: Counter[str] = field(default_factory=Counter)
    words: int = 0
    weight: float = 0.0


def measure(texts: Sequence[str], kept: Sequence[bool]) -> list[dict[str, float]]:
    """Measure before each line, by the lines that are kept alone; linear in their number."""
    words = [vocabulary.words_of(text[:_REACH]) if one else [] for text, one in zip(texts, kept, strict=True)]
    stems = [[piece[:_STEM] for piece in threads.pieces(line) if threads.carries(piece)] for line in words]
    small = [[word for word in line if len(word) <= _SMALL and not word.isdigit()] for line in words]
    names = [sorted(set(_NAME.findall(text[:_REACH]))) if one else [] for text, one in zip(texts, kept, strict=True)]
    lines_with = Counter(stem for line in stems for stem in set(line))
    rare = {stem: log(1 + len(texts) / count) for stem, count in lines_with.items()}
    of: dict[str, tuple[Sequence[Sequence[str]], Mapping[str, float]]] = {
        "apart-near": (stems, rare),
        "apart-far": (stems, rare),
        "tongue": (small, {}),
        "names": (names, {}),
    }
    found: list[dict[str, float]] = [{} for _ in texts]
    for name, size, least in WINDOWS:
        for traits, value in zip(found, apart(*of[name], size, least), strict=True):
            if value is not None:
                traits |= {name: value, f"{name}-wholly": value**_POWER}
    return found


def apart(lines: Sequence[Sequence[str]], weights: Mapping[str, float], size: int, least: int) -> list[float | None]:
    """Return before each line which share (0 to 1) of the words around it stands on one side only.

    On either side are the fewest whole lines with `size` words; None where one holds fewer than `least` words.
    """
    above, below = _Side(), _Side()
    shared, low, high = 0.0, 0, 0
    found: list[float | None] = []
    for at in range(len(lines)):
        if at:
            shared -= _leave(below, above, lines[at - 1], weights)
            shared += _enter(above, below, lines[at - 1], weights)
        while low < at and above.words - len(lines[low]) >= size:
            shared -= _leave(above, below, lines[low], weights)
            low += 1
        while high < len(lines) and below.words < size:
            shared += _enter(below, above, lines[high], weights)
            high += 1
        high = max(high, at + 1)
        enough = min(len(above.counts), len(below.counts)) >= least
        found.append(min(1.0, max(0.0, 1 - shared / min(above.weight, below.weight))) if enough else None)
    return found


def _enter(side: _Side, other: _Side, line: Sequence[str], weights: Mapping[str, float]) -> float:
    """Add a line to a window; return the weight of its new words that stand on the other side too."""
    shared = 0.0
    for word in line:
        if not side.counts[word]:
            weight = weights.get(word, 1.0)
            side.weight += weight
            shared += weight if word in other.counts else 0.0
        side.counts[word] += 1
    side.words += len(line)
    return shared


def _leave(side: _Side, other: _Side, line: Sequence[str], weights: Mapping[str, float]) -> float:
    """Take a line out of a window; return the weight of the words that went with it and stand on the other side."""
    shared = 0.0
    for word in line:
        side.counts[word] -= 1
        if not side.counts[word]:
            del side.counts[word]
            weight = weights.get(word, 1.0)
            side.weight -= weight
            shared += weight if word in other.counts else 0.0
    side.words -= len(line)
    return shared
