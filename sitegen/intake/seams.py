"""Where one article ends and the next begins, weighed: gaps, headlines, threads of words that end, page words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from sitegen.intake import cohesion, threads, vocabulary
from sitegen.intake.cleaning import Judgement, weighed
from sitegen.intake.headers import REACH, Row
from sitegen.intake.traits import Measured, Traits
from sitegen.intake.weights import SEAMS, SEAMS_BASE

# an article has at least so many words of text; in a short file a sixth of its words, but not fewer than the lesser
MASS, LEAST_MASS, _SHARE = 60.0, 20.0, 6
# how likely a seam must be, in log-odds: less where no gap and no mark in the file shows the likely ones
BAR_MARKED, BAR_BARE = -0.5, -2.0
_WIDE_GAP = 3
_HARDLY, _PARTED = 0.065, 2.0
_SEEN = 2000
_NEAR = 4
_LINES = 3
_CALM = 5
# traits of the line itself that say something of whether it begins an article
_OWN = (
    *("length-0", "length-1", "length-2", "length-3", "length-4", "stop", "colon", "question", "starts-small"),
    *("bullet", "numbered", "indent", "bars", "quotes", "capitals", "title-like", "furniture", "dated", "byline"),
    *("caption", "cased", "again", "again-in-text", "told-below", "told-above", "thin", "prose-above", "prose-below"),
    *("page-words-above", "page-words-below", "far-above", "far-below", "under-prose", "over-prose", "gap-above"),
    *("gap-below", "close", "navigation", "share-buttons", "related", "photo-credit", "author-note", "comments"),
)
# traits of the lines right above and below that say something too
_NEXT = ("length-0", "length-1", "length-4", "stop", "byline", "dated", "title-like", "bullet", "indent")
_CLIPPED = 4.0
_CLOSING = ("rights-notice", "comments", "related", "newsletter", "author-note", "share-buttons", "advertising")
_OPENING = ("navigation", "time-stamp", "share-buttons", "photo-credit", "newsletter")


@dataclass(frozen=True, slots=True)
class Seam:
    """A line on which an article begins, by the trait that weighed most; `score` in log-odds, positive for a seam."""

    row: int
    score: float
    rule: str


def find(measured: Measured, judged: Sequence[Judgement], proposed: Mapping[int, str]) -> tuple[Seam, ...]:
    """Return the seams of a file, in order, without its first line; linear in the number of lines.

    `proposed` are the lines on which a rule of `split` sees a start, with its name; they are weighed with the rest.
    """
    traits = tuple(traits_of(measured, judged, proposed))
    bar = BAR_MARKED if _is_marked(measured) else BAR_BARE
    scores = [_score(one, measured, judged, at) - bar for at, one in enumerate(traits)]
    mass = [size if one.kept else 0.0 for size, one in zip(measured.words, judged, strict=True)]
    least = min(MASS, max(LEAST_MASS, sum(mass) / _SHARE))
    return tuple(Seam(at, scores[at], _heaviest(traits[at])) for at in chosen(scores, mass, least))


def _score(traits: Traits, measured: Measured, judged: Sequence[Judgement], at: int) -> float:
    """Weigh the traits of a line; a wide gap over which hardly a word is carried is a seam whatever else is there."""
    found = weighed(traits, SEAMS_BASE, SEAMS)
    return max(found, _PARTED) if "gap-wide" in traits and _is_all_new(measured, judged, at) else found


def _is_all_new(measured: Measured, judged: Sequence[Judgement], at: int) -> bool:
    """Whether the nearest sentences below tell of nothing that the nearest above tell of."""
    above = _told(measured, judged, range(at - 1, max(-1, at - 1 - REACH), -1))
    below = _told(measured, judged, range(at, min(len(judged), at + REACH)))
    return bool(above) and bool(below) and len(above & below) <= _HARDLY * len(below)


def _told(measured: Measured, judged: Sequence[Judgement], lines: range) -> set[str]:
    """Return the words of the first sentences among lines that carry something."""
    text = [line for line in lines if judged[line].kept and measured.prose[line]][:_LINES]
    words = (vocabulary.words_of(measured.rows[line].text[:_SEEN]) for line in text)
    return {word for line in words for word in threads.pieces(line) if threads.carries(word)}


def _is_marked(measured: Measured) -> bool:
    """Whether wide gaps, page breaks or rules of marks stand in a file."""
    return any(row.broken or _is_wide(row, measured) for row in measured.rows[1:])


def chosen(scores: Sequence[float], mass: Sequence[float], least: float) -> list[int]:
    """Return the lines whose scores sum highest, if from each to the next, and at both ends, `least` mass lies."""
    sums = [0.0]
    for one in mass:
        sums.append(sums[-1] + one)
    # best[k]: the best sum of seams where the last is line k (line 0 is the file's own begin); best so far, by reach
    best: list[tuple[float, int]] = []
    came: dict[int, int] = {}
    ends = (-1.0, 0)
    reach, ahead = 0, (-1.0, -1)
    for at in range(len(scores)):
        while reach < at and sums[at] - sums[reach] >= least:
            if best[reach][0] >= 0 and best[reach][0] > ahead[0]:
                ahead = (best[reach][0], reach)
            reach += 1
        value = 0.0 if at == 0 else ahead[0] + scores[at] if ahead[1] >= 0 and scores[at] > 0 else -1.0
        if value >= 0 and at:
            came[at] = ahead[1]
        best.append((value, at))
        if sums[-1] - sums[at] >= least and value > ends[0]:
            ends = (value, at)
    return _back(came, ends[1])


def _back(came: dict[int, int], at: int) -> list[int]:
    found = []
    while at in came:
        found.append(at)
        at = came[at]
    return found[::-1]


def traits_of(measured: Measured, judged: Sequence[Judgement], proposed: Mapping[int, str]) -> Iterator[Traits]:
    """Yield what speaks for and against a seam before each line."""
    rows = measured.rows
    gaps = Counter(row.gap for row in rows)
    as_wide = {gap: sum(count for other, count in gaps.items() if other >= gap) for gap in gaps}
    broken = sum(row.broken for row in rows) or 1
    wide, marked = any(_is_wide(row, measured) for row in rows[1:]), any(row.broken for row in rows[1:])
    common = cohesion.measure([row.text for row in rows], [one.kept for one in judged])
    again = _repeated(rows)
    fresh, left = _fresh(measured), _left(measured)
    for at, row in enumerate(rows):
        own = measured.traits[at]
        found = {name: own[name] for name in _OWN if name in own}
        found |= {"is-text": judged[at].score, "text-above": _mean(judged, at - _NEAR, at)}
        found |= {"text-below": _mean(judged, at + 1, at + 1 + _NEAR), "fresh": fresh[at], "left": left[at]}
        if at in again:
            found["headline-again"] = 1.0
        if row.gap > measured.rhythm:
            found["gap-rare"] = log(len(rows) / as_wide[row.gap])
            found |= {"gap-wide": 1.0, "gap-wide-rare": found["gap-rare"]} if row.gap >= _WIDE_GAP else {}
        if row.broken:
            found |= {"marks": 1.0, "marks-rare": log(len(rows) / broken)}
        if at in proposed:
            # where hardly any line is the page's, rules about headlines can be trusted
            calm = max(0.0, 1 - _CALM * own["page-share"])
            found |= {proposed[at]: 1.0, f"calm-{proposed[at]}": calm}
        # where other lines stand apart, those that do not are the less likely to begin anything
        found |= {"not-wide": 1.0} if wide and not _is_wide(row, measured) else {}
        found |= {"not-marked": 1.0} if marked and not row.broken else {}
        yield found | common[at] | _next(measured, judged, at) | _page_words(measured, at)


def _is_wide(row: Row, measured: Measured) -> bool:
    return row.gap >= _WIDE_GAP and row.gap > measured.rhythm


def _next(measured: Measured, judged: Sequence[Judgement], at: int) -> dict[str, float]:
    """Return what the lines right above and right below are like."""
    found = {"told-more-below": measured.traits[at]["told-below"] - measured.traits[at]["told-above"]}
    for name, place in (("above", at - 1), ("below", at + 1)):
        if 0 <= place < len(judged):
            own = measured.traits[place]
            found |= {f"{trait}-right-{name}": own[trait] for trait in _NEXT if trait in own}
            found[f"text-right-{name}"] = max(-_CLIPPED, min(_CLIPPED, judged[place].score))
    return found


def _page_words(measured: Measured, at: int) -> dict[str, float]:
    above = {kind for kinds in measured.kinds[max(0, at - _NEAR) : at] for kind in kinds}
    below = {kind for kinds in measured.kinds[at : at + _NEAR] for kind in kinds}
    found = {f"{kind}-above": 1.0 for kind in _CLOSING if kind in above}
    found |= {f"{kind}-below": 1.0 for kind in _OPENING if kind in below}
    near = measured.traits[at + 1 : at + 1 + _NEAR]
    return found | {f"{name}-below": 1.0 for name in ("dated", "byline") if any(name in one for one in near)}


def _repeated(rows: Sequence[Row]) -> frozenset[int]:
    """Return the lines whose words stand again a few lines further down."""
    last: dict[str, int] = {}
    found = set()
    for at, row in enumerate(rows):
        if at - last.get(row.text, -REACH - 1) <= REACH:
            found.add(last[row.text])
        last[row.text] = at
    return frozenset(found)


def _fresh(measured: Measured) -> list[float]:
    """Return how new the words of the next lines of prose are: 1 where none of them stood shortly above."""
    coming: list[float] = []
    found = []
    for at in range(len(measured.rows) - 1, -1, -1):
        if measured.prose[at]:
            coming = [measured.threads.above[at], *coming[: _LINES - 1]]
        found.append(1 - sum(coming) / len(coming) if coming else 0.0)
    return found[::-1]


def _left(measured: Measured) -> list[float]:
    """Return how little of the words of the last lines of prose is used again: 1 where nothing is."""
    gone: list[float] = []
    found = []
    for at in range(len(measured.rows)):
        found.append(1 - sum(gone) / len(gone) if gone else 0.0)
        if measured.prose[at]:
            gone = [*gone[1 - _LINES :], measured.threads.below[at]]
    return found


def _mean(judged: Sequence[Judgement], low: int, high: int) -> float:
    part = judged[max(0, low) : high]
    return sum(one.score for one in part) / len(part) if part else 0.0


def _heaviest(traits: Traits) -> str:
    """Return the trait that speaks most for a seam."""
    return max(traits, key=lambda name: (SEAMS.get(name, 0.0) * traits[name], name), default="")
