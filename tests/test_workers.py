"""Workers: every range once, in order, whatever the number of processes, and a mistake comes home."""

import os
import threading
from collections.abc import Sequence

import pytest

from sitegen.problems import BuildError
from sitegen.workers import cores, each_range


def squares(numbers: Sequence[int], first: int, end: int) -> tuple[int, list[int]]:
    return os.getpid(), [one * one for one in numbers[first:end]]


def refuses(_numbers: Sequence[int], first: int, _end: int) -> int:
    if first:
        msg = "this range is refused"
        raise ValueError(msg)
    return first


@pytest.mark.parametrize("count", [0, 1, 7, 10, 23])
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_range_is_worked_once_and_given_in_order(count: int, jobs: int) -> None:
    found = list(each_range(squares, list(range(count)), count, jobs, alone=5, size=3))
    assert [one for _, part in found for one in part] == [one * one for one in range(count)]
    assert all(len(part) <= 3 for _, part in found)


def test_little_work_is_done_here_and_much_in_other_processes() -> None:
    here = {pid for pid, _ in each_range(squares, list(range(9)), 9, 2, alone=10, size=3)}
    there = {pid for pid, _ in each_range(squares, list(range(90)), 90, 2, alone=10, size=3)}
    assert here == {os.getpid()}
    assert os.getpid() not in there


def test_with_another_thread_at_work_the_shared_values_are_pickled() -> None:
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        found = list(each_range(squares, list(range(20)), 20, 2, alone=5, size=10))
    finally:
        ended.set()
        other.join()
    assert [one for _, part in found for one in part] == [one * one for one in range(20)]
    assert os.getpid() not in {pid for pid, _ in found}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_in_a_range_is_raised_where_it_is_asked_for(jobs: int) -> None:
    given = each_range(refuses, list(range(20)), 20, jobs, alone=5, size=10)
    assert next(given) == 0
    with pytest.raises(ValueError, match="this range is refused"):
        next(given)


def dies(_numbers: Sequence[int], first: int, _end: int) -> int:
    if first:
        os._exit(9)
    return first


def test_a_worker_that_is_killed_is_told_with_a_way_out() -> None:
    with pytest.raises(BuildError) as caught:
        list(each_range(dies, list(range(20)), 20, 2, alone=5, size=10))
    (found,) = caught.value.problems
    assert found.rule == "worker-died"
    assert "-j 1" in found.hint


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
