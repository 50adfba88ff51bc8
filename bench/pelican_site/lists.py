"""A plugin for Pelican: the lists of the other two, of which Pelican has no more than tags, authors and one category.

It gathers what an article's page shows before articles are written, and writes the lists after them, through Pelican's
own writer. Rows are rendered once, since each stands in a dozen lists; what a list needs is computed here, not in its
template.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import Any, Protocol

from charts import chart
from markupsafe import Markup
from pelican import signals

KINDS = ("topics", "people", "places")
LONG = 100
NEWEST = 50
RELATED = 4
_MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))  # in English: settings.py says so


class Article(Protocol):
    """What is read of Pelican's articles, and below the first line what is put on them."""

    title: str
    date: datetime
    url: str
    category: object
    metadata: dict[str, str]

    address: str
    day: str
    words: str
    short: str
    names: dict[str, list[tuple[str, str]]]
    earlier: "Article | None"
    later: "Article | None"
    related: "list[Article]"
    row: Markup
    row_plain: Markup


class Articles(Protocol):
    """What is used of Pelican's generator of articles."""

    articles: list[Article]
    context: dict[str, object]
    categories: list[object]
    dates: list[object]
    env: Any  # jinja2's environment, which Pelican made

    def get_template(self, name: str) -> object: ...  # noqa: D102 - Pelican's own


class Writer(Protocol):
    """What is used of Pelican's writer."""

    def write_file(self, name: str, template: object, context: dict[str, object], **values: object) -> None: ...  # noqa: D102 - Pelican's own


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with its articles, newest first; `trail` is addresses and titles of what stands above it."""

    url: str
    title: str
    here: str
    trail: tuple[tuple[str, str], ...]
    articles: list[Article]
    chart: str = "Articles by year"

    @property
    def divided(self) -> bool:
        """Whether its years have pages."""
        return self.here == "archive" or len(self.articles) > LONG


def register() -> None:
    """Ask Pelican to call."""
    signals.article_generator_finalized.connect(gather)
    signals.article_writer_finalized.connect(write_lists)


def gather(generator: Articles) -> None:
    """Put on each article what its page and its rows show."""
    rows = generator.env.get_template("rows.html").module
    for one in generator.articles:
        one.address, one.day = f"/{one.url}", f"{one.date:%Y-%m-%d}"
        month = _MONTHS[one.date.month - 1]
        one.words, one.short = (f"{one.date.day} {name} {one.date.year}" for name in (month, month[:3]))
        written = {kind: one.metadata[kind].split("; ") for kind in KINDS}
        one.names = {kind: [(name, f"/{kind}/{_slug(name)}/") for name in names] for kind, names in written.items()}
        one.earlier = one.later = None
        one.row, one.row_plain = rows.row(one, 3, True), rows.row(one, 3, False)  # noqa: FBT003 - a macro's
    for later, earlier in pairwise(generator.articles):
        later.earlier, earlier.later = earlier, later
    _relate(generator.articles)
    # its own lists are off, yet Pelican looks each article up in each of them, which is quadratic
    generator.categories, generator.dates = [], []


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower())


def _relate(articles: Sequence[Article]) -> None:
    """Give each article those beside it in the lists of its names: with most names shared, then nearest in time."""
    beside: list[Counter[int]] = [Counter() for _ in articles]
    lists: dict[str, list[int]] = {}
    for nth, one in enumerate(articles):
        for names in one.names.values():
            for _, url in names:
                lists.setdefault(url, []).append(nth)
    for found in lists.values():
        for near, far in pairwise(found):
            beside[near][far] += 1
            beside[far][near] += 1
    for nth, one in enumerate(articles):
        order = sorted((-shared, abs(other - nth), other) for other, shared in beside[nth].items())
        one.related = [articles[other] for _, _, other in order[:RELATED]]


def write_lists(generator: Articles, writer: Writer) -> None:
    """Write all pages that are not an article's."""
    found = listings(generator.articles)
    years = _counts(generator.articles, 4)
    names = {
        kind: sorted((one for one in found if one.here == kind), key=lambda one: -len(one.articles)) for kind in KINDS
    }
    context = {
        **generator.context,
        "years": years,
        "sections": [one for one in found if not one.trail and one.here != "archive"],
        "names": names,
        "all": generator.articles,
    }

    def write(url: str, template: str, **values: object) -> None:
        path = f"{url}index.html" if url.endswith("/") else url
        writer.write_file(
            path.lstrip("/"), generator.get_template(template), context, url=url.lstrip("/"), address=url, **values
        )

    months = _counts(generator.articles, 7)
    write("/", "home", here="home", drawing=Markup(chart(years, months, "/archive/")))
    for kind in KINDS:
        ordered = sorted(names[kind], key=lambda one: one.title)
        letters = [(letter, list(group)) for letter, group in groupby(ordered, lambda one: one.title[0])]
        write(f"/{kind}/", "names", here=kind, exact=True, title=kind.capitalize(), total=len(ordered), letters=letters)
    for one in found:
        for url, template, values in _pages(one):
            write(url, template, here=one.here, **values)
    write("/search/", "search", here="search", exact=True, title="Search")
    write("/404.html", "not_found", title="Nothing at this address")
    write("/feed.xml", "feed", entries=generator.articles[:NEWEST])
    spans = [url for one in found for url, _, _ in _pages(one)]
    write("/robots.txt", "robots")
    write("/sitemap.xml", "sitemap", addresses=["/", "/search/", *(f"/{kind}/" for kind in KINDS), *spans])


