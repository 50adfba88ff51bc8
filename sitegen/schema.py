"""The file formats as JSON Schema, from the very models that read them, so that editors complete and check."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.config import TAXONOMIES, SiteKeys
from sitegen.formats import (
    ArticleKeys,
    AuthorityKeys,
    CollectionKeys,
    PageKeys,
    SectionKeys,
    SourceKeys,
    TakedownKeys,
)
from sitegen.theme import ThemeKeys

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# format -> its model, and how a file of it is built: the keys themselves, keys under ids, or a list of keys
FORMATS: dict[str, tuple[type[Struct], str]] = {
    "site": (SiteKeys, "keys"),
    "article": (ArticleKeys, "keys"),
    "section": (SectionKeys, "keys"),
    "page": (PageKeys, "keys"),
    "collection": (CollectionKeys, "keys"),
    "theme": (ThemeKeys, "keys"),
    "authority": (AuthorityKeys, "ids"),
    "sources": (SourceKeys, "ids"),
    "takedowns": (TakedownKeys, "list"),
}
# Our reader takes every scalar as text, so that a bare 1952 is a date and `true` a headline; other readers do not.
_TEXT = {"type": ["string", "number", "boolean"]}

Schema = dict[str, Any]


def schema(which: str, taxonomies: Sequence[str] = TAXONOMIES) -> Schema:
    """Return the JSON Schema (2020-12) of a format, a key of `FORMATS`; articles have a key for each taxonomy too.

    Raises KeyError for a format that there is not.
    """
    model, built = FORMATS[which]
    # by way of JSON, so that it is what a reader of the printed schema gets: tuples among the defaults become lists
    made = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(model)))
    defined: dict[str, Schema] = {name: _widened(one) for name, one in made["$defs"].items()}
    keys = defined.pop(model.__name__)
    if which == "article":
        keys["properties"] |= {name: _names(name) for name in taxonomies}
    head: Schema = {"$schema": DIALECT, "title": keys.pop("title")}
    if built == "ids":
        head |= {"type": "object", "additionalProperties": keys}
    elif built == "list":
        head |= {"type": "array", "items": keys}
    else:
        head |= keys
    return head | ({"$defs": defined} if defined else {})


def _names(taxonomy: str) -> Schema:
    described = f"The {taxonomy} of the article: ids of content/authority/{taxonomy}.yaml, or names."
    return {"description": described, **_widened({"type": "array", "items": {"type": "string"}, "default": []})}


def _widened(found: Any) -> Any:  # noqa: ANN401 - a schema, or any part of one
    """Let text be any scalar, and a list of texts a single one, as our reader does."""
    if isinstance(found, list):
        return [_widened(one) for one in found]
    if not isinstance(found, dict):
        return found
    if found.get("type") == "array" and found.get("items") == {"type": "string"}:
        words = {key: value for key, value in found.items() if key not in {"type", "items"}}
        return words | {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]}
    made = {key: value if key == "default" else _widened(value) for key, value in found.items()}
    return made | _TEXT if found.get("type") == "string" else made
