"""Plan -> staged files and receipts: pages become bytes here, in several processes, and no HTML travels."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from sitegen.model import Page, Receipt, Theme
from sitegen.render.pages import Press, press

# fewer pages than this are made in this process: a pool costs more than they do
ALONE = 48
_RANGE = 100


@dataclass(frozen=True, slots=True)
class Chunk:
    """A slice of the plan that can be rendered by itself: it pickles, and needs only the site's folder beside it.

    `root` is the site's folder, `staging` where the files are written, each at its path in the output, `cache` where
    compiled templates are kept for other builds.
    """

    pages: tuple[Page, ...]
    theme: Theme
    root: Path
    staging: Path
    base_path: str
    cache: Path | None = None


# Where a forked worker finds the chunk of its parent; set before the fork, emptied after it. Pickling the plan to
# the workers instead costs as much as planning it.
_inherited: list[Chunk] = []


def render(chunk: Chunk, jobs: int, done: Callable[[int], None] = lambda _count: None) -> tuple[Receipt, ...]:
    """Write every page of a chunk, in up to `jobs` processes; `done` is told how many more are made.

    A page that fails comes back as a receipt with its problem; the others go on.
    """
    count = len(chunk.pages)
    if not count:
        return ()
    if jobs < 2 or count < ALONE:  # noqa: PLR2004 - one process is no pool
        receipts = _range(chunk, 0, count)
        done(count)
        return receipts
    forks = "fork" in get_all_start_methods() and threading.active_count() == 1
    context = get_context("fork" if forks else "forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    _inherited[:] = [chunk]
    press(chunk.theme, chunk.base_path, chunk.cache)  # compiled once, before the fork
    try:
        with ProcessPoolExecutor(min(jobs, -(-count // ALONE)), mp_context=context) as executor:
            work = _inherited_range if forks else partial(_range, chunk)
            return tuple(_gathered(executor, work, count, done))
    finally:
        _inherited.clear()


def _gathered(
    executor: Executor, work: Callable[[int, int], tuple[Receipt, ...]], count: int, done: Callable[[int], None]
) -> Iterator[Receipt]:
    ranges = [(first, min(first + _RANGE, count)) for first in range(0, count, _RANGE)]
    futures = [executor.submit(work, first, end) for first, end in ranges]
    for future in as_completed(futures):
        done(len(future.result()))
    for future in futures:
        yield from future.result()


def _inherited_range(first: int, end: int) -> tuple[Receipt, ...]:
    return _range(_inherited[0], first, end)


def _range(chunk: Chunk, first: int, end: int) -> tuple[Receipt, ...]:
    made: Press = press(chunk.theme, chunk.base_path, chunk.cache)
    return tuple(made.write(page, chunk.root, chunk.staging) for page in chunk.pages[first:end])


def workers() -> int:
    """Return how many processes a build takes if nobody says: one for each core that this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
