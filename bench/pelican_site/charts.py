"""Bars over the years or months of a list, drawn as the other two draw them."""

import math
from collections.abc import Iterator, Mapping

Counts = Mapping[str, int]
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MONTHS = 12
_DENSE = 6  # articles a year, from which on the home page draws months


def chart(years: Counts, months: Counts, root: str) -> str:
    """Return an SVG of the years, and of the months where there are enough; without `root` nothing is linked.

    Keys are "1974" and "1974/03", oldest first.
    """
    numbers = [int(year) for year in years]
    if months and sum(years.values()) >= _DENSE * (max(numbers) - min(numbers) + 1):
        drawn = f'<g class="by-month">{_bars(months, _MONTHS, root)}</g><g class="by-year">{_bars(years, 1, root)}</g>'
    else:
        drawn = _bars(years, 1, root)
    return (
        '<svg class="chart" direction="ltr" width="100%" height="156" aria-hidden="true" focusable="false">'
        f'{drawn}<line class="axis" x1="0" x2="100%" y1="132" y2="132"/></svg>'
    )


def _bars(counts: Counts, unit: int, root: str) -> str:
    numbers = [int(key[:4]) for key in counts]
    first, last = min(numbers), max(numbers)
    slot = 100 / (unit * (last - first + 1))
    return "".join((*_labels(first, last, slot * unit), *_drawn(counts, first, slot, unit, root)))


def _labels(first: int, last: int, year: float) -> Iterator[str]:
    step = next((step for step in _STEPS if (last - first) / step < _MONTHS), _STEPS[-1])
    for number in range(step * math.ceil(first / step), last + 1, step):
        at = year * (number - first + 0.5)
        yield f'<text class="year" x="{at:.4g}%" y="150" text-anchor="middle">{number}</text>'


def _drawn(counts: Counts, first: int, slot: float, unit: int, root: str) -> Iterator[str]:
    most = max(counts.values())
    peak = next(key for key, count in counts.items() if count == most)
    wide = min(slot * 0.72, 0.75)
    for key, count in counts.items():
        place = unit * (int(key[:4]) - first) + (int(key[5:]) - 1 if unit > 1 else 0)
        left, height = slot * place, 110 * count / most
        kind = ' class="peak"' if key == peak else ""
        crest = f'<text class="crest" x="{left + slot / 2:.4g}%" y="14" text-anchor="middle">{key[:4]}</text>'
        yield (
            (f'<a{kind} href="{root}{key}/" tabindex="-1">' if root else f"<g{kind}>")
            + f'<title>{key}: {count}</title><rect class="hit" x="{left:.4g}%" width="{slot:.4g}%" y="0" height="132"/>'
            f'<rect class="bar" x="{left + (slot - wide) / 2:.4g}%" width="{wide:.4g}%"'
            f' y="{132 - height:.4g}" height="{height:.4g}"/>'
            + (crest if key == peak else "")
            + ("</a>" if root else "</g>")
        )
