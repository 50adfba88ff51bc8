"""What a template's values are: the type that each page carries, what a type holds, the keys of a theme's mappings."""

import dataclasses
from collections.abc import Iterable, Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sitegen.model import (
    ArticlePage,
    CollectionPage,
    CollectionsPage,
    HomePage,
    ListPage,
    NamesPage,
    NotFoundPage,
    PlainTextPage,
    RedirectPage,
    SearchPage,
    TombstonePage,
)

# each template that plan may name, and the type of what its pages carry
CARRIES: dict[str, type] = {
    "home.html": HomePage,
    "list.html": ListPage,
    "names.html": NamesPage,
    "collections.html": CollectionsPage,
    "collection.html": CollectionPage,
    "article.html": ArticlePage,
    "tombstone.html": TombstonePage,
    "page.html": PlainTextPage,
    "search.html": SearchPage,
    "not_found.html": NotFoundPage,
    "redirect.html": RedirectPage,
}
# the words of a theme that plan makes titles and headings of, beside those named after a taxonomy
PLANNED_WORDS = frozenset(
    {
        "archive",
        "collections",
        "day_unknown",
        "decade",
        "month_unknown",
        "not_found_title",
        "search",
        "undated",
        "withdrawn_title",
        "years",
        "years_span",
    }
)


@dataclasses.dataclass(frozen=True, slots=True)
class Keys:
    """The type of a mapping from known keys to texts: the theme's words, options or assets; `what` is one of them."""

    what: str
    known: frozenset[str]


# the attribute of `site` -> its keys
Own = Mapping[str, Keys]


def own_keys(words: Mapping[str, Mapping[str, str]], options: Iterable[str], assets: Iterable[str]) -> Own:
    """Return what a theme has for its templates beside a page's values; a word counts if every language has it."""
    everywhere = frozenset.intersection(*(frozenset(one) for one in words.values())) if words else frozenset()
    return {
        "words": Keys("word", everywhere),
        "options": Keys("option", frozenset(options)),
        "assets": Keys("asset", frozenset(assets)),
    }


@cache
def fields(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - types are values here, and below
    """Return the fields and properties of a value's type with their types; none for what is no dataclass."""
    if not dataclasses.is_dataclass(kind) or not isinstance(kind, type):
        return {}
    own = dict(get_type_hints(kind))
    for name in dir(kind):
        getter = getattr(getattr(kind, name), "fget", None)
        if getter and not name.startswith("_"):
            own[name] = get_type_hints(getter).get("return", Any)
    return own


def alternatives(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return the members of a union, or a type alone."""
    return list(get_args(kind)) if get_origin(kind) in {Union, UnionType} else [kind]


def is_mapping(kind: Any) -> bool:  # noqa: ANN401
    """Whether a type is a mapping with known types of its keys and values."""
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def element(kind: Any) -> Any:  # noqa: ANN401
    """Return the type of a member of a tuple or mapping's keys; Any where nothing is known."""
    for one in alternatives(kind):
        if get_origin(one) is tuple or is_mapping(one):
            return get_args(one)[0]
    return Any
