"""Whether the sides made the same site: the same articles, all but the same pages, about as many bytes."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_PAGES_APART = 0.03
MOST_BYTES_APART = 0.10


class UnlikeError(Exception):
    """Two sides made different sites: their figures must not stand in one table."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a side made: its pages, the number of all its files, and their bytes."""

    name: str
    pages: frozenset[str]
    files: int
    size: int


def made(name: str, out: Path) -> Made:
    """Look through the output of a side."""
    pages, files, size = set(), 0, 0
    for folder, _, names in os.walk(out):
        below = os.path.relpath(folder, out)
        for one in names:
            files += 1
            size += os.stat(os.path.join(folder, one)).st_size  # noqa: PTH116, PTH118 - a million paths cost seconds
            if one.endswith(".html"):
                pages.add(os.path.normpath(os.path.join(below, one)))  # noqa: PTH118 - likewise
    return Made(name, frozenset(pages), files, size)


def compare(articles: frozenset[str], found: Sequence[Made]) -> list[str]:
    """Return a sentence for each side that has other pages than the first; raise UnlikeError beyond what is allowed."""
    for one in found:
        if wrong := articles ^ {page for page in one.pages if "/story-" in page}:
            words = f"{one.name} lacks {len(wrong)} articles or has them elsewhere: {min(wrong)} …"
            raise UnlikeError(words)
    first, *others = found
    notes = []
    for one in others:
        if apart := first.pages ^ one.pages:
            notes.append(
                f"{len(apart)} pages are made by {first.name} or {one.name} alone: {', '.join(sorted(apart)[:4])}"
            )
        if abs(len(first.pages) / len(one.pages) - 1) > MOST_PAGES_APART:
            words = f"{first.name} made {len(first.pages)} pages, {one.name} {len(one.pages)}"
            raise UnlikeError(words)
        if abs(first.size / one.size - 1) > MOST_BYTES_APART:
            words = f"{first.name} made {first.size} bytes, {one.name} {one.size}"
            raise UnlikeError(words)
    return notes
