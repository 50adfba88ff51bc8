import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import digest, files, manifest, publish, swap
from sitegen.model import Manifest, Output
from sitegen.problems import BuildError, FileError, SitegenError, UsageError, sentence

Tree = Mapping[str, bytes]
MARK: Tree = {files.MARK: b"{}"}


class Killed(BaseException):
    """Stands for SIGKILL: nothing that the code does afterwards catches it."""


class World:
    """A site's output, its records, and a build that makes what does not stand."""

    def __init__(self, root: Path) -> None:
        self.out, self.state, self.staging = root / "public", root / ".sitegen", root / ".sitegen/staging"

    def records(self) -> publish.Trees:
        return publish.Trees(manifest.load(self.state / "manifest"), manifest.load(self.state / "twin.manifest"))

    def build(self, tree: Tree, *, withdraw: bool = False) -> publish.Published:
        publish.recover(self.state)
        was = self.records()
        standing = manifest.intact(was.live, files.survey(self.out).files)
        kept = {
            path
            for path, data in tree.items()
            if path in standing and was.live.outputs[path].digest == digest.of_bytes(data)
        }
        files.remove_tree(self.staging)
        origins = {path: self.origin(n, path, tree[path]) for n, path in enumerate(sorted(set(tree) - kept))}
        trees, published = publish.publish(self.out, self.state, self.plan(tree), origins, was, withdraw=withdraw)
        manifest.save(self.state / "manifest", trees.live)
        manifest.save(self.state / "twin.manifest", trees.twin)
        return published

    def origin(self, n: int, path: str, data: bytes) -> publish.Origin:
        files.write_bytes(self.staging / str(n), data)
        return publish.Origin(self.staging / str(n), move=path.endswith(".html"))

    @staticmethod
    def plan(tree: Tree) -> Manifest:
        outputs = {path: Output(path, digest.of_bytes(data), stat=(len(data), 0, 0)) for path, data in tree.items()}
        return Manifest(manifest.generation(outputs.values()), outputs)


def _read(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in files.survey(root).files}


def _same(root: Path, tree: Tree) -> bool:
    found = files.survey(root)
    folders = {"/".join(path.split("/")[:n]) for path in tree for n in range(1, path.count("/") + 1)}
    return not found.others and set(found.folders) == folders and _read(root) == dict(tree)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _refuse(*_: object) -> bool:
    return False


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


OLD: Tree = {
    **MARK,
    "index.html": b"old",
    "a/index.html": b"a",
    "a/pic.png": b"pic",
    ".nojekyll": b"",
    "gone/deep/index.html": b"x",
}
NEW: Tree = {
    **MARK,
    "index.html": b"new!",
    "a/index.html": b"a",
    "a/pic.png": b"pic",
    ".nojekyll": b"",
    "b/index.html": b"b",
}
METHODS: dict[str, tuple[str, ...]] = {
    "exchange": (),
    "rename-pair": ("exchange",),
    "file-by-file": ("exchange", "rename"),
}


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in METHODS[request.param]:
        monkeypatch.setattr(files, name, _refuse)
    return str(request.param)


# what is ours


def test_a_folder_that_sitegen_did_not_make_is_refused_and_not_touched(world: World) -> None:
    files.write_text(world.out / "precious.txt", "mine")
    before = files.survey(world.out)
    text = f"{world.out}: This is not empty, and has no {files.MARK}: it was not made by sitegen and was not touched. "
    for act in (lambda: publish.claim(world.out, world.out.parent), lambda: world.build(NEW)):
        with pytest.raises(UsageError) as caught:
            act()
        assert sentence(caught.value.problems[0]) == text + "Choose another folder with -o, or empty this one yourself."
        assert caught.value.problems[0].rule == "output-not-ours"
    assert files.survey(world.out) == before


def test_a_file_where_the_output_folder_should_be_is_refused(world: World) -> None:
    world.out.write_text("mine")
    with pytest.raises(UsageError):
        world.build(NEW)
    assert world.out.read_text() == "mine"


def test_a_git_repository_in_the_output_folder_is_never_published_away(world: World) -> None:
    world.build(OLD)
    files.write_text(world.out / ".git/HEAD", "ref")
    with pytest.raises(UsageError, match="git repository"):
        world.build(NEW)
    assert (world.out / ".git/HEAD").read_text() == "ref"


