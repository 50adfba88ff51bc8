"""Stable lists: the newest, then years, then months; no page is numbered, so none shifts when the archive grows.

The pages are drafts: a list is dealt out once, and whoever makes a page of it plans that page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sitegen import dates, locales
from sitegen.config import Limits
from sitegen.model import Bar, Body, Card, Draft, Frame, Group, Head, Kind, Link, Listing, ListPage, Page
from sitegen.plan.frame import head


@dataclass(frozen=True, slots=True)
class StableList:
    """A list but for its cards: where it stands, and what is said of it.

    `calendar` marks the archive's own list, which has a page for each year and month however short they are.
    """

    url: str
    title: str
    kind: Kind
    description: str = ""
    body: Body | None = None
    links: Mapping[str, Link] = field(default_factory=dict)
    about: str = ""
    dates: str = ""
    same_as: tuple[str, ...] = ()
    broader: Link | None = None
    trail: tuple[Link, ...] = ()
    alternates: tuple[Link, ...] = ()
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class _Dealt:
    """A list and its cards, newest first, dealt out to its years: what each of its pages is planned from.

    `divided` says whether its years have pages of their own, `months` maps those that are divided to their months; ""
    is the year, or the month, that is not known.
    """

    one: StableList
    frame: Frame
    cards: tuple[Card, ...]
    limits: Limits
    divided: bool
    years: Mapping[str, tuple[Card, ...]]
    months: Mapping[str, Mapping[str, tuple[Card, ...]]]

    @property
    def undated(self) -> tuple[Card, ...]:
        return self.years.get("", ())


def pages(one: StableList, cards: tuple[Card, ...], frame: Frame, limits: Limits) -> Iterator[Draft]:
    """Yield the pages of a list: its root, and its years, months and undated shelf where it is long enough.

    `cards` are newest first, the undated last.
    """
    years = _by(cards, lambda card: dates.year_of(card.date))
    divided = one.calendar or len(cards) > limits.list_by_year
    cut = {
        year: _by(found, lambda card: dates.month_of(card.date))
        for year, found in (years.items() if divided else ())
        if year and (one.calendar or len(found) > limits.list_by_month)
    }
    dealt = _Dealt(one, frame, cards, limits, divided, years, cut)
    yield Draft(one.url, _root, dealt, "")
    if divided:
        for year in sorted(years, key=lambda year: (not year, year)):
            yield Draft(f"{one.url}{year or 'undated'}/", _year if year else _undated, dealt, year)
            yield from (
                Draft(f"{one.url}{year}/{month}/", _month, dealt, f"{year}/{month}")
                for month in cut.get(year, ())
                if month
            )


def _by(cards: Iterable[Card], key: Callable[[Card], str]) -> dict[str, tuple[Card, ...]]:
    found: dict[str, list[Card]] = {}
    for card in cards:
        found.setdefault(key(card), []).append(card)
    return {name: tuple(group) for name, group in found.items()}


def _root(dealt: _Dealt, _name: str) -> Page:
    """Plan a list's first page."""
    one, frame, held, words = dealt.one, dealt.frame, dealt.cards, dealt.frame.words
    years = {year: cards for year, cards in dealt.years.items() if year}
    shown, spans = held, tuple[Link, ...]()
    if dealt.divided:
        shown = held[: dealt.limits.list_newest]
        spans = tuple(Link(f"{one.url}{year}/", year, count=len(years[year])) for year in sorted(years, reverse=True))
        if dealt.undated:
            spans += (Link(f"{one.url}undated/", words["undated"], count=len(dealt.undated)),)
    groups = []
    for year, cards in _by(shown, lambda card: dates.year_of(card.date)).items():
        url = f"{one.url}{year or 'undated'}/" if dealt.divided else ""
        groups.append(Group(year or words["undated"], cards, url, len(dealt.years[year])))
    bars = tuple(
        Bar(year, len(cards), f"{one.url}{year}/" if dealt.divided else "") for year, cards in sorted(years.items())
    )
    own = head(
        frame, one.url, one.kind, one.title, description=one.description, trail=one.trail, alternates=one.alternates
    )
    listing = Listing(tuple(groups), spans, len(held), len(shown))
    context = ListPage(frame, own, listing, one.body, one.links, one.about, one.dates, one.same_as, one.broader, bars)
    return Page(one.url, "list.html", frame.lang, context)


