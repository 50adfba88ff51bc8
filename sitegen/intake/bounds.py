"""What reading one document may take: so many seconds, and so much memory where the system can hold it to that."""

import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Linux alone says how much a process has, and counts all that it takes
_COUNTED = Path("/proc/self/statm") if sys.platform == "linux" else None
_DATA = 5  # the place there of the pages that a process can write to
_MILLION = 1_000_000
# processor time, so that a busy machine gives the same as an idle one; by the clock so many times as long
_TIMERS = ((signal.ITIMER_PROF, signal.SIGPROF, 1), (signal.ITIMER_REAL, signal.SIGALRM, 3))
_AT_LAST = 4


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds of a processor for a document, and for each million of its bytes; bytes of memory beside those it has."""

    seconds: float = 60.0
    seconds_for_million: float = 20.0
    memory: int = 1_500_000_000

    def seconds_of(self, size: int) -> float:
        """Return how long reading a document of so many bytes may take."""
        return self.seconds + self.seconds_for_million * size / _MILLION


class TooSlowError(BaseException):
    """Leaves the reading of a document; no `except Exception` of a library holds it up."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Leave what takes more seconds of processor time; in a worker, end the process if what runs cannot be left."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are for the main thread
        return
    before = [signal.signal(number, _late) for _, number, _ in _TIMERS]
    for timer, _, times in _TIMERS:
        signal.setitimer(timer, times * seconds)
    hard = _is_worker()
    if hard:
        faulthandler.dump_traceback_later(_AT_LAST * seconds + 1, exit=True, file=_Nowhere.file())
    try:
        yield
    finally:
        for (timer, number, _), handler in zip(_TIMERS, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
        if hard:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def with_memory(size: int) -> Iterator[None]:
    """Let a worker have so many bytes more than it has now; what needs more raises MemoryError, or ends the worker."""
    if _COUNTED is None or not _is_worker():
        yield
        return
    import resource  # noqa: PLC0415 - there is none on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    now = int(_COUNTED.read_text("ascii").split()[_DATA]) * resource.getpagesize()
    least = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min([now + size, *least]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _late(_number: int, _frame: Any) -> None:  # noqa: ANN401 - Python's signature
    raise TooSlowError


def _is_worker() -> bool:
    from multiprocessing import parent_process  # noqa: PLC0415 - only where documents are read

    return parent_process() is not None


class _Nowhere:
    """Where the watchdog writes what nobody reads; opened once a process."""

    _opened: Any = None

    @classmethod
    def file(cls) -> Any:  # noqa: ANN401 - a file
        """Return the file."""
        cls._opened = cls._opened or Path(os.devnull).open("w")  # noqa: SIM115 - it stays open as long as the process
        return cls._opened
