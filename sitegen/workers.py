"""Work dealt out to processes by ranges; what they share is inherited by fork where that is possible."""

import gc
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sitegen.problems import BuildError, problem

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.process import BaseProcess

Shared = TypeVar("Shared")
Result = TypeVar("Result")

# Where a forked worker finds what it shares with its parent; filled for the fork alone. Pickling the plan to workers
# costs as much as planning it.
_inherited: list[Any] = []
_STOP = signal.SIGUSR1
_LENGTH = 8  # bytes that say how many follow
_CHUNK = 1 << 20
_SIGNALS = (signal.SIGINT, signal.SIGTERM, _STOP)


@dataclass(frozen=True, slots=True)
class Task(Generic[Shared, Result]):
    """What is done with numbered pieces; all three are functions of a module, so that they pickle.

    `work(shared, first, end)` does a range of them and says `at` before each, `part(shared, first, end)` is as much of
    what is shared as that range needs, its pieces numbered from 0, `name(shared, piece)` is what a person calls one.
    """

    work: Callable[[Shared, int, int], Result]
    part: Callable[[Shared, int, int], Shared]
    name: Callable[[Shared, int], str]


def each_range(
    task: Task[Shared, Result],
    shared: Shared,
    count: int,
    jobs: int,
    *,
    alone: int,
    size: int = 100,
    apart: bool = False,
    executor: "Executor | None" = None,
) -> Iterator[Result]:
    """Yield what the work gives for ranges that cover 0 to `count`, in order, made in up to `jobs` processes.

    Fewer than `alone` are done in this process: a pool costs more than they do. With `apart`, the work of one job has a
    process of its own too, so that what dies there does not end this one. Where a fork is not possible (other
    threads are at work), and with an `executor` of the caller's, each range is pickled with its part of what is shared.
    """
    ranges = [(first, min(first + size, count)) for first in range(0, count, size)]
    if executor is not None:
        futures = [executor.submit(task.work, task.part(shared, *one), 0, one[1] - one[0]) for one in ranges]
        yield from (future.result() for future in futures)
    elif count < alone or (jobs < 2 and not apart):  # noqa: PLR2004 - one process is no pool
        yield from (task.work(shared, *one) for one in ranges)
    else:
        yield from _in_pool(task, shared, ranges, min(jobs, len(ranges)))


def at(piece: int) -> None:
    """Note which piece this process is at: should it die, that piece is named."""
    if _Turn.slots is not None:
        _Turn.slots[_Turn.slot : _Turn.slot + 2] = os.getpid(), _Turn.first + piece


def _in_pool(
    task: Task[Shared, Result], shared: Shared, ranges: Sequence[tuple[int, int]], jobs: int
) -> Iterator[Result]:
    # here, since it takes a twentieth of a second to import and small builds need none of it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import active_children, get_all_start_methods, get_context  # noqa: PLC0415

    method = _start_method(get_all_start_methods())
    forks, context = method == "fork", get_context(method)
    slots = context.RawArray("q", 2 * jobs)  # of each worker: its process id, and the piece that it is at
    others = active_children()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(context.Value("i", 0), slots))
    workers: set[BaseProcess] = set()
    # what is there already is left alone by the workers' garbage collector, and stays shared with this process
    gc.freeze()
    try:
        with _signals_later(), _handed_down(task.work, shared):
            futures = [
                pool.submit(_inherited_work, *one)
                if forks
                else pool.submit(_sent_work, task.work, task.part(shared, *one), *one)
                for one in ranges
            ]
            workers = set(active_children()).difference(others)
        for future in futures:
            yield future.result()
    except BrokenProcessPool:
        raise _died(task, shared, workers, slots) from None
    except BaseException:
        _ask_to_stop(workers)
        raise
    finally:
        gc.unfreeze()
        pool.shutdown(cancel_futures=True)


@contextmanager
def beside(work: Callable[..., Result], *values: Any) -> Iterator[Callable[[], Result]]:  # noqa: ANN401 - what work takes
    """Let a function be at work in a process beside this one; give what waits for its result.

    Where no fork is possible, or the process fails, the work is done in this one when its result is asked for.
    """
    pid, pipe = _begun(work, values)

    @cache
    def result() -> Result:
        data = b"".join(iter(partial(os.read, pipe, _CHUNK), b"")) if pid else b""
        # the whole of it, or it failed there, and fails here with its reason
        whole = len(data) - _LENGTH == int.from_bytes(data[:_LENGTH], "big")
        return pickle.loads(data[_LENGTH:]) if whole else work(*values)  # noqa: S301 - our own

    try:
        yield result
    finally:
        if pid:
            os.close(pipe)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)  # what nobody waits for any more
            os.waitpid(pid, 0)


def _begun(work: Callable[..., Any], values: tuple[Any, ...]) -> tuple[int, int]:
    """Fork a process that does some work; return its id and the pipe that it writes to, zeros where that cannot be."""
    if not _can_fork():
        return 0, 0
    with suppress(OSError), _signals_later():  # too many files or processes: this process has to do
        reading, writing = os.pipe()
        try:
            pid = os.fork()
        except OSError:
            os.close(reading)
            raise
        else:
            if not pid:
                _tell(writing, work, values)
            return pid, reading
        finally:
            os.close(writing)
    return 0, 0


