"""Which articles are one article twice, versions of one, or one story of several sources."""

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sitegen.intake.sketches import MARKS, Sketch
from sitegen.model import Place, Problem
from sitegen.problems import problem

Relation = Literal["same", "version", "wire"]
# bands of three marks: two articles that share half of their shingles meet with 99.6 %, a fifth with 29 %, a twentieth
# with half a percent. datasketch's own index keeps a set for each band of each article: 13 KB each, so 1.3 GB for
# 100,000; sorting the bands needs none of it
_ROWS = 3
# how many of its neighbours in a band an article is compared with: a template of thousands stays linear
_NEAR = 8
_CHUNK = 20_000
_ALIKE = 0.45
_INSIDE = 0.8
_EQUAL = 0.9
_HALF = 0.5
# shorter ones are compared to the letter only: two lines of results look like two others
_SHINGLES = 25
_DAYS: Mapping[Relation, int] = {"same": 1, "version": 7, "wire": 14}


@dataclass(frozen=True, slots=True)
class Alike:
    """That an article is `of` another: the same, an earlier version, or the same story elsewhere; and the evidence.

    `similarity` is the share of common shingles, `inside` how much of the shorter one the longer holds (both estimated
    to about 0.04, 1 for equal words), `shared` of `passages` sentences of the shorter one stand in both. What is not
    `sure` is for a person to decide.
    """

    id: str
    of: str
    relation: Relation
    sure: bool
    similarity: float
    inside: float
    shared: int
    passages: int


def relations(sketches: Sequence[Sketch], held: Container[str] = ()) -> tuple[Alike, ...]:
    """Return what each article that is like another is of it, by id; in time linear in the articles.

    Of the same the lead is what the archive `held` before, else the longest; of versions the newest; of one story what
    files state as `same_story`, else the earliest, then the longest, then the first by id. What a file states stands.
    """
    known = {one.id: one for one in sketches}
    stated = {one.lead for one in sketches}
    near = _neighbours(sketches)
    found: dict[str, Alike] = {}
    for relation in _ORDERS:
        leads: dict[str, set[str]] = defaultdict(set)
        for one in found.values():
            leads[one.of].add(one.id)
        for lead in sorted(
            (known[name] for name in near), key=lambda one: _ORDERS[relation](one, one.id in held, one.id in stated)
        ):
            if lead.id not in found and not (relation == "wire" and lead.lead in known):
                found |= _joined(lead, {lead.id, *leads[lead.id]}, relation, near, known, found)
    return tuple(sorted(found.values(), key=lambda one: one.id))


def _joined(
    lead: Sketch,
    group: set[str],
    relation: Relation,
    near: Mapping[str, set[str]],
    known: Mapping[str, Sketch],
    found: Mapping[str, Alike],
) -> dict[str, Alike]:
    """Return what joins a lead: neighbours of its group, and theirs, that are like the lead itself."""
    joined: dict[str, Alike] = {}
    seen, waiting = set(group), sorted(group)
    while waiting:
        for name in sorted(near[waiting.pop()] - seen):
            seen.add(name)
            stays = name in found or (relation == "wire" and known[name].lead not in {"", lead.id})
            alike = None if stays else compare(known[name], lead)
            if alike and alike.relation == relation:
                joined[name] = alike
                waiting.append(name)
    return joined


_Order = tuple[bool, int, int, str]


def _most(one: Sketch, held: bool, _: bool) -> _Order:  # noqa: FBT001 - the three orders are called alike
    return not held, -one.length, 0, one.id


def _latest(one: Sketch, _: bool, __: bool) -> _Order:  # noqa: FBT001 - likewise
    return False, -_ordinal(one.days[0], 0), -one.length, one.id


def _first(one: Sketch, _: bool, stated: bool) -> _Order:  # noqa: FBT001 - likewise
    return not stated, _ordinal(one.days[0], date.max.toordinal()), -one.length, one.id


# relation -> who leads; in this order: what is merged is no version, and of versions only the newest tells a story
_ORDERS: Mapping[Relation, Callable[[Sketch, bool, bool], _Order]] = {"same": _most, "version": _latest, "wire": _first}


# --- what two are to one another ---------------------------------------------------------------------


def compare(one: Sketch, other: Sketch) -> Alike | None:
    """Return what an article is of another, None if they are not alike."""
    similarity, inside = _shares(one, other)
    shared = len(set(one.passages) & set(other.passages))
    passages = min(len(one.passages), len(other.passages))
    relation, sure = _relation(one, other, similarity, inside, shared / passages if passages else 0.0)
    if relation is None or _gap(one, other) > _DAYS[relation]:
        return None
    return Alike(one.id, other.id, relation, sure, round(similarity, 2), round(inside, 2), shared, passages)


