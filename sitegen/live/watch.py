"""Wakes when something in a site may have changed, and looks what did: the watcher wakes, a scan decides."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from sitegen import files
from sitegen.problems import FileError

FOLDERS = ("content", "seeds", "themes", "static")
FILE = "site.yaml"
SETTLE = 0.08  # seconds of quiet after which a save counts as done
MOST_SETTLES = 12  # after so many a file that never rests is built as it is
PATIENCE = 5.0  # seconds between two looks while the system tells of changes
POLL = 1.0  # and while it does not
SILENT = (
    "The system does not tell of changes here: too many folders are watched, or this is a network mount. We look every "
    "second instead. `sudo sysctl fs.inotify.max_user_watches=524288` lets it watch more."
)
_TELLING: list[type[FileSystemEvent]] = [
    # not opened, not closed unread: the build's own reading must not wake us
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]

Scan = Mapping[str, files.Stat]


def scan(root: Path) -> Scan:
    """Return what a site is made from: path below `root` -> (size, mtime in ns, inode); hidden names are passed over.

    A link or a folder that cannot be read stands for itself, so that its coming and going is a change.
    """
    found = {FILE: files.stat_of(root / FILE)}
    for folder in FOLDERS:
        try:
            survey = files.survey(root / folder)
        except FileError:
            found[folder] = files.ABSENT
            continue
        seen = {**survey.files, **dict.fromkeys(survey.others, files.ABSENT)}
        found |= {f"{folder}/{name}": stat for name, stat in seen.items() if not _is_hidden(name)}
    return found


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") and part != ".well-known" for part in name.split("/"))


def difference(was: Scan, now: Scan) -> tuple[str, ...]:
    """Return the paths that came, went or changed, sorted."""
    return tuple(sorted(path for path in was.keys() | now.keys() if was.get(path) != now.get(path)))


class Watch(FileSystemEventHandler):
    """Watches a site from the moment it is made, so that nothing is missed that happens before `changes` is asked.

    With `poll` the system is not asked to tell of changes. `is_polling` becomes true too when it cannot tell (no
    observer), or does not (the inotify limit, some network and container mounts); `say` is told so, once.
    """

    def __init__(self, root: Path, *, poll: bool = False, say: Callable[[str], None] = lambda _words: None) -> None:
        self.root = root
        self.say = say
        self.is_polling = poll
        self._last = scan(root)
        self._woken, self._stopped = Event(), Event()
        self._observer: BaseObserver | None = None
        self._watched: dict[Path, tuple[int, ObservedWatch]] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - watchdog's signature
        """Wake: which event it was does not matter."""
        self._woken.set()

    def stop(self) -> None:
        """Let `changes` end at once; to be called from any thread."""
        self._stopped.set()
        self._woken.set()

    def changes(self) -> Iterator[tuple[str, ...]]:
        """Yield the paths that changed, each time that some did, until `stop`.

        What changes while the caller works on one answer is in the next.
        """
        try:
            self._arm()
            self._woken.set()
            while not self._stopped.is_set():
                was_told = self._woken.wait(POLL if self.is_polling else PATIENCE)
                self._settle()
                changed = self._look()
                if changed and not self._stopped.is_set():
                    # what the system should have told and did not: from now on we look for ourselves
                    if not was_told and not self._woken.is_set():
                        self._poll()
                    yield changed
                self._arm()
        finally:
            self._disarm()

    def _settle(self) -> None:
        for _ in range(MOST_SETTLES):
            self._woken.clear()
            if self._stopped.wait(SETTLE) or not self._woken.is_set():
                return

    def _look(self) -> tuple[str, ...]:
        now = scan(self.root)
        changed = difference(self._last, now)
        self._last = now
        return changed

    def _arm(self) -> None:
        """Ask the system to tell of changes in each folder that is there; one that was made anew is asked for again."""
        if self.is_polling or self._stopped.is_set():
            return
        try:
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            for folder in (self.root, *(self.root / name for name in FOLDERS)):
                self._arm_folder(self._observer, folder)
        except (OSError, RuntimeError):
            self._poll()

    def _poll(self) -> None:
        if not self.is_polling:
            self.is_polling = True
            self._disarm()
            self.say(SILENT)

    def _arm_folder(self, observer: BaseObserver, folder: Path) -> None:
        inode = folder.stat().st_ino if folder.is_dir() and not folder.is_symlink() else 0
        known, told = self._watched.get(folder, (0, None))
        if known == inode:
            return
        if told:
            del self._watched[folder]
            with suppress(KeyError, OSError):
                observer.unschedule(told)
        if inode:
            recursive = folder != self.root
            told = observer.schedule(self, str(folder), recursive=recursive, event_filter=_TELLING)
            self._watched[folder] = (inode, told)

    def _disarm(self) -> None:
        observer, self._observer = self._observer, None
        self._watched.clear()
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join(1.0)