def _tell(pipe: int, work: Callable[..., Any], values: tuple[Any, ...]) -> None:
    """Write the result of some work into a pipe, after its length, and end this process."""
    try:
        # nothing else stays open here: a lock would be held as long as this process is there
        os.closerange(3, pipe)
        os.closerange(pipe + 1, os.sysconf("SC_OPEN_MAX"))
        data = pickle.dumps(work(*values), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(pipe, "wb") as file:
            file.write(len(data).to_bytes(_LENGTH, "big") + data)
    finally:
        os._exit(0)


def _can_fork() -> bool:
    return hasattr(os, "fork") and threading.active_count() == 1


def _start_method(there: Sequence[str]) -> str:
    return "fork" if "fork" in there and _can_fork() else "forkserver" if "forkserver" in there else "spawn"


@contextmanager
def _handed_down(*values: Any) -> Iterator[None]:  # noqa: ANN401 - whatever the workers share
    """Let the workers that are forked now find these values; where none is forked, nobody looks for them."""
    _inherited[:] = values
    try:
        yield
    finally:
        _inherited.clear()


@contextmanager
def _signals_later() -> Iterator[None]:
    """Keep signals waiting while workers are started: one within a fork would be lost, or meet a half-made worker."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(started: Any, slots: Any) -> None:  # noqa: ANN401 - a Value and an array, whose types are their context's
    """Make a worker one that ends with its parent, however that ends, and leaves Ctrl-C to it."""
    from multiprocessing import parent_process  # noqa: PLC0415 - see each_range

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(_STOP, _stop)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    with started.get_lock():
        _Turn.slots, _Turn.slot = slots, 2 * started.value
        started.value += 1
    parent = parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _ask_to_stop(workers: set["BaseProcess"]) -> None:
    """Let workers leave what they are at, for nobody will ask for it.

    One that was killed while it sent a result would leave half of it, and the pool would wait for the rest for ever.
    """
    for worker in workers:
        if worker.pid:
            with suppress(ProcessLookupError):  # it ended meanwhile
                os.kill(worker.pid, _STOP)


class _Stopped(BaseException):
    """Leaves the work of a worker, where nobody asks for it any more."""


class _Turn:
    """What a worker is at: work, which may be left at any line, or the ways there and back, which may not.

    `slots` are those of all workers and `slot` the place of its own, `first` is the number of the first piece that was
    sent to it.
    """

    at_work = False
    stopped = False
    slots: Any = None
    slot = 0
    first = 0


def _stop(_number: int, _frame: Any) -> None:  # noqa: ANN401 - Python's signature
    _Turn.stopped = True
    if _Turn.at_work:
        raise _Stopped


def _unless_stopped(work: Callable[[Shared, int, int], Result], shared: Shared, first: int, end: int) -> Result:
    try:
        _Turn.at_work = True
        if _Turn.stopped:
            raise _Stopped
        return work(shared, first, end)
    finally:
        _Turn.at_work = False


def _end_with(sentinel: int) -> None:
    from multiprocessing.connection import wait  # noqa: PLC0415 - see each_range

    wait([sentinel])
    os._exit(1)


def _died(task: Task[Shared, Any], shared: Shared, workers: set["BaseProcess"], slots: Sequence[int]) -> BuildError:
    """Return what to raise when a worker died: at which piece it was, and what ended it."""
    for worker in workers:
        worker.join(1)
    # the others were asked to end by the pool
    ended = {one.pid: one.exitcode for one in workers if one.exitcode not in {None, 0, -signal.SIGTERM}}
    at_work = [(pid, task.name(shared, piece)) for pid, piece in zip(slots[::2], slots[1::2], strict=True) if pid]
    # one that ended before it was looked at is not among them: then it was at one of these
    pieces = [name for pid, name in at_work if pid in ended] or [name for _, name in at_work]
    codes = sorted({code for code in ended.values() if code is not None})
    how, where = f" ({_cause(codes[0])})" if codes else "", f" at {' or '.join(pieces)}" if pieces else ""
    said = f"A worker process died{how}{where}."
    hint = "It was killed, or memory ran out: try again with -j 1."
    return BuildError([problem("worker-died", said, None, hint)])


def _cause(code: int) -> str:
    return f"exit code {code}" if code > 0 else f"signal {-code}"


def _inherited_work(first: int, end: int) -> Any:  # noqa: ANN401 - whatever the work gives
    work, shared = _inherited
    return _unless_stopped(work, shared, first, end)


def _sent_work(work: Callable[[Any, int, int], Any], part: Any, first: int, end: int) -> Any:  # noqa: ANN401 - likewise
    _Turn.first = first
    return _unless_stopped(work, part, 0, end - first)


def cores() -> int:
    """Return how many processes a build takes if nobody says: one for each core that this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
