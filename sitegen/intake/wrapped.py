"""Lines that were wrapped by hand or by a mail program become paragraphs again, and the marks of quoting go."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from sitegen.intake import rules
from sitegen.intake.lines import Line

# how wide a wrapped text is at least and at most, in columns, and how many lines together show it
_NARROWEST, _WIDEST, _SHOWN = 30, 100, 3
# of the breaks of a stretch, so many are such as wrapping makes; of its lines, at most so many end a sentence there
_MADE, _ENDING = 0.75, 0.5
# if so many of a file's lines are quoted, the file is a quoted mail, and no quotation stands out
_ALL_QUOTED = 0.8
_QUOTED = re.compile(r"(?:>\s?)+")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The lines of a file with each paragraph on one; the numbers of quoted lines, and the marks that quote nothing."""

    lines: tuple[Line, ...]
    quoted: frozenset[int] = frozenset()
    marks: tuple[Line, ...] = ()


def unwrap(lines: Sequence[Line], alone: Container[int] = (), begins: Container[int] = ()) -> Unwrapped:
    """Join the lines that were wrapped; linear in their number.

    A joined line has the number and the first byte of its first, the last byte of its last. Never joined is what a
    blank line parts, what stands `alone`, and what `begins` to what stands above it.
    """
    quoted = _quoted(lines)
    peeled = [_peeled(line) if line.number in quoted else line for line in lines]
    stretches = list(_stretches(peeled, quoted, alone, begins))
    widths = [_width(stretch) for stretch in stretches]
    if sum(len(stretch) for stretch, width in zip(stretches, widths, strict=True) if width) == _SHOWN:
        # three lines alone may be so by chance
        widths = [0] * len(stretches)
    wide = sum(len(stretch) for stretch, width in zip(stretches, widths, strict=True) if width)
    written = sum(bool(line.text) for line in peeled)
    # where most of a file was wrapped, a paragraph of two or three lines is as wide as those that show it
    usual = max(widths, default=0) if wide * 2 >= written else 0
    found: list[Line] = []
    for stretch, width in zip(stretches, widths, strict=True):
        found += _joined(stretch, width or usual)
    marks = tuple(line for line, own in zip(lines, peeled, strict=True) if line.text and not own.text)
    return Unwrapped(tuple(found), frozenset() if len(quoted) >= _ALL_QUOTED * written else quoted, marks)


def _quoted(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are quoted as mails are: at least two together."""
    found: list[int] = []
    for marked, run in groupby(lines, key=lambda line: line.text.startswith(">")):
        numbers = [line.number for line in run]
        found += numbers if marked and len(numbers) > 1 else ()
    return frozenset(found)


def _peeled(line: Line) -> Line:
    """Return a line without the marks of quoting; its bytes stay those of the whole line."""
    mark = _QUOTED.match(line.text)
    return replace(line, text=line.text[mark.end() :].strip()) if mark else line


def _stretches(
    lines: Sequence[Line], quoted: Container[int], alone: Container[int], begins: Container[int]
) -> Iterator[list[Line]]:
    """Yield the lines that stand together: all quoted or none, none of them alone."""

    def parts(above: Line, line: Line) -> bool:
        if not above.text or not line.text or line.page_break or line.number in begins:
            return True
        if above.number in alone or line.number in alone or (above.number in quoted) != (line.number in quoted):
            return True
        return rules.is_separator(above.text) or rules.is_separator(line.text)

    stretch = list(lines[:1])
    for above, line in pairwise(lines):
        if parts(above, line):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _width(stretch: Sequence[Line]) -> int:
    """Return how wide the lines of a stretch were wrapped, in columns; 0 if they were not."""
    # a caption that a page repeats is as wide each time
    if len(stretch) < _SHOWN or len({line.text for line in stretch}) < len(stretch):
        return 0
    width = max(_columns(line.text) for line in stretch)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = [(above.text, below.text) for above, below in pairwise(stretch)]
    made = sum(_is_made(above, below, width) for above, below in breaks)
    ending = sum(rules.ends_a_sentence(above) for above, _ in breaks)
    return width if made >= _MADE * len(breaks) and ending <= _ENDING * len(breaks) else 0


def _is_made(above: str, below: str, width: int) -> bool:
    """Whether a break is one that wrapping makes: the next word had no room on the line above."""
    first = below[0] if _UNSPACED.match(below) else below.partition(" ")[0]
    return above != below and width >= _columns(above) > width - _columns(first) - (not _UNSPACED.match(above[-1]))


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_UNSPACED.findall(text))


def _joined(stretch: Sequence[Line], width: int) -> Iterator[Line]:
    """Yield the lines of a stretch, those joined that wrapping at a width parted."""
    waiting = [stretch[0]]
    for above, line in pairwise(stretch):
        if not width or not _is_made(above.text, line.text, width) or _begins(line.text):
            yield _as_one(waiting)
            waiting = []
        waiting.append(line)
    yield _as_one(waiting)


def _begins(text: str) -> bool:
    """Whether a line is none that carries on: a member of a list, a byline, a date."""
    return rules.is_list_member(text) or rules.credits_and_date(text) is not None


def _as_one(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    words = [lines[0].text]
    for above, below in pairwise(line.text for line in lines):
        # a word is parted at a hyphen that it has, and what is written without spaces has none
        close = above[-1] == "-" and above[-2:-1].isalpha() and below[0].isalpha()
        close = close or (_UNSPACED.match(above[-1]) is not None and _UNSPACED.match(below) is not None)
        words += [below] if close else [" ", below]
    return replace(lines[0], text="".join(words), end=lines[-1].end, stop=lines[-1].stop)
