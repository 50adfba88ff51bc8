"""Plan -> staged files and receipts: pages become bytes here, in several processes, and no HTML travels."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.fingerprint import changed, fingerprints
from sitegen.model import Draft, Page, Receipt, Theme, Trace, as_page
from sitegen.records import decoded
from sitegen.render.pages import Press, Told, press
from sitegen.workers import Task, at, each_range

if TYPE_CHECKING:
    from concurrent.futures import Executor

# fewer pages than this are made in this process
ALONE = 48


@dataclass(frozen=True, slots=True)
class Chunk:
    """A slice of the plan that can be rendered by itself: it pickles, and needs only the site's folder beside it.

    `root` is the site's folder, `staging` where the files are written, each at its path in the output, `cache` where
    compiled templates are kept for other builds. `maker` is the digest of all that turns values into bytes, `was` maps
    an address to the encoded Trace of the page that was published there, `standing` are the addresses whose files stand
    as they were published.
    """

    pages: tuple[Page | Draft, ...]
    theme: Theme
    root: Path
    staging: Path
    base_path: str
    cache: Path | None = None
    maker: str = ""
    was: Mapping[str, bytes] = field(default_factory=dict)
    standing: AbstractSet[str] = frozenset()


# the chunk that this process is at, and what it has told of it: each address goes home once, not once a range
_at_work: list[tuple[Chunk, Told]] = []


def render(
    chunk: Chunk,
    jobs: int,
    done: Callable[[int], None] = lambda _count: None,
    executor: "Executor | None" = None,
) -> tuple[Receipt, ...]:
    """Write every page of a chunk that is not as it was, in up to `jobs` processes; `done` is told of each so many.

    A page that fails comes back as a receipt with its problem; the others go on. With an `executor` of the caller's,
    its workers do it, who must see the same folders.
    """
    receipts: list[Receipt] = []
    if chunk.pages:
        press(chunk.theme, chunk.base_path, chunk.cache)  # compiled once, before any fork
    try:
        for made in each_range(_TASK, chunk, len(chunk.pages), jobs, alone=ALONE, executor=executor):
            receipts += made
            done(len(made))
    finally:
        _at_work.clear()
    return tuple(receipts)


def _range(chunk: Chunk, first: int, end: int) -> tuple[Receipt, ...]:
    made: Press = press(chunk.theme, chunk.base_path, chunk.cache)
    fingerprint = fingerprints(chunk.theme, chunk.maker)
    if not _at_work or _at_work[0][0] is not chunk:
        _at_work[:] = [(chunk, Told(chunk.base_path))]
    told = _at_work[0][1]

    def receipt(page: Page) -> Receipt:
        parts, was = fingerprint(page).parts, chunk.was.get(page.url)
        before = decoded(was, Trace).parts if was else None
        reasons = changed(parts, before, intact=page.url in chunk.standing)
        return made.write(page, chunk.root, chunk.staging, told, parts, reasons) if reasons else Receipt(page.url)

    receipts = []
    for piece in range(first, end):
        at(piece)
        receipts.append(receipt(as_page(chunk.pages[piece])))
    return tuple(receipts)


def _part(chunk: Chunk, first: int, end: int) -> Chunk:
    pages = tuple(map(as_page, chunk.pages[first:end]))  # where a range goes, what drafts are made of does not
    urls = {page.url for page in pages}
    was = {url: trace for url, trace in chunk.was.items() if url in urls}
    return replace(chunk, pages=pages, was=was, standing=chunk.standing & urls)


def _name(chunk: Chunk, piece: int) -> str:
    return chunk.pages[piece].url


_TASK = Task(_range, _part, _name)
