"""Which articles are searched together: stubs dealt into shards by language, then along the lines of the calendar."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sitegen import dates, digest
from sitegen.model import Article, Shard, Stub

LONGEST_ID = 64


class _Piece(NamedTuple):
    """A stub and what decides where it goes; `earliest` and `latest` are "" unless both ends of its date are known."""

    key: dates.OrderKey
    earliest: str
    latest: str
    stub: Stub


def stub(article: Article, names: Mapping[str, Sequence[str]], source: str = "") -> Stub:
    """Return what the search index gets of an article.

    `names` maps a taxonomy to the names of the article in it, resolved; `source` is the publication's name. The text
    goes in only where the rights allow the whole of it; an excerpt stands for it where they allow that.
    """
    card = article.card
    full, excerpt = card.publish == "full", card.publish == "excerpt"
    summary = card.summary or (article.deck if full else article.opening if excerpt else "")
    if card.publish == "withheld":
        summary = ""
    filters = [("year", year) for year in dates.years_of(card.date) or ("undated",)]
    filters += [(taxonomy, name) for taxonomy in sorted(names) for name in dict.fromkeys(names[taxonomy])]
    own = (("source", source or card.source), ("lang", card.lang), ("section", card.section))
    filters += [(name, value) for name, value in own if value]
    body = article.body if full else None
    return Stub(card.id, card.url, card.lang, card.title, summary, body, card.date, tuple(filters))


def shards(stubs: Sequence[Stub], shard_size: int, version: str = "") -> tuple[Shard, ...]:
    """Deal stubs into shards of at most `shard_size`: by language, then by span.

    A span (all time, then century, decade, five years, year, half, quarter, month, day) is cut only while it holds
    more than `shard_size`. Dates that no part of a cut span can hold have a shard of their own ("196X-coarse"), so have
    the undated and those with an open end; what is still too large is cut by the first signs of the id. `version` is
    that of the indexer, and part of each digest. The order of `stubs` does not matter.
    """
    pieces = sorted((_piece(one) for one in stubs), key=lambda piece: (piece.stub.lang, piece.key, piece.stub.url))
    return tuple(
        _shard(lang, span, part, version)
        for lang, group in groupby(pieces, key=lambda piece: piece.stub.lang)
        for span, part in _cut("all", 0, list(group), max(1, shard_size))
    )


def _piece(one: Stub) -> _Piece:
    date = one.date
    earliest, latest = (date.earliest, date.latest) if date and date.earliest and date.latest else ("", "")
    return _Piece(dates.order_key(date, one.id), earliest, latest, one)


def _shard(lang: str, span: str, pieces: Sequence[_Piece], version: str) -> Shard:
    stubs = tuple(piece.stub for piece in pieces)
    known = [piece.earliest for piece in pieces if piece.earliest]
    mark = digest.of_value([version, span, stubs])
    name = re.sub(r"[^A-Za-z0-9-]+", "_", f"{lang}-{span}") + f"-{mark[:12]}"
    return Shard(name, lang, span, min(known, default=""), max(known, default=""), stubs, mark)


# --- the cuts -------------------------------------------------------------------------------------


def _five_years(day: str) -> str:
    first = int(day[:4]) // 5 * 5
    return f"{first}/{first + 4}"


def _months(day: str, length: int) -> str:
    first = (int(day[5:7]) - 1) // length * length + 1
    return f"{day[:4]}-{first:02}/{day[:4]}-{first + length - 1:02}"


# The lines along which time is cut, coarsest first: the earliest and the latest day of a date -> the span's name.
LINES: tuple[Callable[[str], str], ...] = (
    lambda day: f"{day[:2]}XX",
    lambda day: f"{day[:3]}X",
    _five_years,
    lambda day: day[:4],
    lambda day: _months(day, 6),
    lambda day: _months(day, 3),
    lambda day: day[:7],
    lambda day: day,
)


def _cut(span: str, line: int, pieces: list[_Piece], size: int) -> Iterator[tuple[str, list[_Piece]]]:
    if len(pieces) <= size:
        yield span, pieces
        return
    if line == len(LINES):
        yield from _cut_by_id(span, pieces, size)
        return
    name = LINES[line]
    fitting = [piece for piece in pieces if piece.earliest and name(piece.earliest) == name(piece.latest)]
    for part, group in groupby(fitting, key=lambda piece: name(piece.earliest)):
        yield from _cut(part, line + 1, list(group), size)
    coarse = [piece for piece in pieces if piece.earliest and name(piece.earliest) != name(piece.latest)]
    yield from _cut_by_id(f"{span}-coarse", coarse, size)
    yield from _cut_by_id("undated", [piece for piece in pieces if not piece.earliest], size)


def _cut_by_id(span: str, pieces: list[_Piece], size: int, length: int = 1) -> Iterator[tuple[str, list[_Piece]]]:
    """Part by the first signs of the id: adding one moves no other, which a cut into equal halves would."""
    if len(pieces) <= size or length > LONGEST_ID:
        if pieces:
            yield span, pieces
        return
    stem = span if length == 1 else span.rpartition("-id-")[0]
    # Stable: the order of the archive stays within a part.
    by_id = sorted(pieces, key=lambda piece: piece.stub.id[:length])
    for start, group in groupby(by_id, key=lambda piece: piece.stub.id[:length]):
        yield from _cut_by_id(f"{stem}-id-{start}", list(group), size, length + 1)
