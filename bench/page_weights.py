"""Fit the weights of the reader of saved pages anew on the private data.

`python bench/page_weights.py` prints the module `sitegen/intake/pages/weights.py`; with `--unseen` the bars on sites
that the weights were not fitted on: each half of the sites is read with weights of the other half.
"""

import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from unittest import mock

import extraction
from extraction import SETS, Sample

from sitegen.intake.members import Member
from sitegen.intake.pages import body, segments, stated, traits, tree, weights
from sitegen.intake.pages.looks import Looks
from sitegen.intake.pages.segments import Segment
from sitegen.intake.pages.traits import Seen, Traits

Gold = tuple[bool, float]  # whether a segment is text, and how much that counts
_WORD = re.compile(r"\w+")
_RUN, _HALF = 4, 0.5
# what all segments of a page count together; gold of a few sentences says less of it
_SHARES = {"aeb": 1.0, "naeb": 1.0, "fundus-pages": 1.2, "trafilatura-eval": 0.5}
_TOLD, _GUESSED = 12.0, 0.04  # a segment that the gold names, and one that only trafilatura judges
_STRICT, _TRIES = 0.05, 400
_NOTHING = 0.025  # lighter traits are left out
_WIDTH = 114
_HEAD = '''"""How much each trait of a segment weighs, in log-odds for text; fitted by `bench/page_weights.py`."""

from sitegen.intake.pages.looks import Looks


def _table(text: str) -> dict[str, float]:
    words = text.split()
    return {name: float(weight) for name, weight in zip(words[::2], words[1::2], strict=True)}
'''


@dataclass(frozen=True, slots=True)
class Learnt:
    """A page with the traits of its segments and the gold of each."""

    sample: Sample
    segments: Sequence[Segment]
    alone: Sequence[Seen]
    seconded: Sequence[Seen]
    gold: Sequence[Gold]

    def traits(self, *, seconded: bool) -> list[Traits]:
        """Return the traits of each segment, with or without trafilatura's opinion."""
        return [one.place | one.own for one in (self.seconded if seconded else self.alone)]


@dataclass(frozen=True, slots=True)
class Look:
    """The weights of one look, and what it gives to a segment without traits."""

    base: float
    weights: Mapping[str, float]

    def scores(self, many: Sequence[Traits]) -> list[float]:
        """Return the log-odds of each segment."""
        return [self.base + sum(self.weights.get(name, 0.0) * value for name, value in one.items()) for one in many]


def main() -> None:
    """Print the fitted tables, or the bars on unseen sites."""
    pages = [one for name in SETS for sample in extraction.samples(name) if (one := _seen(sample))]
    if "--unseen" in sys.argv:
        _unseen(pages)
    else:
        sys.stdout.write(module(fit(pages, seconded=False), fit(pages, seconded=True)))


def fit(pages: Sequence[Learnt], *, seconded: bool) -> Looks:
    """Fit both looks. What the second sees of the first comes from first looks that had not seen the page's site."""
    rows = [(one.sample, one.traits(seconded=seconded), one.gold) for one in pages]
    first = _look(rows)
    folds = [_look([row for row, one in zip(rows, pages, strict=True) if _fold(one) != fold]) for fold in (0, 1)]
    again = []
    for one, (sample, own, gold) in zip(pages, rows, strict=True):
        near = traits.around(one.seconded if seconded else one.alone, folds[_fold(one)].scores(own), one.segments)
        both = [mine | {f"2:{name}": value for name, value in more.items()}
                for mine, more in zip(own, near, strict=True)]  # fmt: skip
        again.append((sample, both, gold))
    second = _look(again)
    mine = {name: weight for name, weight in second.weights.items() if not name.startswith("2:")}
    around = {name.removeprefix("2:"): weight for name, weight in second.weights.items() if name not in mine}
    return Looks(first.base, first.weights, second.base, mine, around)


def module(alone: Looks, seconded: Looks) -> str:
    """Return the module that holds the weights."""
    told = (("what the page alone shows", "ALONE", alone), ("trafilatura's opinion beside it", "SECONDED", seconded))
    return _HEAD + "\n\n" + "".join(f"# {said}\n{name} = {_looks(looks)}\n" for said, name, looks in told)


def _looks(looks: Looks) -> str:
    tables = [_table(one) for one in (looks.first, looks.second, looks.around)]
    bases = [f"{looks.first_base:.3f}", f"{looks.second_base:.3f}"]
    parts = [bases[0], tables[0], bases[1], *tables[1:]]
    return "Looks(\n" + "".join(f"    {part},\n" for part in parts) + ")"


