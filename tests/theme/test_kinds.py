"""What a type holds, as templates see it."""

from collections.abc import Mapping
from typing import Any

import pytest

from sitegen import theme
from sitegen.model import ArticlePage, Card, Edtf, Link
from sitegen.theme.kinds import CARRIES, alternatives, element, fields, is_mapping


def test_the_fields_of_a_page_are_its_own_with_their_types() -> None:
    assert fields(ArticlePage)["related"] == tuple[Card, ...]
    assert fields(Card)["date"] == Edtf | None
    assert fields(str) == {} == fields(Any)


def test_the_members_of_a_union_are_its_alternatives() -> None:
    assert alternatives(Edtf | None) == [Edtf, type(None)]
    assert alternatives(Card) == [Card]


@pytest.mark.parametrize(
    ("kind", "member"),
    [
        (tuple[Card, ...], Card),
        (tuple[Card, ...] | None, Card),
        (tuple[tuple[str, tuple[Link, ...]], ...], tuple[str, tuple[Link, ...]]),
        (Mapping[str, Link], str),
        (str, Any),
    ],
)
def test_an_element_is_what_a_loop_over_it_gives(kind: Any, member: Any) -> None:
    assert element(kind) == member


def test_a_mapping_is_known_by_its_type() -> None:
    assert is_mapping(Mapping[str, str])
    assert not is_mapping(tuple[str, ...])
    assert not is_mapping(Card)


def test_every_template_of_a_page_is_in_the_packaged_theme() -> None:
    folder = theme.PACKAGED / "standard/templates"
    assert {name for name in CARRIES if not (folder / name).is_file()} == set()
