"""Which years and months of which lists are pages, counted while the stories pass: none of them is kept."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from corpus import Story

_LONG = 100  # a list with more articles has pages for its years: `list_by_year` of site.yaml

Trail = list[list[str]]


@dataclass(slots=True)
class Spans:
    """How many articles each month of the archive and each year of a list holds."""

    months: Counter[date] = field(default_factory=Counter)
    lists: dict[tuple[str, str], Counter[date]] = field(default_factory=dict)

    def add(self, one: Story) -> None:
        """Count a story in the archive, its section and the lists of its names."""
        year = one.day.replace(month=1, day=1)
        self.months[one.day.replace(day=1)] += 1
        self.lists.setdefault(("", one.section.capitalize()), Counter())[year] += 1
        for kind, names in one.terms.items():
            for name in names:
                self.lists.setdefault((kind, name), Counter())[year] += 1

    @property
    def sections(self) -> list[str]:
        """The sections' folders."""
        return sorted(name.lower() for kind, name in self.lists if not kind)

    def pages(self) -> Iterator[dict[str, object]]:
        """Yield the years of the archive and of each long list, and the archive's months: title, address, contents."""
        yield from self._calendar()
        for (kind, name), years in self.lists.items():
            slug = name.lower().replace(" ", "-")
            own = f"/{kind}/{slug}/" if kind else f"/{slug}/"
            trail = [[f"/{kind}/", kind.capitalize()]] if kind else []
            if years.total() > _LONG:
                yield from _cut(years, own, kind or slug, [*trail, [own, name]], f"{name}: ")

    def _calendar(self) -> Iterator[dict[str, object]]:
        trail = [["/archive/", "Archive"]]
        years: Counter[date] = Counter()
        for month, count in self.months.items():
            years[month.replace(month=1)] += count
        found = list(_cut(years, "/archive/", "archive", trail))
        names = ["", *(str(one["title"]) for one in reversed(found)), ""]
        around = dict(zip(names[1:-1], zip(names, names[2:], strict=False), strict=True))
        for one in found:
            earlier, later = around[str(one["title"])]
            yield {**one, "earlier": earlier, "later": later}
        for one in _cut(self.months, "/archive/", "archive", trail, month=True):
            year = str(one["url"])[9:13]
            yield {**one, "trail": [*trail, [f"/archive/{year}/", year]]}


def _cut(
    sizes: Counter[date], url: str, here: str, trail: Trail, title: str = "", *, month: bool = False
) -> Iterator[dict[str, object]]:
    """Yield the spans of a list, newest first: each is `count` articles from `start` on, as Hugo sorts them."""
    start = 0
    for first in sorted(sizes, reverse=True):
        below, words = (f"{first:%Y/%m/}", f"{first:%B %Y}") if month else (f"{first:%Y/}", f"{first:%Y}")
        yield {
            "url": url + below,
            "title": title + words,
            "of": url,
            "here": here,
            "trail": trail,
            "shape": "month" if month else "year",
            "start": start,
            "count": sizes[first],
        }
        start += sizes[first]
