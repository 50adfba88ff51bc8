"""Claims about lines and the bytes they stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.intake import encodings, lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_lines_know_their_bytes_whatever_encoding_and_line_end(end: str, codec: str) -> None:
    data = end.join(["Über", "", "  one two\t", "三 three"]).encode(codec)
    read = lines.read(data)
    assert [line.text for line in read.lines] == ["Über", "", "one two", "三 three"]
    for line in read.lines:
        assert data[line.start : line.end].decode(read.encoding.codec) == line.text
    assert read.lines[0].first == read.encoding.mark
    assert read.lines[-1].stop == len(data)


@given(st.binary(max_size=300))
def test_lines_cover_all_bytes_without_a_gap(data: bytes) -> None:
    read = lines.read(data)
    at = read.encoding.mark
    for line in read.lines:
        assert line.first == at
        assert line.first <= line.start <= line.end <= line.stop
        at = line.stop
    # half a unit of UTF-16 at the end is no line
    assert read.size - at <= 1


def test_bytes_that_are_no_letters_are_marked_and_told_of() -> None:
    read = lines.read(b"\xef\xbb\xbfone\ntw\xffo\n")
    assert [line.text for line in read.lines] == ["one", "tw\ufffdo"]
    assert read.damaged == (2,)


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (b"plain text\twith a tab\r\n\f", False),
        (b"text\x00more", True),
        (bytes(range(32)) * 4, True),
        ("a text".encode("utf-16"), False),
        ("a\0b".encode("utf-16"), True),
        (b"\x00\x01\x02\xff" * 50, True),
    ],
)
def test_binary_data_are_known(data: bytes, binary: bool) -> None:  # noqa: FBT001
    assert lines.is_binary(data, encodings.find(data)) is binary


def test_a_page_break_is_seen_before_a_line() -> None:
    assert [line.page_break for line in lines.read(b"one\n\ftwo\n").lines] == [False, True]