@pytest.mark.parametrize(
    "name", ["", "..", "content", "seeds/x", "themes", "static/a/b", ".sitegen", ".sitegen/twin", "public/../content"]
)
def test_a_folder_that_the_site_is_made_from_is_no_output(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(UsageError) as caught:
        publish.claim(tmp_path / "site" / name, tmp_path / "site")
    assert caught.value.problems[0].rule == "output-in-the-way"


def test_a_link_to_a_folder_that_the_site_is_made_from_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "public").symlink_to("content")
    with pytest.raises(UsageError):
        publish.claim(tmp_path / "public", tmp_path)


@pytest.mark.parametrize(
    "name", ["public", "out/of/sight", ".sitegen/preview", ".sitegen/preview/en", "../elsewhere", "contents"]
)
def test_an_empty_or_missing_folder_elsewhere_may_be_filled(tmp_path: Path, name: str) -> None:
    publish.claim(tmp_path / "site" / name, tmp_path / "site")
    (tmp_path / "site" / name).mkdir(parents=True)
    publish.claim(tmp_path / "site" / name, tmp_path / "site")


def test_our_own_folder_is_claimed_again(world: World) -> None:
    world.build(OLD)
    publish.claim(world.out, world.out.parent)


# from one generation to the next


def test_the_first_publish_is_one_rename(world: World) -> None:
    assert world.build(OLD) == publish.Published("rename", len(OLD), 0)
    assert _same(world.out, OLD)


def test_each_method_publishes_exactly_what_is_wanted(world: World, method: str) -> None:
    world.out.mkdir()
    for tree in (OLD, NEW, OLD, {**MARK}, NEW):
        published = world.build(tree)
        assert published.method == method
        assert _same(world.out, tree)
    assert not (world.state / "publish.json").exists()
    assert not swap.aside(world.state / "twin").exists()


def test_the_counts_are_of_what_changed(world: World) -> None:
    world.build(OLD)
    published = world.build(NEW)
    assert (published.written, published.removed, published.problems) == (2, 1, ())


def test_a_publish_that_is_not_atomic_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build(OLD)
    monkeypatch.setattr(files, "exchange", _refuse)
    monkeypatch.setattr(files, "rename", _refuse)
    assert [one.rule for one in world.build(NEW).problems] == ["publish-not-atomic"]


def test_nothing_changed_touches_nothing(world: World) -> None:
    world.build(OLD)
    before = world.out.stat().st_ino, files.survey(world.out), files.survey(world.state / "twin")
    assert world.build(OLD) == publish.Published("none", 0, 0)
    assert (world.out.stat().st_ino, files.survey(world.out), files.survey(world.state / "twin")) == before


def test_only_what_changed_is_a_new_inode(world: World) -> None:
    world.build(OLD)
    before = files.survey(world.out).files
    world.build(NEW)
    after = files.survey(world.out).files
    assert {path for path in after if before.get(path) != after[path]} == {"index.html", "b/index.html"}


def test_the_record_is_the_tree(world: World, method: str) -> None:
    world.out.mkdir()
    for tree in (OLD, NEW):
        assert world.build(tree).method == method
        records = world.records()
        assert manifest.intact(records.live, files.survey(world.out).files) == set(tree) == set(records.live.outputs)
        assert manifest.intact(records.twin, files.survey(world.state / "twin").files) == set(records.twin.outputs)


def test_a_page_that_is_kept_is_told_apart_by_digest_from_one_that_changed(world: World) -> None:
    world.build(OLD)
    with pytest.raises(FileError) as caught:
        publish.publish(world.out, world.state, world.plan(NEW), {}, world.records())
    assert [problem.rule for problem in caught.value.problems] == ["output-spoilt"] * 2
    assert _same(world.out, OLD)


def test_a_size_that_is_not_as_stated_is_not_published(world: World) -> None:
    world.build(OLD)
    files.write_bytes(world.staging / "0", b"cut")
    origins = {
        "index.html": publish.Origin(world.staging / "0", move=True),
        "b/index.html": publish.Origin(world.staging / "0"),
    }
    files.write_bytes(world.staging / "1", b"b")
    origins["b/index.html"] = publish.Origin(world.staging / "1")
    with pytest.raises(BuildError) as caught:
        publish.publish(world.out, world.state, world.plan(NEW), origins, world.records())
    assert [problem.rule for problem in caught.value.problems] == ["output-not-whole"]
    assert _same(world.out, OLD)


