"""Claims about which importer knows a file."""

import pytest

from sitegen.intake import importers


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.text"])
def test_text_is_known_by_its_name(name: str) -> None:
    found = importers.for_file(name)
    assert found is not None
    assert found.NAME == "text/1"


def test_other_files_are_known_by_none() -> None:
    assert importers.for_file("page.pdf") is None
