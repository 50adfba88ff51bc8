"""Claims about which files are containers."""

import pytest

from sitegen.intake import containers


@pytest.mark.parametrize(
    ("name", "head"),
    [("a.docx", b"PK\x03\x04"), ("a.xlsx", b"PK\x03\x04"), ("a.txt", b"From the quay\nword: x"), ("a.html", b"<html>")],
)
def test_documents_are_none(name: str, head: bytes) -> None:
    assert containers.of(name, head) is None


def test_a_kind_is_its_suffix() -> None:
    assert (containers.kind_of("a/B.PNG"), containers.kind_of("a/Makefile")) == (".png", "without suffix")
