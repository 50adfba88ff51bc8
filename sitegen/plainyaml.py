"""The plain part of YAML, in which nearly all front matter is written, read in one pass; the parser reads the rest.

What is read here is read as the parser reads it, line for line: a test holds the two together.
"""

import re
from typing import Any

# a character that YAML treats in a way of its own wherever it stands: controls, tabs, breaks that are no line feed
_STRANGE = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_KEY = r"([A-Za-z][A-Za-z0-9_-]{0,60})"
_QUOTED = r'"([^"\\\n]*)"'
# begins with a letter or figure, holds no comment, and no colon that could end a key
_PLAIN = r"([^\W_](?:[^\n#:]|:(?=[^\s,\[\]{}]))*)"
_INSIDE = r"([^\W_][^\n#:\"'\[\]{},]*)"  # of brackets, where a comma and more is a mark
_MEMBER = re.compile(rf" *(?:{_QUOTED}|{_INSIDE})(?:, (?=\S)|$)")
_PAIR = re.compile(rf" *{_KEY}: (?:{_QUOTED}|{_INSIDE})(?:, (?=\S)|$)")
_VALUE = rf"(?:{_QUOTED}|\[([^\n]*)\]|{{([^\n]*)}}|{_PLAIN})"
_LINE = re.compile(rf"{_KEY}:(?: {_VALUE})? *\n")
_BELOW = re.compile(rf"  {_KEY}: (?:{_QUOTED}|{_PLAIN}) *\n")
_DASHED = re.compile(rf"(?:  )?- (?:{_QUOTED}|{_PLAIN}) *\n")

Values = dict[str, Any]


def read(text: str, first_line: int) -> tuple[Values, dict[str, int]] | None:
    """Return the values of a mapping and the line of each key and member, None where the text is not plain."""
    if not text.endswith("\n") or _STRANGE.search(text):
        return None
    values: Values = {}
    lines: dict[str, int] = {}
    at, line, end = 0, first_line, len(text)
    while at < end:
        found = _LINE.match(text, at)
        if found is None or found[1] in values:
            return None
        key, quoted, listed, mapped, plain = found.groups()
        at, lines[key] = found.end(), line
        line += 1
        value: Any = plain.rstrip(" ") if plain else quoted
        if listed is not None:
            value = _members(listed, key, lines)
        elif mapped is not None:
            value = _pairs(mapped, key, lines)
        elif value is None:
            value, at = _block(text, at, key, lines)
            line = first_line + text.count("\n", 0, at)
        if value is None:
            return None
        values[key] = value
    return values, lines


def _members(text: str, key: str, lines: dict[str, int]) -> list[str] | None:
    """Read what stands between brackets on one line."""
    members: list[str] = []
    at, end = 0, len(text)
    while at < end:
        found = _MEMBER.match(text, at)
        if found is None:
            return None
        quoted, plain = found.groups()
        lines[f"{key}[{len(members)}]"] = lines[key]
        members.append(plain.rstrip(" ") if plain else quoted)
        at = found.end()
    return members


def _pairs(text: str, key: str, lines: dict[str, int]) -> dict[str, str] | None:
    """Read what stands between braces on one line."""
    pairs: dict[str, str] = {}
    at, end = 0, len(text)
    while at < end:
        found = _PAIR.match(text, at)
        if found is None or found[1] in pairs:
            return None
        name, quoted, plain = found.groups()
        lines[f"{key}.{name}"] = lines[key]
        pairs[name] = plain.rstrip(" ") if plain else quoted
        at = found.end()
    return pairs


def _block(text: str, at: int, key: str, lines: dict[str, int]) -> tuple[Any, int]:
    """Read the lines below a key: a list with dashes, or pairs that are indented; None if they are neither."""
    below = _DASHED if text.startswith(("- ", "  - "), at) else _BELOW
    indented = text.startswith("  ", at)
    members: list[str] = []
    pairs: dict[str, str] = {}
    number = lines[key]
    while found := below.match(text, at):
        number += 1
        *name, quoted, plain = found.groups()
        value = plain.rstrip(" ") if plain else quoted
        if below is _DASHED:
            if text.startswith("  ", at) is not indented:
                return None, at
            lines[f"{key}[{len(members)}]"] = number
            members.append(value)
        elif name[0] in pairs:
            return None, at
        else:
            lines[f"{key}.{name[0]}"] = number
            pairs[name[0]] = value
        at = found.end()
    return members or pairs or None, at
