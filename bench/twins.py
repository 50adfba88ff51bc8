"""How the twin best comes by the files that stay as they are: links, clones or copies, in memory and on a disk.

python bench/twins.py [FILES] [ROUNDS] [FOLDER...]     25,000 files, 3 rounds, a disk in memory and this folder
"""

import fcntl
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sitegen import files

FILES, ROUNDS = 25_000, 3
SIZE = 12_000  # bytes of a page, as the bench corpus makes them
CLONE = 0x40049409  # <linux/fs.h> FICLONE


def link(source: str, target: str) -> None:
    """Give the file a second name."""
    os.link(source, target)


def clone(source: str, target: str) -> None:
    """Make a file that shares the other's blocks until one of them is written to. Raises OSError where none can."""
    with Path(source).open("rb") as one, Path(target).open("wb") as other:
        fcntl.ioctl(other.fileno(), CLONE, one.fileno())


def copy(source: str, target: str) -> None:
    """Copy the bytes, within the kernel."""
    shutil.copyfile(source, target)


# the last two are what publishing does: a link, and where that is refused a copy that is moved to its place
WAYS: dict[str, Callable[[str, str], None]] = {
    "link": link,
    "clone": clone,
    "copy": copy,
    "files.link_or_copy": files.link_or_copy,
    "files.copy": lambda source, target: files.copy(Path(source), Path(target)),
}


def tree(root: Path, count: int) -> list[str]:
    """Make `count` pages below a folder, each in a folder of its own, and return their paths."""
    names = [f"{number % 100:02}/{number}/index.html" for number in range(count)]
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(os.urandom(SIZE))
    files.sync_tree(root)
    return names


def folders(root: Path, names: list[str]) -> None:
    """Make the folders that the twin's files stand in: they cost the same for each way."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)


def seconds(act: Callable[[], None]) -> float:
    """Return how long something takes."""
    begun = time.monotonic()
    act()
    return time.monotonic() - begun


def fill(way: Callable[[str, str], None], old: Path, new: Path, names: list[str]) -> None:
    """Bring all files over."""
    for name in names:
        way(f"{old}/{name}", f"{new}/{name}")


def taken(place: Path) -> int:
    """Return the bytes in use on a file system."""
    stat = os.statvfs(place)
    return (stat.f_blocks - stat.f_bfree) * stat.f_frsize


def measure(place: Path, count: int, rounds: int) -> None:
    """Print the medians of a place: seconds to fill a twin, to see it on the disk, to remove it, and its megabytes."""
    with tempfile.TemporaryDirectory(dir=place) as held:
        old, new = Path(held) / "old", Path(held) / "new"
        names = tree(old, count)
        found: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in WAYS}
        refused: dict[str, str] = {}
        for name in [*WAYS] * rounds:
            folders(new, names)
            files.sync_tree(new)
            before = taken(place)
            try:
                filled = seconds(partial(fill, WAYS[name], old, new, names))
                synced = seconds(partial(files.sync_tree, new))
                room = (taken(place) - before) / 1e6
                found[name].append((filled, synced, seconds(partial(files.remove_tree, new)), room))
            except OSError as error:
                refused[name] = error.strerror or str(error)
                files.remove_tree(new)
    print(f"\n{place}: {count:,} files of {SIZE:,} bytes, median of {rounds}")
    print(f"{'':20} {'fill s':>8} {'sync s':>8} {'remove s':>8} {'MB more':>8}")
    for name, rows in found.items():
        if name in refused:
            print(f"{name:20} {refused[name]}")
        else:
            print(f"{name:20} " + " ".join(f"{statistics.median(one):8.2f}" for one in zip(*rows, strict=True)))


def main() -> None:
    """Measure each place."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    count, rounds = (*numbers, *(FILES, ROUNDS)[len(numbers) :])[:2]
    asked = [Path(one) for one in sys.argv[1:] if not one.isdigit()]
    for place in asked or [one for one in (Path("/dev/shm"), Path.cwd()) if one.is_dir()]:
        measure(place, count, rounds)


if __name__ == "__main__":
    main()
