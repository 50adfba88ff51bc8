"""Workers: every range once, in order, whatever the number of processes, and a mistake comes home."""

import os
import pickle
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from sitegen.model import Problem
from sitegen.problems import BuildError
from sitegen.workers import Task, at, cores, each_range


def squares(numbers: Sequence[int], first: int, end: int) -> tuple[int, list[int]]:
    return os.getpid(), [one * one for one in numbers[first:end]]


def refuses(_numbers: Sequence[int], first: int, _end: int) -> int:
    if first:
        msg = "this range is refused"
        raise ValueError(msg)
    return first


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


def test_with_another_thread_at_work_the_shared_values_are_pickled() -> None:
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        found = list(each_range(SQUARES, list(range(20)), 20, 2, alone=5, size=10))
    finally:
        ended.set()
        other.join()
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


def death() -> Problem:
    with pytest.raises(BuildError) as caught:
        list(each_range(DIES, list(range(20)), 20, 2, alone=5, size=10))
    (found,) = caught.value.problems
    return found


def test_a_worker_that_is_killed_is_told_with_the_piece_it_was_at_and_a_way_out() -> None:
    found = [death() for _ in range(4)]
    assert {one.rule for one in found} == {"worker-died"}
    assert all("-j 1" in one.hint for one in found)
    # a worker that is gone before it was ever looked at cannot be asked which it was
    assert "A worker process died (signal 9) at number 13." in {one.text for one in found}


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


def endless(_numbers: Sequence[int], first: int, _end: int) -> int:
    if not first:
        msg = "the first range is refused"
        raise ValueError(msg)
    while True:
        pass


def large(_numbers: Sequence[int], first: int, _end: int) -> bytes:
    return bytes(0 if first == 0 else 20_000_000)


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
