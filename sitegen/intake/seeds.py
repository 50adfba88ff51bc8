"""Which files are to be taken in, and what is to be known of each before it is opened."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from sitegen import files
from sitegen.intake import folders, importers, sidecar
from sitegen.intake.sidecar import FOLDER_FILE
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

FOLDER = "seeds"
HEAD = 1 << 16
_SIDECARS = (".yaml", ".yml")
# what importers and containers know by first bytes, not by this
_KNOWN = (
    *(
        ".json",
        ".jsonl",
        ".ndjson",
        ".xml",
        ".rss",
        ".atom",
        ".eml",
        ".mbox",
        ".mht",
        ".mhtml",
        ".pdf",
        ".docx",
        ".xlsx",
    ),
    *(".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".warc", ".arc", ".wacz"),
)
# without it a folder of Eleventy's does not say what it is, and the walk passes over names with a dot
_HIDDEN_MARKS = (".eleventy.js",)


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to be taken in: where it is, and its name in provenance.

    That is its path below the site's root; of a file elsewhere, its bare name, or its path from the folder that was
    named. `about` is what the folder says of its documents.
    """

    path: Path
    name: str
    about: Mapping[str, str] = field(default_factory=dict, compare=False)


def find(root: Path, paths: Sequence[Path] | None) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Return the seeds of a site (`paths` None), or those that were named, in the order of their names.

    Of a folder, the files within it; what a browser saved with a page is none.
    """
    found: dict[str, Seed] = {}
    problems: list[Problem] = []
    for path in [root / FOLDER] if paths is None else paths:
        if path.is_dir():
            inside, refused = _within(root, path)
            found |= {str(seed.path): seed for seed in inside}
            problems += refused
        elif path.is_file() or paths is not None:
            found[str(path)] = named(root, path)
    stems = {stem for seed in found.values() if not _is_yaml(seed) for stem in sidecar.stems(seed.path)}
    kept = []
    for seed in sorted(found.values(), key=lambda seed: (seed.name, str(seed.path))):
        if not _is_yaml(seed):
            kept.append(seed)
        elif seed.path.name != FOLDER_FILE and seed.path.with_suffix("") not in stems and not seed.about:
            problems.append(_orphan(seed))
    return tuple(kept), tuple(problems)


def _within(root: Path, folder: Path) -> tuple[Iterator[Seed], list[Problem]]:
    """Return the seeds of a folder, and what the walk refused, named as seeds are named."""
    names, refused = files.walk(folder)
    known = folders.look(
        [*names, *_hidden(folder, names)],
        lambda above, held: importers.site(
            held, lambda name: _fetched(folder, f"{above}/{name}"), lambda: folders.below(above, names)
        ),
    )
    base = named(root, folder)
    # a link that is no seed must not be followed to learn its name: so by the folder's
    seeds = (
        Seed(base.path / name, f"{base.name}/{name}", known.about(name, base.name))
        for name in names
        if not known.is_beside_a_page(name)
    )
    return seeds, [_renamed(one, base.name) for one in refused]


def _hidden(folder: Path, names: Sequence[str]) -> Iterator[str]:
    for above in {name.rpartition("/")[0] for name in names}:
        yield from (f"{above}/{mark}".lstrip("/") for mark in _HIDDEN_MARKS if (folder / above / mark).is_file())


def _fetched(folder: Path, name: str) -> bytes | None:
    """Return a small file of a site's, None if there is none that is plain; no link is followed out of the folder."""
    path = folder / name.lstrip("/")
    try:
        is_within = path.resolve().is_relative_to(folder.resolve())
        if not is_within or path.is_symlink() or not path.is_file() or path.stat().st_size > HEAD * 4:
            return None
        return path.read_bytes()
    except OSError:
        return None


def _renamed(found: Problem, base: str) -> Problem:
    """Name what the walk refused as seeds are named; what the system refused is named by its full path already."""
    if found.place is None or found.rule == "file-refused":
        return found
    return replace(found, place=Place(f"{base}/{found.place.path}"))


