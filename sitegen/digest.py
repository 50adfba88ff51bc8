"""Digests: of bytes, as the world writes them; of values, so that equal values have equal digests."""

from collections.abc import Container, Iterable
from functools import cache
from hashlib import blake2b, sha256
from typing import Any

import msgspec

SHORT = 8  # bytes of a short mark


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(order="deterministic")


def mark(value: Any) -> bytes:  # noqa: ANN401 - any frozen value of the model
    """Return 16 bytes that depend on a value's content alone, not on its history or on this process."""
    return blake2b(_encoder().encode(value), digest_size=16).digest()


def of_value(value: Any) -> str:  # noqa: ANN401 - any frozen value of the model
    """Return the mark of a value as 32 hex digits."""
    return mark(value).hex()


def short_marks(row: bytes) -> set[bytes]:
    """Return the short marks that stand in a row."""
    return {row[at : at + SHORT] for at in range(0, len(row), SHORT)}


class Marks:
    """Takes the marks of values; that of a value that many share is taken once.

    `shared` are the types of such values.
    """

    def __init__(self, shared: Container[type]) -> None:
        self._shared = shared
        # the value is kept beside its mark, so that its id cannot be another's
        self._known: dict[int, tuple[Any, bytes]] = {}

    def __call__(self, value: Any) -> bytes:  # noqa: ANN401 - any frozen value of the model
        """Return the mark of a value."""
        known = self._known.get(id(value))
        if known:
            return known[1]
        found = mark(value)
        if type(value) in self._shared:
            self._known[id(value)] = value, found
        return found


def joined(marks: Iterable[bytes]) -> bytes:
    """Return one mark for many, in their order."""
    return blake2b(b"".join(marks), digest_size=16).digest()


def short_mark(text: str) -> bytes:
    """Return 8 bytes for a text: enough to find it again among some millions."""
    return blake2b(text.encode(), digest_size=SHORT).digest()


def of_bytes(data: bytes) -> str:
    """Return 32 hex digits of some bytes; for staleness and content-hashed names, not for proof."""
    return blake2b(data, digest_size=16).hexdigest()


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hex, as `sha256sum` prints it: what provenance is proved by."""
    return sha256(data).hexdigest()


_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


def short_id(text: str, salt: int = 0) -> str:
    """Return eight letters and digits (none of them easily mistaken for another) that depend on a text alone.

    `salt` makes another where one is taken.
    """
    number = int.from_bytes(blake2b(text.encode(), digest_size=8, salt=salt.to_bytes(2, "big")).digest(), "big")
    return "".join(_LETTERS[number // 30**place % 30] for place in range(8))
