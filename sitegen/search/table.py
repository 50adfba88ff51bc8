"""`search/shards.json`: what the search page knows of the archive before it opens any shard."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sitegen import locales
from sitegen.model import Shard

FORMAT = 1
# Values of a filter that are listed: the most used. A person's name beyond them still filters, by its address.
MOST_VALUES = 60


def table(shards: Sequence[Shard], made: Mapping[str, Mapping[str, Any]], version: str) -> bytes:
    """Return the table as JSON.

    `made` maps a shard's name to its record (`hash`, `wasm`, `include`), `version` is Pagefind's.
    Shards stand oldest first within a language. `first` and `last` are the days by which their articles sort (the
    earliest that each date allows), `years` the years that their dates touch, `undated` how many have neither.
    """
    include = sorted({sign for record in made.values() for sign in record["include"]})
    value = {
        "format": FORMAT,
        "pagefind": version,
        "include": include,
        "articles": sum(len(shard.stubs) for shard in shards),
        "languages": _languages(shards, made),
        "shards": [_row(shard, made[shard.name]) for shard in shards],
        "facets": _facets(shards),
        **_years(shards),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _languages(shards: Sequence[Shard], made: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for shard in shards:
        if shard.lang not in found:
            found[shard.lang] = {"wasm": made[shard.name]["wasm"], "dates": locales.date_table(shard.lang)}
    return found


def _row(shard: Shard, record: Mapping[str, Any]) -> dict[str, Any]:
    years = sorted(
        {value for stub in shard.stubs for name, value in stub.filters if name == "year" and value != "undated"}
    )
    return {
        "name": shard.name,
        "lang": shard.lang,
        "span": shard.span,
        "hash": record["hash"],
        "articles": len(shard.stubs),
        "first": shard.first,
        "last": shard.last,
        "years": [years[0], years[-1]] if years else [],
        "undated": sum(("year", "undated") in stub.filters for stub in shard.stubs),
    }


def _years(shards: Sequence[Shard]) -> dict[str, Any]:
    counts = Counter(
        value for shard in shards for stub in shard.stubs for name, value in stub.filters if name == "year"
    )
    undated = counts.pop("undated", 0)
    return {"years": dict(sorted(counts.items())), "undated": undated}


def _facets(shards: Sequence[Shard]) -> dict[str, list[tuple[str, int]]]:
    counts: dict[str, Counter[str]] = {}
    for shard in shards:
        for stub in shard.stubs:
            for name, value in stub.filters:
                if name != "year":
                    counts.setdefault(name, Counter())[value] += 1
    return {
        name: sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES]
        for name, found in sorted(counts.items())
    }
