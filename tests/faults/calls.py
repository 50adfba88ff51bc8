"""File calls that fail: the k-th of those that a build makes, once or from then on, with the error that is wanted."""

import builtins
import ctypes
import fcntl
import io
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

# what takes room or a name on a disk, or a number in the table of open files: what a full one refuses
WRITES = frozenset({"open to write", "write", "mkdir", "link", "rename", "replace", "sendfile", "pwrite", "renameat2"})
IN_OS = (
    *(
        "chmod",
        "fchmod",
        "fsync",
        "ftruncate",
        "link",
        "listdir",
        "lstat",
        "mkdir",
        "open",
        "pwrite",
        "rename",
        "replace",
    ),
    *("rmdir", "scandir", "sendfile", "stat", "unlink", "utime"),
)
IN_LIBC = ("renameat2", "syncfs")


@dataclass(slots=True)
class Calls:
    """Counts file calls, and lets the k-th fail (0: none) with an errno; `lasting`: it and all later ones of `kinds`.

    Calls for files that are not `within` places are not counted; calls in `never` fail always, each with its errno.
    `failed` is the first call that failed, with the file that it was for.
    """

    kth: int = 0
    code: int = 0
    lasting: bool = False
    kinds: frozenset[str] = frozenset()
    within: tuple[str, ...] = ("",)
    never: Mapping[str, int] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    failed: str = ""

    def fails(self, name: str, file: object = "") -> bool:
        """Count a call, and say whether it is to fail."""
        elsewhere = isinstance(file, str | Path) and Path(file).is_absolute() and not str(file).startswith(self.within)
        if elsewhere or (self.kinds and name not in self.kinds):
            return False
        self.made.append(name)
        if len(self.made) != self.kth and not (self.lasting and 0 < self.kth < len(self.made)):
            return False
        self.failed = self.failed or f"{name} {file}"
        return True

    def error(self, *files: object) -> OSError:
        """Return the error as the system gives it: with the files, where the call names any."""
        named = [os.fsdecode(one) for one in files if isinstance(one, str | bytes | Path)]
        return OSError(self.code, os.strerror(self.code), *named[:1])


def in_os(calls: Calls, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of `os` that may fail."""

    def call(*values: Any, **named: Any) -> Any:
        if name in calls.never:
            code = calls.never[name]
            raise OSError(code, os.strerror(code), *values[:1])
        writing = name == "open" and values[1] & (os.O_WRONLY | os.O_RDWR)
        if calls.fails("open to write" if writing else name, values[0] if values else ""):
            raise calls.error(*values)
        return real(*values, **named)

    return call


def opened(calls: Calls, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return an `open` that may fail, whose files may fail at each write, half of it done."""

    class Raw(io.FileIO):
        def write(self, data: Any) -> int:
            if calls.fails("write", self.name):
                super().write(bytes(data)[: len(data) // 2])
                raise calls.error()
            return super().write(data)

    def call(file: Any, mode: str = "r", *values: Any, **named: Any) -> Any:
        writing = not set(mode).isdisjoint("wax+")
        if calls.fails("open to write" if writing else "open", file):
            raise calls.error(file)
        if not writing:
            return real(file, mode, *values, **named)
        opener = named.pop("opener", None)
        whole = io.BufferedWriter(Raw(file, mode.replace("b", "").replace("t", ""), opener=opener))
        return whole if "b" in mode else io.TextIOWrapper(whole, *values[1:], **named)

    return call


def written(calls: Calls, real: Callable[[int, bytes], int]) -> Callable[[int, bytes], int]:
    """Return an `os.write` that may fail, half of it done."""

    def call(handle: int, data: bytes) -> int:
        if calls.fails("write", handle):
            real(handle, data[: len(data) // 2])
            raise calls.error()
        return real(handle, data)

    return call


def in_libc(calls: Calls, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return a `ctypes.CDLL` whose file calls may fail."""

    def refusing(name: str, function: Callable[..., int]) -> Callable[..., int]:
        def call(*values: Any) -> int:
            if name in calls.never or calls.fails(name):
                ctypes.set_errno(calls.never.get(name, calls.code))
                return -1
            return function(*values)

        return call

    class Library:
        def __init__(self, *values: Any, **named: Any) -> None:
            whole = real(*values, **named)
            for name in IN_LIBC:
                setattr(self, name, refusing(name, getattr(whole, name)))

    return Library


@contextmanager
def counted(calls: Calls) -> Iterator[None]:
    """Let all file calls of this process go through `calls`."""
    with pytest.MonkeyPatch.context() as patch:
        for name in IN_OS:
            patch.setattr(os, name, in_os(calls, name, getattr(os, name)))
        patch.setattr(os, "write", written(calls, os.write))
        patch.setattr(fcntl, "flock", in_os(calls, "flock", fcntl.flock))
        instead = opened(calls, io.open)
        patch.setattr(io, "open", instead)
        patch.setattr(builtins, "open", instead)
        patch.setattr(ctypes, "CDLL", in_libc(calls, ctypes.CDLL))
        yield
