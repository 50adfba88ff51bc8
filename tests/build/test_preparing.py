"""What is settled before a build: one mark for everything that can change what is published."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import files
from sitegen.build import Request, Stages, before, prepare, read, settle
from sitegen.problems import BuildError
from sitegen.progress import Silent

CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "about.md").write_text("---\ntitle: About\n---\n\nWords.\n")
    return Request(tmp_path, tmp_path / "public", CLOCK, jobs=1, search=False)


def mark(request: Request) -> str:
    return settle(request, Stages(Silent())).mark


CHANGES: dict[str, Callable[[Request], Request]] = {
    "base URL": lambda one: replace(one, base_url="https://example.org"),
    "host": lambda one: replace(one, environment={"SITEGEN_BASE_URL": "https://example.org/x"}),
    "drafts": lambda one: replace(one, drafts=True),
    "search": lambda one: replace(one, search=True),
    "output": lambda one: replace(one, out=one.root / "other"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_asked_for_in_another_way_has_another_mark(request_: Request, change: str) -> None:
    assert mark(CHANGES[change](request_)) != mark(request_)


@pytest.mark.parametrize("name", ["content/about.md", "static/x.txt", "site.yaml", "themes/own/theme.yaml"])
def test_whatever_file_is_other_has_another_mark(request_: Request, name: str) -> None:
    before = mark(request_)
    path = request_.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("title: Other\n")
    assert mark(request_) != before


def test_neither_the_number_of_processes_nor_the_hour_has_another_mark(request_: Request) -> None:
    other = replace(request_, jobs=2, clock=dt.datetime(2027, 1, 1, tzinfo=dt.UTC), wait=3.0, strict=True)
    assert mark(other) == mark(request_)


def test_two_pages_at_one_address_stop_the_build_before_any_is_made(request_: Request) -> None:
    (request_.root / "static" / "about").mkdir(parents=True)
    (request_.root / "static" / "about" / "index.html").write_text("x")
    timed = Stages(Silent())
    settled, was = settle(request_, timed), before(request_, files.survey(request_.out))
    judged = read(request_, settled, timed)
    with pytest.raises(BuildError) as caught:
        prepare(request_, settled, judged, was, timed)
    assert [one.rule for one in caught.value.problems] == ["address-collision"]
