"""Claims about documents that kill or hang the process that reads them."""

import os
import sys
import time

import pytest

from sitegen.intake import apart, importers
from sitegen.intake.bounds import Bounds
from sitegen.intake.members import Member, Reading
from sitegen.intake.reading import Document, Understood
from sitegen.model import RawArticle

from .shared import said

LONG = Bounds(20)


class Deadly:
    """An importer that dies, sleeps or grows as a document bids."""

    NAME = "deadly/1"

    def knows(self, member: Member) -> bool:  # noqa: ARG002 - as importers are
        return True

    def read(self, member: Member) -> Reading:
        if member.data == b"die":
            os._exit(9)
        if member.data == b"sleep":
            time.sleep(30)
        if member.data == b"grow":
            return Reading((RawArticle(member.name, (), 0, 1, body="x" * len(bytearray(400_000_000))),))
        return Reading((RawArticle(member.name, (), 0, 1, body="It was so."),))


def outcomes(words: list[bytes], jobs: int, monkeypatch: pytest.MonkeyPatch, bounds: Bounds = LONG) -> list[str]:
    monkeypatch.setattr(importers, "IMPORTERS", (Deadly(),))
    documents = [Document("p", Member(f"p!/{number}", data), "0" * 64, "deadly") for number, data in enumerate(words)]
    found = apart.read(documents, jobs, bounds)
    return [one.titles[0] if isinstance(one, Understood) else said(one)[0] for one in found]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_kills_its_reader_is_one_reject(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = outcomes([b"a", b"die", b"c", b"d", b"die"], jobs, monkeypatch)
    deadly = "The process that read this document died, or had to be ended."
    assert [one.partition(": ")[2].startswith(deadly) for one in found] == [False, True, False, False, True]
    assert [found[0], found[2], found[3]] == ["p!/0", "p!/2", "p!/3"]


def test_a_document_that_takes_too_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    found = outcomes([b"sleep", b"b"], 1, monkeypatch, Bounds(0.2))
    assert found[0].startswith("p!/0: Reading this document took more than 0 seconds.")
    assert found[1] == "p!/1"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts what a process takes")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_takes_too_much_memory_is_one_reject(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = outcomes([b"a", b"grow", b"c"], jobs, monkeypatch, Bounds(20, memory=200_000_000))
    assert found[1].startswith("p!/1: Reading this document takes more memory than one document may have.")
    assert [found[0], found[2]] == ["p!/0", "p!/2"]
