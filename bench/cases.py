"""sitegen beside Hugo and Pelican: from nothing, and after nothing, a body, a title or a template changed.

The same archive is laid out for each. A first round, in which memory is looked at, is not timed; in the rounds after it
the sides take turns in each case. README.md says what they have in common and what not.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import report
import tables
from alike import Made, UnlikeError, compare, made
from corpus import stories
from edits import victims
from layouts import LAYOUTS, Corpus, lay_out
from measuring import FailedError, Used
from results import FILE, Figures, figures, load, measurement, save
from sides import CASES, COLD, TITLE, Side, UneditedError, sides
from workplace import workplace

Runs = dict[tuple[str, str], list[Used]]


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: how many articles and rounds, in which cases Pelican takes part, where the figures go."""

    articles: int
    rounds: int
    pelican: str
    to: Path


def main() -> None:
    """Measure, print the table, keep the figures and draw them."""
    order = Order(**vars(_flags().parse_args()))
    with workplace(order.articles, len(LAYOUTS)) as place:
        kept = measurement(list(measure(place.folder, order)), place.disk)
    report.say(tables.as_text(kept))
    save(msgspec.structs.replace(load(order.to), cases=kept), order.to)
    report.draw(order.to)


def _flags() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("rounds", type=int, nargs="?", default=5)
    parser.add_argument("--pelican", choices=("no", "cold", "all"), default="cold", help="the cases that it runs in")
    parser.add_argument("--to", type=Path, default=FILE, help="where the figures go; pictures stand beside them")
    return parser


def measure(work: Path, order: Order) -> Iterator[Figures]:
    """Lay the sites out in a folder, run all rounds, and yield the figures of each side and case."""
    names = [name for name in LAYOUTS if name != "Pelican" or order.pelican != "no"]
    numbers = {one for nth in range(order.rounds + 1) for one in victims(order.articles, nth)}
    corpus = lay_out(stories(order.articles), [LAYOUTS[name](work / name) for name in names], numbers)
    both = sides(work, names)
    peaks, outputs = _first(both, corpus, order)
    runs = _rounds(both, corpus, order)
    for case, side in _turns(both, order, 1):
        yield figures(case, outputs[side.name], order.articles, runs[side.name, case], peaks[side.name, case])


def _first(both: Sequence[Side], corpus: Corpus, order: Order) -> tuple[dict[tuple[str, str], int], dict[str, Made]]:
    """Run the round in which memory is looked at, and after its cold builds see that all made the same site."""
    peaks: dict[tuple[str, str], int] = {}
    outputs: dict[str, Made] = {}
    for case, side in _turns(both, order, 0):
        if case != COLD and len(outputs) < len(both):
            outputs = {one.name: made(one.name, one.out) for one in both}
            report.say(*compare(corpus.pages, list(outputs.values())))
        peaks[side.name, case] = _build(side, case, corpus, order, 0).peak
    return peaks, outputs


def _rounds(both: Sequence[Side], corpus: Corpus, order: Order) -> Runs:
    runs: Runs = {}
    for nth in range(1, order.rounds + 1):
        for case, side in _turns(both, order, nth):
            used = _build(side, case, corpus, order, nth)
            runs.setdefault((side.name, case), []).append(used)
            report.say(f"round {nth}  {case:<9}{side.name:<9}{used.wall:8.2f} s")
    return runs


def _turns(both: Sequence[Side], order: Order, nth: int) -> Iterator[tuple[str, Side]]:
    """Yield who builds what in a round; which side begins changes from round to round."""
    for case in CASES:
        for side in both if nth % 2 else both[::-1]:
            if side.name != "Pelican" or case == COLD or order.pelican == "all":
                yield case, side


def _build(side: Side, case: str, corpus: Corpus, order: Order, nth: int) -> Used:
    edited = victims(order.articles, nth)
    number = edited.title if case == TITLE else edited.body
    return side.build(case, corpus.kept[number], nth, memory=not nth)


if __name__ == "__main__":
    try:
        main()
    except (FailedError, UnlikeError, UneditedError) as error:
        sys.exit(str(error))
