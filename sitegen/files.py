"""Every write to the disk, and the walk over folders: whole files, new inodes, no links followed."""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sitegen.model import Place, Problem
from sitegen.problems import BuildError, FileError, problem

# what makes an output folder known as our own; an ordinary output in every other respect
MARK = ".well-known/sitegen.json"
FILE_MODE = 0o644
FOLDER_MODE = 0o755
# another file system, one without links, too many links, links forbidden: a copy may still be possible
_NO_LINKS = frozenset({errno.EXDEV, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EPERM, errno.EACCES})
_WAYS_OUT = {
    errno.EACCES: "See who owns it and who may read and write there.",
    errno.EDQUOT: "Make room: the quota of the disk is used up.",
    errno.EIO: "The disk may be failing: look into the system's log, and see that there is a copy.",
    errno.EISDIR: "A folder stands where a file should; move it away.",
    errno.EMFILE: "Allow more open files (ulimit -n), or build with -j 1.",
    errno.ENOENT: "If something removed it in the meantime, build again.",
    errno.ENOSPC: "Make room on the disk.",
    errno.ENOTDIR: "A file stands where a folder should; move it away.",
    errno.EROFS: "The disk can only be read: mount it for writing.",
}
_AT_CWD = -100  # <fcntl.h> AT_FDCWD
_EXCHANGE = 2  # <linux/fs.h> RENAME_EXCHANGE
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
Stat = tuple[int, int, int]  # size in bytes, mtime in ns, inode
ABSENT: Stat = (-1, 0, 0)


@dataclass(frozen=True, slots=True)
class Survey:
    """What stands below a folder, hidden names included, all relative with `/`.

    `folders` are all folders, each after the one that holds it; `others` are links and devices, never followed.
    """

    files: Mapping[str, Stat]
    folders: tuple[str, ...]
    others: tuple[str, ...]


def refused(error: OSError, path: Path | str) -> FileError:
    """Return what to raise when the system refuses a file: path, reason, way out."""
    reason = error.strerror or str(error)
    hint = _WAYS_OUT.get(error.errno or 0, "See who owns it and whether the disk is full.")
    return FileError([problem("file-refused", f"{reason}.", Place(str(path)), hint)])


def read_bytes(path: Path | str) -> bytes:
    """Read a whole file. Raises FileError."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)  # a file object takes twice as long
        try:
            return b"".join(iter(partial(os.read, handle, os.fstat(handle).st_size + 1), b""))
        finally:
            os.close(handle)
    except OSError as error:
        raise refused(error, path) from error


def text_of(data: bytes, path: str, codec: str = "utf-8-sig") -> str:
    """Return the text of a file's bytes. Raises BuildError with the line that is not UTF-8."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        place = Place(path, data.count(b"\n", 0, error.start) + 1)
        raise BuildError([problem("not-utf8", "This is not UTF-8.", place, "Save the file as UTF-8.")]) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file beside its place and move it there: readers see the old or the new one. Raises FileError."""
    # a name of this process's own: two that write the same file never write into each other's draft
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise refused(error, path) from error


def write_staged(path: str, data: bytes) -> None:
    """Write a file of a folder that nobody reads yet: at its name at once, a fifth of the time. Raises FileError.

    `path` is text, as in all that is done ten thousand times: a Path takes as long as the system.
    """
    try:
        _make_folder(path.rpartition("/")[0])  # nearly every page has one of its own
        handle = os.open(path, _NEW, FILE_MODE)
        try:
            os.fchmod(handle, FILE_MODE)
            while data:
                data = data[os.write(handle, data) :]
        finally:
            os.close(handle)
    except OSError as error:
        raise refused(error, path) from error


def _make_folder(path: str) -> None:
    above = path.rpartition("/")[0]
    try:
        os.mkdir(path)  # noqa: PTH102 - see write_staged
    except FileNotFoundError:
        if not above:
            raise
        _make_folder(above)
        _make_folder(path)
    except FileExistsError:
        return
    else:
        os.chmod(path, FOLDER_MODE)  # noqa: PTH101 - likewise


def write_text(path: Path, text: str) -> None:
    """Write a whole file as UTF-8 with the line ends that the text has. Raises FileError."""
    write_bytes(path, text.encode())


def walk(root: Path) -> tuple[list[str], list[Problem]]:
    """Return the regular files below a folder (sorted, relative, `/`) and a problem for each symbolic link or device.

    Names that begin with a dot are passed over, except `.well-known`. A folder that is not there holds nothing.
    """
    found: list[str] = []
    problems: list[Problem] = []
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(root / folder) as listing:
                for one in listing:
                    _sort_out(one, folder, found, pending, problems)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.extend(refused(error, root / folder).problems)
    return sorted(found), problems


def _sort_out(
    one: os.DirEntry[str], folder: str, found: list[str], pending: list[str], problems: list[Problem]
) -> None:
    name = f"{folder}/{one.name}" if folder else one.name
    if one.name.startswith(".") and one.name != ".well-known":
        return
    if one.is_dir(follow_symlinks=False):
        pending.append(name)
    elif one.is_file(follow_symlinks=False):
        found.append(name)
    else:
        problems.append(
            problem(
                "not-a-regular-file",
                "This is a link or a device; it was not read.",
                Place(name),
                "Copy the file itself here.",
            )
        )


def remove_tree(path: Path) -> None:
    """Remove a folder or file of our own making, if it is there. Raises FileError."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise refused(error, path) from error


