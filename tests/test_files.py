import errno
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from sitegen import files
from sitegen.problems import BuildError, FileError, sentence


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_write_makes_folders_and_a_new_inode(tmp_path: Path) -> None:
    target = tmp_path / "a/b/c.txt"
    files.write_text(target, "one\r\n")
    kept = tmp_path / "kept"
    kept.hardlink_to(target)
    files.write_text(target, "two")
    assert (target.read_bytes(), kept.read_bytes()) == (b"two", b"one\r\n")
    assert _names(target.parent) == ["c.txt"]


def test_a_refused_write_names_the_path_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    files.write_text(target, "old")

    def full(_self: Path, _data: bytes) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileError) as caught:
        files.write_text(target, "new")
    assert sentence(caught.value.problems[0]).startswith(f"{target}: No space left on device.")
    assert (target.read_text(), _names(tmp_path)) == ("old", ["a.txt"])


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        files.read_bytes(tmp_path / "none")
    assert sentence(caught.value.problems[0]).startswith(f"{tmp_path / 'none'}: No such file or directory.")


def test_a_walk_passes_over_hidden_names_and_tells_of_links(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", ".git/x", ".hidden", ".well-known/y"):
        files.write_text(tmp_path / name, "")
    (tmp_path / "link").symlink_to(tmp_path / "b.md")
    found, problems = files.walk(tmp_path)
    assert found == [".well-known/y", "a/c.md", "b.md"]
    assert [(one.rule, str(one.place)) for one in problems] == [("not-a-regular-file", "link")]


def test_a_survey_sees_everything_and_follows_nothing(tmp_path: Path) -> None:
    files.write_text(tmp_path / "tree/a/b/.c", "123")
    (tmp_path / "tree/out").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "tree/pipe")
    found = files.survey(tmp_path / "tree")
    stat = (tmp_path / "tree/a/b/.c").stat()
    assert found.files == {"a/b/.c": (3, stat.st_mtime_ns, stat.st_ino)}
    assert found.folders == ("a", "a/b")
    assert sorted(found.others) == ["out", "pipe"]


def test_a_survey_of_nothing_or_of_a_link_is_empty(tmp_path: Path) -> None:
    files.write_text(tmp_path / "tree/a", "")
    (tmp_path / "link").symlink_to(tmp_path / "tree")
    assert files.survey(tmp_path / "none") == files.survey(tmp_path / "link") == files.Survey({}, (), ())


def test_a_removed_tree_takes_no_linked_folder_with_it(tmp_path: Path) -> None:
    files.write_text(tmp_path / "other/a", "")
    files.make_folder(tmp_path / "tree")
    (tmp_path / "tree/link").symlink_to(tmp_path / "other")
    (tmp_path / "link").symlink_to(tmp_path / "other")
    files.remove_tree(tmp_path / "tree")
    files.remove_tree(tmp_path / "link")
    files.remove_tree(tmp_path / "none")
    assert _names(tmp_path) == ["other"]
    assert (tmp_path / "other/a").is_file()


def test_a_linked_file_is_the_same_inode_and_replaces_what_stood_there(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a", "new")
    files.write_text(tmp_path / "x/b", "old")
    files.link_or_copy(tmp_path / "a", tmp_path / "x/b")
    files.link_or_copy(tmp_path / "a", tmp_path / "y/z/b")
    assert (tmp_path / "a").stat().st_ino == (tmp_path / "x/b").stat().st_ino == (tmp_path / "y/z/b").stat().st_ino


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM, errno.EMLINK])
def test_where_links_are_refused_a_file_is_copied_with_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def no_link(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", no_link)
    source = tmp_path / "a"
    files.write_text(source, "new")
    os.utime(source, ns=(1, 1_234_567_890_123_456_000))
    files.link_or_copy(source, tmp_path / "x/b")
    copied = (tmp_path / "x/b").stat()
    assert (tmp_path / "x/b").read_text() == "new"
    assert (copied.st_mtime_ns, copied.st_mode & 0o777) == (1_234_567_890_123_456_000, 0o644)
    assert copied.st_ino != source.stat().st_ino
    assert _names(tmp_path / "x") == ["b"]


def test_no_write_permission_is_told_with_the_path_and_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, target: Path) -> NoReturn:
        target.write_text("half")
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    monkeypatch.setattr(shutil, "copyfile", refuse)
    files.write_text(tmp_path / "a", "new")
    with pytest.raises(FileError) as caught:
        files.copy(tmp_path / "a", tmp_path / "x/b")
    assert str(tmp_path / "x") in str(caught.value.problems[0].place)
    assert caught.value.problems[0].text == "Permission denied."
    assert _names(tmp_path / "x") == []


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        files.write_text(tmp_path / "a", "")
        files.copy(tmp_path / "a", tmp_path / "x/y/copied")
        files.move(tmp_path / "a", tmp_path / "x/moved")
    finally:
        os.umask(before)
    modes = {name: (tmp_path / name).stat().st_mode & 0o777 for name in ("x", "x/y", "x/y/copied", "x/moved")}
    assert modes == {"x": 0o755, "x/y": 0o755, "x/y/copied": 0o644, "x/moved": 0o644}


