"""Charts drawn at build time: bars over the years as SVG that takes its colours and its width from the page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from sitegen.model import Bar
from sitegen.urls import href

# Heights are pixels, widths are shares of the page: a chart is as wide as its column and its words keep their size.
TOP, FOOT, HEIGHT = 22, 132, 156
LEAST = 2.0
FILLED = 0.72
WIDEST = 0.75
MONTHS = 12
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
MOST_LABELS = 12
FEW_LABELS = 6
# With fewer articles than this a month on average, months are a scatter of threads that shows nothing: years are drawn.
DENSE = 0.5


@dataclass(frozen=True, slots=True)
class _Axis:
    """Which stretch of the calendar is drawn, counted in years or in months from the year 0, end exclusive."""

    first: int
    end: int
    unit: int
    rtl: bool

    def share(self, place: float) -> float:
        """Return how far along the axis a place is, in per cent of its length from the left."""
        along = 100 * (place - self.first) / (self.end - self.first)
        return 100 - along if self.rtl else along


def coverage(bars: tuple[Bar, ...], base: str, *, rtl: bool = False) -> str:
    """Return an SVG of how many articles each year or month has, "" for no bars; each bar links to its list.

    Labels are "1974" or "1974-02"; years that are missing between them are drawn as gaps. Months, where there is enough
    in them, are drawn twice, by month and by year (classes `by-month`, `by-year`), so that the style sheet can show the
    coarser on a phone; what has a year only lies flat across its twelve months. With `rtl` time runs from right to
    left. `base` is the base path. There is no text alternative in it: the chart is hidden from assistive technology and
    out of the tab order, and the page around it carries the same figures and links in words. Raises ValueError for a
    label that is not a year or a month.
    """
    if not bars:
        return ""
    years = by_year(bars)
    layers = (("by-month", bars), ("by-year", years)) if _dense(bars, years) else (("", years),)
    drawn = "".join(_layer(name, layer, base, rtl=rtl) for name, layer in layers)
    return (
        f'<svg class="chart" direction="ltr" width="100%" height="{HEIGHT}" aria-hidden="true" focusable="false">'
        f"{drawn}"
        f'<line class="axis" x1="0" x2="100%" y1="{FOOT}" y2="{FOOT}"/></svg>'
    )


def _dense(bars: tuple[Bar, ...], years: tuple[Bar, ...]) -> bool:
    """Whether the bars are of months, and are worth drawing as such."""
    numbers = [int(year.label) for year in years]
    months = MONTHS * (max(numbers) - min(numbers) + 1)
    return any("-" in bar.label for bar in bars) and sum(bar.count for bar in bars) >= DENSE * months


def by_year(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Return the bars of months added up to bars of years; a year's address is its month's without the last segment."""
    years: dict[str, Bar] = {}
    for bar in bars:
        label = bar.label.partition("-")[0]
        url = bar.url.rstrip("/").rpartition("/")[0] + "/" if "-" in bar.label and bar.url else bar.url
        known = years.get(label, Bar(label, 0, url))
        years[label] = replace(known, count=known.count + bar.count)
    return tuple(years.values())


def _layer(name: str, bars: tuple[Bar, ...], base: str, *, rtl: bool) -> str:
    unit = MONTHS if name == "by-month" else 1
    places = [_place(bar.label, unit) for bar in bars]
    axis = _Axis(min(places) // unit * unit, (max(places) // unit + 1) * unit, unit, rtl)
    wide = [1 if unit == 1 or "-" in bar.label else MONTHS for bar in bars]
    heights = [bar.count / width for bar, width in zip(bars, wide, strict=True)]
    most = max(heights) or 1
    peak = heights.index(max(heights))
    drawn = "".join(
        _bar(bar, axis, (places[nth], wide[nth]), heights[nth] / most, base, peak=nth == peak)
        for nth, bar in enumerate(bars)
        if bar.count
    )
    return f'<g class="{name}">{_labels(axis)}{drawn}</g>' if name else f"{_labels(axis)}{drawn}"


def _place(label: str, unit: int) -> int:
    year, _, month = label.partition("-")
    return int(year) if unit == 1 else int(year) * unit + (int(month) - 1 if month else 0)


def _bar(bar: Bar, axis: _Axis, span: tuple[int, int], height: float, base: str, *, peak: bool) -> str:
    """Draw a bar over a span (its first place and how many); `height` is its share of the tallest one's."""
    first, places = span
    slot = 100 * places / (axis.end - axis.first)
    left = min(axis.share(first), axis.share(first + places))
    width = slot if places > 1 else min(slot * FILLED, WIDEST)
    height = max(LEAST, (FOOT - TOP) * height)
    drawn = (
        f"<title>{escape(bar.label)}: {bar.count}</title>"
        f'<rect class="hit" x="{_short(left)}%" width="{_short(slot)}%" y="0" height="{FOOT}"/>'
        f'<rect class="bar" x="{_short(left + (slot - width) / 2)}%" width="{_short(width)}%"'
        f' y="{_short(FOOT - height)}" height="{_short(height)}"/>'
    )
    if peak:
        drawn += _text(bar.label.partition("-")[0], left + slot / 2, TOP - 8, "crest")
    kind = ' class="peak"' if peak else ""
    if not bar.url:
        return f"<g{kind}>{drawn}</g>"
    return f'<a{kind} href="{escape(href(bar.url, base))}" tabindex="-1">{drawn}</a>'


def _labels(axis: _Axis) -> str:
    """Label years at a step that leaves room; on a narrow page every second label may be hidden by its class."""
    first, last = axis.first // axis.unit, (axis.end - 1) // axis.unit
    step = next((step for step in STEPS if (last - first) // step < MOST_LABELS), STEPS[-1])
    years = range(-(-first // step) * step, last + 1, step)
    thin = len(years) > FEW_LABELS
    return "".join(
        _text(str(year), axis.share((year + 0.5) * axis.unit), HEIGHT - 6, "year minor" if thin and nth % 2 else "year")
        for nth, year in enumerate(years)
    )


def _text(words: str, share: float, y: int, kind: str) -> str:
    """Place words around a point of the axis, within the picture at its ends."""
    edge = 3
    anchor = "start" if share < edge else "end" if share > 100 - edge else "middle"
    at = 0 if anchor == "start" else 100 if anchor == "end" else share
    return f'<text class="{kind}" x="{_short(at)}%" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
