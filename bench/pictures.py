"""Figures as pictures: SVG with colours for a light and a dark page, which can stand in a paper as an image."""

import math
from collections.abc import Callable, Iterator, Sequence
from html import escape

from results import WORDS, Figures
from sides import CASES, COLD

_STYLE = """
text{font:13px system-ui,sans-serif;fill:#1d1c18}.h{font-weight:600}.quiet{fill:#6a675c}.end{text-anchor:end}
.mid{text-anchor:middle}.paper{fill:#fbfaf6}.grid{stroke:#dedace;stroke-width:1}.cut,.halo{stroke:#fbfaf6;stroke-width:4;paint-order:stroke}
.sitegen{--own:#8c2230}.Hugo{--own:#807d70}.Pelican{--own:#c4bfae}rect.bar,circle{fill:var(--own)}
path{fill:none;stroke:var(--own);stroke-width:2}.nothing path{stroke-dasharray:5 4}.guide{--own:#b5b1a3;stroke-width:1}
@media (prefers-color-scheme:dark){text{fill:#e9e6da}.quiet{fill:#a19d8f}.paper{fill:#14140f}.grid{stroke:#33322a}
.cut,.halo{stroke:#14140f}.sitegen{--own:#e58c93}.Hugo{--own:#8f8c7f}.Pelican{--own:#55534a}.guide{--own:#5d5b51}}
"""
_WIDTH = 760
_LEFT = 180
_ROOM = 380  # the width of Hugo's longest bar
_BAR = 15
_STEP = 19


def cases_picture(figures: Sequence[Figures]) -> str:
    """Return bars of seconds for each case, and of memory for the build from nothing; the scale is Hugo's.

    A bar that is longer than that is cut, visibly, and says its figure like the others.
    """
    names = list(dict.fromkeys(one.side for one in figures))
    title = f"{figures[0].articles:,} articles: seconds from start to end; less is better"
    parts = [_text(20, 30, title, "h"), *_legend(names, 54)]
    y = 76
    longest = max(one.wall for one in figures if one.side != "Pelican")
    for case in CASES:
        group = [one for one in figures if one.case == case]
        parts += _group(group, WORDS[case], y, longest, lambda one: one.wall, _seconds)
        y += _STEP * len(group) + 14
    parts.append(_text(20, y + 18, "Most memory at a time", "h"))
    group = [one for one in figures if one.case == COLD]
    largest = max(one.peak for one in group if one.side != "Pelican")
    parts += _group(group, WORDS[COLD], y + 34, largest, lambda one: one.peak, _megabytes)
    return _sheet(y + 34 + _STEP * len(group) + 12, title, parts)


def _legend(names: Sequence[str], y: int) -> Iterator[str]:
    for nth, name in enumerate(names):
        x = 20 + 90 * nth
        yield f'<rect class="bar {name}" x="{x}" y="{y - 10}" width="11" height="11" rx="2"/>{_text(x + 17, y, name)}'


def _group(
    figures: Sequence[Figures],
    words: str,
    y: int,
    longest: float,
    value: Callable[[Figures], float],
    show: Callable[[float], str],
) -> Iterator[str]:
    yield _text(20, y + 12, words)
    hugo = next((value(one) for one in figures if one.side == "Hugo"), 0.0)
    for nth, one in enumerate(figures):
        own, top = value(one), y + _STEP * nth
        width = max(1.0, min(own / longest, 1.15) * _ROOM)
        yield f'<rect class="bar {one.side}" x="{_LEFT}" y="{top}" width="{width:.1f}" height="{_BAR}" rx="2"/>'
        if own / longest > 1.15:
            at = _LEFT + width - 26
            yield f'<line class="cut" x1="{at}" y1="{top + _BAR + 2}" x2="{at + 8}" y2="{top - 2}"/>'
        ratio = f", {own / hugo:.2f} x Hugo" if hugo and one.side != "Hugo" else ""
        yield _text(_LEFT + width + 7, top + 12, show(own) + ratio, "" if one.side == "sitegen" else "quiet")


def growth_picture(figures: Sequence[Figures]) -> str:
    """Return two panels, seconds and memory against the number of articles, each with a scale of powers of ten."""
    lines = {
        (one.side, one.case): [each for each in figures if (each.side, each.case) == (one.side, one.case)]
        for one in figures
    }
    title = "Growth: the cost of a build against the number of articles"
    parts = [_text(20, 30, title, "h"), *_samples(lines)]
    parts += _panel(lines, 70, "seconds", lambda one: one.wall, _seconds)
    parts += _panel(lines, 440, "most memory at a time, MB", lambda one: one.peak / 1e6, lambda value: f"{value:,.0f}")
    return _sheet(_TOP + _PANEL[1] + 42, title, parts)


