"""YAML, read as if an enemy had written it and written so that equal values are equal bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import SafeDumper
from yaml.cyaml import CParser  # type: ignore[attr-defined] # it is there; the stubs leave it out
from yaml.reader import Reader

from sitegen import plainyaml
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
FENCE = "---"
# the order in which keys are written; names of taxonomies and unknown keys follow in the order given
# fmt: off
KEY_ORDER = (
    "id", "title", "kicker", "deck", "summary", "series", "date", "date_basis", "date_evidence", "updated", "added",
    "reviewed", "lang", "source", "agency", "byline", "dateline", "printed", "topics", "people", "places",
    "organisations", "images", "canonical_url", "aliases", "rights", "status", "embargo", "collections",
    "translation_of", "same_story", "versions", "corrections", "editor_note", "extra", "provenance",
)
# fmt: on
# one line of the file is worth keeping short only as long as a person would
_FLOW_WIDTH = 72
_LINE_ENDS = frozenset("\x85\u2028\u2029")
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain values: mappings, lists and strings; nothing is typed yet.

    `lines` maps the path of each key or list member (`images[0].src`) to its line, `body` is the text after the front
    matter without outer blank lines, `body_line` the line on which it begins.
    """

    path: str
    values: dict[str, Any]
    lines: Mapping[str, int]
    body: str = ""
    body_line: int = 0

    def place(self, key: str) -> Place:
        """Return where a key stands; the nearest key around it if it has no line of its own."""
        while key and key not in self.lines:
            key = key[: max(key.rfind("."), key.rfind("["), 0)]
        return Place(self.path, self.lines.get(key, 1))


def split(text: str, path: str) -> tuple[str, str, int]:
    """Part a content file into its YAML, its body, and the line on which the body begins. Raises BuildError."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    end = text.find(f"\n{FENCE}\n", 3) if text.startswith(f"{FENCE}\n") else -1
    if end < 0 and text.startswith(f"{FENCE}\n") and text.endswith(f"\n{FENCE}"):
        end = len(text) - len(FENCE) - 1
    if end < 0:
        hint = "Begin the file with a line of ---, then keys, then another line of ---."
        raise BuildError([problem("front-matter-missing", "There is no front matter.", Place(path, 1), hint)])
    body = text[end + len(FENCE) + 2 :]
    stripped = body.lstrip("\n")
    line = text.count("\n", 0, len(text) - len(stripped)) + 1
    return text[4 : end + 1], stripped.rstrip(), line


def read(text: str, path: str) -> Document:
    """Read a content file: front matter and body. Raises BuildError with the places of what is wrong."""
    front, body, line = split(text, path)
    values, lines = read_yaml(front, path, first_line=2)
    return Document(path, values, lines, body, line)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[dict[str, Any], dict[str, int]]:
    """Read a mapping as plain values, and the line of each of its keys. Raises BuildError."""
    plain = plainyaml.read(text, first_line) if len(text) <= MAX_BYTES else None
    if plain is not None:
        return plain
    root, lines = _build(text, path, first_line)
    if root is None or root == "":
        return {}, lines
    if not isinstance(root, dict):
        hint = "Write keys and values: `key: value`."
        raise BuildError([problem("yaml-syntax", "A mapping is wanted here.", Place(path, first_line), hint)])
    return root, lines


def read_yaml_list(text: str, path: str) -> tuple[list[Any], dict[str, int]]:
    """Read a list as plain values, and the line of each of its members. Raises BuildError."""
    root, lines = _build(text, path, 1)
    if root is None or root == "":
        return [], lines
    if not isinstance(root, list):
        hint = "Begin each member with `- `."
        raise BuildError([problem("yaml-syntax", "A list is wanted here.", Place(path, 1), hint)])
    return root, lines


def _build(text: str, path: str, first_line: int) -> tuple[Any, dict[str, int]]:
    """Build plain values from libyaml's events with a stack of our own: no depth of input can exhaust the C stack."""
    if len(text) > MAX_BYTES:
        said = f"This YAML is {len(text):,} characters long; {MAX_BYTES:,} is the limit."
        raise BuildError([problem("yaml-too-large", said, Place(path, first_line), "Move text into the body.")])
    builder = _Builder(path, first_line)
    try:
        parser = CParser(text)
        try:
            while builder.take(parser.get_event()):
                pass
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        raise BuildError([_syntax(error, path, first_line)]) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        said = "A character that YAML does not allow stands here."
        found = Reader.NON_PRINTABLE.search(text)
        line = first_line + (text.count("\n", 0, found.start()) if found else 0)
        raise BuildError([problem("yaml-syntax", said, Place(path, line), "Remove control characters.")]) from error
    if builder.problems:
        raise BuildError(builder.problems)
    return builder.root, builder.lines


