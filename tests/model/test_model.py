"""The table: every value is frozen, slotted, whole at birth, and the same after a journey between processes."""

import dataclasses
import pickle
from collections.abc import Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from sitegen import digest, model

# a draft is a call that nobody has made yet: it is known by its batch's key, and travels as the page that it gives
VALUES = [
    one
    for name in model.__all__
    if dataclasses.is_dataclass(one := getattr(model, name)) and isinstance(one, type) and one is not model.Draft
]


def made(kind: Any) -> Any:
    """Make a value of a type, every field filled, the optional ones too."""
    origin, inside = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{field.name: made(hints[field.name]) for field in dataclasses.fields(kind)})
    if origin in {Union, UnionType}:
        return made(next(one for one in inside if one not in {type(None), model.Draft}))
    if origin is Literal:
        return inside[0]
    if origin is tuple:
        return (made(inside[0]),) * 2 if inside[-1] is Ellipsis else tuple(made(one) for one in inside)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {made(inside[0]): made(inside[1])}
    return {Any: "x", str: "x", bytes: b"x", int: 7, bool: True, float: 0.5}[kind]


def test_the_table_holds_all_that_the_design_names() -> None:
    names = {"Place", "Problem", "RawArticle", "Source", "Card", "Article", "Section", "Taxonomy", "Term", "Collection"}
    names |= {"Site", "Page", "Theme", "Plan", "Fingerprint", "Receipt", "Report"}
    assert names <= {one.__name__ for one in VALUES}


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_never_changes_and_takes_no_further_field(kind: Any) -> None:
    value = made(kind)
    name = dataclasses.fields(kind)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__"), f"{kind.__name__} has no slots"


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_comes_back_equal_from_another_process(kind: Any) -> None:
    value = made(kind)
    for protocol in (2, pickle.HIGHEST_PROTOCOL):
        assert pickle.loads(pickle.dumps(value, protocol)) == value


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_has_a_digest_in_which_every_field_counts(kind: Any) -> None:
    value = made(kind)
    whole = digest.of_value(value)
    assert whole == digest.of_value(made(kind))
    for field in dataclasses.fields(kind):
        other = dataclasses.replace(value, **{field.name: "something else"})
        assert digest.of_value(other) != whole, f"{kind.__name__}.{field.name} does not count"


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_holds_tuples_and_mappings_and_nothing_that_grows(kind: Any) -> None:
    for name, hint in get_type_hints(kind).items():
        kinds = {get_origin(one) or one for one in (hint, *get_args(hint))}
        assert not kinds & {list, dict, set}, f"{kind.__name__}.{name}"


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_says_what_it_is(kind: Any) -> None:
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")