def test_a_move_across_file_systems_is_a_copy_and_a_removal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a"
    source.write_text("new")

    whole = os.replace

    def far(one: Path, target: Path) -> None:
        if one == source:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        whole(one, target)

    monkeypatch.setattr(os, "replace", far)
    files.move(source, tmp_path / "x/b")
    assert (tmp_path / "x/b").read_text() == "new"
    assert not source.exists()


def test_a_source_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    for act in (files.move, files.copy, files.link_or_copy):
        with pytest.raises(FileError, match="No such file"):
            act(tmp_path / "none", tmp_path / "x/b")
    assert not (tmp_path / "x/b").exists()


def test_folders_are_made_each_after_its_parent(tmp_path: Path) -> None:
    files.make_folders(tmp_path, {"a/b/c", "a", "a/b", "a.b"})
    assert sorted(files.survey(tmp_path).folders) == ["a", "a.b", "a/b", "a/b/c"]
    with pytest.raises(FileError):
        files.make_folders(tmp_path, {"a"})


def test_two_folders_change_places(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a/name", "a")
    files.write_text(tmp_path / "b/name", "b")
    if not files.exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system does not exchange folders")
    assert (tmp_path / "a/name").read_text() == "b"
    assert (tmp_path / "b/name").read_text() == "a"


def test_an_exchange_that_the_system_refuses_is_false_and_changes_nothing(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a/name", "a")
    assert not files.exchange(tmp_path / "a", tmp_path / "none")
    assert (tmp_path / "a/name").read_text() == "a"


def test_a_rename_never_takes_the_place_of_a_folder_that_holds_something(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a/name", "a")
    files.write_text(tmp_path / "b/name", "b")
    assert not files.rename(tmp_path / "a", tmp_path / "b")
    assert files.rename(tmp_path / "a", tmp_path / "c")
    assert _names(tmp_path) == ["b", "c"]


def test_a_tree_is_synced_and_a_missing_one_is_told(tmp_path: Path) -> None:
    files.sync_tree(tmp_path)
    files.sync_folder(tmp_path)
    with pytest.raises(FileError):
        files.sync_tree(tmp_path / "none")


def test_a_file_that_the_system_does_not_tell_of_is_not_taken_for_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    assert files.stat_of(tmp_path / "none") == files.stat_of(tmp_path / "file/x") == files.ABSENT

    def refuse(path: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), path)

    monkeypatch.setattr(os, "lstat", refuse)
    with pytest.raises(FileError, match="Input/output error"):
        files.stat_of(tmp_path / "file")


def test_text_is_read_without_its_mark_and_what_is_none_is_told_by_its_line() -> None:
    assert files.text_of(b"\xef\xbb\xbfwords", "x.yaml") == "words"
    assert files.text_of(b"\xef\xbb\xbfwords", "x.yaml", "utf-8") == "\ufeffwords"
    with pytest.raises(BuildError) as caught:
        files.text_of(b"one\ntwo \xff\n", "x.yaml")
    assert [sentence(one) for one in caught.value.problems] == ["x.yaml:2: This is not UTF-8. Save the file as UTF-8."]
