"""A folder to build in, on a RAM disk if there is one with room: a disk's own pace is nobody's merit."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_RAM = Path("/dev/shm")
_BYTES = 50_000  # what an article's source, page and share of lists need on a side; sitegen has its twin besides


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder, and in words what kind of disk it is on."""

    folder: Path
    disk: str


@contextmanager
def workplace(articles: int, sides: int) -> Iterator[Workplace]:
    """Give a folder with room for so many articles on so many sides, and take it away at the end."""
    fits = _RAM.is_dir() and shutil.disk_usage(_RAM).free > articles * (sides + 1) * _BYTES
    with tempfile.TemporaryDirectory(prefix="bench-", dir=_RAM if fits else None) as name:
        yield Workplace(Path(name), "RAM disk" if fits else "disk")
