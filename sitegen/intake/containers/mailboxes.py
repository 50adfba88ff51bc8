"""Boxes of mail (mbox): one message after the other in one file."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from sitegen.intake.containers.allowance import Allowance
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import problem

_FROM = re.compile(rb"From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n")
# a line of a message that looks like the first of the next one is quoted so
_QUOTED = re.compile(rb">+From ")
_LINE = 1 << 16


def knows(_name: str, head: bytes) -> bool:
    """Whether a file is a box of mail, by its first line and the header after it."""
    first = _FROM.match(head)
    return bool(first) and re.match(rb"[A-Za-z-]+:", head[first.end() :] if first else b"") is not None


def walk(stream: BinaryIO, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """Yield the messages of a box in its order, by their numbers."""
    for number, message in enumerate(_messages(stream, allowance), 1):
        inner = f"{number:06}.eml"
        if message is None:
            said = f"This message is longer than {allowance.single:,} bytes, which is the limit."
            yield problem("seed-too-large", said, Place(f"{name}!/{inner}"), "Raise limits.seed_bytes in site.yaml.")
        else:
            yield Member(inner, message)


def _messages(stream: BinaryIO, allowance: Allowance) -> Iterator[bytes | None]:
    """Yield the bytes of each message, None for one beyond the limit."""
    lines: list[bytes] = []
    length, blank, begun = 0, True, False
    while line := stream.readline(_LINE):
        allowance.take(len(line))
        if blank and _FROM.fullmatch(line):
            if begun:
                yield _message(lines, length, allowance)
            lines, length, begun = [], 0, True
        else:
            length += len(line)
            if length <= allowance.single:
                lines.append(line[1:] if _QUOTED.match(line) else line)
        blank = not line.strip()
    if begun:
        yield _message(lines, length, allowance)


def _message(lines: list[bytes], length: int, allowance: Allowance) -> bytes | None:
    return b"".join(lines) if length <= allowance.single else None
