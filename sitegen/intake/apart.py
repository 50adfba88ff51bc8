"""Documents read in processes of their own, so that one that kills or hangs its reader is one reject."""

import faulthandler
import gc
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from sitegen.intake import importers, reading
from sitegen.intake.reading import Document, Understood
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem
from sitegen.workers import Task, at, each_range

SECONDS = 60.0
Outcome = Understood | tuple[Problem, ...]
_Shared = tuple[Sequence[Document], float]

# a process of its own costs more than reading so few bytes of text, which needs no library that could die
_FEW_BYTES = 1 << 20
_MAX_RANGE = 25
_NEW_OBJECTS = 20_000


def read(documents: Sequence[Document], jobs: int, seconds: float = SECONDS) -> Iterator[Outcome]:
    """Yield, in order, what was understood of each document, or the reasons for which it is put aside.

    One that takes more than `seconds` is put aside, and so is one at which the process that reads it dies.
    """
    _load({one.importer for one in documents})
    done = 0
    while done < len(documents):
        rest = documents[done:]
        alone = len(rest) + 1 if _are_light(rest) else 0
        size = max(1, min(_MAX_RANGE, len(rest) // (4 * jobs))) if jobs > 1 else len(rest)
        try:
            # a pool even for one job: what dies there does not end this run
            for outcomes in each_range(_TASK, (rest, seconds), len(rest), max(jobs, 2), alone=alone, size=size):
                done += len(outcomes)
                yield from outcomes
        except BuildError:
            stuck = documents[done : done + size]
            yield from _one_of_them(stuck, seconds)
            done += len(stuck)


def _load(words: set[str]) -> None:
    """Load what importers are slow to load, before processes are forked that would each load it."""
    for name in sorted({name for word in words for name in importers.LIBRARIES.get(word, ())}):
        with suppress(ImportError):  # the importer says what is missing
            import_module(name)


def _are_light(documents: Sequence[Document]) -> bool:
    texts = all(one.importer == "text" for one in documents)
    return texts and sum(len(one.member.data) for one in documents) < _FEW_BYTES


def _one_of_them(documents: Sequence[Document], seconds: float) -> Iterator[Outcome]:
    """Yield the outcomes of documents of which one killed the process that read them, by halves until it is found."""
    if len(documents) > 1:
        half = len(documents) // 2
        yield from read(documents[:half], 1, seconds)
        yield from read(documents[half:], 1, seconds)
        return
    said = "The process that read this document died, or had to be ended."
    hint = "Look at the document; --as takes another importer."
    yield (problem("seed-killed", said, Place(documents[0].member.name), hint),)


def _range(shared: _Shared, first: int, end: int) -> list[Outcome]:
    documents, seconds = shared
    if _is_worker():
        # trees of pages hold hardly a circle: looking for them as often as by default takes 3 % of the time
        gc.set_threshold(_NEW_OBJECTS)
    return [_outcome(documents[number], number, seconds) for number in range(first, end)]


def _outcome(document: Document, number: int, seconds: float) -> Outcome:
    at(number)
    try:
        with _within(seconds):
            return reading.understood(document, reading.read(document))
    except BuildError as error:
        return error.problems
    except _TooSlow:
        said = f"Reading this document took more than {seconds:.0f} seconds."
        hint = "Look at what it holds; cut it in parts, or save its text alone."
        return (problem("seed-too-slow", said, Place(document.member.name), hint),)


def _part(shared: _Shared, first: int, end: int) -> _Shared:
    return shared[0][first:end], shared[1]


def _name(shared: _Shared, number: int) -> str:
    return shared[0][number].member.name


_TASK: Task[_Shared, list[Outcome]] = Task(_range, _part, _name)


class _TooSlow(BaseException):
    """Leaves the reading of a document; no `except Exception` of a library holds it up."""


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Leave what takes longer; in a worker, end the process if what runs in it cannot be left."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are for the main thread
        return
    before = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    hard = _is_worker()
    if hard:
        faulthandler.dump_traceback_later(2 * seconds + 1, exit=True, file=_Nowhere.file())
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if hard:
            faulthandler.cancel_dump_traceback_later()


def _late(_number: int, _frame: Any) -> None:  # noqa: ANN401 - Python's signature
    raise _TooSlow


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