def listings(articles: list[Article]) -> list[Listing]:
    """Return the archive, the sections and the terms."""
    held: dict[str, tuple[str, str, list[Article]]] = {}
    for one in articles:
        section = str(one.category)
        held.setdefault(f"/{section}/", (section.capitalize(), section, []))[2].append(one)
        for kind in KINDS:
            for name, url in one.names[kind]:
                held.setdefault(url, (name, kind, []))[2].append(one)
    archive = Listing("/archive/", "Archive", "archive", (), articles)
    return [archive, *(_listing(url, *found) for url, found in held.items())]


def _listing(url: str, title: str, here: str, articles: list[Article]) -> Listing:
    if here in KINDS:
        return Listing(url, title, here, ((f"/{here}/", here.capitalize()),), articles, "Mentions by year")
    return Listing(url, title, here, (), articles)


def _counts(articles: Sequence[Article], length: int) -> dict[str, int]:
    """Return how many articles each year (length 4) or month (7) has, oldest first."""
    counts: dict[str, int] = {}
    for one in reversed(articles):
        key = one.day[:length].replace("-", "/")
        counts[key] = counts.get(key, 0) + 1
    return counts


def _pages(one: Listing) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield the pages of a list, its root first: address, template, values."""
    years = _counts(one.articles, 4)
    yield one.url, "list", _root(one, years)
    if not one.divided:
        return
    trail = (*one.trail, (one.url, one.title))
    prefix = "" if one.here == "archive" else f"{one.title}: "
    ordered = [(year, list(found)) for year, found in groupby(one.articles, lambda article: article.day[:4])]
    around = [None, *(year for year, _ in ordered), None] if one.here == "archive" else [None] * (len(ordered) + 2)
    for nth, (year, found) in enumerate(ordered):
        url = f"{one.url}{year}/"
        months = [(month, list(group)) for month, group in groupby(found, lambda article: article.day[5:7])]
        values = {"title": f"{prefix}{year}", "trail": trail, "total": len(found)}
        turn = {"later": around[nth], "earlier": around[nth + 2]}
        yield url, "year", {**values, **turn, **_year(months, url if one.here == "archive" else "")}
        if one.here != "archive":
            continue
        for month, group in months:
            title, above = f"{_MONTHS[int(month) - 1]} {year}", (*trail, (url, year))
            yield f"{url}{month}/", "month", {"title": title, "trail": above, "total": len(group), "cards": group}


def _root(one: Listing, years: dict[str, int]) -> dict[str, object]:
    shown = one.articles[:NEWEST] if one.divided else one.articles
    groups = [(year, years[year], list(found)) for year, found in groupby(shown, lambda article: article.day[:4])]
    root = one.url if one.divided else ""
    return {
        "title": one.title,
        "trail": one.trail,
        "exact": not one.trail,
        "total": len(one.articles),
        "shown": len(shown),
        "held": years,
        "root": root,
        "groups": groups,
        "drawing": Markup(chart(years, {}, root)) if len(years) > 2 else "",
        "caption": one.chart,
    }


def _year(months: list[tuple[str, list[Article]]], root: str) -> dict[str, object]:
    """Return the groups of a year; with pages for its months (`root`), a long one shows its newest only."""
    total = sum(len(found) for _, found in months)
    room = NEWEST if root and total > LONG else total
    groups, shown = [], 0
    for month, found in months:
        cards = found[: max(0, room - shown)]
        shown += len(cards)
        name = _MONTHS[int(month) - 1]
        groups.append((name, f"{root}{month}/" if root else "", len(found), cards))
    return {"shown": shown, "root": root, "groups": groups}
