"""Plan -> staged files and receipts: pages become bytes here, in several processes, and no HTML travels."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import Page, Receipt, Theme
from sitegen.render.pages import Press, press
from sitegen.workers import each_range

# fewer pages than this are made in this process
ALONE = 48


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


def render(chunk: Chunk, jobs: int, done: Callable[[int], None] = lambda _count: None) -> tuple[Receipt, ...]:
    """Write every page of a chunk, in up to `jobs` processes; `done` is told how many more are made.

    A page that fails comes back as a receipt with its problem; the others go on.
    """
    receipts: list[Receipt] = []
    if chunk.pages:
        press(chunk.theme, chunk.base_path, chunk.cache)  # compiled once, before any fork
    for made in each_range(_range, chunk, len(chunk.pages), jobs, alone=ALONE):
        receipts += made
        done(len(made))
    return tuple(receipts)


def _range(chunk: Chunk, first: int, end: int) -> tuple[Receipt, ...]:
    made: Press = press(chunk.theme, chunk.base_path, chunk.cache)
    return tuple(made.write(page, chunk.root, chunk.staging) for page in chunk.pages[first:end])
