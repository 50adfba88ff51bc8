"""Claims about documents that kill or hang the process that reads them."""

import os
import time

import pytest

from sitegen.intake import apart, importers
from sitegen.intake.members import Member, Reading
from sitegen.intake.reading import Document, Understood
from sitegen.model import RawArticle

from .shared import said


class Deadly:
    """An importer that dies, hangs or sleeps as a document bids."""

    NAME = "deadly/1"

    def knows(self, member: Member) -> bool:  # noqa: ARG002 - as importers are
        return True

    def read(self, member: Member) -> Reading:
        if member.data == b"die":
            os._exit(9)
        if member.data == b"sleep":
            time.sleep(30)
        return Reading((RawArticle(member.name, (), 0, 1, body="It was so."),))


def outcomes(words: list[bytes], jobs: int, monkeypatch: pytest.MonkeyPatch, seconds: float = 20) -> list[str]:
    monkeypatch.setattr(importers, "IMPORTERS", (Deadly(),))
    documents = [Document("p", Member(f"p!/{number}", data), "0" * 64, "deadly") for number, data in enumerate(words)]
    found = apart.read(documents, jobs, seconds)
    return [one.titles[0] if isinstance(one, Understood) else said(one)[0] for one in found]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_kills_its_reader_is_one_reject(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = outcomes([b"a", b"die", b"c", b"d", b"die"], jobs, monkeypatch)
    deadly = "The process that read this document died, or had to be ended."
    assert [one.partition(": ")[2].startswith(deadly) for one in found] == [False, True, False, False, True]
    assert [found[0], found[2], found[3]] == ["p!/0", "p!/2", "p!/3"]


def test_a_document_that_takes_too_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    found = outcomes([b"sleep", b"b"], 1, monkeypatch, seconds=0.2)
    assert found[0].startswith("p!/0: Reading this document took more than 0 seconds.")
    assert found[1] == "p!/1"
