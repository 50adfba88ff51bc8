"""A place as people write it."""

import pytest

from sitegen.model import Place


@pytest.mark.parametrize(
    ("place", "words"), [(Place("a.md", 4), "a.md:4"), (Place("a.md"), "a.md"), (Place("a.md", 0), "a.md")]
)
def test_a_place_reads_as_compilers_write_it(place: Place, words: str) -> None:
    assert str(place) == words
