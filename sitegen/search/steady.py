"""The same bytes for the same shard: Pagefind's tables of filters and sorts, put into one order.

Pagefind 1.5 writes them in the order of a hash table that is seeded anew in each run. Both files are CBOR (RFC 8949) of
arrays, texts and whole numbers alone, behind a signature, gzipped: the meta file is [version, pages, chunks,
[[filter, hash of its file]], [[sort, order of the pages]], fields], a filter's file is [filter, [[value, pages]]].
"""

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sitegen import files
from sitegen.search.pagefind import SIGNATURE, Bundle

Value = int | str | Sequence["Value"]

_WHOLE, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}  # how many bytes hold a number, by the sign before them
_NAMED_BY = 7, 10  # hex digits in the names of a filter's file and of the meta file


def steady(bundle: Bundle) -> Bundle:
    """Rewrite the filters and the meta file of a bundle in sorted order, under names that follow their content.

    Raises ValueError if they are not in the form above, FileError if they cannot be read or written.
    """
    lang = bundle.hash.rpartition("_")[0]
    old = bundle.folder / f"pagefind.{bundle.hash}.pf_meta"
    meta = _read(old)
    if not isinstance(meta, list) or len(meta) != len(("version", "pages", "chunks", "filters", "sorts", "fields")):
        msg = "a meta file of another form"
        raise ValueError(msg)
    version, pages, chunks, filters, sorts, fields = meta
    renamed: list[list[Value]] = [
        [name, _steady_filter(bundle.folder / "filter", hashed, lang)] for name, hashed in _pairs(filters)
    ]
    data = _encode([version, pages, chunks, _sorted(renamed), _sorted(_pairs(sorts)), fields])
    mark = f"{lang}_{hashlib.sha256(data).hexdigest()[: _NAMED_BY[1]]}"
    old.unlink()
    _write(bundle.folder / f"pagefind.{mark}.pf_meta", data)
    return replace(bundle, hash=mark)


def _steady_filter(folder: Path, hashed: Value, lang: str) -> str:
    old = folder / f"{hashed}.pf_filter"
    name, values = _pairs([_read(old)])[0]
    data = _encode([name, _sorted(_pairs(values))])
    mark = f"{lang}_{hashlib.sha256(data).hexdigest()[: _NAMED_BY[0]]}"
    old.unlink()
    _write(folder / f"{mark}.pf_filter", data)
    return mark


def _pairs(value: Value) -> list[list[Value]]:
    """Return an array of pairs as it is. Raises ValueError for anything else."""
    if not isinstance(value, list) or not all(
        isinstance(one, list) and len(one) == len(("name", "what")) for one in value
    ):
        msg = "a table that is not one of pairs"
        raise ValueError(msg)
    return value


def _sorted(pairs: list[list[Value]]) -> list[list[Value]]:
    return sorted(pairs, key=lambda pair: str(pair[0]))


def _read(path: Path) -> Value:
    data = gzip.decompress(files.read_bytes(path))
    if not data.startswith(SIGNATURE):
        msg = f"{path.name} has no signature"
        raise ValueError(msg)
    value, end = _decode(data, len(SIGNATURE))
    if end != len(data):
        msg = f"{path.name} goes on after its end"
        raise ValueError(msg)
    return value


def _write(path: Path, data: bytes) -> None:
    files.write_bytes(path, gzip.compress(SIGNATURE + data, mtime=0))


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    kind, small = data[at] >> 5, data[at] & 31
    width = _WIDTHS.get(small, 0)
    number = int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else small
    at += 1 + width
    if kind == _WHOLE:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _ARRAY or small > max(_WIDTHS):
        msg = f"CBOR of a kind that is not expected, {kind}"
        raise ValueError(msg)
    found: list[Value] = []
    for _ in range(number):
        value, at = _decode(data, at)
        found.append(value)
    return found, at


def _encode(value: Value | Sequence[Value] | Sequence[Sequence[Value]]) -> bytes:
    if isinstance(value, int):
        return _head(_WHOLE, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_ARRAY, len(value)) + b"".join(_encode(one) for one in value)


def _head(kind: int, number: int) -> bytes:
    if number < min(_WIDTHS):
        return bytes([kind << 5 | number])
    small, width = next((small, width) for small, width in _WIDTHS.items() if number < 1 << (8 * width))
    return bytes([kind << 5 | small]) + number.to_bytes(width, "big")
