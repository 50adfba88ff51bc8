"""Which segments of a page are its text: two looks at their traits, trafilatura's opinion among them."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sitegen.intake.pages import opinion, segments, traits
from sitegen.intake.pages.segments import Element, Segment
from sitegen.intake.pages.stated import Stated
from sitegen.intake.pages.traits import Traits, key
from sitegen.intake.pages.weights import AROUND, FIRST, FIRST_BASE, SECOND, SECOND_BASE

_SHORT = 60
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
    seen = seen_in(root, found, stated)
    first = [FIRST_BASE + _weigh(one, FIRST) for one in seen]
    second = traits.around(seen, first, found)
    scores = [SECOND_BASE + _weigh(one, SECOND) + _weigh(near, AROUND) for one, near in zip(seen, second, strict=True)]
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


def seen_in(root: Element, found: Sequence[Segment], stated: Stated) -> list[Traits]:
    """Return the traits of each segment, with what trafilatura thinks of it."""
    seen = traits.of_page(found, stated.heading or stated.title, stated.text, stated.deck)
    for one, own, agrees in zip(found, seen, opinion.of(root, found), strict=True):
        if agrees:
            own["second"] = 1.0
            own["second:short" if len(one.text) < _SHORT else "second:long"] = 1.0
    return seen


def _weigh(own: Traits, weights: Mapping[str, float]) -> float:
    total, weight = 0.0, weights.get
    for name, value in own.items():
        total += weight(name, 0.0) * value
    return total
