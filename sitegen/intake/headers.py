"""The block above an article's text: headline, captions, buttons, the headline again, byline and date."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sitegen.intake import bylines, captions, rules
from sitegen.intake.bylines import Byline
from sitegen.intake.datewords import Found
from sitegen.intake.lines import Line

# how many written lines below a headline may still belong to its block
REACH = 16
# a shorter line is a heading, a longer one a paragraph
_LEAST_DECK, _MOST_DECK = 30, 400


@dataclass(frozen=True, slots=True)
class Row:
    """A line with text, and how many blank lines stand before it; `broken` where a page or a rule of marks ended."""

    line: Line
    gap: int
    broken: bool = False

    @property
    def text(self) -> str:
        """The line's words."""
        return self.line.text


@dataclass(frozen=True, slots=True)
class Header:
    """What was understood of the rows under a headline: the index of the first row of text, and a role for each before.

    Roles: `title`, `caption`, `deck`, `repeated-line`, `widget`, `byline`, `date`, `byline-and-date`.
    """

    body: int
    roles: tuple[tuple[int, str], ...]
    captions: tuple[str, ...] = ()
    byline: Byline = Byline()
    date: Found | None = None
    repeated: bool = False
    deck: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether more than a lone headline was found."""
        return self.repeated or len(self.roles) > 1


@dataclass(slots=True)
class _Reading:
    """What is known half way down a header; never leaves this room."""

    title: str
    roles: list[tuple[int, str]]
    captions: list[str] = field(default_factory=list)
    byline: list[Byline] = field(default_factory=list)
    date: Found | None = None
    repeated: bool = False
    deck: str = ""


def read(rows: Sequence[Row], start: int, end: int) -> Header:
    """Read the header whose headline is row `start`; `end` is where the next article begins at the latest."""
    title = rows[start].text
    reach = min(end, start + 1 + REACH)
    texts = [row.text for row in rows[start + 1 : reach]]
    again = texts.index(title) if title in texts else -1
    known = _captions(rows, start, reach, again)
    widgets = _are_widgets(texts)
    state = _Reading(title, [(start, "title")])
    at = start + 1
    while at < reach and _take(state, rows, at, known, widgets=widgets):
        at += 1
    return Header(
        at,
        tuple(state.roles),
        tuple(state.captions),
        bylines.joined(state.byline),
        state.date,
        repeated=state.repeated,
        deck=state.deck,
    )


def _captions(rows: Sequence[Row], start: int, reach: int, again: int) -> frozenset[str]:
    """Return the lines that repetition or place proves to be captions: nothing else stands twice under a headline."""
    texts = [row.text for row in rows[start + 1 : reach]]
    counts = Counter(texts)
    found = set()
    for at, text in enumerate(texts):
        if len(text) > captions.MAX_CAPTION or rules.is_widget(text):
            continue
        twice_running = at + 1 < len(texts) and texts[at + 1] == text and rows[start + 2 + at].gap == 0
        around_headline = at < again and counts[text] > 1
        above_widget = (
            rows[start + 2 + at].gap == 0 and rules.is_widget(texts[at + 1]) if at + 1 < len(texts) else False
        )
        if twice_running or around_headline or (above_widget and _are_widgets(texts)):
            found.add(text)
    return frozenset(found)


def _are_widgets(texts: Sequence[str]) -> bool:
    """Whether short marks under a headline are buttons: one that is known as such, or two together."""
    marks = [rules.is_widget(text) for text in texts]
    return any(map(rules.is_size_widget, texts)) or any(a and b for a, b in pairwise(marks))


def _take(state: _Reading, rows: Sequence[Row], at: int, known: frozenset[str], *, widgets: bool) -> bool:
    """Give row `at` its role in the header; False where the text begins."""
    text = rows[at].text
    if text == state.title:
        state.repeated = True
        state.roles.append((at, "repeated-line"))
    elif text in state.captions:
        state.roles.append((at, "repeated-line"))
    elif text in known or (captions.is_caption_under_headline(text) and _has_text_below(rows, at)):
        state.captions.append(text)
        state.roles.append((at, "caption"))
    elif widgets and rules.is_widget(text):
        state.roles.append((at, "widget"))
    else:
        return _take_credits(state, rows, at) or _take_deck(state, rows, at)
    return True


def _take_credits(state: _Reading, rows: Sequence[Row], at: int) -> bool:
    text = rows[at].text
    found = rules.credits_and_date(text)
    if (
        found is None
        and not state.byline
        and rules.looks_like_a_name(text)
        and at + 1 < len(rows)
        and rows[at + 1].gap == 0
    ):
        below = rules.credits_and_date(rows[at + 1].text)
        found = (bylines.parted(text), None) if below and below[1] and not below[0] else None
    if found is None or (found[0] and state.byline) or (found[1] and state.date):
        return False
    signed, date = found
    state.byline += [signed] if signed else []
    state.date = state.date or date
    state.roles.append((at, "byline-and-date" if signed and date else "byline" if signed else "date"))
    return True


def _take_deck(state: _Reading, rows: Sequence[Row], at: int) -> bool:
    """Take the sentence between the headline and who wrote or when: text never stands above its own byline."""
    text = rows[at].text
    below = rules.credits_and_date(rows[at + 1].text) if at + 1 < len(rows) and not rows[at + 1].broken else None
    if below is None or state.deck or state.byline or state.date or not _LEAST_DECK <= len(text) <= _MOST_DECK:
        return False
    state.deck = text
    state.roles.append((at, "deck"))
    return True


def _has_text_below(rows: Sequence[Row], at: int) -> bool:
    return at + 1 < len(rows) and not rows[at + 1].broken
