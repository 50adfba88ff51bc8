"""Claims about which importer knows a file."""

import re
from pathlib import Path

import pytest

from sitegen.intake import importers
from sitegen.intake.members import Member, Reading
from sitegen.problems import UsageError, sentence


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.text"])
def test_text_is_known_by_its_name(name: str) -> None:
    found = importers.for_member(Member(name, b""))
    assert found is not None
    assert found.NAME == "text/2"


def test_other_files_are_known_by_none() -> None:
    assert importers.for_member(Member("page.xyz", b"")) is None


def test_an_importer_is_forced_by_its_name_and_a_wrong_one_names_the_nearest() -> None:
    assert importers.named("text").NAME == "text/2"
    with pytest.raises(UsageError) as caught:
        importers.named("txet")
    assert [sentence(one) for one in caught.value.problems] == ['"txet" is not an importer. Did you mean "text"?']


def test_an_importer_that_fails_at_a_look_does_not_know_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        NAME = "broken/1"

        def knows(self, member: Member) -> bool:  # noqa: ARG002 - as importers are
            raise RecursionError

        def read(self, member: Member) -> Reading:  # noqa: ARG002 - likewise
            raise AssertionError

    monkeypatch.setattr(importers, "IMPORTERS", (Broken(),))
    assert importers.for_member(Member("a.txt", b"")) is None


def test_what_importers_write_into_extra_stands_in_the_papers() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(importers.__file__).parent.rglob("*.py"))
    written = {key for block in re.findall(r'"extra": \{([^{}]*)\}', source) for key in re.findall(r'"(\w+)":', block)}
    paper = (Path(importers.__file__).parents[3] / "docs/intake.md").read_text("utf-8").partition("into `extra`")[2]
    assert len(written) > 10
    assert {key for key in written if f"`{key}`" not in paper} == set()