def make_folder(path: Path | str) -> None:
    """Make a folder and those above it, readable by all whatever the umask. Raises FileError."""
    try:
        _make_folder(str(path))
    except OSError as error:
        raise refused(error, path) from error


def make_folders(root: Path, names: Iterable[str]) -> None:
    """Make new folders below one that is there, as `make_folder` does; `names` holds all parents. Raises FileError."""
    for name in sorted(names):
        path = f"{root}/{name}"
        try:
            os.mkdir(path)  # noqa: PTH102 - text for a path: half the time at 10,000 folders
            os.chmod(path, FOLDER_MODE)  # noqa: PTH101 - likewise
        except OSError as error:
            raise refused(error, path) from error


def survey(root: Path) -> Survey:
    """Take stock of a folder; one that is not there, or is a link, holds nothing. Raises FileError."""
    found: dict[str, Stat] = {}
    folders: list[str] = []
    others: list[str] = []
    pending = [""] if root.is_dir() and not root.is_symlink() else []
    top = f"{root}/"  # text, not Path: half the time at 10,000 folders
    while pending:
        prefix = pending.pop()
        try:
            with os.scandir(top + prefix) as listing:
                for one in listing:
                    name = prefix + one.name
                    if one.is_dir(follow_symlinks=False):
                        folders.append(name)
                        pending.append(f"{name}/")
                    elif stat.S_ISREG((it := one.stat(follow_symlinks=False)).st_mode):
                        found[name] = (it.st_size, it.st_mtime_ns, it.st_ino)
                    else:
                        others.append(name)
        except OSError as error:
            raise refused(error, root / prefix) from error
    return Survey(found, tuple(folders), tuple(others))


def stat_of(path: Path | str) -> Stat:
    """Return the stat of a regular file, `ABSENT` for anything else. Raises FileError if the system does not tell."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    except OSError as error:
        raise refused(error, path) from error
    return (found.st_size, found.st_mtime_ns, found.st_ino) if stat.S_ISREG(found.st_mode) else ABSENT


def link_or_copy(source: Path | str, target: Path | str) -> None:
    """Give a file a second name, or where the file system refuses that, a copy with the same time. Raises FileError.

    A file that stands at `target` is replaced, its own inode untouched.
    """
    try:
        try:
            os.link(source, target, follow_symlinks=False)
        except FileExistsError:
            os.unlink(target)  # noqa: PTH108 - text for a path: half the time at 10,000 files
            os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if _made_way(error, target):
            link_or_copy(source, target)
        elif error.errno in _NO_LINKS:
            copy(Path(source), Path(target))
        else:
            raise refused(error, error.filename or source) from error


def _made_way(error: OSError, target: Path | str) -> bool:
    """Whether all that was missing was the folder, and it is there now."""
    folder = Path(target).parent
    if error.errno != errno.ENOENT or folder.is_dir():
        return False
    make_folder(folder)
    return True


def copy(source: Path, target: Path) -> None:
    """Copy a file to a new inode, whole or not at all, mode 0644, with the source's time. Raises FileError."""
    draft = target.with_name(f".{os.getpid()}.part")
    make_folder(target.parent)
    try:
        shutil.copyfile(source, draft)
        draft.chmod(FILE_MODE)
        time = source.stat().st_mtime_ns
        os.utime(draft, ns=(time, time))
        draft.replace(target)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise refused(error, error.filename or source) from error


def move(source: Path | str, target: Path | str) -> None:
    """Move a file of our own making, mode 0644; across file systems it is copied and removed. Raises FileError."""
    try:
        os.chmod(source, FILE_MODE)  # noqa: PTH101 - text for a path: half the time at 10,000 files
        os.replace(source, target)  # noqa: PTH105 - likewise
    except OSError as error:
        if _made_way(error, target):
            move(source, target)
        elif error.errno == errno.EXDEV:
            copy(Path(source), Path(target))
            remove_tree(Path(source))
        else:
            raise refused(error, source) from error


def exchange(a: Path, b: Path) -> bool:
    """Let two folders change places at one instant. False, and nothing happened, where the system refuses."""
    import ctypes  # noqa: PLC0415 - 8 ms, and only a publish needs it

    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return swap is not None and swap(_AT_CWD, os.fsencode(a), _AT_CWD, os.fsencode(b), _EXCHANGE) == 0


def rename(source: Path, target: Path) -> bool:
    """Rename a folder to a free name (or an empty folder's). False, and nothing happened, where the system refuses."""
    try:
        source.rename(target)
    except OSError:
        return False
    return True


def sync_tree(root: Path) -> None:
    """Wait until all that was written below a folder is on the disk. Raises FileError.

    One `syncfs` (it takes the whole file system) instead of an fsync for each file: links and removals in thousands
    of folders are to be safe too, and on a cold build an fsync a page would cost more than the pages.
    """
    import ctypes  # noqa: PLC0415 - see exchange

    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs:
        _with_folder(root, lambda handle: _checked(syncfs(handle), ctypes.get_errno()))
    else:
        os.sync()


def sync_folder(path: Path) -> None:
    """Wait until the names in one folder are on the disk. Raises FileError."""
    _with_folder(path, os.fsync)


def _checked(result: int, code: int) -> None:
    if result:
        raise OSError(code, os.strerror(code))


def _with_folder(path: Path, act: Callable[[int], None]) -> None:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            act(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise refused(error, path) from error
