"""Scores of the dump reader on the private data: `seed-style` (the seed's layout) and `dumps` (any real pages).

Run as `python bench/seed_style.py`. It prints a line a set, and says so where a set is absent.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.intake.importers import text  # noqa: E402 - runs from a checkout that is not installed
from sitegen.intake.lines import read  # noqa: E402
from sitegen.model import RawArticle  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
SHINGLE = 4


def main() -> None:
    """Print the scores of both sets."""
    for name, score in (("seed-style", seed_style), ("dumps", dumps)):
        gold = DATA / name / "gold.json"
        if gold.exists():
            print(f"{name}: {score(json.loads(gold.read_bytes()))}")
        else:
            print(f"{name}: skipped, ../shared/data/{name} is absent")


def articles_of(path: Path) -> list[RawArticle]:
    """Return the articles that the reader finds in a file."""
    return [one for one in text.dump(read(path.read_bytes())).articles if one.blocks or one.images]


def seed_style(gold: list[dict[str, Any]]) -> str:
    """Return the shares of titles, paragraphs, subheads and article counts that are exact."""
    want: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for one in gold:
        found = articles_of(DATA / "seed-style" / one["file"])
        want["counts"] += 1
        got["counts"] += len(found) == len(one["articles"])
        for name, gold_words, words in _compared(one["articles"], {article.title: article for article in found}):
            want[name] += gold_words.total()
            got[name] += (gold_words & words).total()
    return ", ".join(f"{name} {got[name]}/{want[name]} ({got[name] / want[name]:.1%})" for name in want)


def _compared(
    gold: list[dict[str, Any]], found: dict[str, RawArticle]
) -> Iterator[tuple[str, Counter[str], Counter[str]]]:
    for one in gold:
        mine = found.get(one["title"].strip())
        blocks = mine.blocks if mine else ()
        yield "titles", Counter([one["title"].strip()]), Counter([mine.title] if mine else [])
        for name, kind, own in (("paragraphs", "p", "paragraph"), ("subheads", "subhead", "subhead")):
            words = Counter(block["text"].strip() for block in one["blocks"] if block["type"] == kind)
            yield name, words, Counter(block.text for block in blocks if block.kind == own)


def dumps(gold: list[dict[str, Any]]) -> str:
    """Return how many files have the right number of articles, and precision, recall and F1 of their bodies."""
    right, precision, recall = 0, [], []
    for one in gold:
        found = articles_of(DATA / "dumps" / one["file"])
        right += len(found) == len(one["articles"])
        bodies = [shingles("\n".join(block.text for block in article.blocks)) for article in found]
        for article in one["articles"]:
            want = shingles("\n".join(article["body"]))
            best = max(bodies, key=lambda body: (body & want).total(), default=Counter())
            shared = (best & want).total()
            precision += [shared / best.total()] if best.total() else []
            recall += [shared / want.total()] if want.total() else []
    p, r = mean(precision), mean(recall)
    return (
        f"counts {right}/{len(gold)} ({right / len(gold):.1%}), body P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}"
    )


def shingles(words: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text, with how often each stands in it."""
    tokens = _tokens(words)
    return (
        Counter(tuple(tokens[at : at + SHINGLE]) for at in range(max(1, len(tokens) - SHINGLE + 1)))
        if tokens
        else Counter()
    )


def _tokens(words: str) -> list[str]:
    return "".join(char if char.isalnum() or char == "_" else " " for char in words).split()


if __name__ == "__main__":
    main()