def named(root: Path, path: Path) -> Seed:
    """Return a file or folder as a seed: by its path below the site's root, or by its bare name elsewhere."""
    base, here = root.resolve(), path.resolve()
    if here.is_relative_to(base):
        return Seed(root / here.relative_to(base), here.relative_to(base).as_posix())
    return Seed(path, here.name)


def _is_yaml(seed: Seed) -> bool:
    return seed.path.suffix in _SIDECARS


def _orphan(seed: Seed) -> Problem:
    hint = "Give it the name of its dump, or name it _seed.yaml if it speaks of all in its folder."
    return problem("sidecar-orphan", "There is no dump beside this sidecar.", Place(seed.name), hint)


def unknown_kind(name: str) -> Problem:
    """Return the finding for a document that no importer knows."""
    if name.casefold().endswith(_KNOWN):
        said = "This file is named like one that is known, but no importer knows it by its first bytes."
        return problem("seed-unknown-kind", said, Place(name), "See whether it is whole; fetch or save it again.")
    hint = "Save it as plain text (.txt)."
    return problem("seed-unknown-kind", "No importer knows this kind of file.", Place(name), hint)


def empty(name: str) -> Problem:
    """Return the finding for a file without a byte."""
    return problem("seed-empty", "This file is empty.", Place(name), "Get it again, or remove it.")


def too_large(name: str, size: int, limit: int) -> Problem:
    """Return the finding for a document beyond the limit."""
    said = f"This file is {size:,} bytes long; {limit:,} is the limit."
    hint = "Cut it in two, or raise limits.seed_bytes in site.yaml."
    return problem("seed-too-large", said, Place(name), hint)


def size(seed: Seed) -> int:
    """Return the size of a seed in bytes. Raises BuildError if the system does not tell."""
    try:
        return seed.path.stat().st_size
    except OSError as error:
        raise _unreadable(seed, error) from error


def opened(seed: Seed) -> BufferedReader:
    """Open a seed. Raises BuildError if the system refuses."""
    try:
        return seed.path.open("rb")
    except OSError as error:
        raise _unreadable(seed, error) from error


def head(seed: Seed) -> bytes:
    """Return the first bytes of a seed, by which its kind is known. Raises BuildError if the system refuses."""
    with opened(seed) as file:
        return _read(seed, file, HEAD)


def data(seed: Seed) -> bytes:
    """Return all bytes of a seed. Raises BuildError if the system refuses."""
    with opened(seed) as file:
        return _read(seed, file, -1)


def sha256_of(seed: Seed) -> str:
    """Return the SHA-256 of a seed of any size. Raises BuildError if the system refuses."""
    try:
        with opened(seed) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(seed, error) from error


def _read(seed: Seed, file: BinaryIO, count: int) -> bytes:
    try:
        return file.read(count)
    except OSError as error:
        raise _unreadable(seed, error) from error


def _unreadable(seed: Seed, error: OSError) -> BuildError:
    """Return what to raise for a seed that the system refuses to read."""
    said = f"This file cannot be read: {(error.strerror or str(error)).lower()}."
    return BuildError([problem("seed-unreadable", said, Place(seed.name), "See whether it is there and whose it is.")])


def kept(root: Path, seed: Seed) -> Seed:
    """Copy a seed from elsewhere, with its sidecar, to `seeds/`."""
    if seed.name.startswith(f"{FOLDER}/"):
        return seed
    target = root / FOLDER / seed.name
    mark = sha256_of(seed)
    if target.exists() and sha256_of(Seed(target, seed.name)) != mark:
        target = target.with_stem(f"{target.stem}-{mark[:8]}")
    if not target.exists():
        files.copy(seed.path, target)
    beside = seed.path.with_suffix(".yaml")
    if beside.is_file() and not target.with_suffix(".yaml").exists():
        files.copy(beside, target.with_suffix(".yaml"))
    return Seed(target, target.relative_to(root).as_posix(), seed.about)