_Lines = dict[tuple[str, str], list[Figures]]
_PANEL = (240.0, 220.0)  # width, height; right of it is room for the last figures
_TOP = 124


def _samples(lines: _Lines) -> Iterator[str]:
    """Show which line is whose; the thin one is what cost in proportion to the articles would be."""
    for nth, (side, case) in enumerate(lines):
        x, y = 20 + 215 * (nth // 2), 54 + 20 * (nth % 2)
        yield f'<g class="{side} {case}"><path d="M{x} {y - 4}h26"/></g>{_text(x + 34, y, f"{side}, {WORDS[case]}")}'
    x = 20 + 215 * ((len(lines) + 1) // 2)
    yield f'<path class="guide" d="M{x} 50h26"/>{_text(x + 34, 54, "in proportion to the articles", "quiet")}'


def _panel(
    lines: _Lines, left: int, unit: str, value: Callable[[Figures], float], show: Callable[[float], str]
) -> Iterator[str]:
    every = [one for line in lines.values() for one in line]
    width, height = _PANEL
    across = _scale([one.articles for one in every], left, left + width)
    up = _scale([value(one) for one in every], _TOP + height, _TOP)
    yield _text(left - 50, _TOP - 18, unit, "quiet")
    for power in _powers([value(one) for one in every]):
        yield _rule(left, up(power), left + width, up(power))
        yield _text(left - 7, up(power) + 4, f"{power:,g}", "quiet end")
    for size in sorted({one.articles for one in every}):
        yield _text(across(size), _TOP + height + 22, f"{size:,}", "quiet mid")
    yield _guide(lines.get(("sitegen", COLD), []), across, up, value)
    heights = _apart({key: up(value(line[-1])) for key, line in lines.items()})
    for (side, case), line in lines.items():
        points = [(across(one.articles), up(value(one))) for one in line]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points)
        yield f'<g class="{side} {case}"><path d="{path}"/>{dots}</g>'
        kind = "halo" if side == "sitegen" else "halo quiet"
        yield _text(points[-1][0] + 8, heights[side, case] + 4, show(value(line[-1])), kind)


def _scale(values: Sequence[float], low: float, high: float) -> Callable[[float], float]:
    """Return a function from a value to its place between `low` and `high`, along powers of ten."""
    powers = _powers(values) if high < low else values
    first, last = math.log10(min(powers)), math.log10(max(powers))
    return lambda value: low + (high - low) * (math.log10(value) - first) / ((last - first) or 1)


def _powers(values: Sequence[float]) -> list[float]:
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return [10.0**power for power in range(first, max(last, first + 1) + 1)]


def _guide(
    line: Sequence[Figures],
    across: Callable[[float], float],
    up: Callable[[float], float],
    value: Callable[[Figures], float],
) -> str:
    """Draw what cost in proportion to the articles would be, from the first point of a line on."""
    if len(line) < 2:
        return ""
    first, last = line[0], line[-1]
    end = value(first) * last.articles / first.articles
    begun = f"M{across(first.articles):.1f} {up(value(first)):.1f}"
    return f'<path class="guide" d="{begun}L{across(last.articles):.1f} {up(end):.1f}"/>'


def _apart(places: dict[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Return the heights of names moved down where two would stand on each other."""
    moved, last = {}, -math.inf
    for key in sorted(places, key=lambda key: places[key]):
        last = max(places[key], last + 15)
        moved[key] = last
    return moved


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def _megabytes(value: float) -> str:
    return f"{value / 1e6:,.0f} MB"


def _rule(left: float, top: float, right: float, bottom: float) -> str:
    return f'<line class="grid" x1="{left:.1f}" y1="{top:.1f}" x2="{right:.1f}" y2="{bottom:.1f}"/>'


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f'<text{attribute} x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def _sheet(height: float, title: str, parts: Sequence[str]) -> str:
    drawn = "\n".join(part for part in parts if part)
    size = f'viewBox="0 0 {_WIDTH} {height:g}" width="{_WIDTH}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(title)}">\n'
        f"<style>{_STYLE}</style>\n"
        f'<rect class="paper" width="100%" height="100%" rx="6"/>\n{drawn}\n</svg>\n'
    )
