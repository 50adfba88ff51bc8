"""The lines of a file with the bytes they stand on, whatever its encoding and line ends."""

import re
from dataclasses import dataclass

from sitegen.intake import encodings

_NARROW = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ENDS = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# what a text may hold besides letters: tab, line ends, form feed, escape
_CONTROL = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
_MAX_CONTROL_SHARE = 0.002
_WIDE = frozenset({"utf-16-le", "utf-16-be"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    `number` counts from 1. Bytes of the file: `first` is where the line begins, `start` to `end` (exclusive) are the
    text's, `stop` is where the next line begins.
    """

    number: int
    text: str
    first: int
    start: int
    end: int
    stop: int
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A decoded file: its lines cover its bytes from the end of its byte order mark to its last."""

    lines: tuple[Line, ...]
    encoding: encodings.Encoding
    size: int
    damaged: tuple[int, ...] = ()


def is_binary(data: bytes, encoding: encodings.Encoding) -> bool:
    """Whether bytes are no text: NULs or many control characters."""
    if encoding.codec in _WIDE:
        data = data.decode(encoding.codec, "replace").encode()
    if b"\x00" in data:
        return True
    controls = len(data) - len(data.translate(None, _CONTROL))
    return controls > len(data) * _MAX_CONTROL_SHARE


def read(data: bytes) -> Lines:
    """Decode a file's bytes line by line; bytes that the encoding does not know become U+FFFD and are told of."""
    encoding = encodings.find(data)
    lines: list[Line] = []
    damaged: list[int] = []
    position = encoding.mark
    for raw, text in _raw_lines(data, encoding):
        line = _line(len(lines) + 1, raw, text, position, encoding.codec)
        if "\ufffd" in text and b"\xef\xbf\xbd" not in raw:
            damaged.append(line.number)
        lines.append(line)
        position = line.stop
    return Lines(tuple(lines), encoding, len(data), tuple(damaged))


def _raw_lines(data: bytes, encoding: encodings.Encoding) -> list[tuple[bytes, str]]:
    """Return each line with its end, as bytes and as text."""
    codec, body = encoding.codec, data[encoding.mark :]
    if codec in _WIDE:
        # half a unit at the end cannot be decoded; lone surrogates must encode to the bytes they came from
        text = body[: len(body) & ~1].decode(codec, "surrogatepass")
        found = [match[0] for match in _ENDS.finditer(text) if match[0]]
        return [(line.encode(codec, "surrogatepass"), _without_surrogates(line)) for line in found]
    # in every other encoding that is tried, the bytes of a line end stand for nothing else
    return [(match[0], match[0].decode(codec, "replace")) for match in _NARROW.finditer(body) if match[0]]


def _without_surrogates(line: str) -> str:
    return (
        line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if re.search(r"[\ud800-\udfff]", line)
        else line
    )


def _line(number: int, raw: bytes, text: str, first: int, codec: str) -> Line:
    stripped = text.strip()
    page_break = "\f" in text[: len(text) - len(text.lstrip())]
    stop = first + len(raw)
    if not stripped:
        return Line(number, "", first, first, first, stop, page_break)
    lead = len(text) - len(text.lstrip())
    before = _width(text[:lead], codec)
    after = _width(text[len(text.rstrip()) :], codec)
    return Line(number, stripped, first, first + before, stop - after, stop, page_break)


def _width(space: str, codec: str) -> int:
    return len(space) if space.isascii() and not codec.startswith("utf-") else len(space.encode(codec, "replace"))
