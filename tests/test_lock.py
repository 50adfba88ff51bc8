"""The lock: one at a time, by name, and what a killed holder leaves is no hindrance."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen import files, lock
from sitegen.problems import LockedError, sentence


def test_a_second_lock_is_refused_and_names_the_first(tmp_path: Path) -> None:
    path = tmp_path / "state/lock"
    with lock.hold(path, 0), pytest.raises(LockedError) as caught, lock.hold(path, 0):
        pass
    assert sentence(caught.value.problems[0]) == (
        f"{path}: Another sitegen (process {os.getpid()}) is at work here. "
        "Wait until it is done, or give --wait SECONDS."
    )
    path.write_text("what a killed holder left, longer than a number")
    with lock.hold(path, 0):
        assert path.read_text() == f"{os.getpid()}\n"


def test_a_lock_is_let_go_when_its_holder_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock.hold(tmp_path / "lock", 0):
        raise ZeroDivisionError
    with lock.hold(tmp_path / "lock", 0):
        pass


def test_a_waiting_lock_is_taken_as_soon_as_it_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    path.touch()
    with path.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        looks: list[float] = []

        def pause(seconds: float) -> None:
            looks.append(seconds)
            if len(looks) == 3:
                fcntl.flock(other, fcntl.LOCK_UN)

        monkeypatch.setattr(lock, "sleep", pause)
        with lock.hold(path, 60):
            assert len(looks) == 3


def test_a_lock_is_given_up_when_the_wait_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []
    monkeypatch.setattr(lock, "sleep", looks.append)
    with lock.hold(tmp_path / "lock", 0), pytest.raises(LockedError), lock.hold(tmp_path / "lock", 2):
        pass
    assert sum(looks) == pytest.approx(2)


def _ended() -> int:
    """The number of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        return process.pid


def test_the_workers_of_a_killed_holder_are_given_time_to_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    path.write_text(f"{_ended()}\n")
    with path.open() as worker:
        fcntl.flock(worker, fcntl.LOCK_EX)
        looks: list[float] = []

        def pause(seconds: float) -> None:
            looks.append(seconds)
            if len(looks) == 5:
                fcntl.flock(worker, fcntl.LOCK_UN)

        monkeypatch.setattr(lock, "sleep", pause)
        with lock.hold(path, 0):
            assert len(looks) == 5


def test_what_outlives_a_killed_holder_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    path.write_text(f"{_ended()}\n")
    looks: list[float] = []
    monkeypatch.setattr(lock, "sleep", looks.append)
    with path.open() as worker:
        fcntl.flock(worker, fcntl.LOCK_EX)
        with pytest.raises(LockedError), lock.hold(path, 0):
            pass
    assert sum(looks) == pytest.approx(10)


def test_half_written_records_of_a_killed_holder_are_removed_and_nothing_else(tmp_path: Path) -> None:
    drafts = (".inputs.1.part", "trees/.x.1.part", "trees/k/.live.manifest.77.part")
    kept = ("inputs", "trees/k/live.manifest", "trees/k/twin/.x.part", "part")
    for name in (*drafts, *kept):
        files.write_text(tmp_path / name, "x")
    with lock.hold(tmp_path / "lock", 0):
        assert set(files.survey(tmp_path).files) == {*kept, "lock"}


def test_a_scratch_folder_is_empty_at_the_start_and_gone_at_the_end(tmp_path: Path) -> None:
    files.write_text(tmp_path / "scratch/left", "x")
    with lock.scratch(tmp_path / "scratch") as folder:
        assert not folder.exists()
        files.write_text(folder / "a/b", "x")
    assert not folder.exists()
    assert stopped(folder, ZeroDivisionError())
    assert not folder.exists()


def stopped(folder: Path, by: BaseException) -> bool:
    """Whether what stops the work in a scratch folder is what comes out of it."""
    with pytest.raises(type(by)), lock.scratch(folder):  # noqa: PT012 - the raise is the work's end
        files.write_text(folder / "a/b", "x")
        raise by
    return True


def test_an_interrupt_is_not_kept_waiting_by_a_scratch_folder(tmp_path: Path) -> None:
    folder = tmp_path / "scratch"
    assert stopped(folder, KeyboardInterrupt())
    assert folder.exists()
    with lock.scratch(folder):
        assert not folder.exists()


def test_what_a_killed_holder_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    kept, draft = tmp_path / "a/storm.part", tmp_path / "a/b/.storm.md.4711.part"
    for path in (kept, draft, tmp_path / "a/.hidden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    lock.remove_drafts(tmp_path)
    assert (kept.exists(), draft.exists(), (tmp_path / "a/.hidden").exists()) == (True, False, True)
    lock.remove_drafts(tmp_path / "nowhere")
