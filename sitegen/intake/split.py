"""Where one article ends and the next begins: marks, repeated headlines, the rhythm of blank lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.intake import headers, rules
from sitegen.intake.headers import Row

# this many blank lines part things even where nothing else says so
_WIDE_GAP = 3
_HEADLINE_WORDS = 4
_PROSE = 80


@dataclass(frozen=True, slots=True)
class Start:
    """The row on which an article begins, by which rule, and whether that row is its headline."""

    row: int
    rule: str
    titled: bool = True


def starts(rows: Sequence[Row]) -> tuple[Start, ...]:
    """Return where articles begin, in order; every row from the first start on belongs to one of them."""
    if not rows:
        return ()
    rhythm = _rhythm(rows)
    found = [_first(rows)]
    repeats = _repeats(rows)
    opening = headers.read(rows, 0, len(rows))
    opens_twice = found[0].titled and opening.repeated
    at = opening.body if found[0].titled else 1
    while at < len(rows):
        start = _start_at(rows, at, rhythm, repeated=at in repeats, opens_twice=opens_twice)
        if start is None:
            at += 1
            continue
        found.append(start)
        at = max(at + 1, headers.read(rows, at, len(rows)).body) if start.titled else at + 1
    return _confirmed(rows, found)


def _rhythm(rows: Sequence[Row]) -> int:
    """Return how many blank lines usually stand between paragraphs."""
    counts = Counter(row.gap for row in rows[1:] if not row.broken)
    return max(counts, key=lambda gap: (counts[gap], -gap)) if counts else 0


def _repeats(rows: Sequence[Row]) -> frozenset[int]:
    """Return the rows whose words stand again a few rows further down."""
    last: dict[str, int] = {}
    found = set()
    for at, row in enumerate(rows):
        if at - last.get(row.text, -99) <= headers._REACH:  # noqa: SLF001 - one reach for both rooms
            found.add(last[row.text])
        last[row.text] = at
    return frozenset(found)


def _first(rows: Sequence[Row]) -> Start:
    text = rows[0].text
    short = rules.is_short_heading(text) and len(rows) > 1 and len(rows[1].text) > len(text)
    return Start(0, "first-line", rules.is_title_like(text) or short)


def _start_at(rows: Sequence[Row], at: int, rhythm: int, *, repeated: bool, opens_twice: bool) -> Start | None:
    row = rows[at]
    title_like = rules.is_title_like(row.text)
    if row.broken:
        short = rules.is_short_heading(row.text) and at + 1 < len(rows) and len(rows[at + 1].text) > len(row.text)
        return Start(at, "separator", title_like or short)
    if row.gap == 0 or not (title_like or repeated or row.gap >= _WIDE_GAP):
        return None
    if repeated and _is_repeated_headline(rows, at, row.gap > rhythm, opens_twice):
        return Start(at, "repeated-headline")
    if title_like and _has_credits(rows, at):
        return Start(at, "headline-and-byline")
    if row.gap > rhythm and title_like and _stands_as_headline(rows, at, rhythm):
        return Start(at, "blank-lines")
    if row.gap > rhythm and row.gap >= _WIDE_GAP and not title_like and _is_prose(row.text):
        return Start(at, "blank-lines", titled=False)
    return None


def _is_repeated_headline(rows: Sequence[Row], at: int, after_gap: bool, opens_twice: bool) -> bool:  # noqa: FBT001
    header = headers.read(rows, at, len(rows))
    roles = {role for _, role in header.roles}
    if len(rows[at].text) > rules.MAX_TITLE or rules.is_widget(rows[at].text):
        return False
    return header.repeated and (after_gap or opens_twice or bool(roles & {"caption", "widget"}))


def _has_credits(rows: Sequence[Row], at: int) -> bool:
    """Whether byline and date, or buttons and captions, stand under a line."""
    if rules.credits_and_date(rows[at].text):
        return False
    header = headers.read(rows, at, len(rows))
    roles = [role for _, role in header.roles]
    both = "byline-and-date" in roles or ("byline" in roles and "date" in roles)
    return both or "widget" in roles or (roles.count("caption") > 0 and "repeated-line" in roles)


def _stands_as_headline(rows: Sequence[Row], at: int, rhythm: int) -> bool:
    """Whether a line after a wide gap is a headline and not a subhead: text follows, and the gap or the line is long."""
    if at + 1 >= len(rows):
        return False
    header = headers.read(rows, at, len(rows))
    if header.body >= len(rows) or rows[header.body].gap > max(rhythm, rows[at].gap - 1):
        return False
    text = rows[at].text
    wordy = len(text.split()) >= _HEADLINE_WORDS or not text.isascii()
    return header.is_sure or rows[at].gap >= _WIDE_GAP or (wordy and not rules.is_list_member(text))


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and rules.ends_a_sentence(text)


def _confirmed(rows: Sequence[Row], found: Sequence[Start]) -> tuple[Start, ...]:
    """Leave out starts that only a mark or a gap made, where the file's other marks and gaps say otherwise."""
    marks = [start for start in found if start.rule == "separator"]
    titled_marks = sum(start.titled for start in marks)
    kept: list[Start] = []
    for start in found:
        if start.rule == "separator" and not start.titled and titled_marks * 2 <= len(marks):
            continue
        kept.append(start)
    return tuple(kept)
