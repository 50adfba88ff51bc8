"""One sitegen at a time at a site: who waits for whom, and what a killed one leaves behind."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from sitegen import files
from sitegen.model import Place
from sitegen.problems import FileError, LockedError, problem

PATH = ".sitegen/lock"  # below a site's root
_POLL = 0.1  # seconds between two looks at a lock
_GRACE = 100  # looks for which the workers of a killed holder may still be ending
# where `files.write_bytes` may have been stopped half way: the records of a site, not the trees beside them
_DRAFTS = (".*.part", "*/.*.part", "*/*/.*.part")


@contextmanager
def hold(path: Path, wait: float) -> Iterator[None]:
    """Hold a site for oneself, or wait up to `wait` seconds for it. Raises LockedError (who holds it) and FileError.

    The system lets go of the lock when its holder and the workers that it forked have ended, however they ended: they
    inherit it, so that none of them can still write while the next build is at work. The file stays and means nothing
    by itself. Half-written records of a killed holder, in the folder of `path`, are removed.
    """
    files.make_folder(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, files.FILE_MODE)
    except OSError as error:
        raise files.refused(error, path) from error
    try:
        _take(handle, path, wait)
        _sign(handle, path, f"{os.getpid()}\n")
        for pattern in _DRAFTS:
            for draft in path.parent.glob(pattern):
                files.remove_tree(draft)
        yield
        _sign(handle, path, "")
    finally:
        os.close(handle)


def remove_drafts(folder: Path) -> None:
    """Remove what a killed holder left half-written, wherever below a folder. Raises FileError."""
    for above, _, names in os.walk(folder):
        for name in names:
            if name.startswith(".") and name.endswith(".part"):
                files.remove_tree(Path(above, name))


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """Give a place for what is needed for now: nothing stands there at the start, nor at the end. Raises FileError.

    What cannot be removed at the end goes at the next start, and so does what a kill leaves, or an interrupt, which is
    not to be kept waiting.
    """
    files.remove_tree(path)
    try:
        yield path
    except Exception:
        with suppress(FileError):
            files.remove_tree(path)
        raise
    with suppress(FileError):
        files.remove_tree(path)


def _take(handle: int, path: Path, wait: float) -> None:
    left = int(wait / _POLL)
    while not _is_free(handle, path):
        holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
        if left <= (-_GRACE if _is_gone(holder) else 0):
            raise _locked(holder, path)
        left -= 1
        sleep(_POLL)


def _is_free(handle: int, path: Path) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        raise files.refused(error, path) from error
    return True


def _sign(handle: int, path: Path, text: str) -> None:
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, text.encode(), 0)
    except OSError as error:
        raise files.refused(error, path) from error


def _is_gone(holder: str) -> bool:
    """Whether the process that signed the lock has ended, so that only workers of its can still hold it."""
    try:
        os.kill(int(holder), 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError, OverflowError):
        return False
    return False


def _locked(holder: str, path: Path) -> LockedError:
    who = f" (process {holder})" if holder.isdigit() else ""
    hint = "Wait until it is done, or give --wait SECONDS."
    return LockedError([problem("locked", f"Another sitegen{who} is at work here.", Place(str(path)), hint)])
