"""Which segments of a page are its text: two looks at their traits, and trafilatura where they leave doubt."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sitegen.intake.pages import opinion, segments, traits, weights
from sitegen.intake.pages.segments import Element, Segment
from sitegen.intake.pages.stated import Stated
from sitegen.intake.pages.traits import Seen, key

_SHORT = 60
# log-odds that decide narrowly, and how much of the text may be decided so
_NARROW, _LITTLE = 1.0, 0.05
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# a cut deck ends in dots; what is said again differs by a mark or an ending
_SAME, _CUT, _MAX_KEY = 0.9, 40, 2_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """All segments of a page in order, and which of them are text."""

    segments: tuple[Segment, ...]
    kept: tuple[bool, ...]

    @property
    def text(self) -> tuple[Segment, ...]:
        """The segments that are text."""
        return tuple(one for one, keep in zip(self.segments, self.kept, strict=True) if keep)


def choose(root: Element, stated: Stated) -> Chosen:
    """Choose the text of a page. The tree is changed: bare text beside blocks gets a paragraph of its own."""
    found = segments.read(root)
    seen = traits.of_page(found, stated.heading or stated.title, stated.text, stated.deck)
    scores = weights.ALONE.scores(seen, found)
    if in_doubt(scores, found):
        scores = weights.SECONDED.scores(seconded(root, found, seen), found)
    titles = {key(stated.title), key(stated.heading)} - {""}
    kept = [score > 0 and not _is_again(one, titles, stated) for one, score in zip(found, scores, strict=True)]
    return Chosen(tuple(found), tuple(kept))


def _is_again(one: Segment, titles: Container[str], stated: Stated) -> bool:
    """Return whether a segment is the title, or a heading that only says title or deck again."""
    if key(one.text) in titles:
        return True
    return one.tag in _HEADINGS and any(says_again(one.text, other) for other in (stated.title, stated.deck))


def says_again(text: str, other: str) -> bool:
    """Return whether two texts are nearly the same, or one is the other cut off."""
    one, two = sorted((key(text)[:_MAX_KEY], key(other)[:_MAX_KEY]), key=len)
    if one == two or not one:
        return bool(one)
    if len(one) >= _CUT and two.startswith(one):
        return True
    return len(one) >= len(two) * _SAME and SequenceMatcher(None, one, two, autojunk=False).ratio() >= _SAME


def in_doubt(scores: Sequence[float], found: Sequence[Segment]) -> bool:
    """Return whether more than a little of a page is judged narrowly; a second opinion takes as long as all else."""
    kept = sum(len(one.text) for one, score in zip(found, scores, strict=True) if score > 0)
    narrow = sum(len(one.text) for one, score in zip(found, scores, strict=True) if abs(score) < _NARROW)
    return narrow > kept * _LITTLE


def seconded(root: Element, found: Sequence[Segment], seen: Sequence[Seen]) -> list[Seen]:
    """Return what is seen of each segment, with what trafilatura thinks of it."""
    return [
        Seen(one.place, one.own | {"second": 1.0, f"second:{'short' if len(segment.text) < _SHORT else 'long'}": 1.0})
        if agrees and one.own
        else one
        for one, segment, agrees in zip(seen, found, opinion.of(root, found), strict=True)
    ]
