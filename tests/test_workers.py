"""Workers: every range once, in order, whatever the number of processes, and a mistake comes home."""

import errno
import os
import pickle
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from sitegen.model import Problem
from sitegen.problems import BuildError
from sitegen.workers import Task, at, beside, cores, each_range


def squares(numbers: Sequence[int], first: int, end: int) -> tuple[int, list[int]]:
    return os.getpid(), [one * one for one in numbers[first:end]]


def refuses(numbers: Sequence[int], first: int, _end: int) -> int:
    if numbers[first]:
        msg = "this range is refused"
        raise ValueError(msg)
    return numbers[first]


def part(numbers: Sequence[int], first: int, end: int) -> Sequence[int]:
    return numbers[first:end]


def name(numbers: Sequence[int], piece: int) -> str:
    return f"number {numbers[piece]}"


SQUARES: Task[Sequence[int], tuple[int, list[int]]] = Task(squares, part, name)
REFUSES: Task[Sequence[int], int] = Task(refuses, part, name)


@pytest.mark.parametrize("count", [0, 1, 7, 10, 23])
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_range_is_worked_once_and_given_in_order(count: int, jobs: int) -> None:
    found = list(each_range(SQUARES, list(range(count)), count, jobs, alone=5, size=3))
    assert [one for _, part in found for one in part] == [one * one for one in range(count)]
    assert all(len(part) <= 3 for _, part in found)


def test_little_work_is_done_here_and_much_in_other_processes() -> None:
    here = {pid for pid, _ in each_range(SQUARES, list(range(9)), 9, 2, alone=10, size=3)}
    there = {pid for pid, _ in each_range(SQUARES, list(range(90)), 90, 2, alone=10, size=3)}
    assert here == {os.getpid()}
    assert os.getpid() not in there


def test_what_must_not_die_here_has_a_process_of_its_own_also_for_one_job() -> None:
    found = list(each_range(SQUARES, list(range(9)), 9, 1, alone=1, size=3, apart=True))
    assert [one for _, part in found for one in part] == [one * one for one in range(9)]
    assert len({pid for pid, _ in found} - {os.getpid()}) == 1


@pytest.fixture(params=["alone", "beside another thread"])
def company(request: pytest.FixtureRequest) -> Iterator[str]:
    """Whether a fork is possible: beside another thread what is shared is pickled instead."""
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    if request.param != "alone":
        other.start()
    yield request.param
    ended.set()
    if request.param != "alone":
        other.join()


@pytest.mark.usefixtures("company")
def test_with_and_without_a_fork_the_work_is_the_same() -> None:
    found = list(each_range(SQUARES, list(range(20)), 20, 2, alone=5, size=10))
    assert [one for _, part in found for one in part] == [one * one for one in range(20)]
    assert os.getpid() not in {pid for pid, _ in found}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_in_a_range_is_raised_where_it_is_asked_for(jobs: int) -> None:
    given = each_range(REFUSES, list(range(20)), 20, jobs, alone=5, size=10)
    assert next(given) == 0
    with pytest.raises(ValueError, match="this range is refused"):
        next(given)


def dies(numbers: Sequence[int], first: int, end: int) -> int:
    for piece in range(first, end):
        at(piece)
        if numbers[piece] == 13:
            os.kill(os.getpid(), signal.SIGKILL)
    return first


DIES: Task[Sequence[int], int] = Task(dies, part, name)


def death(given: Iterator[int]) -> Problem:
    with pytest.raises(BuildError) as caught:
        list(given)
    (found,) = caught.value.problems
    return found


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("size", [3, 10])
def test_a_worker_that_is_killed_is_told_with_the_piece_it_was_at_and_a_way_out(size: int) -> None:
    found = death(each_range(DIES, list(range(20)), 20, 2, alone=5, size=size))
    assert found.rule == "worker-died"
    # what ended it is not known where it had ended before it was first looked at
    assert found.text.replace(" (signal 9)", "").startswith("A worker process died at number ")
    assert "number 13" in found.text
    assert "-j 1" in found.hint


def reads(paths: Sequence[str], first: int, end: int) -> list[bytes]:
    return [Path(path).read_bytes() for path in paths[first:end]]


def path_of(paths: Sequence[str], piece: int) -> str:
    return paths[piece]


def paths_of(paths: Sequence[str], first: int, end: int) -> Sequence[str]:
    return paths[first:end]


def write_to_reader(fifo: Path, data: bytes) -> None:
    """Write to whoever reads, who may be about to; where nobody does, as after a mistake, give up."""
    for _ in range(2_000_000):
        with suppress(OSError), os.fdopen(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK), "wb") as file:
            file.write(data)
            return


