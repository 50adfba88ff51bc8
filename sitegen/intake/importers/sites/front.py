"""Front matter as other generators read it: YAML, TOML, JSON, lines of `Key: value`, or Nikola's comments."""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import frontmatter, markdown
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
# no name of a target begins so, and no directive ends so
NIKOLA = re.compile(r"\.\. ([^\W_][\w-]*):(?!:)[ \t]*(.*)")
_PLAIN_LINE = re.compile(r"([A-Za-z][\w-]*):[ \t]+(.+)")
_KEY = re.compile(r"([A-Za-z][\w-]*):(?:\s|$)")
_H1 = re.compile(r"\A\s*(?:# +(?P<one>[^\n]+?)(?: +#+)?|(?P<two>[^\n]+)\n=+) *(?:\n|\Z)")
_MAX_DEPTH = 12
_MAX_CHARACTERS = 256 * 1024


@dataclass(frozen=True, slots=True)
class Parted:
    """A page as plain values by keys in small letters, and its body; what could not be read is among `findings`."""

    values: Mapping[str, Any]
    body: str
    findings: tuple[Problem, ...] = ()


def read(text: str, name: str) -> Parted:
    """Part a page into front matter and body. Raises BuildError where neither can be told."""
    begun = text.lstrip("\ufeff \t\n")
    if begun.startswith("---"):
        return _yaml(begun, name)
    if begun.startswith("+++"):
        return _toml(begun, name)
    if begun.startswith("{") and '"' in begun[:200]:
        return _json(begun, name)
    if begun.startswith("<!--") and ".. " in begun[:200]:
        return _nikola(begun)
    return _lines(begun)


def _fenced(text: str, fence: str) -> tuple[str, str]:
    """Return what stands between two lines of a sign, and what stands below; all is body where there is no second."""
    end = re.search(rf"^{re.escape(fence)}[ \t]*$", text[len(fence) :], re.MULTILINE)
    if end is None:
        return "", text
    return text[len(fence) : len(fence) + end.start()], text[len(fence) + end.end() :]


def _yaml(text: str, name: str) -> Parted:
    """Read YAML; a page must not be lost for one line of it."""
    head, body = _fenced(text, "---")
    try:
        return Parted(_small(frontmatter.read_yaml(head, name)[0]), body)
    except BuildError as error:
        first = error.problems[0]
    try:
        values, how = frontmatter.read_yaml(_once(head), name)[0], "Of each key the last was read."
    except BuildError:
        lines = (_PLAIN_LINE.fullmatch(line.rstrip()) for line in head.split("\n"))
        values, how = {one[1]: one[2].strip("'\" ") for one in lines if one}, "Its plain lines were read."
    said = f"Its front matter cannot be read whole: {first.text} {how}"
    return Parted(_small(values), body, (problem("value-unread", said, first.place, first.hint),))


def _once(head: str) -> str:
    """Keep of two entries with one key the last, as other readers do."""
    entries: dict[str, list[str]] = {}
    key = ""
    for line in head.split("\n"):
        match = _KEY.match(line)
        if match:
            key = match[1]
            entries.pop(key, None)
        entries.setdefault(key, []).append(line)
    return "\n".join(line for lines in entries.values() for line in lines)


def _toml(text: str, name: str) -> Parted:
    head, body = _fenced(text, "+++")
    try:
        return Parted(_small(tomllib.loads(head[:_MAX_CHARACTERS])), body)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise _unreadable(error, name) from error


def _json(text: str, name: str) -> Parted:
    try:
        values, end = json.JSONDecoder().raw_decode(text[:_MAX_CHARACTERS])
    except (ValueError, RecursionError) as error:
        raise _unreadable(error, name) from error
    return Parted(_small(values), text[end:])


def _unreadable(error: Exception, name: str) -> BuildError:
    reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error).partition("\n")[0].rstrip(".")
    said = f"Its front matter cannot be read: {reason}."
    return BuildError([problem("document-unreadable", said, Place(name, 1), "Mend it and import again.")])


def _nikola(text: str) -> Parted:
    head, _, body = text.partition("-->")
    found = {match[1]: match[2].strip() for line in head.split("\n") if (match := NIKOLA.match(line.strip()))}
    return Parted(_small(found), body)


def _lines(text: str) -> Parted:
    """Read lines of `Key: value` above the first blank line; a value goes on in lines that are set in."""
    head, _, body = text.partition("\n\n")
    values: dict[str, str] = {}
    last = ""
    for line in head.split("\n"):
        match = _LINE.fullmatch(line.rstrip())
        if match:
            last = match[1].strip()
            values[last] = match[2].strip()
        elif last and line[:1] in " \t":
            values[last] += f" {line.strip()}"
        else:
            return Parted({}, text)
    known = {key.lower() for key in values} & {
        "title",
        "date",
        "slug",
        "status",
        "author",
        "authors",
        "category",
        "tags",
    }
    return Parted(_small(values), body) if known else Parted({}, text)


def _small(values: object) -> dict[str, Any]:
    """Return plain values by keys in small letters."""
    return (
        {str(key).lower().replace("-", "_"): _plain(one, 0) for key, one in values.items()}
        if isinstance(values, dict)
        else {}
    )


def _plain(value: Any, depth: int) -> Any:  # noqa: ANN401 - a value of any form
    if isinstance(value, dict) and depth < _MAX_DEPTH:
        return {str(key): _plain(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list) and depth < _MAX_DEPTH:
        return [_plain(one, depth + 1) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return "" if value is None else str(value)


def headline(body: str) -> tuple[str, str]:
    """Return the heading with which a body begins, in plain words, and the rest; "" if it begins with none."""
    match = _H1.match(body)
    if not match:
        return "", body
    return " ".join(markdown.plain_text(match["one"] or match["two"]).split()), body[match.end() :].lstrip("\n")
