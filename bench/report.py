"""Figures as tables and pictures: in words for a terminal, and written into the papers that quote them.

    python bench/report.py

Makes cases.svg and growth.svg anew from results.json, and rewrites what stands between the marks `<!-- bench:NAME -->`
and `<!-- /bench -->` in the papers.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from pictures import cases_picture, growth_picture
from results import FILE, Results, load
from tables import TABLES, quoted

ROOT = Path(__file__).parents[1]
PAPERS = (ROOT / "README.md", ROOT / "docs/performance.md")
_PICTURES = {
    "short": ("cases.svg", "Seconds and memory of each case, as bars"),
    "growth": ("growth.svg", "Seconds and memory against the number of articles"),
}
_PART = re.compile(r"(<!-- bench:(\w+) -->\n).*?(<!-- /bench -->)", re.DOTALL)


def main() -> None:
    """Draw the pictures and rewrite the papers."""
    results = load()
    draw(FILE)
    for path in PAPERS:
        parts = {name: _part(name, results, path.parent) for name in TABLES}
        path.write_text(rewritten(path.read_text("utf-8"), parts), "utf-8")


def rewritten(text: str, parts: Mapping[str, str]) -> str:
    """Return a paper with other words between its marks; raise KeyError for a mark that names no part."""
    return _PART.sub(lambda found: f"{found[1]}{parts[found[2]]}{found[3]}", text)


def _part(name: str, results: Results, folder: Path) -> str:
    """Return the picture and the table that stand for a name in a paper of a folder, "" where there are no figures."""
    table = quoted(name, results)
    words = _PICTURES.get(name) if table else None
    return f"\n![{words[1]}]({os.path.relpath(FILE.parent / words[0], folder)})\n{table}" if words else table


def say(*lines: str) -> None:
    """Print lines now, for a bench takes minutes."""
    for line in lines:
        print(line, flush=True)


def draw(figures: Path) -> None:
    """Draw what is in a file of figures, beside it."""
    results = load(figures)
    if results.cases:
        (figures.parent / "cases.svg").write_text(cases_picture(results.cases.figures), "utf-8")
    if results.growth:
        (figures.parent / "growth.svg").write_text(growth_picture(results.growth.figures), "utf-8")


if __name__ == "__main__":
    main()
