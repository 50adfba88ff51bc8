"""What is kept of an article's text so that it can be compared with all others without being read again."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

from sitegen import digest
from sitegen.intake import language

# 32 bits each: two articles that share a third of their shingles are told from 41 % on with a deviation of 4 %
MARKS = 128
WORDS = 3
LETTERS = 5
# languages that write without spaces are compared by letters
UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my", "yue"})
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\w")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ENDS = re.compile(r"[.!?؟۔…]+[\"'”’»)]*\s+|[。！？]+[」』）]*|\n\s*\n")  # noqa: RUF001 - other scripts' stops
# vowel signs and the stretching stroke, which papers set or leave out; the alefs, which they take for one another
_ARABIC = {**dict.fromkeys((*range(0x64B, 0x660), 0x670, 0x640)), **dict.fromkeys((0x622, 0x623, 0x625, 0x671), 0x627)}
_PASSAGE = {True: 5, False: 12}
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63)


@dataclass(frozen=True, slots=True)
class Telling:
    """An article as it is compared: its text as plain words, paragraphs parted by blank lines.

    `days` are the earliest and the latest day that its date allows (ISO 8601, "" where open or unknown); `lead` is
    what its file states as `same_story`.
    """

    id: str
    title: str
    text: str
    source: str = ""
    days: tuple[str, str] = ("", "")
    lang: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What stays of a telling: about 700 bytes.

    `same` is the digest of its words, `headline` that of its title's, `figures` that of its numbers. `size` counts its
    different shingles, `length` its words (letters in a language without spaces); `passages` are marks of its
    sentences, `marks` its MinHash.
    """

    id: str
    source: str
    days: tuple[str, str]
    lead: str
    same: str
    headline: str
    figures: str
    size: int
    length: int
    passages: tuple[int, ...]
    marks: bytes


def of(telling: Telling) -> Sketch:
    """Return the sketch of an article. Pure, so it may be made in a worker."""
    spaced = (telling.lang or language.guess([telling.text], "en")).partition("-")[0] not in UNSPACED
    sentences = [_units(part, spaced=spaced) for part in _ENDS.split(telling.text)]
    words = [word for sentence in sentences for word in sentence]
    passages = dict.fromkeys(_mark(" ".join(one)) for one in sentences if len(one) >= _PASSAGE[spaced])
    size, marks = _marks(words, WORDS if spaced else LETTERS)
    return Sketch(
        telling.id,
        telling.source,
        telling.days,
        telling.lead,
        _digest(words),
        _digest(_units(telling.title, spaced=spaced)),
        _digest(sorted(set(_FIGURE.findall(telling.text)))),
        size,
        len(words),
        tuple(passages),
        marks,
    )


def _units(text: str, *, spaced: bool) -> list[str]:
    """Return words, or letters, as they are compared: whatever their case, marks and width."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_ARABIC)
    return (_WORD if spaced else _LETTER).findall(plain.casefold())


def _digest(words: Sequence[str]) -> str:
    return digest.of_bytes(" ".join(words).encode("utf-8", "replace"))


def _mark(text: str) -> int:
    return crc32(text.encode("utf-8", "replace"))


def _marks(words: Sequence[str], width: int) -> tuple[int, bytes]:
    """Return how many different shingles there are, and their MinHash."""
    import numpy as np  # noqa: PLC0415 - who imports nothing must not wait for it

    known = {word: _mark(word) for word in set(words)}
    hashes = np.array([known[word] for word in words], dtype=np.uint64)
    width = min(width, len(words))
    shingles = np.zeros(max(0, len(words) - width + 1) if words else 0, dtype=np.uint64)
    for at in range(width):
        # each place in a shingle weighs another odd number: the order of words counts
        shingles += (hashes[at : at + len(shingles)] + np.uint64(at + 1)) * np.uint64(_MIX[at])
        shingles ^= shingles >> np.uint64(29)
    different = np.unique(shingles >> np.uint64(32))
    sketch = _empty().copy()
    sketch.update_batch(different.tolist())
    return len(different), sketch.hashvalues.astype("<u4").tobytes()


@cache
def _empty() -> Any:  # noqa: ANN401 - datasketch states no types
    """Return the MinHash of nothing; its permutations are made once a process."""
    from datasketch import MinHash  # noqa: PLC0415 - half a second, and of an extra

    return MinHash(num_perm=MARKS, scheme="affine32", hashfunc=_itself)


def _itself(number: int) -> int:
    return number
