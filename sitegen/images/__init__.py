"""Pictures: which file an entry means, and what pages show of it, made once and kept by the digest of the file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import digest, files, urls
from sitegen.images import entries
from sitegen.images.keeping import keep, kept, release
from sitegen.images.making import Made, Part, make, name, recipe
from sitegen.model import File, Picture, Place, Problem, Rendition, Site
from sitegen.problems import BuildError, problem
from sitegen.workers import Task, at, each_range

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["Asked", "Wanted", "make_missing", "pictured", "release", "wanted"]

FOLDER = "/assets/pictures/"
_SAVED_EVERY = 64  # pictures: after a kill, no more than these are made again


@dataclass(frozen=True, slots=True)
class Asked:
    """How pictures are made: those of the site at `root`, kept below it in the folder `cache`.

    In `widths` (pixels, ascending), and none of a file of more than `most` pixels.
    """

    root: Path
    cache: str
    widths: tuple[int, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files that entries mean, by path, the key of each, what is kept of them by keys, and what is wrong."""

    files: Mapping[str, File]
    keys: Mapping[str, str]
    made: Mapping[str, Made]
    problems: tuple[Problem, ...]

    @property
    def missing(self) -> dict[str, File]:
        """A file for each key of which nothing is kept."""
        return {key: self.files[path] for path, key in self.keys.items() if key not in self.made}


def wanted(site: Site, asked: Asked) -> Wanted:
    """Find the file of each entry, and what was made of it before; no picture is opened."""
    known = {one.path: one for one in site.pictures}
    means = [(picture, path, entries.found(picture, path, known)) for picture, path in entries.named(site)]
    problems = (*entries.linked(site), *(one for entry in means for one in entries.mistakes(*entry)))
    needed = {file.path: file for _, _, file in means if file}
    if not needed:
        return Wanted({}, {}, {}, problems)
    how = recipe(asked.widths)
    keys = {path: digest.of_value([how, file.digest]) for path, file in needed.items()}
    held, wants = kept(asked.root / asked.cache), set(keys.values())
    # the limit may have been raised since
    made = {
        key: one.made
        for key, one in held.items()
        if key in wants and not (one.made.refused == "large" and one.made.pixels <= asked.most)
    }
    return Wanted(needed, keys, made, problems)


def make_missing(
    one: Wanted,
    asked: Asked,
    jobs: int,
    done: Callable[[], None] = lambda: None,
    executor: "Executor | None" = None,
) -> Wanted:
    """Make what is missing, in up to `jobs` processes; `done` is told of each.

    Raises FileError, and BuildError for a file that changed since it was looked at.
    """
    missing = one.missing
    cache, held, new = asked.root / asked.cache, dict(one.made), dict[str, Made]()
    shared = asked, tuple(missing.values())
    results = each_range(_TASK, shared, len(missing), jobs, alone=2, size=1, executor=executor)
    try:
        for key, result in zip(missing, results, strict=True):
            new[key] = result
            done()
            if len(new) >= _SAVED_EVERY:
                keep(cache, new)
                held |= new
                new.clear()
    finally:
        if new:
            keep(cache, new)
    return replace(one, made=held | new)


_Making = tuple[Asked, tuple[File, ...]]


def _made(shared: _Making, first: int, end: int) -> Made:
    asked, pictures = shared
    (file,) = pictures[first:end]
    at(first)
    data = files.read_bytes(asked.root / file.path)
    if digest.of_bytes(data) != file.digest:
        said, hint = "This file changed while the site was being built; nothing was published.", "Build again."
        raise BuildError([problem("content-changed", said, Place(file.path), hint)])
    return make(data, asked.root / asked.cache, asked.widths, asked.most)


def _part(shared: _Making, first: int, end: int) -> _Making:
    return shared[0], shared[1][first:end]


def _name(shared: _Making, piece: int) -> str:
    return shared[1][piece].path


_TASK = Task(_made, _part, _name)


def pictured(site: Site, one: Wanted, asked: Asked) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site with what was made of its pictures, to show and to publish, and what is wrong with them.

    A picture of which nothing can be shown stays as its caption.
    """
    refused = dict(_refused(one, asked))

    def show(picture: Picture, path: str) -> Picture:
        file = entries.found(picture, path, one.files)
        if file is None or file.path in refused:
            return replace(picture, src="")
        made = one.made[one.keys[file.path]]
        return _shown(picture, file, made)

    copies = {
        _url(file, part): File(_url(file, part), _origin(file, part, asked), part.digest)
        for path, file in one.files.items()
        if path not in refused
        for part in one.made[one.keys[path]].parts
    }
    return replace(entries.shown(site, show), files=(*site.files, *copies.values())), (*one.problems, *refused.values())


def _shown(picture: Picture, file: File, made: Made) -> Picture:
    return replace(
        picture,
        src=_url(file, made.shown) if made.shown else "",
        width=made.width,
        height=made.height,
        colour=made.colour,
        renditions=tuple(Rendition(_url(file, part), part.width) for part in made.renditions),
        digest=file.digest,
    )


def _url(file: File, part: Part) -> str:
    stem, mark = urls.slug(Path(file.path).stem) or "picture", part.digest[:10]
    # some hosts refuse a folder of more than 54,000 files
    return f"{FOLDER}{mark[:2]}/{stem}{f'-{part.width}' if part.size else ''}.{mark}.{part.ending}"


def _origin(file: File, part: Part, asked: Asked) -> str:
    return f"{asked.cache}/{name(part)}" if part.size else file.path


def _refused(one: Wanted, asked: Asked) -> Iterator[tuple[str, Problem]]:
    for path, key in one.keys.items():
        made = one.made[key]
        if made.refused == "unreadable":
            said, hint = "This cannot be read as a picture.", "Save it anew as PNG, JPEG or WebP."
            yield path, problem("image-unreadable", said, Place(path), hint)
        elif made.pixels > asked.most:
            said = f"This picture has {made.pixels:,} pixels; {asked.most:,} are the limit."
            hint = "Save it with fewer, or raise `limits.image_pixels` in site.yaml."
            yield path, problem("image-too-large", said, Place(path), hint)
