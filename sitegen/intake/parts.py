"""From the lines of a dump to its parts: which lines are marks or the page's, where articles begin, their headers."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sitegen.intake import cleaning, headers, overrule, rules, seams, split, traits, wrapped
from sitegen.intake.cleaning import Judgement
from sitegen.intake.headers import REACH, Header, Row
from sitegen.intake.lines import Line
from sitegen.intake.overrule import NOTHING, Overruled
from sitegen.intake.traits import Measured

_CREDITS = frozenset({"dated", "byline"})
# where fewer of the lines speak of a page, nothing was pasted but articles
_PAGE_SHARE, _PAGE_LINES = 0.02, 3
_TEXT = Judgement(kept=True, score=0.0, rule="")
_SAID = Judgement(kept=True, score=0.0, rule=overrule.RULE)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one article, and what its header says; `before` are the page's rows above its headline."""

    rows: Sequence[Row]
    header: Header
    start: split.Start
    before: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Parted:
    """A dump in parts; beside them the lines of marks, the page's own lines, and how each line was judged by number.

    `dropped` are lines that are no text, each with its rule: by a curator's word, or as marks of quoting in mails.
    `quoted` are the numbers of lines that are quotations.
    """

    parts: tuple[Part, ...]
    marks: tuple[Line, ...]
    page: tuple[Line, ...]
    judged: Mapping[int, Judgement]
    dropped: tuple[tuple[Line, str], ...] = ()
    quoted: frozenset[int] = frozenset()


def part(lines: Sequence[Line], said: Overruled = NOTHING) -> Parted:
    """Part the lines of a dump, as they show it and as its curator says; linear in their number."""
    one_each = wrapped.unwrap(lines, said.drop | said.keep, said.split_at)
    every, marks = rows_of([line for line in one_each.lines if line.number not in said.drop], said.keep)
    measured = traits.measure(every)
    rows, page = without_furniture(every, said.keep)
    proposed = split.starts(rows)
    laid_out, bare = _is_laid_out(rows, proposed), _is_bare(measured)
    found = _Found(rows, measured, (_TEXT,) * len(every) if laid_out else cleaning.judge(measured))
    starts = _as_said(rows, proposed if laid_out else _starts(found, proposed, trusted=bare), said)
    judged = _judged(found, starts, said, bare=laid_out or bare)
    found = replace(found, judged=judged)
    parts = tuple(_part(found, start, end) for start, end in pairwise([*starts, split.Start(len(rows), "")]))
    by_number = {row.line.number: one for row, one in zip(every, judged, strict=True)}
    dropped = [(line, overrule.RULE) for line in lines if line.text and line.number in said.drop]
    dropped += [(line, "mail-quoting") for line in one_each.marks if line.number not in said.drop]
    return Parted(parts, tuple(marks), tuple(page), by_number, tuple(dropped), one_each.quoted)


def _as_said(rows: Sequence[Row], starts: Sequence[split.Start], said: Overruled) -> list[split.Start]:
    """Return where articles begin if a curator is followed: where he says so, and on no line that he calls text."""
    if not said.lines or not rows:
        return list(starts)
    numbers = [row.line.number for row in rows]
    chosen = {start.row: start for start in starts if not start.row or numbers[start.row] not in said.keep}
    for number in said.split_at:
        row = bisect_left(numbers, number)
        if row < len(rows):
            chosen[row] = split.Start(row, overrule.RULE, split.can_be_headline(rows, row))
    return [replace(chosen[row], titled=chosen[row].titled and numbers[row] not in said.keep) for row in sorted(chosen)]


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows without furniture, and what was measured and judged of all; never leaves this room."""

    rows: Sequence[Row]
    measured: Measured
    judged: Sequence[Judgement]

    def among_all(self, row: int) -> int:
        """Return the place of a row among all rows."""
        number = self.rows[row].line.number
        return bisect_left(self.measured.rows, number, key=lambda one: one.line.number)

    def is_said(self, row: int) -> bool:
        """Whether a curator calls a row text."""
        return self.judged[self.among_all(row)].rule == overrule.RULE


def _judged(found: _Found, starts: Sequence[split.Start], said: Overruled, *, bare: bool) -> list[Judgement]:
    """Judge each line within its article, where not all are text; a curator's word stands above all."""
    every = found.measured.rows
    firsts = [0, *(found.among_all(start.row) for start in starts if start.row)]
    weighed = (
        (_TEXT,) * len(every) if bare or not every else cleaning.judge_within(found.measured, found.judged, firsts)
    )
    return [_SAID if row.line.number in said.keep else one for row, one in zip(every, weighed, strict=True)]


