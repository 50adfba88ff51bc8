"""The JSON-LD of a page: what its publisher states of the article, read also where the JSON is broken."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from sitegen.intake.pages.segments import Element

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|Interview)$|^CreativeWork$|^Opinion")
_MAX_CHARS, _MAX_DEPTH, _MAX_PARTS = 2_000_000, 12, 500
_COMMENT = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)\s*;?\s*$"
)
_TRAILING = re.compile(r",(\s*[}\]])")
_CONTROL = re.compile(r"[\x00-\x1f]")


def nodes(root: Element) -> list[dict[str, Any]]:
    """Return every node of a page's JSON-LD in order; nested ones follow the one that holds them."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < _MAX_CHARS:
            found += _flat(parse(script.text), 0)
    return found[:_MAX_PARTS]


def parse(text: str) -> Any:  # noqa: ANN401 - plain values of any shape
    """Return JSON as plain values, mended where line ends, comments or commas broke it; None where it is none."""
    bare = _COMMENT.sub("", text).strip().rstrip(";")
    for mend in (_same, _one_line, _without_trailing):
        bare = mend(bare)
        try:
            return msgspec.json.decode(bare.encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError, ValueError):
            continue
    return None


def _same(text: str) -> str:
    return text


def _one_line(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _without_trailing(text: str) -> str:
    return _TRAILING.sub(r"\1", text)


def _flat(value: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value[:_MAX_PARTS]:
            yield from _flat(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"):
            if isinstance(value.get(key), list | dict):
                yield from _flat(value[key], depth + 1)


def types(node: dict[str, Any]) -> list[str]:
    """Return the names of a node's types, without the vocabulary's address."""
    said = node.get("@type")
    many = said if isinstance(said, list) else [said]
    return [re.split(r"[/#:]", one)[-1] for one in many if isinstance(one, str)]


def article_of(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the node of the page's article, an empty one where there is none."""
    articles = [node for node in found if any(_ARTICLE.search(name) for name in types(node))]
    told = [node for node in articles if node.get("headline") or node.get("articleBody")]
    return (told or articles or [{}])[0]
