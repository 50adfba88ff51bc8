"""A disk that is full, a real one: the old tree stays, the path and the reason are told, and with room all is well."""

import os
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest

from sitegen import cli

from .made import archive, beside, built, clean, edits, mounted, tree, write

# bytes that are left when the build begins: it comes further each time
ROOMS = (0, 4 << 10, 16 << 10, 64 << 10, 192 << 10)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of 6 MB."""
    (tmp_path / "disk").mkdir()
    with mounted(tmp_path / "disk") as folder:
        yield folder


def fill(disk: Path, room: int) -> Path:
    """Fill a disk but for some bytes."""
    ballast = disk / "ballast"
    free = os.statvfs(disk)
    ballast.write_bytes(bytes(free.f_bavail * free.f_frsize - room))
    return ballast


def run(root: Path) -> tuple[int, str]:
    words = StringIO()
    with redirect_stderr(words):
        code = cli.run(["build", "-C", str(root), "-j", "2", "--no-search", "--no-import", "-q"])
    return code, words.getvalue()


def test_a_full_disk_leaves_the_old_tree_and_no_litter_and_is_told(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(disk / "cache"))
    root, made = disk / "site", archive(60)
    *there, back = edits(made)
    write(root, made)
    trees = [clean(root)]
    built(root)
    usual = beside(root)
    write(root, {path: text for edit in there for path, text in edit.items()})
    trees.append(clean(root))
    write(root, back)
    codes = []
    for number, room in enumerate(ROOMS):
        write(root, back if number % 2 else {path: text for edit in there for path, text in edit.items()})
        ballast = fill(disk, room)
        code, said = run(root)
        assert code == cli.IO, f"{room} bytes: {said}"
        assert f"{disk}/" in said, said
        assert "No space left on device. Make room on the disk." in said
        assert tree(root / "public") == trees[number % 2]
        assert beside(root) <= usual
        ballast.unlink()
        codes.append(run(root)[0])
        assert tree(root / "public") == trees[1 - number % 2]
        assert beside(root) == usual
    assert codes == [0] * len(ROOMS)