def rows_of(lines: Sequence[Line], keep: Container[int] = ()) -> tuple[list[Row], list[Line]]:
    """Return the lines that hold words, and apart from them those of marks, which only part others.

    The lines with the numbers `keep` are text, whatever they look like.
    """
    rows: list[Row] = []
    marks: list[Line] = []
    gap, broken = 0, False
    for line in lines:
        broken = broken or line.page_break
        if not line.text:
            gap += 1
        elif rules.is_separator(line.text) and line.number not in keep:
            marks.append(line)
            broken = True
        else:
            rows.append(Row(line, gap, broken))
            gap, broken = 0, False
    return rows, marks


def without_furniture(every: Sequence[Row], keep: Container[int] = ()) -> tuple[list[Row], list[Line]]:
    """Return the rows that are more than a button, and the lines that are not."""
    rows: list[Row] = []
    page: list[Line] = []
    gap, broken = 0, False
    for row in every:
        # a button between two paragraphs does not make the space between them wider
        gap, broken = max(gap, row.gap), broken or row.broken
        if rules.is_furniture(row.text) and row.line.number not in keep:
            page.append(row.line)
        else:
            rows.append(replace(row, gap=gap, broken=broken))
            gap, broken = 0, False
    return rows, page


def _is_laid_out(rows: Sequence[Row], proposed: Sequence[split.Start]) -> bool:
    """Whether a dump has a layout of its own: most headlines have a header under them, or follow a mark."""
    rules_met = Counter(start.rule for start in proposed)
    # two of three headlines that stand twice show it also where the first article is another's
    if rules_met["repeated-headline"] * 3 >= 2 * len(proposed) > 0:
        return True
    return bool(proposed) and headers.read(rows, 0, len(rows)).is_sure and rules_met["blank-lines"] * 2 < len(proposed)


def _is_bare(measured: Measured) -> bool:
    """Whether nothing was pasted but articles: hardly a line speaks of a page."""
    spoken = sum(bool(kinds) and not prose for kinds, prose in zip(measured.kinds, measured.prose, strict=True))
    return spoken < _PAGE_LINES or spoken <= len(measured.rows) * _PAGE_SHARE


def _starts(found: _Found, proposals: Sequence[split.Start], *, trusted: bool) -> list[split.Start]:
    """Return where articles begin: what rules propose (if the traits confirm it or the rules are trusted), and more."""
    proposed = {start.row: start for start in proposals}
    if not proposed:
        return []
    by_all = {found.among_all(row): start.rule for row, start in proposed.items() if row}
    chosen = dict(proposed) if trusted else {0: proposed[0]}
    for seam in seams.find(found.measured, found.judged, by_all):
        number = found.measured.rows[seam.row].line.number
        row = bisect_left(found.rows, number, key=lambda one: one.line.number)
        if row < len(found.rows):
            start = proposed.get(row) or split.Start(row, seam.rule, rules.is_title_like(found.rows[row].text))
            chosen[row] = replace(start, score=seam.score)
    return [chosen[row] for row in sorted(chosen)]


def _part(found: _Found, start: split.Start, end: split.Start) -> Part:
    own = found.rows[start.row : end.row]
    said = next((at - start.row for at in range(start.row, end.row) if found.is_said(at)), len(own))
    headline, titled = (0, start.titled) if start.rule == overrule.RULE else _headline(found, start, end.row)
    headline = min(headline, said)
    rows = own[headline:]
    titled = titled and headline < said
    # what a curator calls text is in no header
    header = headers.read(rows, 0, min(len(rows), said - headline)) if titled else Header(0, ())
    return Part(rows, header, replace(start, row=start.row + headline, titled=titled), own[:headline])


def _headline(found: _Found, start: split.Start, end: int) -> tuple[int, bool]:
    """Return how far below its start an article's headline stands, and whether it has one."""
    places = [found.among_all(row) for row in range(start.row, end)]
    text = next((at for at, one in enumerate(places) if found.judged[one].kept and found.measured.prose[one]), None)
    if text is None or (text <= REACH and not found.measured.kinds[places[0]]):
        return 0, start.titled
    scored = [
        (_as_headline(found.measured, places[at]), at)
        for at in range(max(0, text - REACH), text)
        if _can_head(found.rows[start.row + at].text)
    ]
    best = max(scored, default=(0.0, text))
    return (best[1], True) if best[0] > 0 else (text, False)


def _can_head(text: str) -> bool:
    # who wrote it and when stands under a headline, and reads like one
    return rules.is_title_like(text) and rules.credits_and_date(text) is None


def _as_headline(measured: Measured, at: int) -> float:
    """Weigh a line as a headline: its words come again below, credits follow, it is no part of a menu."""
    own, below = measured.traits[at], measured.traits[at + 1 : at + 5]
    credits_follow = any(not _CREDITS.isdisjoint(one) for one in below)
    against = len(measured.kinds[at]) + own.get("bullet", 0) + own.get("indent", 0) + 2 * own.get("length-0", 0)
    return 2 * own["told-below"] + own.get("again", 0) / 2 + credits_follow / 2 - against / 2
