"""Claims about hostile and broken JSON."""

import pytest

from sitegen.intake import json
from sitegen.problems import BuildError


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"9" * 5000, b"NaN", b'{"a": 1,}'])
def test_what_cannot_be_read_is_a_problem(data: bytes) -> None:
    with pytest.raises(BuildError) as caught:
        json.parse(data, "a.json")
    assert caught.value.problems[0].rule == "document-unreadable"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found_by_its_mark(codec: str) -> None:
    assert json.parse('{"a": "é"}'.encode(codec), "a.json") == {"a": "é"}


def test_values_are_read_as_they_are_meant() -> None:
    assert [json.words(one) for one in (" a  b ", 3, True, None, [1])] == ["a b", "3", "", "", ""]
    assert json.members(None) == []
    assert json.members("a") == ["a"]
    assert json.mapping([]) == {}
