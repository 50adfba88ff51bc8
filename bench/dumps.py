"""The bars of pasted dumps on the private data: articles counted, bodies, harder seams, encodings, bytes accounted for.

Run as `python bench/dumps.py [seen|unseen] [--list]`. Rules are written looking at every second file of each engine of
`dumps` (seen) and measured on the others (unseen), so both halves have their line.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from seed_style import DATA, shingles  # noqa: E402 - runs from a checkout that is not installed

from sitegen.intake import lines, record  # noqa: E402
from sitegen.intake.importers import text  # noqa: E402

# how pieces are joined anew, and what each way is called
SEAMS = {
    "four newlines": "\n\n\n\n",
    "blank line": "\n\n",
    "none": "\n",
    "rule": "\n\n-----\n\n",
    "form feed": "\n\f\n",
}
HALVES = ("seen", "unseen")


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one file: articles there should be and were found, precision and recall of each gold body."""

    file: str
    want: int
    found: int
    precision: tuple[float, ...]
    recall: tuple[float, ...]


def main() -> None:
    """Print all bars; with `seen` or `unseen` only that half, with `--list` a line a file too."""
    halves = [half for half in HALVES if half in sys.argv] or list(HALVES)
    gold = json.loads((DATA / "dumps" / "gold.json").read_bytes())
    scores = {(half, seam): list(_scores(gold, half, seam)) for half in halves for seam in ("as it is", *SEAMS)}
    for (half, seam), found in scores.items():
        print(f"{half:6} {seam:14} {_summed(found)}")
        if "--list" in sys.argv:
            print("\n".join(f"    {_told(score)}" for score in found))
    for half in halves:
        print(f"{half:6} harder seams   {_summed([one for seam in list(SEAMS)[1:] for one in scores[half, seam]])}")
    if len(halves) > 1:
        print(f"all    as it is       {_summed([one for half in halves for one in scores[half, 'as it is']])}")
        harder = [one for half in halves for seam in list(SEAMS)[1:] for one in scores[half, seam]]
        print(f"all    harder seams   {_summed(harder)}")
        print(encodings(), accounted("dumps"), accounted("seed-style"), sep="\n")


def _scores(gold: Sequence[dict[str, Any]], half: str, seam: str) -> Iterator[Score]:
    for one in half_of(gold, half):
        data = (DATA / "dumps" / one["file"]).read_bytes()
        yield score(one, data if seam == "as it is" else joined_anew(data.decode(), one, SEAMS[seam]).encode())


def half_of(gold: Sequence[dict[str, Any]], half: str) -> Iterator[dict[str, Any]]:
    """Yield every second file of each engine: the first, third, … are seen."""
    ranks: Counter[str] = Counter()
    for one in gold:
        if ranks[one["engine"]] % 2 == HALVES.index(half):
            yield one
        ranks[one["engine"]] += 1


def joined_anew(words: str, gold: dict[str, Any], seam: str) -> str:
    """Return the articles of a dump, cut by the offsets of the gold, with `seam` between them."""
    return seam.join(words[one["start"] : one["end"]].strip("\n") for one in gold["articles"])


def score(gold: dict[str, Any], data: bytes) -> Score:
    """Compare what is read from a dump with its gold; for each gold body the found one counts that shares most."""
    found = [one for one in text.dump(lines.read(data)).articles if one.blocks or one.images]
    bodies = [shingles("\n".join(block.text for block in article.blocks)) for article in found]
    precision, recall = [], []
    for article in gold["articles"]:
        want = shingles("\n".join(article["body"]))
        best = max(bodies, key=lambda body: (body & want).total(), default=Counter())
        shared = (best & want).total()
        precision += [shared / best.total()] if best.total() else []
        recall += [shared / want.total()] if want.total() else []
    return Score(gold["file"], len(gold["articles"]), len(found), tuple(precision), tuple(recall))


def _summed(scores: Sequence[Score]) -> str:
    right = sum(one.want == one.found for one in scores)
    p = mean(value for one in scores for value in one.precision)
    r = mean(value for one in scores for value in one.recall)
    return f"counts {right}/{len(scores)} ({right / len(scores):.1%}), P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}"


def _told(one: Score) -> str:
    shares = " ".join(f"{p:.2f}/{r:.2f}" for p, r in zip(one.precision, one.recall, strict=False))
    return f"{one.file} want {one.want} found {one.found}  {shares}"


def encodings() -> str:
    """Return how many files in legacy encodings are read to the letter."""
    index = json.loads((DATA / "encodings" / "index.json").read_bytes())
    wrong = [one["file"] for one in index if not _is_exact(one)]
    return f"encodings exact {len(index) - len(wrong)}/{len(index)} {' '.join(wrong)}"


def _is_exact(one: dict[str, str]) -> bool:
    want = (DATA / "encodings" / one["gold"]).read_bytes().decode("utf-8-sig")
    found = lines.read((DATA / "encodings" / one["file"]).read_bytes())
    return [line.text for line in found.lines] == [line.strip() for line in want.splitlines()]


def accounted(name: str) -> str:
    """Return which share of the bytes of a set's files has a span that says what became of it."""
    said = size = 0
    for path in sorted((DATA / name).glob("*.txt")):
        read = lines.read(path.read_bytes())
        spans = record.spans(read, text.dump(read))
        size += read.size
        said += sum(span.end - span.start for span in spans if span.dropped != "unread")
    return f"{name} bytes accounted for {said / size:.2%} of {size:,}"


if __name__ == "__main__":
    main()
