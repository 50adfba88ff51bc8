"""What the search page knows before it opens a shard."""

import json
from typing import Any

from sitegen.model import Shard, Stub
from sitegen.search.table import MOST_VALUES, table

RECORD: dict[str, Any] = {"hash": "en_123", "wasm": "en", "include": ["_"]}


def _stub(number: int, *filters: tuple[str, str]) -> Stub:
    return Stub(f"a{number}", f"/a{number}/", "en", "T", "", None, None, filters)


def _read(*shards: Shard) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(table(shards, {one.name: RECORD for one in shards}, "1.5.2"))
    return found


def test_it_holds_counts_by_year_and_by_value_and_the_bounds_of_each_shard() -> None:
    first = _stub(1, ("year", "1961"), ("year", "1962"), ("topics", "Fog"), ("source", "C"))
    second = _stub(2, ("year", "undated"), ("topics", "Fog"), ("topics", "Sea"))
    found = _read(Shard("en-all-1", "en", "all", "1961-01-01", "1961-01-01", (first, second), "d"))
    assert found["years"] == {"1961": 1, "1962": 1}
    assert found["undated"] == 1
    assert found["articles"] == 2
    assert found["facets"] == {"source": [["C", 1]], "topics": [["Fog", 2], ["Sea", 1]]}
    assert found["languages"]["en"]["wasm"] == "en"
    assert found["languages"]["en"]["dates"]["phrases"]["about"] == "about {date}"
    assert found["shards"] == [
        {
            "name": "en-all-1",
            "lang": "en",
            "span": "all",
            "hash": "en_123",
            "articles": 2,
            "first": "1961-01-01",
            "last": "1961-01-01",
            "years": ["1961", "1962"],
            "undated": 1,
        }
    ]


def test_the_values_of_a_filter_are_bounded_the_most_used_stay() -> None:
    stubs = [_stub(n, *(("people", f"p{other:03}") for other in range(n + 1))) for n in range(MOST_VALUES + 20)]
    found = _read(Shard("s", "en", "undated", "", "", tuple(stubs), "d"))["facets"]["people"]
    assert len(found) == MOST_VALUES
    assert found[0] == ["p000", MOST_VALUES + 20]


def test_an_empty_archive_has_a_table() -> None:
    assert _read()["shards"] == []


def test_a_hundred_shards_fit_into_thirty_kilobytes() -> None:
    shards = [
        Shard(
            f"en-1961-{n:012}",
            "en",
            "1961-01/1961-03",
            "1961-01-01",
            "1961-03-31",
            (_stub(n, ("year", "1961")),),
            "d",
        )
        for n in range(100)
    ]
    assert len(table(shards, {one.name: RECORD for one in shards}, "1.5.2")) < 30_000
