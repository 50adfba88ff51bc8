"""The day on which a page says that its article was published, with the words and where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice

from sitegen.intake.datewords import Found
from sitegen.intake.pages import figures
from sitegen.intake.pages.body import Chosen
from sitegen.intake.pages.figures import LINE
from sitegen.intake.pages.segments import Segment
from sitegen.intake.pages.stated import Stated
from sitegen.intake.pages.traits import title_at
from sitegen.model import Edtf

_STAMP = re.compile(r"\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
# what a page says of a day that is not the day of publication, and what of the one that is
_UPDATE = re.compile(
    r"updat|modif|edited|revised|printed|retrieved|accessed|aktualis|editiert|geändert|überarbeit|ausdruck|stand:"
    r"|mise? à jour|actualiz|atualiz|aggiorn|bijgewerkt|gewijzigd|güncel|zaktualiz|oppdater|opdater|uppdater|päivit"
    r"|обнов|изменен|оновлен|تحديث|更新|最終|수정|업데이트",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi|posted|created|veröffent|erstellt|erschien|geplaatst|yay[iı]n|опублик|создан|نشر|公開|配信|입력|発表",  # noqa: RUF001
    re.IGNORECASE,
)
# a dateline holds a byline beside its day, hardly more
_LETTERS = re.compile(r"[^\W\d_]")
_MAX_LETTERS, _MAX_WORDS_OF_SENTENCE = 60, 5
_ABOVE, _BELOW, _NEAR = 1, 9, 14
_UNSET = "1970-01-01"
_DAY = timedelta(days=1)
_HALF_A_DAY = 12


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, None where the page tells none, and what of the page contradicts it, "" if nothing."""

    day: Found | None
    contradicts: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """What words of a page are read by; never leaves this room."""

    order: str
    known: frozenset[str]

    def read(self, words: str, place: str = "") -> Found | None:
        found = figures.read(words, place, self.order, self.known)
        return found if found and found.date.text != _UNSET else None

    def day(self, words: str, place: str = "") -> Found | None:
        found = self.read(words, place)
        return found if found and found.date.precision == "day" else None


def of(stated: Stated, chosen: Chosen, url: str) -> Published:
    """Return the day that a page shows at its headline or states in its tags, whichever tells of publication.

    What is stated wins where the day that is shown cannot be that of publication: before it, or after the last change.
    """
    page = _Page(figures.order_of(stated.lang, url), _known(stated))
    shown = next(_shown(page, stated, chosen), None)
    tags = [(place, _local(words, stated.clocks)) for place, words in stated.dates]
    told = next(((one, words) for place, words in tags if (one := page.day(words, f"{place}: "))), None)
    if shown and told and not _is_plain(shown.date):
        return Published(told[0])
    if shown and told and _is_plain(told[0].date):
        return _of_both(shown, *told, stated)
    rest = list(_rest(page, stated, chosen, url))
    days = (one for one in rest if one.date.precision == "day")
    return Published(shown or (told and told[0]) or next(days, None) or next(iter(rest), None))


def iso(words: str) -> str:
    """Return the day that words state, "" where they state none."""
    found = figures.read(words)
    return found.date.text if found and _is_plain(found.date) else ""


def _is_plain(day: Edtf) -> bool:
    """Whether a date is one day, and no other: a day of the moon's calendar may be the next one too."""
    return day.precision == "day" and not (day.approximate or day.uncertain)


def _known(stated: Stated) -> frozenset[str]:
    """Return the days that a page states in figures that can be read in one way only."""
    moments = (*(words for _, words in (*stated.dates, *stated.other_dates)), *stated.clocks, stated.updated)
    return frozenset(day for words in moments if (day := iso(words)))


def _of_both(shown: Found, told: Found, words: str, stated: Stated) -> Published:
    day, other = date.fromisoformat(shown.date.text), date.fromisoformat(told.date.text)
    if day == other:
        return Published(told)
    if day < other and not (other - day == _DAY and _may_be_another_day(words)):
        return Published(told)
    changed = iso(stated.updated)
    if changed and day > date.fromisoformat(changed) + _DAY:
        return Published(told)
    both = f"{shown.words} ({told.words})"
    explained = day - other <= _DAY or (changed and abs(day - date.fromisoformat(changed)) <= _DAY)
    return Published(Found(both, 0, len(both), shown.date), "" if explained else told.words)


def _may_be_another_day(words: str) -> bool:
    """Return whether a moment is given by the clock of Greenwich, so that it may be another day where the page is."""
    moment = _moment(words)
    return moment is not None and not moment.utcoffset() and moment.hour < _HALF_A_DAY


def _rest(page: _Page, stated: Stated, chosen: Chosen, url: str) -> Iterator[Found]:
    """Yield what else may tell of the day, from the surest to the weakest."""
    for place, words in (*stated.dates, *stated.other_dates):
        if found := page.read(_local(words, stated.clocks), f"{place}: "):
            yield found
    for words in _near_text(chosen):
        if found := page.read(words):
            yield found
    yield from figures.in_address(url)


def _local(words: str, clocks: Sequence[str]) -> str:
    """Return a moment of Greenwich as the page's own clock shows it, where a clock of the page shows that moment."""
    moment = _moment(words)
    if moment is None or moment.utcoffset():
        return words
    return next((one for one in clocks if (shown := _moment(one)) and shown.utcoffset() and shown == moment), words)


def _moment(words: str) -> datetime | None:
    """Read a moment to the minute; one without an offset is of Greenwich."""
    if not _STAMP.match(words):
        return None
    try:
        found = datetime.fromisoformat(words.strip()).replace(second=0, microsecond=0)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _shown(page: _Page, stated: Stated, chosen: Chosen) -> Iterator[Found]:
    """Yield the days in the short lines around the headline, those of changes left out."""
    at = title_at(chosen.segments, stated.heading or stated.title)
    if at < 0:
        return
    below = islice(chosen.segments, at, at + _BELOW + 1)
    for one in chain(_above_the_text(below), chosen.segments[max(0, at - _ABOVE) : at]):
        if "@" in one.text or _is_sentence(one.text) or "<nav>" in one.box.within:
            continue
        if found := page.day(_of_publication(one.text)):
            yield found


def _above_the_text(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments before the text begins: the first paragraph may be a deck, with the second it has begun."""
    paragraphs = 0
    for one in segments:
        paragraphs += len(one.text) > LINE
        if paragraphs > 1:
            return
        if len(one.text) <= LINE:
            yield one


def _is_sentence(words: str) -> bool:
    letters = len(_LETTERS.findall(words))
    return letters > _MAX_LETTERS or (words.endswith(".") and len(words.split()) > _MAX_WORDS_OF_SENTENCE)


def _of_publication(words: str) -> str:
    """Return the part of a line that does not tell of a change."""
    if not (update := _UPDATE.search(words)):
        return words
    published = _PUBLISHED.search(words)
    if published and published.start() > update.start():
        return words[published.start() :]
    return words[: update.start()]


def _near_text(chosen: Chosen) -> Iterator[str]:
    """Yield the short lines around the beginning of the text."""
    first = next((at for at, keep in enumerate(chosen.kept) if keep), 0)
    for one in chosen.segments[max(0, first - _NEAR) : first + 3]:
        if len(one.text) <= LINE:
            yield one.text
