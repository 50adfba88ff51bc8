"""Claims about what a container may unpack."""

import io

import pytest

from sitegen.intake.containers import allowance
from sitegen.intake.containers.allowance import Allowance, Counted, TooMuch


def test_a_document_beyond_the_limit_is_none_and_all_bytes_count() -> None:
    left = Allowance(single=10, total=30)
    assert allowance.whole(io.BytesIO(b"0123456789"), left) == b"0123456789"
    assert allowance.whole(io.BytesIO(b"0123456789a"), left) is None
    with pytest.raises(TooMuch):
        allowance.whole(io.BytesIO(b"0123456789"), left)


def test_a_stream_and_the_number_of_documents_are_counted() -> None:
    left = Allowance(single=10, total=3, members=1)
    stream = Counted(io.BytesIO(b"abcdef"), left)
    assert stream.read(2) == b"ab"
    with pytest.raises(TooMuch):
        stream.read(2)
    left.give()
    with pytest.raises(TooMuch):
        left.give()


def test_a_small_container_may_unpack_to_more_than_its_share() -> None:
    assert allowance.for_size(1, 10).total == allowance.FLOOR
    assert allowance.for_size(10 << 20, 10).total == (10 << 20) * allowance.RATIO
