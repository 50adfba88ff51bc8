"""What a container may unpack, so that a few kilobytes never become a full disk or memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

MAX_DEPTH = 4
MAX_MEMBERS = 1_000_000
# saved pages and pasted text shrink to a tenth at best; what shrinks to less than a two-hundredth was made to
RATIO = 200
FLOOR = 256 << 20
_PIECE = 1 << 20


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int = ..., /) -> bytes:
        """Return up to so many bytes."""


class TooMuch(Exception):  # noqa: N818 - no mistake of a program's, but of a container's
    """Says in words which limit a container goes beyond."""


@dataclass(slots=True)
class Allowance:
    """What is left: bytes to unpack in all, members to give. `single` is the limit of one document in bytes."""

    single: int
    total: int
    members: int = MAX_MEMBERS

    def take(self, count: int) -> None:
        """Note that so many bytes more were unpacked. Raises TooMuch."""
        self.total -= count
        if self.total < 0:
            said = f"it unpacks to more than {RATIO} times its size"
            raise TooMuch(said)

    def give(self) -> None:
        """Note that one document more is given. Raises TooMuch."""
        self.members -= 1
        if self.members < 0:
            said = f"it holds more than {MAX_MEMBERS:,} documents"
            raise TooMuch(said)


def for_size(size: int, single: int) -> Allowance:
    """Return the allowance of a container of so many bytes."""
    return Allowance(single, max(FLOOR, size * RATIO))


def whole(stream: Readable, allowance: Allowance) -> bytes | None:
    """Read one document, None if it is longer than the limit. Raises TooMuch."""
    pieces: list[bytes] = []
    length = 0
    for piece in pieces_of(stream, allowance):
        length += len(piece)
        if length > allowance.single:
            return None
        pieces.append(piece)
    return b"".join(pieces)


def pieces_of(stream: Readable, allowance: Allowance) -> Iterator[bytes]:
    """Yield what a stream holds, piece by piece. Raises TooMuch."""
    while piece := stream.read(_PIECE):
        allowance.take(len(piece))
        yield piece


class Counted:
    """A decompressing stream of which every byte counts."""

    def __init__(self, stream: Readable, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def read(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes. Raises TooMuch."""
        data = self._stream.read(size if 0 <= size <= _PIECE else _PIECE)
        self._allowance.take(len(data))
        return data