def _syntax(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = first_line + mark.line if mark else first_line
    if "nesting depth" in str(error.problem):  # libyaml's own limit, from PyYAML 6.0.4 on, is met before ours is
        return _too_deep(Place(path, line))
    said = f"The YAML cannot be read: {error.problem or error.context}."
    hint = "See whether every quote and bracket is closed and keys that belong together begin in one column."
    if "mapping values" in said:
        hint = "A value that holds `: ` needs quotes around it."
    return problem("yaml-syntax", said, Place(path, line), hint)


def _too_deep(place: Place) -> Problem:
    said = f"This is nested deeper than {MAX_DEPTH} levels."
    return problem("yaml-too-deep", said, place, "Write it flatter.")


class _Builder:
    """Takes events one by one; open collections stand on `stack` as (values, path, key that waits for its value)."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.root: Any = None
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.stack: list[tuple[Any, str]] = []
        self.keys: list[str | None] = []

    def take(self, event: Any) -> bool:  # noqa: ANN401 - PyYAML's event classes are untyped
        """Take one event; False at the end or where going on is not safe."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_marks(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_marks(event)
            return self._open({} if kind is yaml.MappingStartEvent else [], event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
            self.keys.pop()
        elif kind is yaml.AliasEvent:
            self._say(
                "yaml-forbidden", f"*{event.anchor} is an alias; aliases are not read.", event, "Write the value out."
            )
            return False
        elif kind is yaml.StreamEndEvent or event is None:
            return False
        return True

    def _refuse_marks(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor:
            self._say("yaml-forbidden", f"&{event.anchor} is an anchor; anchors are not read.", event, "Remove it.")
        if event.tag and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._say("yaml-forbidden", f"{tag} is a tag; tags are not read.", event, "Remove it.")

    def _open(self, values: dict[str, Any] | list[Any], event: Any) -> bool:  # noqa: ANN401
        if len(self.stack) >= MAX_DEPTH:
            self.problems.append(_too_deep(self._place(event)))
            return False
        if self.stack and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None:
            self._say(
                "yaml-syntax",
                "A key must be a word, not a list or mapping.",
                event,
                "Quote it if it begins with [ or {.",
            )
            return False
        where = self._put(values, event)
        self.stack.append((values, where))
        self.keys.append(None)
        return True

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        if self.stack and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None:
            values, where = self.stack[-1]
            key = event.value
            if key == "<<" and event.implicit[0]:
                self._say("yaml-forbidden", "<< is a merge key; merge keys are not read.", event, "Write the keys out.")
            elif key in values:
                first = self.lines[_path(where, key)]
                self._say("key-duplicate", f'"{key}" stands twice, first in line {first}.', event, "Keep one of them.")
            self.keys[-1] = key
            self.lines[_path(where, key)] = self.first_line + event.start_mark.line
            return
        absent = event.implicit[0] and event.value in {"", "~"}
        self._put(None if absent else event.value, event)

    def _put(self, value: Any, event: Any) -> str:  # noqa: ANN401
        """Put a finished value or a new collection into the open collection; return its path."""
        if not self.stack:
            self.root = value
            return ""
        values, where = self.stack[-1]
        if isinstance(values, list):
            where = f"{where}[{len(values)}]"
            self.lines[where] = self.first_line + event.start_mark.line
            values.append("" if value is None else value)
            return where
        key, self.keys[-1] = self.keys[-1], None
        if value is not None:
            values[key] = value
        return _path(where, key)

    def _say(self, rule: str, text: str, event: Any, hint: str) -> None:  # noqa: ANN401
        self.problems.append(problem(rule, text, self._place(event), hint))

    def _place(self, event: Any) -> Place:  # noqa: ANN401
        return Place(self.path, self.first_line + event.start_mark.line)


def _path(where: str, key: str | None) -> str:
    return f"{where}.{key}" if where else key or ""


# --- writing --------------------------------------------------------------------------------------


class _Root(dict[str, Any]):
    """The mapping of a whole file, which never stands on one line."""


class _Dumper(SafeDumper):
    """Writes plain values as people do: dates without quotes, short lists and mappings on one line.

    Python's own emitter rather than libyaml's: it leaves emoji readable.
    """

    def ignore_aliases(self, _data: Any) -> bool:  # noqa: ANN401 - PyYAML's signature
        """Never write an anchor: equal values are written twice."""
        return True


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in SafeDumper.yaml_implicit_resolvers.items()
}


def _is_short(values: list[Any] | tuple[Any, ...]) -> bool:
    return all(isinstance(v, str | int) for v in values) and sum(len(str(v)) + 2 for v in values) <= _FLOW_WIDTH


def _represent_list(dumper: Any, values: list[Any] | tuple[Any, ...]) -> yaml.Node:  # noqa: ANN401
    node: yaml.Node = dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=_is_short(values))
    return node


def _represent_mapping(dumper: Any, values: dict[str, Any]) -> yaml.Node:  # noqa: ANN401
    words = [word for pair in values.items() for word in pair]
    flow = _is_short(words) and not isinstance(values, _Root)
    node: yaml.Node = dumper.represent_mapping("tag:yaml.org,2002:map", values.items(), flow_style=flow)
    return node


def _represent_text(dumper: Any, text: str) -> yaml.Node:  # noqa: ANN401
    # outside double quotes a reader folds these to a space, for YAML takes them for ends of lines
    style = None if _LINE_ENDS.isdisjoint(text) else '"'
    node: yaml.Node = dumper.represent_scalar(_TEXT, text, style=style)
    return node


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(tuple, _represent_list)
_Dumper.add_representer(dict, _represent_mapping)
_Dumper.add_representer(_Root, _represent_mapping)


def write_yaml(values: Mapping[str, Any]) -> str:
    """Return a mapping as YAML in the order given: strings, booleans, integers, lists, mappings."""
    return yaml.dump(_Root(values), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**31)


def write(values: Mapping[str, Any], body: str) -> str:
    """Return a content file: front matter in the order of the format's keys, then the body.

    Canonical: equal values and body give equal text, and `read` gives back the values (as strings) and the body.
    """
    known = {key: values[key] for key in KEY_ORDER if key in values}
    front = write_yaml(known | dict(values))
    text = body.strip("\n").rstrip()
    return f"{FENCE}\n{front}{FENCE}\n" + (f"\n{text}\n" if text else "")
