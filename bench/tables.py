"""Figures as tables: for a terminal, and in Markdown for the papers that quote them."""

from collections.abc import Callable, Iterator, Mapping

from results import WORDS, Figures, Measurement, Results
from sides import CASES, COLD, NOTHING

_HEADS = ("articles", "", "", "wall s", "x Hugo", "CPU s", "x Hugo", "peak MB", "x Hugo", "files", "MB")


def quoted(name: str, results: Results) -> str:
    """Return a table for a paper, in Markdown: `short` or `long` of the cases, or `growth`; "" for no figures."""
    table, found = TABLES[name](results)
    return f"\n{table}\n{_where(found)}\n\n" if found else ""


def as_text(found: Measurement) -> str:
    """Return all figures as a table for a terminal."""
    rows = [_HEADS, *(_row(one, found.figures) for one in found.figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([_where(found), *lines])


def _where(found: Measurement) -> str:
    rounds = {name: max(len(one.walls) for one in found.figures if one.side == name) for name in _names(found)}
    versions = ", ".join(f"{name} {found.versions.get(name, '')}".strip() for name in _names(found))
    words = ", ".join(f"{count} for {name}" for name, count in rounds.items())
    return (
        f"Medians of alternating rounds ({words}), pages only, {found.disk}, {found.date}. {versions}. {found.machine}."
    )


def _names(found: Measurement) -> list[str]:
    return list(dict.fromkeys(one.side for one in found.figures))


def _row(one: Figures, figures: list[Figures]) -> tuple[str, ...]:
    hugo = _beside(one, figures, side="Hugo")
    return (
        f"{one.articles:,}",
        WORDS[one.case],
        one.side,
        _seconds(one.wall),
        _against(one, hugo, "wall"),
        _seconds(one.cpu),
        _against(one, hugo, "cpu"),
        f"{one.peak / 1e6:,.0f}",
        _against(one, hugo, "peak"),
        f"{one.files:,}",
        f"{one.size / 1e6:,.0f}",
    )


def _beside(one: Figures, figures: list[Figures], **other: object) -> Figures | None:
    """Return the figures that differ from one in what is given, or None."""
    wanted = {"side": one.side, "case": one.case, "articles": one.articles, **other}
    return next((each for each in figures if all(getattr(each, key) == wanted[key] for key in wanted)), None)


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def _against(one: Figures, other: Figures | None, what: str) -> str:
    """Return a ratio, of `wall`, `cpu` or `peak`; "" for nothing to compare with."""
    return _ratio(getattr(one, what), getattr(other, what)) if other else ""


def _ratio(value: float, other: float) -> str:
    return f"{value / other:.2f}" if other else ""


def _short(results: Results) -> tuple[str, Measurement | None]:
    found = results.cases
    if not found:
        return "", None
    names = _names(found)
    by_case = {(one.case, one.side): one for one in found.figures}

    def line(words: str, case: str, value: Callable[[Figures], float], show: Callable[[float], str]) -> str:
        cells = [show(value(one)) if (one := by_case.get((case, name))) else "" for name in names]
        own, hugo = by_case[case, "sitegen"], by_case[case, "Hugo"]
        return _line(words, *cells, _ratio(value(own), value(hugo)))

    articles = found.figures[0].articles
    lines = [
        _line(f"{articles:,} articles", *names, "sitegen / Hugo"),
        "|---|" + "---:|" * (len(names) + 1),
        *(line(WORDS[case], case, lambda one: one.wall, lambda value: f"{_seconds(value)} s") for case in CASES),
        line("processor time, from nothing", COLD, lambda one: one.cpu, lambda value: f"{_seconds(value)} s"),
        line("peak memory, from nothing", COLD, lambda one: one.peak, lambda value: f"{value / 1e6:,.0f} MB"),
    ]
    return "\n".join(lines) + "\n", found


def _long(results: Results) -> tuple[str, Measurement | None]:
    found = results.cases
    if not found:
        return "", None
    rows = [_HEADS, *(_row(one, found.figures) for case in CASES for one in found.figures if one.case == case)]
    lines = [_line(*row[1:]) for row in rows]
    return "\n".join([lines[0], "|---|---|" + "---:|" * (len(_HEADS) - 3), *lines[1:]]) + "\n", found


def _growth(results: Results) -> tuple[str, Measurement | None]:
    found = results.growth
    if not found:
        return "", None
    lines = [_line("", "", "articles", "wall s", "x 10,000", "CPU s", "x 10,000", "peak MB", "x 10,000")]
    lines.append("|---|---|" + "---:|" * 7)
    for side in _names(found):
        for case in (COLD, NOTHING):
            lines += _growth_lines([one for one in found.figures if (one.side, one.case) == (side, case)])
    return "\n".join(lines) + "\n", found


def _growth_lines(figures: list[Figures]) -> Iterator[str]:
    for one in figures:
        base = _beside(one, figures, articles=10_000)
        yield _line(
            WORDS[one.case],
            one.side,
            f"{one.articles:,}",
            _seconds(one.wall),
            _against(one, base, "wall"),
            _seconds(one.cpu),
            _against(one, base, "cpu"),
            f"{one.peak / 1e6:,.0f}",
            _against(one, base, "peak"),
        )


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


TABLES: Mapping[str, Callable[[Results], tuple[str, Measurement | None]]] = {
    "short": _short,
    "long": _long,
    "growth": _growth,
}
