"""The decision record of a seed: every byte of it, kept where or dropped by which rule, and what was concluded."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from sitegen import digest, files
from sitegen.intake.importers.text import Dump
from sitegen.intake.lines import Lines
from sitegen.intake.members import Reading
from sitegen.model import Cut, Place, Problem, RawArticle

FOLDER = ".sitegen/intake"
# no system takes a longer name than 255 bytes, and a record's is its seed's with more behind it
_LONGEST_NAME = 240


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes of a seed, `end` exclusive: `kept` names where (a front-matter key, or `text 3`), `dropped` a rule.

    `article` counts from 0, -1 for what belongs to none. `score` says how sure it is that this is text, in log-odds;
    0 where nothing was weighed.
    """

    start: int
    end: int
    article: int = -1
    kept: str = ""
    dropped: str = ""
    score: float = 0.0


def spans(lines: Lines, dump: Dump | Reading) -> tuple[Span, ...]:
    """Return spans that cover what was read line by line, from its first byte to its last, without a gap."""
    found: list[Span] = []
    at = 0
    for span in (*_mark(lines), *_spoken_for(dump), Span(lines.size, lines.size)):
        found += _between(at, span.start, lines)
        if span.start < span.end:
            found.append(span)
        at = max(at, span.end)
    return tuple(_joined(found))


def _mark(lines: Lines) -> tuple[Span, ...]:
    return (Span(0, lines.encoding.mark, dropped="byte-order-mark"),) if lines.encoding.mark else ()


def spans_of_document(size: int, reading: Reading) -> tuple[Span, ...]:
    """Return spans that cover a document that is no lines: one for the text of each article, the cuts, and the rest.

    What lies within an article and is not told of became its text or the marks around it: both are in its one span.
    """
    cuts = _of_cuts(reading.cuts)
    bodies = [Span(one.start, one.end, number, kept="body") for number, one in enumerate(reading.articles)]
    layers = [sorted(layer, key=lambda span: span.start) for layer in (cuts, bodies)]
    edges = sorted({0, size, *_edges(cuts, size), *_edges(bodies, size)})
    found = (replace(_over(layers, start), start=start, end=end) for start, end in pairwise(edges))
    return tuple(_joined(list(found)))


def _over(layers: Sequence[Sequence[Span]], at: int) -> Span:
    """Return the span that a byte belongs to: of the first layer that speaks of it."""
    for layer in layers:
        before = bisect_right(layer, at, key=lambda span: span.start)
        if before and layer[before - 1].end > at:
            return layer[before - 1]
    return Span(0, 0, dropped="not-article")


def _edges(spans_found: Sequence[Span], size: int) -> Iterator[int]:
    for span in spans_found:
        yield from (max(0, min(edge, size)) for edge in (span.start, span.end))


def _of_cuts(cuts: Sequence[Cut]) -> list[Span]:
    return [
        Span(cut.start, cut.end, cut.article, cut.kept_as, "" if cut.kept_as else cut.rule, cut.score) for cut in cuts
    ]


def _spoken_for(dump: Dump | Reading) -> list[Span]:
    """Return the spans of which the dump's reading speaks: text, and lines that became something else."""
    found = _of_cuts(dump.cuts)
    for number, article in enumerate(dump.articles):
        counts = {"paragraph": 0, "subhead": 0, "quote": 0}
        for block in article.blocks:
            counts[block.kind] += 1
            kept = f"{block.kind} {counts[block.kind]}"
            found.append(Span(block.start, block.end, number, kept, score=block.score))
    return sorted(found, key=lambda span: span.start)


def _between(start: int, end: int, lines: Lines) -> Iterator[Span]:
    """Yield what lies between two spans: line ends, blank lines, the space around words."""
    if start >= end:
        return
    at = bisect_right(lines.lines, start, key=lambda line: line.stop)
    while at < len(lines.lines) and (line := lines.lines[at]).first < end:
        at += 1
        if not line.text:
            yield Span(max(start, line.first), min(end, line.stop), dropped="blank-line")
        else:
            for first, last, rule in (
                (line.first, line.start, "indent"),
                (line.start, line.end, "unread"),
                (line.end, line.stop, "line-end"),
            ):
                if max(first, start) < min(last, end):
                    yield Span(max(first, start), min(last, end), dropped=rule)
        start = max(start, line.stop)
    if start < end and (not lines.lines or lines.lines[-1].stop < end):
        yield Span(max(start, lines.lines[-1].stop if lines.lines else 0), end, dropped="undecodable")


