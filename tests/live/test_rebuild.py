import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from sitegen import build, lock
from sitegen.live.bulletin import Bulletin, News
from sitegen.live.rebuild import Interrupted, Interruptible, Rebuild
from sitegen.live.watch import Watch
from sitegen.model import Report
from sitegen.problems import BuildError, LockedError, SitegenError, UsageError
from sitegen.progress import Silent

ARTICLE = "---\ntitle: Light at Gull Rock\ndate: 1953-02-01\n---\nThe lamp was lit.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/sea/1953").mkdir(parents=True)
    (tmp_path / "content/sea/1953/light.md").write_text(ARTICLE)
    (tmp_path / "site.yaml").write_text("title: The Lamp\nbase_url: https://example.org/lamp\n")
    return tmp_path


@pytest.fixture
def told() -> list[Report | SitegenError]:
    return []


@pytest.fixture
def rebuild(site: Path, told: list[Report | SitegenError]) -> Rebuild:
    request = build.Request(site, site / "public", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), jobs=1, search=False)
    return Rebuild(request, Bulletin(), Silent(), told.append)


def page(site: Path) -> str:
    return (site / "public/sea/1953/light/index.html").read_text()


def test_a_first_build_publishes_and_is_told(rebuild: Rebuild, site: Path, told: list[Any]) -> None:
    rebuild.first()
    assert "The lamp was lit." in page(site)
    assert rebuild.bulletin.news == News(told[0].generation, "/lamp")


def test_a_mistake_keeps_the_last_good_pages_and_says_where(rebuild: Rebuild, site: Path, told: list[Any]) -> None:
    rebuild.first()
    revision, last = rebuild.bulletin.news.revision, page(site)
    (site / "content/sea/1953/light.md").write_text(ARTICLE.replace("title", "titel"))
    rebuild.again()
    assert page(site) == last
    assert rebuild.bulletin.news.revision == revision
    assert rebuild.bulletin.news.problems[0].startswith(
        'content/sea/1953/light.md:2: "titel" is not a front-matter key.'
    )
    assert isinstance(told[-1], BuildError)


def test_a_mended_mistake_is_forgotten(rebuild: Rebuild, site: Path) -> None:
    rebuild.first()
    revision = rebuild.bulletin.news.revision
    (site / "site.yaml").write_text("titel: x\n")
    rebuild.again()
    (site / "site.yaml").write_text("title: The Lamp\nbase_url: https://example.org/lamp\n")
    rebuild.again()
    assert rebuild.bulletin.news == News(revision, "/lamp")


def test_a_first_build_that_fails_is_told_and_nothing_stands(rebuild: Rebuild, site: Path, told: list[Any]) -> None:
    (site / "site.yaml").write_text("titel: x\n")
    rebuild.first()
    assert isinstance(told[0], UsageError)
    assert rebuild.bulletin.news.revision == ""
    assert rebuild.bulletin.news.problems
    assert not (site / "public").exists()


def test_a_first_build_of_a_locked_site_is_not_tried(rebuild: Rebuild, site: Path) -> None:
    with lock.hold(site / ".sitegen/lock", 0), pytest.raises(LockedError):
        rebuild.first()


def test_each_change_is_built_until_the_watch_ends(
    rebuild: Rebuild, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edits(_self: Watch) -> Iterator[tuple[str, ...]]:
        for words in ("The lamp was blown out.", "The lamp was lit again."):
            (site / "content/sea/1953/light.md").write_text(ARTICLE.replace("The lamp was lit.", words))
            yield ("content/sea/1953/light.md",)
            assert words in page(site)

    monkeypatch.setattr(Watch, "changes", edits)
    rebuild.first()
    first = rebuild.bulletin.news.revision
    rebuild.keep_up(Watch(site))
    assert "The lamp was lit again." in page(site)
    assert rebuild.bulletin.news.revision != first


@pytest.fixture
def looks() -> list[bool]:
    return []


@pytest.fixture
def searching(rebuild: Rebuild, site: Path, looks: list[bool]) -> Rebuild:
    """A rebuild with search; whether there was an index is noted at each build."""

    def look(_made: Report | SitegenError) -> None:
        looks.append((site / "public/search/shards.json").exists())

    return replace(rebuild, request=replace(rebuild.request, search=True), report=look)


def test_the_first_pages_do_not_wait_for_the_first_index(
    searching: Rebuild, site: Path, looks: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watch, "changes", lambda _self: iter(()))
    searching.first()
    without = searching.bulletin.news.revision
    searching.keep_up(Watch(site))
    assert looks == [False, True]
    assert searching.bulletin.news.revision != without


def test_an_index_that_is_there_is_never_taken_away(
    searching: Rebuild, site: Path, looks: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watch, "changes", lambda _self: iter([("site.yaml",)]))
    build.build(searching.request, Silent())
    searching.first()
    searching.keep_up(Watch(site))
    assert looks == [True, True]


def test_an_index_that_fails_leaves_the_pages_and_is_told(
    rebuild: Rebuild, site: Path, told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.search.pagefind.executable", lambda: "/nowhere/pagefind")
    searching = replace(rebuild, request=replace(rebuild.request, search=True))
    searching.first()
    searching.again()
    assert isinstance(told[-1], BuildError)
    assert searching.bulletin.news.problems
    assert "The lamp was lit." in page(site)


def test_a_build_is_left_at_its_next_step_once_nobody_waits(rebuild: Rebuild, site: Path) -> None:
    stopped = Event()
    stoppable = replace(rebuild, progress=Interruptible(Silent(), stopped))
    stoppable.first()
    last = page(site)
    (site / "content/sea/1953/light.md").write_text(ARTICLE.replace("lit", "out"))
    stopped.set()
    with pytest.raises(Interrupted):
        stoppable.again()
    assert page(site) == last
    rebuild.first()  # and the lock is free


def test_an_interrupted_index_ends_the_builder_in_silence(rebuild: Rebuild, site: Path, told: list[Any]) -> None:
    stopped = Event()
    stoppable = replace(
        rebuild, request=replace(rebuild.request, search=True), progress=Interruptible(Silent(), stopped)
    )
    stoppable.first()
    stopped.set()
    stoppable.keep_up(Watch(site))
    assert len(told) == 1


def test_what_goes_on_is_passed_on() -> None:
    heard: list[object] = []

    class Hearing:
        def stage(self, name: str, total: int = 0) -> None:
            heard.append((name, total))

        def step(self, count: int = 1) -> None:
            heard.append(count)

        def close(self) -> None:
            heard.append("closed")

    passing = Interruptible(Hearing(), Event())
    passing.stage("render", 3)
    passing.step(2)
    passing.close()
    assert heard == [("render", 3), 2, "closed"]
