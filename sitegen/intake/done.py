"""Which seeds were taken in just as they stand, so that a run over a large pile opens only what is new."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen import files, records
from sitegen.files import Stat
from sitegen.intake import importers
from sitegen.model import Problem

PATH = ".sitegen/intake/done"
UNFINISHED = ".sitegen/intake/unfinished"
# two changes within one tick of a coarse clock look alike
_TICK = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Done:
    """What a seed was when it was taken in, and what came of it: ids of articles, headlines, what was told.

    `importer` and `sidecar` are what else must be the same for it to give the same again; `begun` is when it was read.
    """

    stat: Stat
    begun: int
    sha256: str
    importer: str
    sidecar: str
    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    refused: tuple[Problem, ...] = ()
    findings: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Unfinished:
    """The mark of a run that is not done: the next one goes on, and compares what was written since it was set.

    `asked` is a digest of what the run was asked for; `since` is when the mark was set (ns, by the clock of the disk
    that it is on), 0 where there is none; `stopped` says that an earlier run left it, `goes_on` that it was asked for
    the same.
    """

    root: Path
    asked: str
    since: int = 0
    stopped: bool = False
    goes_on: bool = False

    def __post_init__(self) -> None:
        stat = files.stat_of(self._path)
        if stat != files.ABSENT:
            self.since, self.stopped = stat[1], True
            self.goes_on = files.read_bytes(self._path) == self.asked.encode()

    @property
    def _path(self) -> Path:
        return self.root / UNFINISHED

    def begin(self) -> None:
        """Set the mark, or say that it is this run now that goes on. Raises FileError."""
        if not self.goes_on:
            files.write_bytes(self._path, self.asked.encode())
            self.goes_on, self.since = True, self.since or files.stat_of(self._path)[1]

    def end(self) -> None:
        """Take the mark away: all is done."""
        files.remove_tree(self._path)


@dataclass(slots=True)
class Memory:
    """The seeds that are done; `mark` is what they depend on beside sitegen itself. Lost, it is made again."""

    root: Path
    mark: str
    begun: int = 0
    _known: dict[str, Done] = field(default_factory=dict)
    _changed: bool = False

    def open(self) -> "Memory":
        """Read what the last run left, and begin a new one. Raises FileError."""
        self._known = records.read(self.root / PATH, dict[str, Done], self.mark) or {}
        # by the clock of the disk that the seeds are on
        begun = self.root / f"{PATH}.begun"
        files.write_bytes(begun, b"")
        self.begun = files.stat_of(begun)[1]
        return self

    def of(self, name: str, path: Path, sidecar: str, articles: Container[str]) -> Done | None:
        """Return what came of a seed if it stands as it did, and all that came of it is still known."""
        done = self._known.get(name)
        if done is None or done.sidecar != sidecar or not _is_current(done.importer):
            return None
        same = done.stat == files.stat_of(path) and done.stat[1] + _TICK < done.begun
        return done if same and all(one in articles for one in done.ids) else None

    def put(self, name: str, done: Done) -> None:
        """Remember a seed."""
        before = self._known.get(name)
        if before is None or replace(before, begun=0) != replace(done, begun=0) or not _is_settled(before):
            self._known[name] = done
            self._changed = self._changed or before is None or _is_settled(done) or before.sha256 != done.sha256

    def save(self) -> None:
        """Write what is known, if it is other than before. Raises FileError."""
        if self._changed:
            records.write(self.root / PATH, self._known, self.mark)

    def forget_all_but(self, names: Iterable[str]) -> None:
        """Forget seeds that are not there any more."""
        there = set(names)
        for name in [name for name in self._known if name not in there]:
            del self._known[name]
            self._changed = True


def _is_settled(done: Done) -> bool:
    return done.stat[1] + _TICK < done.begun


def _is_current(importer: str) -> bool:
    return importer in {importers.mark(), *importers.mark().split(" ")}
