"""The k-th file call of a build fails: the old tree or the new one is whole, and the next build is right.

Each run of the tests tries every FAULT_STRIDE-th call and one errno after the other; `make faults` tries all of both.
"""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from itertools import count
from pathlib import Path

import pytest

from sitegen import cli, files

from .calls import WRITES, Calls, counted
from .made import Tree, archive, beside, built, clean, edits, mounted, tree, write

STRIDE = int(os.environ.get("FAULT_STRIDE", "7"))
PACKAGE = str(Path(files.__file__).parent)
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)
# for what differs from another test in one point
FEW = 1 if STRIDE == 1 else 8 * STRIDE
# a site of about 30 pages
ARTICLES = 8


@dataclass(frozen=True, slots=True)
class World:
    """A site that was built, what leads to another state of it and back, and what each publishes."""

    root: Path
    there: dict[str, str | None]
    back: dict[str, str | None]
    old: Tree
    new: Tree

    def turned(self) -> "World":
        """The same, with the way back as the way there."""
        return World(self.root, self.back, self.there, self.new, self.old)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "site"
    return begun(root)


def begun(root: Path) -> World:
    """Make a site, and build each of its two states once."""
    made = archive(ARTICLES)
    *there, back = edits(made)
    all_of_them = {path: text for edit in there for path, text in edit.items()}
    write(root, made)
    old = clean(root)
    built(root)
    write(root, all_of_them)
    new = clean(root)
    built(root)
    write(root, back)
    built(root)
    return World(root, all_of_them, back, old, new)


def run(root: Path, calls: Calls) -> tuple[int, str]:
    """Build by the command line, in this process: the exit code and the words."""
    words = StringIO()
    calls.within = (f"{root}/", f"{root.parent / 'cache'}", PACKAGE)
    with redirect_stderr(words), counted(calls):
        code = cli.run(["build", "-C", str(root), "-j", "1", "--no-search", "--no-import", "-q"])
    return code, words.getvalue()


def is_told(code: int, said: str, calls: Calls, root: Path) -> bool:
    """Whether a failure ends with its code, names a path and the reason."""
    named = said.startswith(tuple(f"error: {place}" for place in (root.parent, "content", "static", "themes", PACKAGE)))
    # what cannot be read of content/ or a theme is a mistake in the site like others
    return code in {cli.IO, cli.FAILED} and named and os.strerror(calls.code) in said and "Traceback" not in said


def failed(world: World, calls: Calls, *, litter: bool, torn: bool = False) -> int:
    """Go over to the other state while calls fail, see that all is well, go there without a fault; the exit code."""
    usual = beside(world.root)
    write(world.root, world.there)
    code, said = run(world.root, calls)
    found = tree(world.root / "public")
    what = f"call {calls.kth} ({calls.failed}, {os.strerror(calls.code)}): {code}: {said}"
    assert torn or found in (world.old, world.new), f"{what}: neither tree is whole"
    assert (code == 0 and found == world.new) or is_told(code, said, calls, world.root), what
    # where the one fault was that something could not be removed, the next build has to
    left = {name for name in beside(world.root) - usual if not calls.failed.endswith(f"/{name}")}
    left = {name for name in left if code or "/staging" not in name}
    if torn:  # by this record the next build goes on where this one was stopped
        left = {name for name in left if not name.endswith("/publish.json")}
    assert not litter or not left, f"{what}: something was left over"
    built(world.root)
    assert tree(world.root / "public") == world.new, f"{what}: the next build is not as a clean one"
    assert beside(world.root) == usual, f"{what}: something was left over by the next build"
    return code


def tried(codes: Sequence[int], stride: int) -> Iterator[tuple[int, int]]:
    """Every k with every errno, there and back; with a stride one of these for each, in turn."""
    for nth, kth in enumerate(count(1, stride)):
        if STRIDE == 1:
            yield from ((kth, code) for code in codes for _ in range(2))
        else:
            yield kth, codes[nth // 2 % len(codes)]


def disturbed(
    world: World, make: Callable[[int, int], Calls], codes: Sequence[int], stride: int = STRIDE, *, torn: bool = False
) -> int:
    """Go there and back while the k-th call fails, for each k that is tried, to the last; how many builds failed."""
    failures, idle = 0, 0
    for kth, code in tried(codes, stride):
        calls = make(kth, code)
        failures += failed(world, calls, litter=not calls.lasting or code != errno.EIO, torn=torn) != 0
        idle = 0 if calls.failed else idle + 1
        if idle > 1:  # there nor back is there a call left to fail
            break
        world = world.turned()
    return failures


def test_whichever_call_fails_the_tree_is_whole_and_the_failure_is_told(world: World) -> None:
    assert disturbed(world, Calls, CODES) > 10


def test_from_whichever_call_on_the_disk_is_full_the_tree_is_whole_and_that_is_told(world: World) -> None:
    def full(kth: int, code: int) -> Calls:
        return Calls(kth, code, lasting=True, kinds=WRITES)

    assert disturbed(world, full, [errno.ENOSPC, errno.EMFILE]) > 5


def test_from_whichever_call_on_the_disk_fails_the_tree_is_whole_and_that_is_told(world: World) -> None:
    def failing(kth: int, code: int) -> Calls:
        return Calls(kth, code, lasting=True)

    assert disturbed(world, failing, [errno.EIO], FEW) > 5


def test_whichever_call_fails_where_folders_cannot_be_exchanged_the_tree_is_whole(world: World) -> None:
    def refusing(kth: int, code: int) -> Calls:
        return Calls(kth, code, never={"renameat2": errno.EINVAL})

    assert disturbed(world, refusing, CODES, FEW) > 5


def test_whichever_call_fails_where_files_are_published_one_by_one_the_next_build_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "site/public").mkdir(parents=True)
    with mounted(tmp_path / "site/public"):
        assert disturbed(begun(tmp_path / "site"), Calls, CODES, FEW, torn=True) > 5
