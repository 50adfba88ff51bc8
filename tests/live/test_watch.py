import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from watchdog.observers.api import BaseObserver

from sitegen.live import watch
from sitegen.live.watch import Watch, difference, scan

PATIENCE = 10.0


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("content/news/1974/a.md", "themes/own/theme.yaml", "site.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    return tmp_path


class Watching:
    """A watch whose answers are gathered in a thread of its own."""

    def __init__(self, watched: Watch) -> None:
        self.watch = watched
        self.seen: list[str] = []
        self.thread = Thread(target=self._gather, daemon=True)
        self.thread.start()

    def _gather(self) -> None:
        for changed in self.watch.changes():
            self.seen += changed

    def sees(self, *names: str) -> bool:
        end = monotonic() + PATIENCE
        while not set(names) <= set(self.seen) and monotonic() < end:
            sleep(0.01)
        return set(names) <= set(self.seen)

    def ends(self) -> bool:
        self.watch.stop()
        self.thread.join(PATIENCE)
        return not self.thread.is_alive()


@pytest.fixture(params=[False, True], ids=["told", "polling"])
def watching(site: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watching]:
    monkeypatch.setattr(watch, "POLL", 0.05)
    gathering = Watching(Watch(site, poll=request.param))
    yield gathering
    assert gathering.ends()


def test_a_scan_knows_what_a_site_is_made_from_and_nothing_else(site: Path) -> None:
    for name in (
        "content/.a.md.swp",
        "public/index.html",
        ".sitegen/lock",
        "notes.txt",
        "static/.well-known/x",
        "content/.git/y",
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("x")
    assert set(scan(site)) == {"content/news/1974/a.md", "themes/own/theme.yaml", "site.yaml", "static/.well-known/x"}


def test_a_file_that_was_replaced_by_one_of_the_same_size_and_time_is_a_change(site: Path) -> None:
    path, was = site / "site.yaml", scan(site)
    stat = path.stat()
    (site / "new").write_text("as it is!")
    os.utime(site / "new", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    (site / "new").replace(path)
    assert difference(was, scan(site)) == ("site.yaml",)


def test_what_did_not_change_is_no_difference(site: Path) -> None:
    assert difference(scan(site), scan(site)) == ()


def test_a_link_that_comes_is_a_change_and_is_not_followed(site: Path) -> None:
    was = scan(site)
    (site / "content/link").symlink_to(site / "themes")
    assert difference(was, scan(site)) == ("content/link",)


def test_an_edit_wakes(site: Path, watching: Watching) -> None:
    (site / "content/news/1974/a.md").write_text("as it is now")
    assert watching.sees("content/news/1974/a.md")


def test_a_new_file_in_a_new_folder_wakes(site: Path, watching: Watching) -> None:
    (site / "content/sea/1953").mkdir(parents=True)
    (site / "content/sea/1953/b.md").write_text("new")
    assert watching.sees("content/sea/1953/b.md")


def test_a_file_that_goes_wakes(site: Path, watching: Watching) -> None:
    (site / "content/news/1974/a.md").unlink()
    assert watching.sees("content/news/1974/a.md")


def test_a_folder_that_was_not_there_is_watched_once_it_is(site: Path, watching: Watching) -> None:
    (site / "seeds").mkdir()
    (site / "seeds/dump.txt").write_text("a dump")
    assert watching.sees("seeds/dump.txt")
    (site / "seeds/more.txt").write_text("another")
    assert watching.sees("seeds/more.txt")


def test_what_changed_before_anybody_asked_is_not_missed(site: Path) -> None:
    watched = Watch(site)
    (site / "site.yaml").write_text("changed during the first build")
    gathering = Watching(watched)
    assert gathering.sees("site.yaml")
    assert gathering.ends()


def test_what_changes_while_the_caller_works_is_in_the_next_answer(site: Path) -> None:
    watched = Watch(site)
    (site / "site.yaml").write_text("first")
    changes = watched.changes()
    assert next(changes) == ("site.yaml",)
    (site / "content/b.md").write_text("second")
    assert next(changes) == ("content/b.md",)
    watched.stop()
    assert list(changes) == []


def test_without_an_observer_it_polls_and_says_so(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: BaseObserver) -> None:
        raise OSError(24, "inotify instance limit reached")

    monkeypatch.setattr(BaseObserver, "start", refuse)
    monkeypatch.setattr(watch, "POLL", 0.05)
    said: list[str] = []
    gathering = Watching(Watch(site, say=said.append))
    (site / "content/b.md").write_text("new")
    assert gathering.sees("content/b.md")
    assert gathering.watch.is_polling
    assert said == [watch.SILENT]
    assert gathering.ends()


def test_an_observer_that_does_not_tell_is_found_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watch, "on_any_event", lambda _self, _event: None)
    monkeypatch.setattr(watch, "PATIENCE", 0.3)
    monkeypatch.setattr(watch, "POLL", 0.05)
    said: list[str] = []
    gathering = Watching(Watch(site, say=said.append))
    end = monotonic() + PATIENCE
    while not said and monotonic() < end:
        # again and again, since the first look of all asks nobody
        (site / "content/b.md").write_text(f"{monotonic()}")
        sleep(0.02)
    assert said == [watch.SILENT]
    assert gathering.watch.is_polling
    assert gathering.ends()
