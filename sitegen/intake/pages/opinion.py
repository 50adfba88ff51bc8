"""A second opinion: which segments trafilatura takes for the text of an article."""

import copy
from collections.abc import Sequence
from contextlib import suppress

from sitegen.intake.pages.segments import Element, Segment, of_links
from sitegen.intake.pages.traits import WORDS, key

_MARK = "data-sitegen-left"
_NEVER_TEXT = ("script", "style", "noscript", "svg", "iframe", "nav", "button", "select", "template", "math")
_AGREES = 0.6
_FEW_WORDS = 4


def of(root: Element, segments: Sequence[Segment]) -> list[bool]:
    """Return for each segment whether trafilatura keeps it; lists of links are spared it, as it takes long for them."""
    text = _extracted(_slim(root, segments))
    if not text:
        return [False] * len(segments)
    lines = frozenset(key(line) for line in text.split("\n"))
    pieces = _runs(WORDS.findall(text))
    return [_holds(one.text, lines, pieces) for one in segments]


def _holds(text: str, lines: frozenset[str], pieces: frozenset[tuple[str, ...]]) -> bool:
    words = WORDS.findall(text)
    if len(words) < _FEW_WORDS:
        return key(text) in lines
    own = _runs(words)
    return len(own & pieces) > _AGREES * len(own)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _slim(root: Element, segments: Sequence[Segment]) -> Element:
    """Return a copy of the tree without scripts and without boxes in which nothing but links stands."""
    for box in set(of_links(segments).values()):
        box.element.set(_MARK, "")
    slim = copy.deepcopy(root)
    for one in [*slim.iter(*_NEVER_TEXT), *slim.xpath(f"//*[@{_MARK}]")]:
        if one.getparent() is not None:
            one.drop_tree()
    return slim


def _extracted(root: Element) -> str:
    import trafilatura  # noqa: PLC0415 - heavy, and a pasted dump needs none of it

    # whatever a hostile page makes it raise, the own judgement stands without it
    with suppress(Exception):
        return trafilatura.extract(root, fast=True, include_comments=False) or ""
    return ""
