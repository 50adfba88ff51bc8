"""How often dates and authors that are read are right: of pasted dumps, and of what texts alone prove, on private data.

Run as `python bench/dates.py [--list]`. A date is right if it is the gold's day, or a span or a bound that allows it.
Both halves of the dumps have their line, and both halves of the texts, parted by their publishers.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from dumps import HALVES, half_of
from extraction import samples
from seed_style import DATA, articles_of, shingles

from sitegen.intake import datelines, evidence
from sitegen.model import Edtf, RawArticle


def main() -> None:
    """Print a line for each half of each set."""
    for name, rows in (("dumps", dumps()), ("texts alone", texts())):
        tables: dict[str, Counter[str]] = {"0": Counter(), "1": Counter(), "all": Counter()}
        for half, gold, found, words in rows:
            said = judged(gold, found)
            for label in (str(half), "all"):
                tables[label][said] += 1
            if "--list" in sys.argv and said != "none":
                print(f"    {said:6} {gold} {found.text if found else '':22} {' | '.join(words)}")
        for label, table in tables.items():
            print(f"{name:12} half {label:4} {' '.join(f'{key} {table[key]}' for key in sorted(table))}")

    shared: dict[int, list[float]] = {0: [], 1: []}
    for at, share in authors():
        shared[at].append(share)
    for at, shares in shared.items():
        print(f"dumps        half {at}    authors F1 {sum(shares) / len(shares):.3f}")


def judged(gold: str, found: Edtf | None) -> str:
    """Say how a date stands to the gold's day: `day`, `span`, `bound` or `wrong`; `none` where there is none."""
    if found is None:
        return "none"
    if (found.earliest or gold) > gold or (found.latest or gold) < gold:
        return "wrong"
    return "bound" if not (found.earliest and found.latest) else "day" if found.precision == "day" else "span"


def dumps() -> Iterator[tuple[int, str, Edtf | None, tuple[str, ...]]]:
    """Yield half, gold day, what was read and from which words, of each article of the dumps."""
    for half, gold, read in matched():
        words = tuple(text for kind, text in read.evidence if kind == "date") if read else ()
        yield half, gold["date"][:10], read.date if read else None, words


def authors() -> Iterator[tuple[int, float]]:
    """Yield half, and how well the names of each article of the dumps are known, by the published scorer."""
    import score_extraction as scorer  # type: ignore[import-not-found]  # noqa: PLC0415 - stands beside the data

    for half, gold, read in matched():
        if gold["authors"]:
            yield half, scorer.author_f1(gold["authors"], list(read.byline) if read else [])


def matched() -> Iterator[tuple[int, dict[str, Any], RawArticle | None]]:
    """Yield half, gold, and the article read that has most words in common with it, of each article of the dumps."""
    whole = json.loads((DATA / "dumps" / "gold.json").read_bytes())
    for half, name in enumerate(HALVES):
        for one in half_of(whole, name):
            found = [(article, shingles(_text(article))) for article in articles_of(DATA / "dumps" / one["file"])]
            for gold in one["articles"]:
                want = shingles("\n".join(gold["body"]))
                best = max(found, key=lambda pair: (pair[1] & want).total(), default=None)
                yield half, gold, best[0] if best else None


def _text(article: object) -> str:
    return "\n".join(block.text for block in article.blocks)  # type: ignore[attr-defined]


def texts() -> Iterator[tuple[int, str, Edtf | None, tuple[str, ...]]]:
    """Yield the same of the gold texts of saved pages, with nothing but their paragraphs to read."""
    for name in ("naeb", "fundus-pages"):
        for one in samples(name):
            if one.gold["date"]:
                paragraphs = one.gold["text"].split("\n")
                dated = evidence.date_of(None, datelines.of(paragraphs), (), paragraphs)
                yield sha256(one.site.encode()).digest()[0] & 1, one.gold["date"][:10], dated.date, dated.words


if __name__ == "__main__":
    main()
