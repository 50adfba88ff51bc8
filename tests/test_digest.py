"""Digests: equal values, equal digests, whatever their history; different values, different ones."""

import hashlib
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import digest
from sitegen.model import Card, Edtf

VALUES = st.recursive(st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(), st.lists, max_leaves=8)


@given(st.dictionaries(st.text(), VALUES))
def test_the_order_in_which_a_mapping_was_filled_does_not_count(values: dict[str, object]) -> None:
    assert digest.of_value(dict(reversed(values.items()))) == digest.of_value(values)


@given(VALUES, VALUES)
def test_different_values_have_different_digests(one: object, other: object) -> None:
    assert (digest.of_value(one) == digest.of_value(other)) == (repr(one) == repr(other))


def test_every_field_of_a_card_counts() -> None:
    day = Edtf("2024-01-21", "2024-01-21", "2024-01-21", "day")
    cards = [
        Card("a", "/a/", "A", "en", "news", day),
        Card("a", "/a/", "B", "en", "news", day),
        Card("a", "/a/", "A", "en", "news"),
        Card("a", "/a/", "A", "en", "news", day, summary="S"),
    ]
    assert len({digest.of_value(one) for one in cards}) == len(cards)


@dataclass(frozen=True, slots=True)
class Tagged:
    names: Mapping[str, tuple[str, ...]]


def test_a_set_in_a_value_does_not_bring_in_this_process() -> None:
    code = "from sitegen import digest; print(digest.of_value(['x', frozenset('abcdefgh')]))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_mappings_inside_frozen_values_are_taken_by_content() -> None:
    assert digest.of_value(Tagged({"a": ("x",), "b": ()})) == digest.of_value(Tagged({"b": (), "a": ("x",)}))


def test_bytes_have_a_short_digest_and_the_worlds_own() -> None:
    assert digest.of_bytes(b"") != digest.of_bytes(b"\0")
    assert len(digest.of_bytes(b"abc")) == 32
    assert digest.sha256_of(b"abc") == hashlib.sha256(b"abc").hexdigest()


@given(st.text(), st.integers(0, 9))
def test_a_short_id_is_eight_signs_that_nobody_mistakes(text: str, salt: int) -> None:
    made = digest.short_id(text, salt)
    assert len(made) == 8
    assert not set(made) - set("23456789abcdefghjkmnpqrstvwxyz")


def test_a_short_id_depends_on_text_and_salt_alone() -> None:
    assert digest.short_id("content/news/2024/a.md") == digest.short_id("content/news/2024/a.md")
    assert len({digest.short_id("a"), digest.short_id("b"), digest.short_id("a", 1), digest.short_id("a", 2)}) == 4


def test_a_value_that_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError):
        digest.of_value(object())


@dataclass(frozen=True, slots=True)
class Shared:
    """A value that many share."""

    words: str


def test_a_shared_value_is_marked_once_and_an_equal_one_has_the_same_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[object] = []
    real = digest.mark

    def noted(value: object) -> bytes:
        taken.append(value)
        return real(value)

    monkeypatch.setattr(digest, "mark", noted)
    marks, one, other = digest.Marks({Shared}), Shared("x"), Shared("x")
    assert marks(one) == marks(one) == marks(other) == real(one)
    assert len(taken) == 2
    assert marks("x") == marks("x") == real("x")
    assert len(taken) == 4


def test_short_marks_stand_in_a_row_and_come_back_from_it() -> None:
    found = {digest.short_mark(text) for text in ("/a/", "/b/", "/ب/")}
    assert digest.short_marks(b"".join(sorted(found))) == found
    assert digest.short_marks(b"") == set()