def _undated(dealt: _Dealt, _name: str) -> Page:
    """Plan the shelf of what has no year."""
    count = len(dealt.undated)
    shelf = Listing((Group("", dealt.undated),), (), count, count)
    return _page(dealt, "undated/", "undated", dealt.frame.words["undated"], shelf)


def _year(dealt: _Dealt, year: str) -> Page:
    """Plan a year's page."""
    one, frame, limits, cards = dealt.one, dealt.frame, dealt.limits, dealt.years[year]
    months = dealt.months.get(year, {})
    short = len(cards) <= (limits.list_by_year if one.calendar else limits.list_by_month)
    shown = (
        cards
        if short
        else (
            *cards[: limits.list_newest],
            *(card for card in cards[limits.list_newest :] if not dates.month_of(card.date)),
        )
    )
    groups = []
    for month, found in sorted(
        _by(shown, lambda card: dates.month_of(card.date)).items(), key=lambda pair: pair[0] or "00", reverse=True
    ):
        url = f"{one.url}{year}/{month}/" if months and month else ""
        title = locales.month_name(int(month), frame.lang) if month else frame.words["month_unknown"]
        groups.append(Group(title, found, url, len(months.get(month, found))))
    spans = tuple(
        Link(f"{one.url}{year}/{month}/", locales.month_name(int(month), frame.lang), count=len(months[month]))
        for month in sorted(months)
        if month
    )
    earlier, later = _beside(dealt, year) if one.calendar else (None, None)
    listing = Listing(tuple(groups), spans, len(cards), len(shown))
    return _page(dealt, f"{year}/", "year", year, listing, earlier=earlier, later=later)


def _beside(dealt: _Dealt, year: str) -> tuple[Link | None, Link | None]:
    """Return the ways to the years before and after one."""
    years = [one for one in dealt.years if one]
    before = max((one for one in years if one < year), default="")
    after = min((one for one in years if one > year), default="")
    earlier, later = (Link(f"{dealt.one.url}{other}/", other) if other else None for other in (before, after))
    return earlier, later


def _month(dealt: _Dealt, name: str) -> Page:
    """Plan the page of a month, "1974/02"."""
    year, month = name.split("/")
    cards, frame = dealt.months[year][month], dealt.frame
    by_day = _by(cards, lambda card: "known" if card.date and card.date.precision == "day" else "")
    known, rest = by_day.get("known", ()), by_day.get("", ())
    groups = [Group("", known)] if known else []
    if rest:
        groups.append(Group(frame.words["day_unknown"], rest, count=len(rest)))
    words = locales.date_words(dates.parse(f"{year}-{month}"), frame.lang)
    listing = Listing(tuple(groups), (), len(cards), len(cards))
    return _page(dealt, f"{name}/", "month", words, listing, Link(f"{dealt.one.url}{year}/", year))


def _page(
    dealt: _Dealt,
    below: str,
    kind: Kind,
    words: str,
    listing: Listing,
    *parents: Link,
    earlier: Link | None = None,
    later: Link | None = None,
) -> Page:
    one, frame = dealt.one, dealt.frame
    title = words if one.calendar else f"{one.title}: {words}"
    trail = (*one.trail, Link(one.url, one.title), *parents)
    own: Head = head(frame, one.url + below, kind, title, trail=trail)
    return Page(own.url, "list.html", frame.lang, ListPage(frame, own, listing, earlier=earlier, later=later))
