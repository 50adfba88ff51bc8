"""Shards -> index files: what is new is made in parallel, what is known is kept, what no shard names goes."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from sitegen import digest, files, records
from sitegen.model import File, Problem, Shard
from sitegen.problems import BuildError, FileError
from sitegen.search import pagefind, stubs, table
from sitegen.search.steady import steady

RECORD = "record"
MAKING = ".making"
STUB_FORMAT = "stubs 1"  # counted up when the stubs or what is kept of a bundle change their form
_PARTS = ("index", "filter", "fragment")

Record = dict[str, Any]


def version() -> str:
    """Return the mark of what makes an index: Pagefind and the form of the stubs. It is part of each shard's digest."""
    return f"pagefind {pagefind.version()}, {STUB_FORMAT}"


def index(
    shards: Sequence[Shard],
    root: Path,
    cache: Path,
    memory_mb: int,
    jobs: int,
    on_done: Callable[[Shard], object] | None = None,
) -> tuple[File, ...]:
    """Index the shards that are not in `cache` yet, and return all files to publish under `/search/`.

    Bodies are read below `root`, the site's folder. At most `jobs` runs of Pagefind go on at a time, fewer where
    `memory_mb` would not hold them; `on_done` is called for each shard made. Raises BuildError (Pagefind missing,
    failed, hung, or a body that changed) and FileError; then nothing in `cache` is half made.
    """
    runtime = f"runtime-{pagefind.version()}"
    files.remove_tree(cache / MAKING)
    known = {shard.name: _kept(cache, runtime, shard) for shard in shards}
    missing = [shard for shard in shards if not known[shard.name]]
    try:
        for shard, record in _made(missing, root, cache / MAKING, cache, memory_mb, jobs):
            known[shard.name] = record
            if on_done:
                on_done(shard)
    finally:
        files.remove_tree(cache / MAKING)
    _forget(cache, {runtime, *known})
    files.write_bytes(cache / "shards.json", table.table(shards, known, pagefind.version()))
    return _published(cache, runtime, shards, known)


def _kept(cache: Path, runtime: str, shard: Shard) -> Record:
    """Return the record of a shard that stands in the cache as it was recorded, an empty one if it must be made."""
    record: Record = records.read(cache / shard.name / RECORD, Record, shard.digest) or {}
    try:
        shared = {name: _file("", cache / runtime / name).digest for name in record.get("shared", ())}
        return record if record and (record["stats"], record["shared"]) == (_stats(cache / shard.name), shared) else {}
    except FileError:
        return {}


def _stats(folder: Path) -> dict[str, list[int]]:
    """Return size and time of each file of a shard: by these it is seen that one was lost or spoilt."""
    found = files.survey(folder).files
    return {name: [size, time] for name, (size, time, _) in found.items() if name != RECORD}


def _forget(cache: Path, known: set[str]) -> None:
    for folder in sorted(cache.iterdir()) if cache.is_dir() else ():
        if folder.is_dir() and folder.name not in known:
            files.remove_tree(folder)


# --- making ---------------------------------------------------------------------------------------


def _made(
    shards: Sequence[Shard], root: Path, making: Path, cache: Path, memory_mb: int, jobs: int
) -> Iterator[tuple[Shard, Record]]:
    if not shards:
        return
    pagefind.executable()  # a missing command is said once, not once a shard
    with ThreadPoolExecutor(_at_once(shards, memory_mb, jobs)) as pool:
        # the largest first: the last to end is then a small one
        order = sorted(shards, key=lambda shard: (-len(shard.stubs), shard.name))
        running = {pool.submit(_make, shard, root, making / shard.name): shard for shard in order}
        try:
            for future in as_completed(running):
                # here, in one thread: shards share the files of Pagefind's own
                yield running[future], _take(running[future], future.result(), cache)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            pagefind.stop()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _at_once(shards: Sequence[Shard], memory_mb: int, jobs: int) -> int:
    largest = max(len(shard.stubs) for shard in shards)
    return max(1, min(jobs, int(memory_mb // pagefind.megabytes(largest))))


def _make(shard: Shard, root: Path, making: Path) -> pagefind.Bundle:
    _write_stubs(shard, root, making / "in")
    what = f"shard {shard.lang} {shard.span}"
    bundle = pagefind.run(making / "in", making / "out", len(shard.stubs), what)
    files.remove_tree(making / "in")
    try:
        return steady(bundle)
    except (ValueError, IndexError, OSError, EOFError, zlib.error) as error:
        raise pagefind.failed(what, "left tables that cannot be read") from error


def _write_stubs(shard: Shard, root: Path, folder: Path) -> None:
    places = stubs.orders(shard.stubs)
    problems: list[Problem] = []
    for stub in shard.stubs:
        try:
            page = stubs.html(stub, places[stub.url], stubs.text_of(stub.body, root))
        except BuildError as error:
            problems.extend(error.problems)
            continue
        target = folder / stubs.path(stub)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, encoding="utf-8")
        except OSError as error:
            raise files.refused(error, target) from error
    if problems:
        raise BuildError(problems)


def _take(shard: Shard, bundle: pagefind.Bundle, cache: Path) -> Record:
    """Move what a search needs of a bundle into the cache, the shard's own files by one rename, and record them."""
    meta, *shared = pagefind.needed(bundle)
    parts = {name: files.read_bytes(bundle.folder / name) for name in shared}
    for name, data in parts.items():
        files.write_bytes(cache / f"runtime-{pagefind.version()}" / name, data)
    found, _ = files.walk(bundle.folder)
    kept = [name for name in found if name == meta or name.split("/")[0] in _PARTS]
    for name in set(found) - set(kept):
        files.remove_tree(bundle.folder / name)
    record: Record = {
        "hash": bundle.hash,
        "wasm": bundle.wasm,
        "include": list(bundle.include),
        "shared": {name: digest.of_bytes(data) for name, data in parts.items()},
        "stats": _stats(bundle.folder),
        "files": {name: digest.of_bytes(files.read_bytes(bundle.folder / name)) for name in kept},
    }
    records.write(bundle.folder / RECORD, record, shard.digest)
    files.remove_tree(cache / shard.name)
    try:
        bundle.folder.rename(cache / shard.name)
    except OSError as error:
        raise files.refused(error, cache / shard.name) from error
    return record


# --- what is published ----------------------------------------------------------------------------


def _published(cache: Path, runtime: str, shards: Sequence[Shard], known: dict[str, Record]) -> tuple[File, ...]:
    shared = (
        sorted({"pagefind.js", *(f"wasm.{known[shard.name]['wasm']}.pagefind" for shard in shards)}) if shards else []
    )
    own = [
        File(f"/search/{shard.name}/{name}", str(cache / shard.name / name), mark)
        for shard in shards
        for name, mark in known[shard.name]["files"].items()
    ]
    return (
        _file("/search/shards.json", cache / "shards.json"),
        *(_file(f"/search/{name}", cache / runtime / name) for name in shared),
        *own,
    )


def _file(url: str, path: Path) -> File:
    return File(url, str(path), digest.of_bytes(files.read_bytes(path)))
