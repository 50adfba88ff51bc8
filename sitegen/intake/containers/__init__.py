"""Containers and what stands in them: archives, web archives, boxes of mail, pages saved as one file with all parts."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol

from sitegen.intake.containers import archives, mailboxes, mhtml, warcs
from sitegen.intake.containers.allowance import MAX_DEPTH, Allowance, TooMuch, for_size
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import problem

INSIDE = "!/"
HEAD = 1024


class Container(Protocol):
    """What a container's module offers."""

    def knows(self, name: str, head: bytes) -> bool:
        """Whether a file is such a container, by its name and its first bytes."""

    def walk(self, stream: BinaryIO, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
        """Yield what stands in it, by names within it, and what was refused. May raise whatever broken bytes raise."""


CONTAINERS: tuple[Container, ...] = (warcs, archives, mailboxes, mhtml)  # first that knows the file


def kind_of(name: str) -> str:
    """Return by what a file's kind is called where it was passed over."""
    return PurePosixPath(name.rpartition("/")[2].casefold()).suffix or "without suffix"


def of(name: str, head: bytes) -> Container | None:
    """Return the kind of container that a file is, None if it is none."""
    return next((one for one in CONTAINERS if one.knows(name, head)), None)


def walk(container: Container, stream: BinaryIO, name: str, size: int, single: int) -> Iterator[Member | Problem]:
    """Yield the documents of a container, in its order, by `name!/their name in it`, and what was refused.

    Containers within it are walked in their turn. `size` is its own in bytes, `single` the limit of one document.
    """
    yield from _walk(container, stream, name, for_size(size, single), 1)


def _walk(
    container: Container, stream: BinaryIO, name: str, allowance: Allowance, depth: int
) -> Iterator[Member | Problem]:
    try:
        for one in container.walk(stream, name, allowance):
            if isinstance(one, Problem):
                yield one
            else:
                allowance.give()
                yield from _inner(Member(f"{name}{INSIDE}{one.name}", one.data, one.about), allowance, depth)
    except TooMuch as error:
        hint = "Unpack it yourself, look at what it holds, and import that."
        yield problem("seed-too-much", f"This was not read further: {error}.", Place(name), hint)
    except Exception as error:  # noqa: BLE001 - broken bytes raise what their libraries raise, and the rest goes on
        said = f"This cannot be read further: {_words(error)}."
        yield problem("seed-broken", said, Place(name), "Get it again from where it came from, if there it is whole.")


def _inner(member: Member, allowance: Allowance, depth: int) -> Iterator[Member | Problem]:
    container = of(member.name, member.data[:HEAD])
    if container is None:
        yield member
    elif depth >= MAX_DEPTH:
        said = f"This stands {depth} containers deep; {MAX_DEPTH} are read."
        yield problem("seed-too-much", said, Place(member.name), "Unpack the outer ones.")
    else:
        yield from _walk(container, io.BytesIO(member.data), member.name, allowance, depth + 1)


def _words(error: Exception) -> str:
    words = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return words[0].lower() + words[1:200]
