"""Where an article came from, as its front matter says it: one place, and the others in which it was found too."""

import re
from collections.abc import Mapping
from typing import Any

_ORIGIN = ("seed", "sha256", "start", "end", "importer")
_DIGITS = re.compile("[0-9]{1,18}")


def joined(kept: object, gone: object) -> dict[str, Any]:
    """Return the provenance of an article that was found a second time; empty if that says nothing new.

    Both are what front matter holds under `provenance`, read as text; numbers become numbers again.
    """
    own, other = _mapping(kept), _mapping(gone)
    found = [*also(own), *_origins([other]), *also(other)]
    first = _origins([own])
    further = [one for at, one in enumerate(found) if one not in first and one not in found[:at]]
    return {**_numbered(own), "also": further} if further != also(own) else {}


def of_both(kept: Mapping[str, Any], gone: Mapping[str, Any]) -> dict[str, Any]:
    """Return what front matter says anew of an article that was found a second time: both places, all old addresses.

    Both are the values of front matter as it is read; empty if the second says nothing new.
    """
    found = joined(kept.get("provenance"), gone.get("provenance"))
    old = _listed(kept.get("aliases"))
    aliases = list(dict.fromkeys([*old, *_listed(gone.get("aliases"))]))
    return {**({"provenance": found} if found else {}), **({"aliases": aliases} if aliases != old else {})}


def _listed(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value] if isinstance(value, list) else []


def also(said: object) -> list[dict[str, Any]]:
    """Return the other places in which a provenance, as it was read, says that its article was found."""
    return _origins(_mapping(said).get("also"))


def _mapping(said: object) -> dict[str, Any]:
    return dict(said) if isinstance(said, dict) else {}


def _origins(found: object) -> list[dict[str, Any]]:
    members = found if isinstance(found, list) else []
    plain = [{key: one[key] for key in _ORIGIN if key in one} for one in members if isinstance(one, dict)]
    return [_numbered(one) for one in plain if one.get("seed")]


def _numbered(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a provenance with its numbers as numbers, as import writes them; a file is read as text."""
    return {key: _numbered(one) if isinstance(one, dict) else _number(key, one) for key, one in said.items()}


def _number(key: str, value: Any) -> Any:  # noqa: ANN401 - a value of the front matter
    counted = key not in _ORIGIN or key in {"start", "end"}
    return int(value) if counted and isinstance(value, str) and _DIGITS.fullmatch(value) else value