def test_work_that_is_forgotten_stops_no_other_work(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"there")
    os.mkfifo(tmp_path / "later")
    forgotten = each_range(SQUARES, list(range(100)), 100, 2, alone=5, size=10)
    next(forgotten)
    paths = [str(tmp_path / "there"), str(tmp_path / "later")]
    given = each_range(Task(reads, paths_of, path_of), paths, 2, 2, alone=1, size=1)
    assert next(given) == [b"there"]
    del forgotten  # as it is with an interrupted build when Python comes to clear it away
    write_to_reader(tmp_path / "later", b"later")
    assert list(given) == [[b"later"]]


def test_an_executor_of_the_callers_does_the_work_with_no_more_than_each_range_needs() -> None:
    asked: list[int] = []

    class Noting(ThreadPoolExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            asked.append(len(args[0]))
            return super().submit(fn, *pickle.loads(pickle.dumps(args)), **kwargs)

    with Noting(2) as executor:
        found = list(each_range(SQUARES, list(range(25)), 25, 1, alone=100, size=10, executor=executor))
    assert [one for _, numbers in found for one in numbers] == [one * one for one in range(25)]
    assert asked == [10, 10, 5]


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def endless(numbers: Sequence[int], first: int, _end: int) -> int:
    if not numbers[first]:
        msg = "the first range is refused"
        raise ValueError(msg)
    while True:
        pass


def large(numbers: Sequence[int], first: int, _end: int) -> bytes:
    return bytes(20_000_000 if numbers[first] else 0)


@pytest.mark.parametrize("forks", [True, False])
def test_work_that_nobody_asks_for_any_more_is_left_in_its_midst(forks: bool) -> None:  # noqa: FBT001 - a column
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    if not forks:
        other.start()
    try:
        with pytest.raises(ValueError, match="the first range is refused"):
            list(each_range(Task(endless, part, name), list(range(20)), 20, 2, alone=5, size=5))
    finally:
        ended.set()
        if not forks:
            other.join()


def test_results_that_are_on_their_way_when_nobody_asks_for_more_keep_no_one_waiting() -> None:
    for _ in range(5):
        given = each_range(Task(large, part, name), list(range(40)), 40, 4, alone=5, size=1)
        assert [len(next(given)) for _ in range(3)] == [0, 20_000_000, 20_000_000]
        given.close()  # type: ignore[attr-defined] # a generator, which is closed when its loop is left


def who(words: str) -> tuple[str, int]:
    return words, os.getpid()


def refuses_at_once() -> None:
    msg = "this work is refused"
    raise ValueError(msg)


def dies_elsewhere(home: int) -> str:
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done at home"


def test_work_beside_this_process_gives_its_result_as_often_as_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.workers._can_fork", lambda: True)
    with beside(who, "x") as result:
        words, elsewhere = result()
        assert (words, elsewhere) == result()
    assert (words, elsewhere != os.getpid()) == ("x", True)
    with pytest.raises(ChildProcessError):
        os.waitpid(elsewhere, os.WNOHANG)  # nothing is left of it


@pytest.mark.parametrize("forks", [True, False])
def test_work_that_fails_beside_this_process_is_done_in_it(monkeypatch: pytest.MonkeyPatch, forks: bool) -> None:  # noqa: FBT001 - a column
    monkeypatch.setattr("sitegen.workers._can_fork", lambda: forks)
    with beside(dies_elsewhere, os.getpid()) as result:
        assert result() == "done at home"
    with beside(refuses_at_once) as refused, pytest.raises(ValueError, match="this work is refused"):
        refused()


@pytest.mark.parametrize("refused", ["pipe", "fork"])
def test_where_the_system_gives_no_process_this_one_does_the_work(
    monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refuse() -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
    monkeypatch.setattr("sitegen.workers._can_fork", lambda: True)
    monkeypatch.setattr(os, refused, refuse)
    with beside(who, "x") as result:
        assert result() == ("x", os.getpid())
    assert not before or len(list(Path("/proc/self/fd").iterdir())) == before


def test_work_that_nobody_asks_about_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.workers._can_fork", lambda: True)
    with beside(endless, [1], 0, 1):
        pass


def is_open(file: int) -> bool:
    try:
        os.fstat(file)
    except OSError:
        return False
    return True


def test_work_beside_this_process_holds_no_file_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sitegen.workers._can_fork", lambda: True)
    with (tmp_path / "x").open("wb") as file, beside(is_open, file.fileno()) as found:
        assert not found()
