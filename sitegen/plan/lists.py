"""Stable lists: the newest, then years, then months; no page is numbered, so none shifts when the archive grows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sitegen import dates, locales
from sitegen.config import Limits
from sitegen.model import Bar, Body, Card, Frame, Group, Head, Kind, Link, Listing, ListPage, Page
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


def pages(one: StableList, cards: tuple[Card, ...], frame: Frame, limits: Limits) -> Iterator[Page]:
    """Yield the pages of a list: its root, and its years, months and undated shelf where it is long enough.

    `cards` are newest first, the undated last.
    """
    years = _by(cards, lambda card: dates.year_of(card.date))
    undated = years.pop("", ())
    divided = one.calendar or len(cards) > limits.list_by_year
    yield _root(one, cards, frame, years, undated, limits if divided else None)
    if not divided:
        return
    order = sorted(years)
    for number, year in enumerate(order):
        around = order[number - 1] if number else "", order[number + 1] if number + 1 < len(order) else ""
        yield from _year(one, frame, year, years[year], around if one.calendar else ("", ""), limits)
    if undated:
        shelf = Listing((Group("", undated),), (), len(undated), len(undated))
        yield _page(one, frame, "undated/", "undated", frame.words["undated"], shelf)


def _by(cards: Iterable[Card], key: Callable[[Card], str]) -> dict[str, tuple[Card, ...]]:
    found: dict[str, list[Card]] = {}
    for card in cards:
        found.setdefault(key(card), []).append(card)
    return {name: tuple(group) for name, group in found.items()}


def _root(
    one: StableList,
    held: tuple[Card, ...],
    frame: Frame,
    years: Mapping[str, tuple[Card, ...]],
    undated: tuple[Card, ...],
    limits: Limits | None,
) -> Page:
    """Plan a list's first page; `limits` are given where it is divided."""
    words = frame.words
    shown, spans = held, tuple[Link, ...]()
    if limits:
        shown = held[: limits.list_newest]
        spans = tuple(Link(f"{one.url}{year}/", year, count=len(years[year])) for year in sorted(years, reverse=True))
        if undated:
            spans += (Link(f"{one.url}undated/", words["undated"], count=len(undated)),)
    groups = []
    for year, cards in _by(shown, lambda card: dates.year_of(card.date)).items():
        url = f"{one.url}{year or 'undated'}/" if limits else ""
        groups.append(Group(year or words["undated"], cards, url, len(years[year] if year else undated)))
    bars = tuple(Bar(year, len(cards), f"{one.url}{year}/" if limits else "") for year, cards in sorted(years.items()))
    own = head(
        frame, one.url, one.kind, one.title, description=one.description, trail=one.trail, alternates=one.alternates
    )
    listing = Listing(tuple(groups), spans, len(held), len(shown))
    context = ListPage(frame, own, listing, one.body, one.links, one.about, one.dates, one.same_as, one.broader, bars)
    return Page(one.url, "list.html", frame.lang, context)


def _year(
    one: StableList, frame: Frame, year: str, cards: tuple[Card, ...], around: tuple[str, str], limits: Limits
) -> Iterator[Page]:
    """Yield a year's page and its months' where the year is long enough."""
    months = _by(cards, lambda card: dates.month_of(card.date))
    unknown = months.pop("", ())
    divided = one.calendar or len(cards) > limits.list_by_month
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
        url = f"{one.url}{year}/{month}/" if divided and month else ""
        title = locales.month_name(int(month), frame.lang) if month else frame.words["month_unknown"]
        groups.append(Group(title, found, url, len(months.get(month, unknown))))
    spans = tuple(
        Link(f"{one.url}{year}/{month}/", locales.month_name(int(month), frame.lang), count=len(months[month]))
        for month in sorted(months)
        if divided
    )
    earlier, later = (Link(f"{one.url}{other}/", other) if other else None for other in around)
    listing = Listing(tuple(groups), spans, len(cards), len(shown))
    yield _page(one, frame, f"{year}/", "year", year, listing, earlier=earlier, later=later)
    if divided:
        yield from (_month(one, frame, year, month, found) for month, found in months.items())


def _month(one: StableList, frame: Frame, year: str, month: str, cards: tuple[Card, ...]) -> Page:
    by_day = _by(cards, lambda card: "known" if card.date and card.date.precision == "day" else "")
    known, rest = by_day.get("known", ()), by_day.get("", ())
    groups = [Group("", known)] if known else []
    if rest:
        groups.append(Group(frame.words["day_unknown"], rest, count=len(rest)))
    words = locales.date_words(dates.parse(f"{year}-{month}"), frame.lang)
    listing = Listing(tuple(groups), (), len(cards), len(cards))
    return _page(one, frame, f"{year}/{month}/", "month", words, listing, Link(f"{one.url}{year}/", year))


def _page(
    one: StableList,
    frame: Frame,
    below: str,
    kind: Kind,
    words: str,
    listing: Listing,
    *parents: Link,
    earlier: Link | None = None,
    later: Link | None = None,
) -> Page:
    title = words if one.calendar else f"{one.title}: {words}"
    trail = (*one.trail, Link(one.url, one.title), *parents)
    own: Head = head(frame, one.url + below, kind, title, trail=trail)
    return Page(own.url, "list.html", frame.lang, ListPage(frame, own, listing, earlier=earlier, later=later))
