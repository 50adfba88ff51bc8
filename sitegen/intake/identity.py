"""What makes an article the same one again: the digest of its own lines, the id minted from it, and a sketch."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Sequence
from hashlib import blake2b

from sitegen import digest
from sitegen.intake.lines import Line
from sitegen.model import RawArticle

# no letters or figures that are taken for one another, no vowels that make words by accident
ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
LENGTH = 8
_SKETCH = 8
_SAME = 0.25


def digest_of(article: RawArticle, lines: Sequence[Line]) -> str:
    """Return the digest of an article's own lines, whatever their ends, spaces and encoding."""
    first = bisect_left(lines, article.start, key=lambda line: line.end)
    last = bisect_left(lines, article.end, key=lambda line: line.start)
    words = [_plain(line.text) for line in lines[first:last] if line.text]
    return digest.of_bytes("\n".join(words).encode())


def digest_of_words(article: RawArticle) -> str:
    """Return the digest of an article that has no lines of its own: of its headline and its text."""
    return digest.of_bytes("\n".join(_plain(text) for text in _texts(article)).encode("utf-8", "replace"))


def _texts(article: RawArticle) -> list[str]:
    """Return headline and paragraphs."""
    body = re.split(r"\n\s*\n", article.body) if article.body else [block.text for block in article.blocks]
    return [article.title, *(text for text in body if text.strip())]


def mint(of: str, taken: Container[str]) -> str:
    """Return an id from a digest; one that another article has is minted again with a salt."""
    salt = 0
    while True:
        number = int.from_bytes(blake2b(f"{of}{salt or ''}".encode(), digest_size=8).digest())
        letters = []
        for _ in range(LENGTH):
            number, rest = divmod(number, len(ALPHABET))
            letters.append(ALPHABET[rest])
        identifier = "".join(letters)
        if identifier not in taken:
            return identifier
        salt += 1


def sketch(article: RawArticle) -> tuple[str, ...]:
    """Return a few short digests of headline and paragraphs by which a mended article is known again."""
    marks = sorted({_mark(text) for text in _texts(article) if text})
    headline = _mark(article.title)
    return (headline, *[mark for mark in marks if mark != headline][: _SKETCH - 1])


def _mark(text: str) -> str:
    return blake2b(_plain(text).encode("utf-8", "replace"), digest_size=4).hexdigest()


def is_mended(before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether two sketches are of one article before and after a small change: its headline, or enough paragraphs."""
    if not before or not now:
        return False
    shared = len(set(before[1:]) & set(now[1:]))
    return before[0] == now[0] or shared > _SAME * max(len(before), len(now))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
