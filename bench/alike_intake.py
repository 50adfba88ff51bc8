"""Duplicates and names on the private data: which edits made here are found, which pairs are missed, and how fast.

Run as `python bench/alike_intake.py [articles]`. Edits are made of real articles at run time: cut by half, opened anew,
figures changed, words changed, sentences put elsewhere. All pairs are the truth: every two articles are compared by
their whole sets of shingles.
"""

import gzip
import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.intake import alike, sketches  # noqa: E402 - runs from a checkout that is not installed
from sitegen.intake.mentions import Finder  # noqa: E402
from sitegen.intake.sketches import Telling  # noqa: E402
from sitegen.model import Authority  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
SETS = {
    "reuters21578": ("body", "en"),
    "saudinewsnet-ar": ("content", "ar"),
    "jawikinews": ("paragraphs", "ja"),
    "masakhane-news": ("text", ""),
}
LEAST = 60
TRIALS = 400
NAMES = 10_000
SENTENCE = re.compile(r"(?<=[.!?؟])\s+|(?<=。)")


def main() -> None:
    """Print all figures."""
    rng = random.Random(5)
    for name in SETS:
        tellings = list(_tellings(name))
        texts = [
            one for one in tellings if len(one.text.split()) >= LEAST or (one.lang == "ja" and len(one.text) >= 200)
        ]
        print(f"{name}: {len(tellings)} articles")
        for edit, words in EDITS.items():
            print(f"    {edit:24} {_found(texts, words, rng)}")
    everything = [one for name in SETS for one in _tellings(name)]
    _truth(everything[:4000])
    _speed(everything, int(sys.argv[1]) if len(sys.argv) > 1 else 30_000, rng)
    _names(everything, rng)


def _tellings(name: str) -> Iterator[Telling]:
    key, lang = SETS[name]
    for number, line in enumerate(gzip.decompress((DATA / name / "articles.jsonl.gz").read_bytes()).splitlines()):
        said = json.loads(line)
        text = said[key] if isinstance(said[key], str) else "\n\n".join(said[key])
        if text.strip():
            yield Telling(f"{name}-{number}", said["title"], text, f"of {name}", lang=lang or said.get("lang", ""))


# --- edits --------------------------------------------------------------------------------------------

Edit = Callable[[list[str], random.Random], list[str]]


def _halved(sentences: list[str], _: random.Random) -> list[str]:
    return sentences[: max(2, len(sentences) // 2)]


def _opened(sentences: list[str], rng: random.Random) -> list[str]:
    return [*rng.sample(sentences, 1)[0].split()[::-1], ".", *sentences[1:]]


def _figures(sentences: list[str], rng: random.Random) -> list[str]:
    return [re.sub(r"\d", lambda _: str(rng.randrange(10)), one) for one in sentences]


def _words(sentences: list[str], rng: random.Random) -> list[str]:
    return [" ".join(word if rng.random() > 0.05 else "other" for word in one.split(" ")) for one in sentences]


def _moved(sentences: list[str], rng: random.Random) -> list[str]:
    return rng.sample(sentences, len(sentences))


EDITS: dict[str, Edit] = {
    "cut by half": _halved,
    "first sentence anew": _opened,
    "every figure changed": _figures,
    "a word of twenty changed": _words,
    "sentences in any order": _moved,
}


def _found(texts: Sequence[Telling], edit: Edit, rng: random.Random) -> str:
    """Return how many edits are found for another paper's, and how many pairs of strangers are taken for one story."""
    pairs = []
    for one in rng.sample(texts, min(TRIALS, len(texts))):
        changed = " ".join(edit([part for part in SENTENCE.split(one.text) if part.strip()], rng))
        pairs.append((sketches.of(one), sketches.of(Telling("x", "other", changed, "another", lang=one.lang))))
    hits = sum(alike.compare(edited, one) is not None for one, edited in pairs)
    strangers = list(combinations(pairs[:100], 2))
    wrong = sum(alike.compare(one[1], other[0]) is not None for one, other in strangers)
    return f"found {hits} of {len(pairs)} ({hits / len(pairs):.1%}); strangers taken for it {wrong} of {len(strangers)}"


# --- all pairs ----------------------------------------------------------------------------------------


def _truth(tellings: Sequence[Telling]) -> None:
    """Compare every two articles by whole shingles, and print how many of the alike the bands bring together."""
    shingles = [_shingles(one.text) for one in tellings]
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        for one in own:
            holders[one].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for having in holders.values():
        if len(having) <= 200:
            for pair in combinations(having, 2):
                shared[pair] += 1
    near = alike._neighbours([sketches.of(one) for one in tellings])  # noqa: SLF001 - the very thing measured
    for low, high in ((0.3, 0.45), (0.45, 0.6), (0.6, 0.8), (0.8, 1.01)):
        true = [
            (a, b)
            for (a, b), common in shared.items()
            if low <= common / (len(shingles[a]) + len(shingles[b]) - common) < high
        ]
        met = sum(tellings[b].id in near[tellings[a].id] for a, b in true)
        print(
            f"all pairs of {len(tellings)}: {low:.2f} to {min(high, 1):.2f} alike: {met} of {len(true)} come together"
        )


def _shingles(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(hash(tuple(words[at : at + 3])) for at in range(len(words) - 2))


# --- speed --------------------------------------------------------------------------------------------


def _speed(tellings: Sequence[Telling], count: int, rng: random.Random) -> None:
    """Sketch and relate as many articles as asked for: real ones, then such with a word of twenty changed."""
    made = [
        Telling(f"{number}", one.title, " ".join(_words([one.text], rng)) if number >= len(tellings) else one.text, "s")
        for number, one in ((number, tellings[number % len(tellings)]) for number in range(count))
    ]
    start = time.perf_counter()
    drawn = [sketches.of(one) for one in made]
    middle = time.perf_counter()
    found = alike.relations(drawn)
    end = time.perf_counter()
    print(
        f"{count} articles: sketched in {middle - start:.1f} s, related in {end - middle:.1f} s, {len(found)} relations"
    )


def _names(tellings: Sequence[Telling], rng: random.Random) -> None:
    """Look for as many names, two forms each, of words that stand in the texts."""
    words = sorted({word for one in tellings[:4000] for word in re.findall(r"[A-Z][a-z]{3,}", one.text)})
    known = [
        Authority(f"n{number}", " ".join(rng.sample(words, 2)), {}, (" ".join(rng.sample(words, 2)), rng.choice(words)))
        for number in range(NAMES)
    ]
    start = time.perf_counter()
    finder = Finder({"people": known})
    finder.knows("")
    middle = time.perf_counter()
    sample = tellings[::10]
    count = sum(len(finder.mentions(one.text)) for one in sample)
    each = (time.perf_counter() - middle) / len(sample) * 1000
    found = f"{count / len(sample):.1f} names in each"
    print(f"{NAMES} names: built in {middle - start:.2f} s, {each:.2f} ms an article, {found}")


if __name__ == "__main__":
    main()
