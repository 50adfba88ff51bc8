"""JSON and JSON Lines as tables: a list of records, or a record a line."""

import json as standard
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.intake import encodings, json
from sitegen.intake.importers.table.rows import MAX_ROWS, Row, Rows, told
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

_HEAD = 4096
_LIST = re.compile(rb"\A[\s\xef\xbb\xbf]*\[\s*\{")
_LINE = re.compile(rb"\A[\s\xef\xbb\xbf]*\{[^\n]*\}[ \t\r]*(?:\n[ \t\r]*\{|\n?\Z)")
_INSIDE = re.compile(rb"\A[\s\xef\xbb\xbf]*\{\s*\"(?:articles|items|data|results|records|docs|posts|rows)\"\s*:\s*\[")


def knows(data: bytes) -> bool:
    """Whether JSON is a list of records, or a record a line."""
    head = data[: 1 << 20]
    return bool(_LIST.match(head) or _INSIDE.match(head) or _LINE.match(head))


def read(member: Member) -> Rows:
    """Read records. Raises BuildError where there are none."""
    head = member.data[:_HEAD]
    if _LIST.match(head) or _INSIDE.match(head):
        whole = json.parse(member.data, member.name)
        listed = whole if isinstance(whole, list) else next(iter(json.mapping(whole).values()), [])
        records = [(number, one, None) for number, one in enumerate(json.members(listed), 1)]
        return _table(member, records, [])
    broken: list[int] = []
    return _table(member, list(_lines(member, broken)), broken)


def _lines(member: Member, broken: list[int]) -> Iterator[tuple[int, Any, tuple[int, int]]]:
    mark = encodings.find(member.data).mark
    at = mark
    for number, line in enumerate(member.data[mark:].split(b"\n"), 1):
        if line.strip():
            try:
                yield number, json.parse(line, member.name), (at, at + len(line))
            except BuildError:
                broken.append(number)
        at += len(line) + 1


def _table(member: Member, records: Iterable[tuple[int, Any, tuple[int, int] | None]], broken: list[int]) -> Rows:
    columns: dict[str, None] = {}
    kept = [(number, one, span) for number, one, span in records if isinstance(one, dict)][:MAX_ROWS]
    for _, one, _ in kept:
        columns |= dict.fromkeys(one)
    if not kept:
        said = "This JSON holds no records that could be rows of a table."
        hint = "Write a list of objects with a title and a text, or one such object a line."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)])
    header = tuple(columns)
    rows = tuple(Row(number, tuple(_cell(one, key) for key in header), span) for number, one, span in kept)
    return Rows(header, rows, tuple(_broken(member, broken)))


def _cell(one: Mapping[str, Any], key: str) -> str:
    value = one.get(key)
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        names = [found if isinstance(found, str) else json.words(json.mapping(found).get("name")) for found in value]
        between = "\n\n" if any(len(name) > _LONG_NAME for name in names) else "; "
        return between.join(name for name in names if name)
    if isinstance(value, dict):
        return json.words(value.get("name")) or standard.dumps(value, ensure_ascii=False)
    return json.words(value)


_LONG_NAME = 100  # a list of such texts is a list of paragraphs


def _broken(member: Member, numbers: list[int]) -> Iterator[Problem]:
    if numbers:
        shown = told(numbers)
        said = f"{len(numbers):,} lines are no JSON and were not read: line {shown}."
        yield problem("row-unreadable", said, Place(member.name, numbers[0]), "See whether the file is whole.")
