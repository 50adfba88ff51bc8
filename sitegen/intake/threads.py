"""The words that run through a text like threads: where an article ends, most of them end."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# a word that was not used for so many lines is not carried on but used anew
REACH = 24
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
_MIN_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Threads:
    """For each line: `over` is the weight of words used both above it and from it on, `near` what is usual around it.

    `below` and `above` are the shares (0 to 1, by weight) of its own words that are used again soon below, or stood
    above shortly before.
    """

    over: tuple[float, ...]
    near: tuple[float, ...]
    below: tuple[float, ...]
    above: tuple[float, ...]


def spin(texts: Sequence[Sequence[str]]) -> Threads:
    """Follow the words of each line, given as lists in small letters, through all lines; linear in their number."""
    words = [frozenset(filter(carries, line)) for line in texts]
    lines_with = Counter(word for line in words for word in line)
    weight = {word: math.log(1 + len(words) / count) for word, count in lines_with.items()}
    steps = [0.0] * (len(words) + 1)
    below, above = [0.0] * len(words), [0.0] * len(words)
    last: dict[str, int] = {}
    for at, line in enumerate(words):
        for word in line:
            before = last.get(word, -REACH - 1)
            if at - before <= REACH:
                steps[before + 1] += weight[word]
                steps[at + 1] -= weight[word]
                below[before] += weight[word]
                above[at] += weight[word]
            last[word] = at
    over = _running(steps)[:-1]
    own = [sum(weight[word] for word in line) or 1.0 for line in words]
    return Threads(
        tuple(over),
        tuple(_around(over)),
        tuple(one / whole for one, whole in zip(below, own, strict=True)),
        tuple(one / whole for one, whole in zip(above, own, strict=True)),
    )


def pieces(words: Sequence[str]) -> list[str]:
    """Return words for spinning: what is written without spaces is cut into pairs of characters."""
    found: list[str] = []
    for word in words:
        runs = _CJK.findall(word)
        found += [run[at : at + 2] + "  " for run in runs for at in range(len(run) - 1)] if runs else [word]
    return found


def carries(word: str) -> bool:
    """Whether a word is long enough to tell of something."""
    return len(word) >= _MIN_LETTERS and not word.isdigit()


def _running(steps: Sequence[float]) -> list[float]:
    total, found = 0.0, []
    for step in steps:
        total += step
        found.append(total)
    return found


def _around(over: Sequence[float], reach: int = 8) -> list[float]:
    """Return the mean over the lines within reach on either side."""
    sums = [0.0, *_running(over)]
    found = []
    for at in range(len(over)):
        low, high = max(0, at - reach), min(len(over), at + reach + 1)
        found.append((sums[high] - sums[low]) / (high - low))
    return found
