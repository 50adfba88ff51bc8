"""A file with some values changed and every other byte as it was."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sitegen import frontmatter
from sitegen.frontmatter import KEY_ORDER

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LAST = len(KEY_ORDER)


def content(text: str, path: str, changes: Mapping[str, Any]) -> str:
    """Return a content file with some keys of its front matter changed or added. Raises BuildError.

    Where the file is written in a way that lines cannot tell, all of its front matter is written anew.
    """
    document = frontmatter.read(text, path)
    front = frontmatter.split(text, path)[0].count("\n")
    lines = _lines(text)
    starts = {key: at - 1 for key, at in document.lines.items() if _is_top(key)}
    result = _with(lines, starts, 1 + front, changes)
    wanted = {**document.values, **changes}
    after = frontmatter.read(result, path)
    same = after.values == _as_read(wanted) and "".join(lines[1 + front :]) == result[-_length(lines[1 + front :]) :]
    return result if same else frontmatter.write(wanted, document.body)


def mapping(text: str, path: str, changes: Mapping[str, Any]) -> str:
    """Return a YAML file with some of its keys changed or added. Raises BuildError."""
    values, known = frontmatter.read_yaml(text, path)
    lines = _lines(text if not text or text.endswith(("\n", "\r")) else f"{text}\n")
    starts = {key: at - 1 for key, at in known.items() if _is_top(key)}
    result = _with(lines, starts, len(lines), changes)
    wanted = {**values, **changes}
    return result if frontmatter.read_yaml(result, path)[0] == _as_read(wanted) else frontmatter.write_yaml(wanted)


def _lines(text: str) -> list[str]:
    return [match[0] for match in _LINE.finditer(text) if match[0]]


def _length(lines: Sequence[str]) -> int:
    return sum(map(len, lines))


def _is_top(key: str) -> bool:
    return "." not in key and "[" not in key


def _with(lines: Sequence[str], starts: Mapping[str, int], end: int, changes: Mapping[str, Any]) -> str:
    """Put changed keys where they stood, new ones where the order of keys has them, before line `end`."""
    result = list(lines)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    edges = sorted({*starts.values(), end})
    places = {key: starts.get(key, _place(key, starts, end)) for key in changes}
    # from the last to the first, so that the lines before stay where they are; of new ones at one place, in order
    for key in sorted(changes, key=lambda key: (places[key], _rank(key)), reverse=True):
        at = places[key]
        stop = _stop(result, at, next(edge for edge in edges if edge > at)) if key in starts else at
        written = frontmatter.write_yaml({key: changes[key]}).replace("\n", newline)
        result[at:stop] = [written]
    return "".join(result)


def _stop(lines: Sequence[str], at: int, edge: int) -> int:
    """Return where the lines of a key end: comments and blank lines before the next key are not its own."""
    while edge > at + 1 and (not lines[edge - 1].strip() or lines[edge - 1].startswith("#")):
        edge -= 1
    return edge


def _place(key: str, starts: Mapping[str, int], end: int) -> int:
    return min((at for other, at in starts.items() if _rank(other) > _rank(key)), default=end)


def _rank(key: str) -> int:
    return KEY_ORDER.index(key) if key in KEY_ORDER else _LAST


def _as_read(value: Any) -> Any:  # noqa: ANN401 - plain values of any shape
    """Return a value as `frontmatter.read` gives it back: every scalar as text."""
    if isinstance(value, Mapping):
        return {key: _as_read(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_as_read(one) for one in value]
    return value if isinstance(value, str) else str(value)