def _relation(
    one: Sketch, other: Sketch, similarity: float, inside: float, told: float
) -> tuple[Relation | None, bool]:
    """Return the relation by the words, and whether it is beyond doubt; `told` is the share of passages."""
    equal = one.same == other.same
    enough = equal or min(one.size, other.size) >= _SHINGLES
    alike = equal or similarity >= _ALIKE or (inside >= _INSIDE and told >= _HALF)
    if not (one.length and enough and alike):
        return None, False
    if one.source and other.source and one.source != other.source:
        return "wire", equal or (told > 0 and inside >= _INSIDE)
    return _of_one_paper(one, other, similarity, told)


def _of_one_paper(one: Sketch, other: Sketch, similarity: float, told: float) -> tuple[Relation | None, bool]:
    titled = one.headline == other.headline
    soon = _gap(one, other) <= _DAYS["same"]
    if one.same == other.same:
        return ("same" if soon else "wire"), titled
    certain = titled and one.source == other.source
    # every sentence and figure of the one stands in the other: nothing is lost if they are merged
    if soon and similarity >= _EQUAL and told == 1 and one.figures == other.figures:
        return "same", certain
    # reports of one paper in one form (rates, weather, results) are alike in words, not in sentences
    return ("version" if told >= _HALF or (titled and told) else None), certain


def _shares(one: Sketch, other: Sketch) -> tuple[float, float]:
    """Return the share of common shingles among all, and among those of the one that has fewer."""
    if one.same == other.same:
        return 1.0, 1.0
    import numpy as np  # noqa: PLC0415 - who imports nothing must not wait for it

    equal = np.frombuffer(one.marks, "<u4") == np.frombuffer(other.marks, "<u4")
    similarity = float(equal.mean())
    common = similarity * (one.size + other.size) / (1 + similarity)
    return similarity, min(1.0, common / max(1, min(one.size, other.size)))


def _gap(one: Sketch, other: Sketch) -> int:
    """Return how many days lie between two dates at least; 0 where one of them allows it."""
    after = max(_ordinal(one.days[0], 0), _ordinal(other.days[0], 0))
    before = min(_ordinal(one.days[1], date.max.toordinal()), _ordinal(other.days[1], date.max.toordinal()))
    return max(0, after - before)


def _ordinal(day: str, otherwise: int) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return otherwise


# --- who is near whom --------------------------------------------------------------------------------


def _neighbours(sketches: Sequence[Sketch]) -> dict[str, set[str]]:
    """Return for each article that may be like others which they are."""
    import numpy as np  # noqa: PLC0415 - who imports nothing must not wait for it

    near: dict[str, set[str]] = defaultdict(set)
    if len(sketches) > 1:
        marks = np.frombuffer(b"".join(one.marks for one in sketches), "<u4").reshape(-1, MARKS)
        pairs = _pairs(marks)
        for at in range(0, len(pairs), _CHUNK):
            one, other = pairs[at : at + _CHUNK].T
            # a fifth less than is asked for in the end: an estimate may err, and a short one lies inside a long one
            likely = (marks[one] == marks[other]).mean(axis=1) >= _ALIKE / 3
            for a, b in zip(one[likely].tolist(), other[likely].tolist(), strict=True):
                near[sketches[a].id].add(sketches[b].id)
                near[sketches[b].id].add(sketches[a].id)
    return near


def _pairs(marks: Any) -> Any:  # noqa: ANN401 - arrays: (articles, MARKS) -> (pairs, 2)
    """Return which articles meet in a band."""
    import numpy as np  # noqa: PLC0415 - who imports nothing must not wait for it

    count = len(marks)
    met = [np.empty(0, dtype=np.int64)]
    for at in range(0, MARKS - _ROWS + 1, _ROWS):
        band = np.ascontiguousarray(marks[:, at : at + _ROWS]).view(f"V{4 * _ROWS}").ravel()
        _, keys = np.unique(band, return_inverse=True)
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        for far in range(1, min(_NEAR, count - 1) + 1):
            equal = keys[far:] == keys[:-far]
            if not equal.any():
                break
            met.append(order[:-far][equal] * count + order[far:][equal])
    pairs = np.unique(np.concatenate(met))
    return np.stack(np.divmod(pairs, count), axis=1)


# --- what is told of it ------------------------------------------------------------------------------


_SAID = {
    "same": ("article-twice", "is the same article as"),
    "version": ("article-version", "is another version of"),
    "wire": ("article-same-story", "tells the same story as"),
}


def finding(alike: Alike, place: Place | None = None) -> Problem:
    """Return the line that is shown of a relation; `place` is where the article stands."""
    rule, words = _SAID[alike.relation]
    doubt = "" if alike.sure else "perhaps "
    said = (
        f"{alike.id} {doubt}{words} {alike.of}: {alike.similarity:.0%} of their words in common, {alike.inside:.0%} of"
        f" the shorter one, {alike.shared} of {alike.passages} sentences."
    )
    return problem(rule, said, place)
