"""What a document states of itself as front-matter values, as far as front matter can hold them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from sitegen import dates, frontmatter, urls
from sitegen.formats import ArticleKeys

# what import settles itself, from the article's own fields and the pile
_NOT_STATED = frozenset(("id", "title", "date", "date_basis", "date_evidence", "provenance", "added", "section"))
_STAYS = frozenset(("title", "extra"))
# half of what a build reads: what is written as YAML needs room for its marks
MAX_FRONT = frontmatter.MAX_BYTES // 2
# words of other systems for what is not for everybody to see yet
_DRAFTS = frozenset(("draft", "pending", "auto-draft", "future", "inherit"))
_PRIVATE = frozenset(("private", "trash", "hidden"))


def fitting(values: Mapping[str, Any], taxonomies: Iterable[str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the values that front matter takes, and the keys of those that it does not.

    One value that a build would refuse must not stop the build of an archive.
    """
    terms = set(taxonomies)
    kept: dict[str, Any] = {}
    refused = []
    for key, value in values.items():
        if key in _NOT_STATED or value in (None, "", (), [], {}):
            continue
        good = _names(value) if key in terms else _typed(key, value)
        if good:
            kept[key] = good
        else:
            refused.append(key)
    return kept, tuple(refused)


def in_bounds(values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return front matter without its longest values, where all were more than a build reads, and the names of those.

    The title stays; of `extra`, single values go.
    """
    extra = {f"extra.{key}": one for key, one in (values.get("extra") or {}).items()}
    sizes = {key: len(msgspec.json.encode(one)) for key, one in {**values, **extra}.items() if key not in _STAYS}
    total = len(msgspec.json.encode(values))
    dropped: list[str] = []
    for key in sorted(sizes, key=lambda key: (-sizes[key], key)):
        if total <= MAX_FRONT:
            break
        dropped.append(key)
        total -= sizes[key] + len(key)
    if not dropped:
        return dict(values), ()
    kept = {key: one for key, one in values.items() if key not in dropped and key != "extra"}
    further = {key.removeprefix("extra."): one for key, one in extra.items() if key not in dropped}
    return {**kept, "extra": further}, tuple(dropped)


def _names(value: object) -> list[str]:
    names = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    return list(dict.fromkeys(" ".join(name.split()) for name in names if isinstance(name, str) and name.strip()))


def _typed(key: str, value: Any) -> Any:  # noqa: ANN401 - a value of any key
    """Return a value as its key has it, None if the key is none of front matter's or does not take it."""
    if key not in ArticleKeys.__struct_fields__:
        return None
    if key == "status":
        value = _status(value)
    plain = msgspec.to_builtins(value)
    try:
        msgspec.convert({key: plain}, ArticleKeys, strict=False)
    except msgspec.ValidationError:
        return None
    return _FURTHER[key](plain) if key in _FURTHER else plain


def _status(value: object) -> str:
    word = str(value).casefold()
    return "review" if word in _DRAFTS else "withheld" if word in _PRIVATE else word


def _addresses(found: Any) -> list[str]:  # noqa: ANN401 - what `_typed` has looked at
    return [one for one in found if urls.is_local(one)]


def _day(found: str) -> str:
    try:
        return dt.date.fromisoformat(found[:10]).isoformat()
    except ValueError:
        return ""


def _corrections(found: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{**one, "date": _day(one["date"])} for one in found if _day(one["date"])]


def _embargo(found: str) -> str:
    return found if dates.moment(found) else ""


_FURTHER: Mapping[str, Callable[[Any], Any]] = {
    "aliases": _addresses,
    "updated": _day,
    "corrections": _corrections,
    "embargo": _embargo,
}