def test_spoilt_lost_and_strange_files_are_mended(world: World, method: str) -> None:
    world.out.mkdir()
    world.build(OLD)
    world.build(NEW)
    (world.out / "a/pic.png").write_bytes(b"PIC")  # in place: the twin's inode too, where it is linked
    (world.out / "b/index.html").unlink()
    (world.out / "a/index.html").unlink()
    files.write_text(world.out / "a/index.html/deep/x", "a folder in the place of a page")
    files.write_text(world.out / "CNAME", "example.org")
    (world.out / "empty").mkdir()
    (world.out / "link").symlink_to(world.state)
    published = world.build(NEW)
    assert published.method == method
    assert _same(world.out, NEW)
    assert [str(one.place) for one in published.problems if one.rule == "output-removed"] == [
        str(world.out / name) for name in ("CNAME", "a/index.html/deep/x")
    ]
    assert world.build(NEW).method == "none"


@pytest.mark.parametrize("strange", ["folder", "link", "file"])
def test_one_strange_name_is_enough_to_publish_again(world: World, strange: str) -> None:
    world.build(OLD)
    path = world.out / "a/strange"
    {"folder": path.mkdir, "link": lambda: path.symlink_to("/"), "file": path.touch}[strange]()
    assert world.build(OLD).method != "none"
    assert _same(world.out, OLD)


def test_a_damaged_or_lost_twin_is_made_again(world: World) -> None:
    for tree in (OLD, NEW, OLD):
        world.build(tree)
    twin = world.state / "twin"
    (twin / "index.html").write_bytes(b"bad!")
    (twin / "a/pic.png").write_bytes(b"bad")
    (twin / "left").symlink_to("/")
    world.build(NEW)
    assert _same(world.out, NEW)
    files.remove_tree(world.state / "twin")
    world.build(OLD)
    assert _same(world.out, OLD)
    files.remove_tree(world.state / "twin")
    (world.state / "twin").symlink_to(world.out)
    world.build(NEW)
    assert _same(world.out, NEW)


def test_all_records_may_be_lost(world: World) -> None:
    world.build(OLD)
    world.build(NEW)
    files.remove_tree(world.state)
    world.build(OLD)
    assert _same(world.out, OLD)


def test_a_linked_twin_is_not_changed_by_a_later_write(world: World) -> None:
    world.build(OLD)
    world.build(NEW)
    handle = (world.out / "index.html").open("rb")
    with handle:
        world.build({**NEW, "index.html": b"newer"})
        world.build({**NEW, "index.html": b"newest"})
        assert handle.read() == b"new!"


def test_what_is_withdrawn_is_in_neither_tree(world: World, method: str) -> None:
    world.out.mkdir()
    for tree in (OLD, {**OLD, "index.html": b"2"}, OLD):
        assert world.build(tree).method == method
    secret = {path: data for path, data in OLD.items() if not path.startswith("gone/")}
    world.build({**secret, "index.html": b"without"}, withdraw=True)
    for root in (world.out, world.state / "twin"):
        assert _same(root, {**secret, "index.html": b"without"})
    assert world.build(OLD).method == method
    assert _same(world.out, OLD)


def test_a_withdrawal_is_made_good_in_the_twin_even_when_the_live_tree_has_it_already(world: World) -> None:
    for tree in (OLD, NEW):
        world.build(tree)
    assert world.build(NEW, withdraw=True).method == "none"
    assert _same(world.state / "twin", NEW)


def test_a_withdrawal_leaves_no_twin_of_former_days(world: World) -> None:
    former = world.out.with_name(".public.sitegen-twin")
    for root in (former, swap.aside(former), swap.aside(world.state / "twin")):
        files.write_text(root / "secret/index.html", "x")
    world.build(OLD)
    world.build(NEW, withdraw=True)
    assert _names(world.out.parent) == [".sitegen", "public"]
    assert _names(world.state) == ["manifest", "staging", "twin", "twin.manifest"]
    assert _same(world.state / "twin", NEW)


