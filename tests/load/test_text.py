"""Bytes of a content file: size and encoding are judged before any parser, each with its place."""

from pathlib import Path

import pytest

from sitegen.load import text
from sitegen.problems import BuildError, sentence

GOOD = b"---\ntitle: A\n---\n\nText.\n"


def put(root: Path, data: bytes, path: str = "content/news/a.md") -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)
    return root


def refused(root: Path, limit: int = 1000) -> list[str]:
    with pytest.raises(BuildError) as caught:
        text.document(root, "content/news/a.md", limit)
    return [sentence(one) for one in caught.value.problems]


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    for data in (GOOD, b"\xef\xbb\xbf" + GOOD):
        document = text.document(put(tmp_path, data), "content/news/a.md", 1000)
        assert (document.values, document.body, document.path) == ({"title": "A"}, "Text.", "content/news/a.md")


def test_a_file_at_the_limit_is_read_and_one_above_is_not(tmp_path: Path) -> None:
    put(tmp_path, GOOD)
    assert text.document(tmp_path, "content/news/a.md", len(GOOD)).body == "Text."
    assert refused(tmp_path, len(GOOD) - 1) == [
        "content/news/a.md: This file has 24 bytes; 23 are the limit. Part it, or raise `limits` in site.yaml."
    ]


def test_what_is_not_utf8_is_told_by_line(tmp_path: Path) -> None:
    assert refused(put(tmp_path, b"---\ntitle: A\n---\n\nCaf\xe9\n")) == [
        "content/news/a.md:5: This is not UTF-8. Save the file as UTF-8."
    ]


def test_what_the_system_refuses_is_a_mistake_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "content/news/a.md").mkdir(parents=True)
    assert refused(tmp_path) == [
        "content/news/a.md: Is a directory. A folder stands where a file should; move it away."
    ]


def test_a_list_or_mapping_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert text.mapping(tmp_path, "content/sources.yaml").values == {}
    assert text.listing(tmp_path, "content/takedowns.yaml")[1] == []
    put(tmp_path, b"# nothing yet\n", "content/takedowns.yaml")
    assert text.listing(tmp_path, "content/takedowns.yaml")[1] == []


def test_a_list_where_a_mapping_belongs_is_refused_and_the_other_way_round(tmp_path: Path) -> None:
    put(tmp_path, b"- a\n", "content/sources.yaml")
    put(tmp_path, b"a: b\n", "content/takedowns.yaml")
    with pytest.raises(BuildError) as caught:
        text.mapping(tmp_path, "content/sources.yaml")
    assert "A mapping is wanted here." in caught.value.problems[0].text
    with pytest.raises(BuildError) as caught:
        text.listing(tmp_path, "content/takedowns.yaml")
    assert "A list is wanted here." in caught.value.problems[0].text
