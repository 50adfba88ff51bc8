"""How cost grows with an archive: from nothing and with nothing changed, at 1,000, 10,000 and 100,000 articles."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import report
import tables
from alike import UnlikeError, compare, made
from corpus import stories
from layouts import LAYOUTS, lay_out
from measuring import FailedError, Used
from results import FILE, Figures, figures, load, measurement, save
from sides import COLD, NOTHING, Side, UneditedError, sides
from workplace import workplace

_FEWER = ((50_000, 1), (5_000, 3))  # from so many articles on, so many rounds at most


def main() -> None:
    """Measure size after size, print the table, keep the figures and draw them."""
    given = _flags().parse_args()
    found: list[Figures] = []
    disks: list[str] = []
    for size in given.sizes:
        names = ["sitegen", *(["Hugo"] if size <= given.hugo_most else [])]
        with workplace(size, len(names)) as place:
            disks.append(place.disk)
            found += measure(place.folder, size, names, _rounds(size, given.rounds))
    kept = measurement(found, " and ".join(dict.fromkeys(disks)))
    report.say(tables.as_text(kept))
    save(msgspec.structs.replace(load(given.to), growth=kept), given.to)
    report.draw(given.to)


def _flags() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5, help="3 at most from 5,000 articles on, 1 from 50,000")
    parser.add_argument("--hugo-most", type=int, default=10_000, help="up to how many articles Hugo is run beside")
    parser.add_argument("--to", type=Path, default=FILE, help="where the figures go; pictures stand beside them")
    return parser


def _rounds(size: int, asked: int) -> int:
    return next((min(asked, most) for least, most in _FEWER if size >= least), asked)


def measure(work: Path, size: int, names: Sequence[str], rounds: int) -> Iterator[Figures]:
    """Yield the figures of one size, the sides taking turns."""
    corpus = lay_out(stories(size), [LAYOUTS[name](work / name) for name in names])
    both = sides(work, names)
    story = next(stories(1))  # no case here edits it
    peaks = {(case, side.name): side.build(case, story, 0, memory=True).peak for case, side in _turns(both, 0)}
    outputs = {side.name: made(side.name, side.out) for side in both}
    report.say(*compare(corpus.pages, list(outputs.values())))
    runs: dict[tuple[str, str], list[Used]] = {}
    for nth in range(1, rounds + 1):
        for case, side in _turns(both, nth):
            used = side.build(case, story, nth)
            runs.setdefault((case, side.name), []).append(used)
            report.say(f"{size:,}  round {nth}  {case:<9}{side.name:<9}{used.wall:8.2f} s")
    for (case, name), timed in runs.items():
        yield figures(case, outputs[name], size, timed, peaks[case, name])


def _turns(both: Sequence[Side], nth: int) -> Iterator[tuple[str, Side]]:
    for case in (COLD, NOTHING):
        for side in both if nth % 2 else both[::-1]:
            yield case, side


if __name__ == "__main__":
    try:
        main()
    except (FailedError, UnlikeError, UneditedError) as error:
        sys.exit(str(error))