def test_a_file_that_is_copied_is_the_one_that_was_planned_or_nothing_is_published(world: World) -> None:
    world.build(OLD)
    plan = world.plan({**OLD, "a/pic.png": b"new"})
    files.write_bytes(world.staging / "pic", b"NEW")  # of the same size: somebody saved it a moment ago
    with pytest.raises(BuildError) as caught:
        publish.publish(
            world.out, world.state, plan, {"a/pic.png": publish.Origin(world.staging / "pic")}, world.records()
        )
    assert [(one.rule, str(one.place)) for one in caught.value.problems] == [
        ("content-changed", str(world.staging / "pic"))
    ]
    assert _same(world.out, OLD)


def test_an_output_that_is_a_link_is_published_where_it_leads(world: World) -> None:
    (world.out.parent / "www").mkdir()
    world.out.symlink_to("www")
    for tree in (OLD, NEW):
        world.build(tree)
        assert world.out.is_symlink()
        assert _same(world.out.parent / "www", tree)


def test_modes_do_not_depend_on_the_umask(world: World) -> None:
    before = os.umask(0o077)
    try:
        world.build(OLD)
        world.build(NEW)
    finally:
        os.umask(before)
    found = files.survey(world.out)
    assert {(world.out / path).stat().st_mode & 0o777 for path in found.files} == {0o644}
    assert {(world.out / path).stat().st_mode & 0o777 for path in (*found.folders, "")} == {0o755}


