"""Work dealt out to processes by ranges; what they share is inherited by fork where that is possible."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sitegen.problems import BuildError, problem

Shared = TypeVar("Shared")
Result = TypeVar("Result")

# Where a forked worker finds what it shares with its parent; set before the fork, emptied after it. Pickling the plan
# to the workers instead costs as much as planning it.
_inherited: list[Any] = []
_ENDING = (signal.SIGINT, signal.SIGTERM)


def each_range(
    work: Callable[[Shared, int, int], Result], shared: Shared, count: int, jobs: int, *, alone: int, size: int = 100
) -> Iterator[Result]:
    """Yield `work(shared, first, end)` for ranges that cover 0 to `count`, in order, made in up to `jobs` processes.

    Fewer than `alone` are done in this process: a pool costs more than they do. `work` is a function of a module;
    where a fork is not possible (other threads are at work), it and `shared` are pickled.
    """
    ranges = [(first, min(first + size, count)) for first in range(0, count, size)]
    if jobs < 2 or count < alone:  # noqa: PLR2004 - one process is no pool
        yield from (work(shared, *one) for one in ranges)
        return
    # here, since it takes a twentieth of a second to import and small builds need none of it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import active_children, get_all_start_methods, get_context  # noqa: PLC0415

    methods = get_all_start_methods()
    forks = "fork" in methods and threading.active_count() == 1
    context = get_context("fork" if forks else "forkserver" if "forkserver" in methods else "spawn")
    _inherited[:] = [work, shared]
    others = active_children()
    executor = ProcessPoolExecutor(min(jobs, len(ranges)), mp_context=context, initializer=_begin)
    try:
        submit = _submit_inherited if forks else _submit
        with _signals_later():
            futures = [executor.submit(submit, *(one if forks else (work, shared, *one))) for one in ranges]
        for (first, end), future in zip(ranges, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                raise _died(first, end) from None
    except BaseException:
        # nobody will ask for what is still under way
        for worker in set(active_children()).difference(others):
            worker.kill()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        _inherited.clear()


@contextmanager
def _signals_later() -> Iterator[None]:
    """Keep signals waiting while workers are started: one within a fork would be lost, or meet a half-made worker."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a worker one that ends with its parent, however that ends, and leaves Ctrl-C to it."""
    from multiprocessing import parent_process  # noqa: PLC0415 - see each_range

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    parent = parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    from multiprocessing.connection import wait  # noqa: PLC0415 - see each_range

    wait([sentinel])
    os._exit(1)


def _died(first: int, end: int) -> BuildError:
    said = f"A worker process died at pieces {first + 1:,} to {end:,}, or while others waited for it."
    hint = "It was killed, or memory ran out: try again with -j 1."
    return BuildError([problem("worker-died", said, None, hint)])


def _submit_inherited(first: int, end: int) -> Any:  # noqa: ANN401 - whatever the work gives
    work, shared = _inherited
    return work(shared, first, end)


def _submit(work: Callable[[Any, int, int], Any], shared: Any, first: int, end: int) -> Any:  # noqa: ANN401
    return work(shared, first, end)


def cores() -> int:
    """Return how many processes a build takes if nobody says: one for each core that this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