def _joined(found: Sequence[Span]) -> Iterator[Span]:
    """Join neighbours that were dropped by one rule; of their scores the surest counts."""
    waiting: Span | None = None
    for span in found:
        if waiting and span.dropped and (span.dropped, span.article) == (waiting.dropped, waiting.article):
            waiting = replace(waiting, end=span.end, score=min(waiting.score, span.score))
            continue
        if waiting:
            yield waiting
        waiting = span
    if waiting:
        yield waiting


def path_of(seed: str, sha256: str) -> str:
    """Return where the record of a seed stands, relative to the site's root."""
    outer, within, inner = seed.partition("!/")
    marked = _digest(outer) if within else sha256
    is_ours = seed.startswith("seeds/") and len(outer.rpartition("/")[2].encode("utf-8", "replace")) <= _LONGEST_NAME
    place = f"{FOLDER}/{outer}" if is_ours else f"{FOLDER}/elsewhere/{_short(outer, marked)}"
    # names in a container are anyone's: too long for a file's, or a folder's where another is a file's
    return f"{place}!/{_short(inner, _digest(inner))}.json" if within else f"{place}.json"


def _digest(name: str) -> str:
    return digest.of_bytes(name.encode("utf-8", "replace"))


def _short(name: str, mark: str) -> str:
    tail = re.sub(r"[^\w.-]", "_", name.rpartition("/")[2])[-40:]
    return f"{mark[:12]}-{tail}"


def of_article(article: RawArticle) -> dict[str, Any]:
    """Return what was concluded of an article, with its evidence, as plain values."""
    begins = article.begins
    return {
        "title": article.title,
        "start": article.start,
        "end": article.end,
        "begins": {"rule": begins.rule, "score": round(begins.score, 2)} if begins else {},
        "lang": article.lang,
        "date": article.date.text if article.date else "",
        "date_basis": article.date_basis or "",
        "agency": article.agency,
        "dateline": article.dateline,
        "byline": list(article.byline),
        "evidence": [{"of": kind, "words": words} for kind, words in article.evidence],
        "suggested": [{"as": kind, "name": name, "count": count} for kind, name, count in article.suggested],
    }


def write(root: Path, path: str, said: Mapping[str, Any]) -> None:
    """Write a record. Raises FileError."""
    # the standard library's encoder takes seconds for the spans of a large seed
    files.write_bytes(root / path, msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n")


def read(root: Path, path: str) -> dict[str, Any]:
    """Read a record; empty where there is none or it cannot be read, since all of it can be made again."""
    try:
        said = msgspec.json.decode((root / path).read_bytes())
    except (OSError, ValueError, msgspec.DecodeError):
        return {}
    return said if isinstance(said, dict) else {}


def plain(spans_found: Sequence[Span]) -> list[dict[str, Any]]:
    """Return spans as plain values, without what is not said."""
    return [_plain(span) for span in spans_found]


def _plain(span: Span) -> dict[str, Any]:
    said: dict[str, Any] = {"start": span.start, "end": span.end}
    if span.article >= 0:
        said["article"] = span.article
    said |= {"kept": span.kept} if span.kept else {"dropped": span.dropped}
    return said | ({"score": round(span.score, 2)} if span.score else {})


def plain_problems(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return findings as plain values."""
    return [asdict(one) for one in problems]


def problems_of(said: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return the findings of a record as values again."""
    found = []
    for one in said.get("findings", ()):
        place = one.get("place")
        where = Place(place["path"], place["line"]) if place else None
        found.append(Problem(one["rule"], one["severity"], one["text"], where, one["hint"]))
    return tuple(found)
