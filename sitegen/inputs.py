"""What a site is made from: every file by its digest, read again only where it may have changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen import digest, files, records
from sitegen.problems import FileError

# the folders and files of a site that its pages are made from
FOLDERS = ("content", "static", "themes")
SINGLES = ("site.yaml",)
# two changes within one tick of a coarse clock look alike
_TICK = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was last looked at: (size, mtime in ns, inode), and its digest ("" for what is no regular file)."""

    stat: tuple[int, int, int]
    digest: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """All files that a site is made from, by their path from the site's folder; those elsewhere by their full path."""

    files: Mapping[str, Seen]

    def digest(self, path: str) -> str:
        """Return the digest of a file, "" if there is none of that path."""
        return self.files[path].digest if path in self.files else ""

    def digests(self) -> dict[str, str]:
        """Return path -> digest."""
        return {path: one.digest for path, one in self.files.items()}


@dataclass(frozen=True, slots=True)
class _Record:
    begun: int
    files: dict[str, Seen]


def look(root: Path, elsewhere: Iterable[Path], record: Path) -> Inputs:
    """Look at every file that a site is made from; `elsewhere` are folders of themes beyond the site's own.

    A file whose size, time and inode are those in `record` is not read again, unless it was written at about the time
    of the last look (git's rule for such races). Raises FileError.
    """
    was: _Record = records.read(record, _Record) or _Record(0, {})
    # the time of the disk that the files are on, not of this process: the mark is written before the look begins
    mark = record.with_name(f"{record.name}.begun")
    files.write_bytes(mark, b"")
    begun = files.stat_of(mark)[1]
    seen: dict[str, Seen] = {}
    read = 0
    for path, stat in _stats(root, elsewhere):
        known = was.files.get(path)
        if known and known.stat == stat and stat[1] + _TICK < was.begun:
            seen[path] = known
        else:
            seen[path] = _seen(root, path, stat)
            read += 1
    if read or len(seen) != len(was.files):
        records.write(record, _Record(begun, seen))
    return Inputs(seen)


def changed(root: Path, elsewhere: Iterable[Path], was: Inputs, folders: Sequence[str] = FOLDERS) -> tuple[str, ...]:
    """Return the paths that no longer stand as they were looked at, what came and what went included. Raises FileError.

    Only those below `folders` of the site and in the folders `elsewhere` are looked at.
    """
    now = dict(_stats(root, elsewhere, folders))
    within = (*SINGLES, *(f"{folder}/" for folder in folders), *(f"{place}/" for place in elsewhere))
    known = {path: one for path, one in was.files.items() if path.startswith(within)}
    # what could not be read then is told by those who need it
    unread = {path for path, one in known.items() if one.stat == files.ABSENT}
    gone = known.keys() - now.keys()
    return tuple(
        sorted({path for path, stat in now.items() if path not in known or known[path].stat != stat} - unread | gone)
    )


def _stats(root: Path, elsewhere: Iterable[Path], folders: Sequence[str] = FOLDERS) -> Iterable[tuple[str, files.Stat]]:
    for folder in folders:
        survey = files.survey(root / folder)
        yield from ((f"{folder}/{name}", stat) for name, stat in survey.files.items())
        yield from ((f"{folder}/{name}", files.ABSENT) for name in survey.others)
    for name in SINGLES:
        if (root / name).is_file():
            yield name, files.stat_of(root / name)
    for place in elsewhere:
        yield from ((f"{place}/{name}", stat) for name, stat in files.survey(place).files.items())


def _seen(root: Path, path: str, stat: files.Stat) -> Seen:
    if stat == files.ABSENT:
        return Seen(stat, "")
    try:
        return Seen(stat, digest.of_bytes(files.read_bytes(root / path)))
    except FileError:
        # whoever needs this file will say what is wrong with it
        return Seen(files.ABSENT, "")
