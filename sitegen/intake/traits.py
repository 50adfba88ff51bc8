"""What can be measured of each line of a dump, by itself and among its neighbours: named numbers, to be weighed."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from sitegen.intake import captions, datewords, rules, threads, vocabulary
from sitegen.intake.headers import Row
from sitegen.intake.threads import Threads

Traits = Mapping[str, float]

_LENGTHS = (3, 8, 18, 40)
_PROSE_WORDS = 12
_SHORT = 14
# a word of a script without spaces takes about so many characters
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_PER_WORD = 2.5
_BARS = re.compile(r"\s[|›»>·•/]\s|[→←▶▼▲✕×☰]")  # noqa: RUF001 - the marks of menus
# one letter before the sign is enough to know it by: of a run of signs each would be tried with each
_ADDRESS = re.compile(r"https?://|www\.|[^\s@]@[^\s@]{1,250}\.\w|\w\.(?:com|org|net|de|co)\b")
_QUOTE = re.compile(r"[\"“”„«»‘「『]")  # noqa: RUF001
_NUMBERED = re.compile(r"\d{1,3}[.)]\s")
_BULLETS = ("•", "▪", "◦", "‣", "·", "* ", "- ")
_FAR = 30
_AROUND = 6
_INDENT = 2
_FEW = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """The lines of a file with what was measured: per line `words` (about), whether it reads as prose, its traits.

    `rhythm` is how many blank lines usually stand between lines; `kinds` are the page words of each line.
    """

    rows: Sequence[Row]
    rhythm: int
    words: tuple[float, ...]
    prose: tuple[bool, ...]
    kinds: tuple[tuple[str, ...], ...]
    traits: tuple[Traits, ...]
    threads: Threads


def measure(rows: Sequence[Row]) -> Measured:
    """Measure the lines of a file; linear in their number."""
    words = [vocabulary.words_of(row.text) for row in rows]
    sizes = tuple(_size(row.text, line) for row, line in zip(rows, words, strict=True))
    prose = tuple(map(_is_prose, (row.text for row in rows), words, sizes))
    kinds = tuple(vocabulary.kinds_of(row.text) for row in rows)
    spun = threads.spin([threads.pieces(line) for line in words])
    rhythm = rhythm_of(rows)
    times = Counter(row.text for row in rows)
    found = [
        _own(row, sizes[at], words[at], kinds[at]) | _again(times[row.text], sizes[at]) for at, row in enumerate(rows)
    ]
    _among(found, rows, prose, kinds, rhythm)
    # a few lines share few words whatever they tell of
    trust = len(rows) / (len(rows) + _FEW)
    share = sum(bool(line) and not reads for line, reads in zip(kinds, prose, strict=True)) / max(1, len(rows))
    for at, traits in enumerate(found):
        traits["page-share"] = share
        traits["told-below"] = spun.below[at]
        traits["told-above"] = spun.above[at]
        traits["thin"] = trust * (1 - min(1.0, spun.over[at] / (spun.near[at] or 1.0)))
        if prose[at]:
            traits["prose" if kinds[at] else "plain-prose"] = 1.0
    return Measured(rows, rhythm, sizes, prose, kinds, tuple(found), spun)


def rhythm_of(rows: Sequence[Row]) -> int:
    """Return how many blank lines usually stand between lines."""
    counts = Counter(row.gap for row in rows[1:] if not row.broken)
    return max(counts, key=lambda gap: (counts[gap], -gap)) if counts else 0


def _size(text: str, words: Sequence[str]) -> float:
    unspaced = len(_UNSPACED.findall(text[:4000])) if not text.isascii() else 0
    return max(len(words), unspaced / _PER_WORD)


def _is_prose(text: str, words: list[str], size: float) -> bool:
    """Whether a line reads as sentences: long, ended by a stop, held together by small words or words in small letters.

    The small words are known of some languages only.
    """
    if size < _PROSE_WORDS or not rules.ends_a_sentence(text):
        return False
    if vocabulary.small_words(words) * 8 >= len(words) or not text.isascii():
        return True
    written = text.split()
    return sum(word[0].islower() for word in written) * 4 >= len(written) * 3


def _own(row: Row, size: float, words: list[str], kinds: tuple[str, ...]) -> dict[str, float]:
    """Measure a line by itself."""
    text = row.text
    short = size <= _SHORT
    found = {f"length-{bisect_left(_LENGTHS, size)}": 1.0}
    if not short:
        found["size"] = log(size)
    found["small-words"] = vocabulary.small_words(words) / max(1, len(words))
    letters = sum(map(str.isalpha, text))
    found["figures"] = sum(map(str.isdigit, text)) / max(1, len(text))
    asks = {
        "stop": rules.ends_a_sentence(text),
        "colon": text.endswith((":", "：")),  # noqa: RUF001
        "question": text.endswith("?"),
        "starts-small" if short else "starts-small-in-text": text[0].islower(),
        "bullet": text.startswith(_BULLETS),
        "numbered": _NUMBERED.match(text) is not None,
        "indent": row.line.start - row.line.first >= _INDENT,
        "bars": _BARS.search(text) is not None,
        "address": _ADDRESS.search(text) is not None,
        "quotes": _QUOTE.search(text) is not None,
        "capitals": letters > _LENGTHS[0] and text.isupper(),
        "no-letters": not letters,
        "furniture": rules.is_furniture(text),
        "title-like": rules.is_title_like(text),
        "dated": bool(datewords.find(text[:300])) and short,
        "byline": short and bool(rules.byline(text) or rules.credits_and_date(text)),
        "caption": captions.is_caption(text),
        "cased": _is_cased(text),
    }
    found |= {name: 1.0 for name, true in asks.items() if true}
    found |= {f"{kind}{'' if short else '-in-text'}": 1.0 for kind in kinds}
    return found


def _is_cased(text: str) -> bool:
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) > _LENGTHS[0] and small * 4 < len(words)


def _again(times: int, size: float) -> dict[str, float]:
    if times == 1:
        return {}
    return {"again": 1.0} if size <= _SHORT else {"again-in-text": 1.0}


def _among(
    found: Sequence[dict[str, float]],
    rows: Sequence[Row],
    prose: Sequence[bool],
    kinds: Sequence[tuple[str, ...]],
    rhythm: int,
) -> None:
    """Add what is measured of a line's neighbours."""
    count = len(rows)
    sums = [0]
    marked = [0]
    for at in range(count):
        sums.append(sums[-1] + prose[at])
        marked.append(marked[-1] + bool(kinds[at] and not prose[at]))
    above, below = _distances(prose), _distances(prose[::-1])[::-1]
    for at, traits in enumerate(found):
        low, high = max(0, at - _AROUND), min(count, at + _AROUND + 1)
        traits["prose-above"] = (sums[at] - sums[low]) / _AROUND
        traits["prose-below"] = (sums[high] - sums[at + 1]) / _AROUND
        traits["page-words-above"] = (marked[at] - marked[low]) / _AROUND
        traits["page-words-below"] = (marked[high] - marked[at + 1]) / _AROUND
        traits["far-above"] = log(1 + above[at])
        traits["far-below"] = log(1 + below[at])
        if at and prose[at - 1]:
            traits["under-prose"] = 1.0
        if at + 1 < count and prose[at + 1]:
            traits["over-prose"] = 1.0
        if rows[at].gap > rhythm:
            traits["gap-above"] = 1.0
        if at + 1 < count and rows[at + 1].gap > rhythm:
            traits["gap-below"] = 1.0
        if rows[at].gap < rhythm:
            traits["close"] = 1.0


def _distances(prose: Sequence[bool]) -> list[int]:
    """Return for each line how many lines above it the nearest prose stands."""
    far, found = _FAR, []
    for one in prose:
        found.append(far)
        far = 0 if one else min(_FAR, far + 1)
    return found