def test_no_write_permission_leaves_the_old_tree_and_names_the_path(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build(OLD)

    def refuse(_source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    monkeypatch.setattr(shutil, "copyfile", refuse)
    with pytest.raises(FileError) as caught:
        world.build({**NEW, "a/pic.png": b"new pic"})
    assert sentence(caught.value.problems[0]).startswith(str(world.state / "twin/a"))
    assert _same(world.out, OLD)


def test_a_twin_on_another_file_system_lives_beside_the_output(world: World, tmp_path: Path) -> None:
    with _mounted(tmp_path / ".sitegen"):
        for tree in (OLD, NEW):
            world.build(tree)
            assert _same(world.out, tree)
        assert _names(tmp_path) == [".public.sitegen-twin", ".sitegen", "public"]
        world.build({**MARK}, withdraw=True)
        assert _same(tmp_path / ".public.sitegen-twin", MARK)


def test_a_mount_point_is_filled_file_by_file(world: World) -> None:
    with _mounted(world.out):
        for tree in (OLD, NEW, OLD):
            assert world.build(tree).method == "file-by-file"
            assert _same(world.out, tree)
        assert world.build(OLD).method == "none"


def test_a_full_disk_leaves_the_old_tree_whole(tmp_path: Path) -> None:
    with _mounted(tmp_path / "disk"):
        world = World(tmp_path / "disk")
        world.staging = tmp_path / "staging"
        world.build(OLD)
        for big in ({"b/index.html": b"x" * 2_000_000}, {"b/pic.png": b"x" * 2_000_000}):
            with pytest.raises(FileError, match="No space left on device"):
                world.build({**NEW, **big})
            assert _same(world.out, OLD)
        world.build(NEW)
        assert _same(world.out, NEW)


@contextmanager
def _mounted(folder: Path) -> Iterator[None]:
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("this test may not mount a file system here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


# killed

EFFECTS = (
    "make_folders",
    "link_or_copy",
    "copy",
    "move",
    "exchange",
    "rename",
    "write_bytes",
    "remove_tree",
    "sync_tree",
    "sync_folder",
)


@contextmanager
def _killed_at(nth: int, kind: str, *, before: bool) -> Iterator[list[str]]:
    """Let the nth effect of a publish be the last, not done or just done, where the system allows `kind` of swap."""
    done: list[str] = []

    def counted(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def effect(*values: Any, **named: Any) -> Any:
            if len(done) == nth and before:
                raise Killed
            result = act(*values, **named)
            if len(done) == nth:
                raise Killed
            done.append(name)
            return result

        return effect

    with pytest.MonkeyPatch.context() as patch:
        for name in METHODS.get(kind, ("exchange",)):
            patch.setattr(files, name, _refuse)
        if kind == "half-refused":
            patch.setattr(files, "rename", _second_refused(files.rename))
        for name in EFFECTS:
            patch.setattr(files, name, counted(name, getattr(files, name)))
        yield done


def _second_refused(whole: Callable[[Path, Path], bool]) -> Callable[[Path, Path], bool]:
    """The first step of a rename pair works, the second is refused, and so the first is taken back."""
    calls: list[Path] = []

    def rename(source: Path, target: Path) -> bool:
        calls.append(source)
        return len(calls) != 2 and whole(source, target)

    return rename


def _whole(world: World, *trees: Tree) -> bool:
    return any(_same(world.out, tree) for tree in trees)


@pytest.mark.parametrize("kind", [*METHODS, "half-refused"])
@pytest.mark.parametrize("before", [True, False])
def test_a_kill_at_any_step_leaves_a_whole_generation_and_the_next_build_is_right(
    tmp_path: Path,
    kind: str,
    before: bool,  # noqa: FBT001 - a column of the table
) -> None:
    for nth in range(100):
        world = World(tmp_path / str(nth))
        for tree in (OLD, {**OLD, "index.html": b"older"}, OLD):
            world.build(tree)
        try:
            with _killed_at(nth, kind, before=before):
                world.build(NEW, withdraw=True)
        except Killed:
            if kind == "exchange":
                assert _whole(world, OLD, NEW)
            publish.recover(world.state)
            assert _whole(world, OLD, NEW)
            world.build(NEW, withdraw=True)
            assert _same(world.out, NEW)
            assert _same(world.state / "twin", NEW)
            assert not swap.aside(world.state / "twin").exists()
        else:
            assert nth > 5
            return
    pytest.fail("the publish never came to its end")


def test_a_recovered_publish_is_told_once(world: World) -> None:
    world.build(OLD)
    for nth in range(100):
        with pytest.raises(Killed), _killed_at(nth, "rename-pair", before=False) as done:
            world.build(NEW)
        if not world.out.exists():
            break
    assert done[-1] != "exchange"
    assert [one.rule for one in publish.recover(world.state)] == ["publish-interrupted"]
    assert publish.recover(world.state) == ()
    assert _same(world.out, NEW)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"method": 3}', '{"method": "rename-pair", "out": 1, "twin": 2}'])
def test_a_damaged_journal_is_passed_over(world: World, text: str) -> None:
    world.build(OLD)
    files.write_text(world.state / "publish.json", text)
    publish.recover(world.state)
    assert _same(world.out, OLD)
    world.build(NEW)
    assert _same(world.out, NEW)


NAMES = ("index.html", "a/index.html", "a/b/index.html", "a/b", "a", "pic.png", "مثال/x.txt")
TREES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([b"", b"1", b"2", b"33"])).map(
    lambda tree: {
        **MARK,
        **{
            path: data
            for path, data in tree.items()
            if not any(f"{path}/" in f"{other}/" and path != other for other in tree)
        },
    }
)
SPOILS = st.sampled_from(["", "write", "remove", "add", "twin", "records"])
KINDS = st.sampled_from([*METHODS, "half-refused"])


def _spoil(world: World, how: str) -> None:
    known = [path for path in sorted(_read(world.out)) if path != files.MARK]
    if how == "write" and known:
        (world.out / known[0]).write_bytes(b"9")
        os.utime(world.out / known[0], ns=(1, 1))
    elif how == "remove" and known:
        (world.out / known[-1]).unlink()
    elif how == "add":
        files.write_text(world.out / "strange/.x", "")
    elif how == "twin":
        files.remove_tree(world.state / "twin")
    elif how == "records":
        files.remove_tree(world.state / "manifest")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TREES, SPOILS, KINDS, st.integers(0, 40), st.booleans()), min_size=1, max_size=5))
def test_whatever_happens_the_tree_is_one_whole_generation(steps: list[tuple[Tree, str, str, int, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.build(MARK)
        for tree, spoil, kind, nth, before in steps:
            _spoil(world, spoil)
            was = _read(world.out)
            try:
                with _killed_at(nth, kind, before=before):
                    world.build(tree)
            except Killed:
                publish.recover(world.state)
                assert _read(world.out) in (was, tree)
            world.build(tree)
            assert _same(world.out, tree)


def test_every_error_of_a_publish_is_one_of_ours(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build(OLD)

    def broken(_path: Path) -> files.Survey:
        raise files.refused(OSError(errno.EIO, os.strerror(errno.EIO)), _path)

    monkeypatch.setattr(files, "survey", broken)
    with pytest.raises(SitegenError, match="Input/output error"):
        world.build(NEW)
