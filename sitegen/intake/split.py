"""Where one article ends and the next begins: marks, repeated headlines, the rhythm of blank lines."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.intake import headers, rules
from sitegen.intake.headers import REACH, Header, Row

# this many blank lines part things even where nothing else says so
_WIDE_GAP = 3
_HEADLINE_WORDS = 4
_PROSE = 80


@dataclass(frozen=True, slots=True)
class Start:
    """The row on which an article begins, by which rule, and whether that row is its headline.

    `score` says how sure it is, in log-odds; 0 where nothing was weighed.
    """

    row: int
    rule: str
    titled: bool = True
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class _File:
    """What the rules below know of a file as a whole.

    `rhythm` is how many blank lines usually stand between paragraphs, `repeats` are the rows whose words come again
    soon, `opens_twice` says whether the first headline stands twice.
    """

    rows: Sequence[Row]
    rhythm: int
    repeats: frozenset[int]
    opens_twice: bool

    def header(self, at: int) -> Header:
        """Read the header whose headline is row `at`."""
        return headers.read(self.rows, at, len(self.rows))


def starts(rows: Sequence[Row]) -> tuple[Start, ...]:
    """Return where articles begin, in order; every row from the first start on belongs to one of them."""
    if not rows:
        return ()
    opening = headers.read(rows, 0, len(rows))
    first = Start(0, "first-line", can_be_headline(rows, 0))
    file = _File(rows, _rhythm(rows), _repeats(rows), first.titled and opening.repeated)
    found = [first]
    at = opening.body if first.titled else 1
    while at < len(rows):
        rule, titled = _judged(file, at)
        if rule:
            found.append(Start(at, rule, titled))
        at = max(at + 1, file.header(at).body) if rule and titled else at + 1
    return _confirmed(rows, found)


def _judged(file: _File, at: int) -> tuple[str, bool]:
    """Return the rule by which an article begins on a row, "" if none says so, and whether the row is its headline."""
    return next(((name, titled) for name, titled, begins in RULES if begins(file, at)), ("", False))


def _rhythm(rows: Sequence[Row]) -> int:
    """Return how many blank lines usually stand between paragraphs."""
    counts = Counter(row.gap for row in rows[1:] if not row.broken)
    return max(counts, key=lambda gap: (counts[gap], -gap)) if counts else 0


def _repeats(rows: Sequence[Row]) -> frozenset[int]:
    """Return the rows whose words stand again a few rows further down."""
    last: dict[str, int] = {}
    found = set()
    for at, row in enumerate(rows):
        if at - last.get(row.text, -99) <= REACH:
            found.add(last[row.text])
        last[row.text] = at
    return frozenset(found)


def can_be_headline(rows: Sequence[Row], at: int) -> bool:
    """Whether a row can be the headline of what stands below it, where one must stand."""
    return rules.is_title_like(rows[at].text) or _is_short_heading(rows, at)


def _is_short_heading(rows: Sequence[Row], at: int) -> bool:
    """Whether a short sentence stands where a headline must, above a longer line."""
    text = rows[at].text
    return rules.is_short_heading(text) and at + 1 < len(rows) and len(rows[at + 1].text) > len(text)


def _headline_after_marks(file: _File, at: int) -> bool:
    """After a line of marks or a page break: something that can be a headline."""
    row = file.rows[at]
    if not row.broken or not can_be_headline(file.rows, at):
        return False
    # where headlines stand twice, marks alone part nothing
    return not file.opens_twice or file.header(at).is_sure


def _text_after_marks(file: _File, at: int) -> bool:
    """After a line of marks or a page break: no headline. Stands only if marks part articles in this file."""
    return file.rows[at].broken and not file.opens_twice


def _repeated_headline(file: _File, at: int) -> bool:
    """A line that comes again within a few lines, with nothing but captions and buttons between."""
    row = file.rows[at]
    if at not in file.repeats or not row.gap or len(row.text) > rules.MAX_TITLE or rules.is_widget(row.text):
        return False
    # a sentence that comes again is a refrain, unless it stands apart
    if row.gap <= file.rhythm and not rules.is_title_like(row.text):
        return False
    header = file.header(at)
    roles = {role for _, role in header.roles}
    return header.repeated and (row.gap > file.rhythm or file.opens_twice or bool(roles & {"caption", "widget"}))


def _headline_with_credits(file: _File, at: int) -> bool:
    """A line over byline and date, or over buttons, or over a caption that stands twice."""
    text = file.rows[at].text
    if not file.rows[at].gap or not rules.is_title_like(text) or rules.credits_and_date(text):
        return False
    roles = [role for _, role in file.header(at).roles]
    both = "byline-and-date" in roles or ("byline" in roles and "date" in roles)
    return both or "widget" in roles or ("caption" in roles and "repeated-line" in roles)


def _headline_after_gap(file: _File, at: int) -> bool:
    """A line after more blank lines than usual that is no subhead: text follows, and the gap or the line is long."""
    row = file.rows[at]
    if row.gap <= file.rhythm or not rules.is_title_like(row.text) or at + 1 >= len(file.rows):
        return False
    header = file.header(at)
    if header.body >= len(file.rows):
        return False
    # a line as far from what follows as from what precedes belongs to neither, unless a paragraph is near
    below = file.rows[header.body]
    near = row.gap < _WIDE_GAP and below.gap == row.gap and _is_prose(below.text)
    if below.gap > max(file.rhythm, row.gap - 1) and not near:
        return False
    wordy = len(row.text.split()) >= _HEADLINE_WORDS or not row.text.isascii()
    return header.is_sure or row.gap >= _WIDE_GAP or (wordy and not rules.is_list_member(row.text))


def _text_after_wide_gap(file: _File, at: int) -> bool:
    """A paragraph after a gap as wide as between articles: one without a headline."""
    row = file.rows[at]
    wide = row.gap > file.rhythm and row.gap >= _WIDE_GAP
    return wide and not rules.is_title_like(row.text) and _is_prose(row.text)


# (name, whether the line is a headline, the question); the first that says yes decides
RULES: tuple[tuple[str, bool, Callable[[_File, int], bool]], ...] = (
    ("separator", True, _headline_after_marks),
    ("separator", False, _text_after_marks),
    ("repeated-headline", True, _repeated_headline),
    ("headline-and-byline", True, _headline_with_credits),
    ("blank-lines", True, _headline_after_gap),
    ("blank-lines", False, _text_after_wide_gap),
)


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and rules.ends_a_sentence(text)


def _confirmed(rows: Sequence[Row], found: Sequence[Start]) -> tuple[Start, ...]:
    """Leave out starts that only a mark or a gap made, where the file's other marks and gaps say otherwise."""
    marks = [start for start in found if start.rule == "separator"]
    titled_marks = sum(start.titled for start in marks)
    gaps = [rows[start.row].gap for start in found[1:] if start.rule != "separator"]
    wide = sum(gap >= _WIDE_GAP for gap in gaps) >= max(1, sum(gap < _WIDE_GAP for gap in gaps))
    kept: list[Start] = []
    for start in found:
        if start.rule == "separator" and not start.titled and titled_marks * 2 <= len(marks):
            continue
        # where articles stand wide apart, a narrower gap is one within an article
        if start.rule == "blank-lines" and wide and rows[start.row].gap < _WIDE_GAP:
            continue
        kept.append(start)
    return tuple(kept)