def _table(weights: Mapping[str, float]) -> str:
    words = " ".join(f"{trait} {weight:.2f}" for trait, weight in sorted(weights.items()) if abs(weight) >= _NOTHING)
    lines = textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join(['_table("""', *lines, '""")'])


def _seen(sample: Sample) -> Learnt | None:
    root = tree.parse(Member("page.html", sample.html)).root
    if root is None:
        return None
    said = stated.read(root)
    found = segments.read(root)
    seen = traits.of_page(found, said.heading or said.title, said.text, said.deck)
    both = body.seconded(root, found, seen)
    gold = _gold_of_sentences(found, both, sample) if sample.set == "trafilatura-eval" else _gold_of_text(found, sample)
    return Learnt(sample, found, seen, both, gold)


def _fold(one: Learnt) -> int:
    return sha256(b"x" + one.sample.site.encode()).digest()[1] & 1


def _look(pages: Iterable[tuple[Sample, Sequence[Traits], Sequence[Gold]]]) -> Look:
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - heavy
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    rows = [row for page in pages for row in _rows(*page)]
    names = DictVectorizer()
    seen = names.fit_transform([own for own, _, _ in rows])
    model = LogisticRegression(C=_STRICT, max_iter=_TRIES)
    model.fit(seen, [is_text for _, is_text, _ in rows], sample_weight=[weight for _, _, weight in rows])
    weights = dict(zip(names.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return Look(float(model.intercept_[0]), weights)


def _rows(sample: Sample, seen: Sequence[Traits], gold: Sequence[Gold]) -> Iterator[tuple[Traits, bool, float]]:
    share = _SHARES[sample.set] * 100 / (sum(weight for _, weight in gold) or 1)
    for own, (is_text, weight) in zip(seen, gold, strict=True):
        if weight:
            yield own, is_text, weight * share


def _gold_of_text(found: Sequence[Segment], sample: Sample) -> list[Gold]:
    """Judge each segment by the gold text, of which each piece can be used up once."""
    text = sample.gold["text"]
    pieces, lines = _runs(text), Counter(traits.key(line) for line in text.split("\n"))
    gold: list[Gold] = []
    for one in found:
        own, mine = _runs(one.text), traits.key(one.text)
        if len(_WORD.findall(one.text)) < _RUN:
            is_text = lines[mine] > 0
            lines[mine] -= is_text
            gold.append((is_text, float(bool(own))))
            continue
        is_text = (own & pieces).total() > _HALF * own.total()
        if is_text:
            pieces -= own
        gold.append((is_text, 1.0 + min(own.total() + _RUN - 1, 60) ** 0.5))
    return gold


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))) if words else Counter()


def _gold_of_sentences(found: Sequence[Segment], seen: Sequence[Seen], sample: Sample) -> list[Gold]:
    """Judge segments by the sentences that must or must not be there; trafilatura's word on the rest counts little."""
    wanted, unwanted = ([" ".join(one.split()) for one in sample.gold[key]] for key in ("with", "without"))
    gold: list[Gold] = []
    for one, own in zip(found, seen, strict=True):
        holds: Callable[[str], bool] = one.text.__contains__
        if any(map(holds, wanted)):
            gold.append((True, _TOLD))
        elif any(map(holds, unwanted)):
            gold.append((False, _TOLD))
        else:
            gold.append(("second" in own.own, _GUESSED * len(_WORD.findall(one.text)) ** 0.5))
    return gold


def _unseen(pages: Sequence[Learnt]) -> None:
    found: list[extraction.Result] = []
    for half in (0, 1):
        some = [one for one in pages if one.sample.half != half]
        alone, seconded = _fitted(some)
        with mock.patch.multiple(weights, ALONE=alone, SECONDED=seconded):
            found += [extraction.result(one.sample) for one in pages if one.sample.half == half]
    for name in SETS:
        extraction.tell(name, [one for one in found if one.sample.set == name])


def _fitted(pages: Sequence[Learnt]) -> tuple[Looks, Looks]:
    """Return the weights alone and seconded, as short as they are printed in the module."""
    made: dict[str, Any] = {}
    exec(module(fit(pages, seconded=False), fit(pages, seconded=True)), made)  # what was just made here
    return made["ALONE"], made["SECONDED"]


if __name__ == "__main__":
    main()
