import json
import shutil
from pathlib import Path

import pytest

from sitegen import files, swap
from sitegen.problems import FileError


def _refuse(*_: object) -> bool:
    return False


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return an old output, its new twin, and where the journal goes."""
    out, twin = tmp_path / "site/public", tmp_path / "site/.sitegen/twin"
    for name in (files.MARK, "index.html", "gone.html"):
        files.write_text(out / name, "old")
    for name in (files.MARK, "index.html", "a/index.html", "a/pic.png", "z.css"):
        files.write_text(twin / name, "newer")
    return out, twin, tmp_path / "site/.sitegen/publish.json"


def _is_new(out: Path) -> bool:
    found = files.survey(out).files
    return len(found) == 5 and all((out / name).read_text() == "newer" for name in found)


def _journal(trees: tuple[Path, Path, Path], method: str) -> None:
    files.write_text(trees[2], json.dumps({"method": method, "out": "../public", "twin": "twin"}))


def test_with_no_output_the_twin_takes_its_name(trees: tuple[Path, Path, Path]) -> None:
    shutil.rmtree(trees[0])
    assert swap.swap(*trees) == "rename"
    assert _is_new(trees[0])
    assert not trees[1].exists()


def test_after_an_exchange_the_old_tree_is_the_twin(trees: tuple[Path, Path, Path]) -> None:
    if swap.swap(*trees) != "exchange":
        pytest.skip("this file system does not exchange folders")
    assert _is_new(trees[0])
    assert (trees[1] / "gone.html").read_text() == "old"


def test_where_an_exchange_is_refused_two_renames_do_the_same(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "exchange", _refuse)
    assert swap.swap(*trees) == "rename-pair"
    assert _is_new(trees[0])
    assert (trees[1] / "gone.html").read_text() == "old"
    assert sorted(path.name for path in trees[1].parent.iterdir()) == ["twin"]


def test_the_pair_is_recorded_before_its_first_step(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "exchange", _refuse)
    whole = files.rename
    recorded: list[object] = []

    def watched(source: Path, target: Path) -> bool:
        recorded.append(json.loads(trees[2].read_bytes()))
        return whole(source, target)

    monkeypatch.setattr(files, "rename", watched)
    swap.swap(*trees)
    assert recorded == [{"method": "rename-pair", "out": "../public", "twin": "twin"}] * 3


def test_an_old_tree_that_cannot_become_the_twin_is_not_left_aside(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "exchange", _refuse)
    whole, old = files.rename, swap.aside(trees[1])
    monkeypatch.setattr(files, "rename", lambda source, target: source != old and whole(source, target))
    assert swap.swap(*trees) == "rename-pair"
    assert _is_new(trees[0])
    assert list(trees[1].parent.iterdir()) == []


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("signal", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_between_the_steps_of_a_pair_leaves_one_whole_tree_in_its_place(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, nth: int, signal: type[BaseException]
) -> None:
    monkeypatch.setattr(files, "exchange", _refuse)
    whole = files.rename
    calls: list[Path] = []

    def interrupted(source: Path, target: Path) -> bool:
        done = whole(source, target)
        calls.append(target)
        if len(calls) == nth:
            raise signal
        return done

    monkeypatch.setattr(files, "rename", interrupted)
    with pytest.raises(signal):
        swap.swap(*trees)
    assert _is_new(trees[0])
    assert swap.recover(trees[2])[0] == "none"


def test_file_by_file_pages_come_after_what_they_need_and_deletions_last(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, twin, _ = trees
    monkeypatch.setattr(files, "exchange", _refuse)
    monkeypatch.setattr(files, "rename", _refuse)
    steps: list[str] = []
    copy, remove = files.copy, files.remove_tree

    def copied(source: Path, target: Path) -> None:
        steps.append(target.relative_to(out).as_posix())
        copy(source, target)

    def removed(path: Path) -> None:
        if path.is_relative_to(out):
            steps.append(f"-{path.relative_to(out).as_posix()}")
        remove(path)

    monkeypatch.setattr(files, "copy", copied)
    monkeypatch.setattr(files, "remove_tree", removed)
    assert swap.swap(*trees) == "file-by-file"
    assert steps == ["a/pic.png", "z.css", "a/index.html", "index.html", files.MARK, "-gone.html"]
    assert _is_new(out)
    assert _is_new(twin)
    steps.clear()
    swap.fill(out, twin)
    assert steps == []


def test_a_folder_without_the_mark_gets_it_first(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (trees[0] / files.MARK).unlink()
    steps: list[Path] = []
    monkeypatch.setattr(files, "copy", lambda _source, target: steps.append(target))
    swap.fill(trees[0], trees[1])
    assert steps[0] == trees[0] / files.MARK


def test_a_failure_in_the_midst_of_file_by_file_is_finished_at_the_next_start(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(files, "exchange", _refuse)
        patch.setattr(files, "rename", _refuse)
        copy = files.copy

        def full(source: Path, target: Path) -> None:
            if target.name == "index.html":
                raise FileError([])
            copy(source, target)

        patch.setattr(files, "copy", full)
        with pytest.raises(FileError):
            swap.swap(*trees)
    assert swap.recover(trees[2]) == ("file-by-file", trees[0])
    assert _is_new(trees[0])
    assert swap.recover(trees[2])[0] == "none"


def test_a_pair_stopped_between_its_steps_is_finished(trees: tuple[Path, Path, Path]) -> None:
    trees[0].rename(swap.aside(trees[1]))
    _journal(trees, "rename-pair")
    assert swap.recover(trees[2]) == ("rename-pair", trees[0])
    assert _is_new(trees[0])
    assert (trees[1] / "gone.html").is_file()


def test_a_pair_stopped_between_its_steps_is_finished_where_the_site_was_moved_to(
    trees: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    trees[0].rename(swap.aside(trees[1]))
    _journal(trees, "rename-pair")
    (tmp_path / "site").rename(tmp_path / "moved")
    swap.recover(tmp_path / "moved/.sitegen/publish.json")
    assert _is_new(tmp_path / "moved/public")


def test_an_empty_folder_that_a_host_put_in_between_is_no_hindrance(trees: tuple[Path, Path, Path]) -> None:
    trees[0].rename(swap.aside(trees[1]))
    trees[0].mkdir()
    _journal(trees, "rename-pair")
    swap.recover(trees[2])
    assert _is_new(trees[0])


def test_a_folder_that_somebody_filled_in_between_is_left_alone(trees: tuple[Path, Path, Path]) -> None:
    trees[0].rename(swap.aside(trees[1]))
    files.write_text(trees[0] / "precious", "mine")
    _journal(trees, "rename-pair")
    swap.recover(trees[2])
    assert set(files.survey(trees[0]).files) == {"precious"}


def test_with_its_twin_lost_a_pair_is_taken_back(trees: tuple[Path, Path, Path]) -> None:
    trees[0].rename(swap.aside(trees[1]))
    shutil.rmtree(trees[1])
    _journal(trees, "rename-pair")
    swap.recover(trees[2])
    assert (trees[0] / "gone.html").read_text() == "old"


def test_a_pair_stopped_before_its_first_step_changes_nothing(trees: tuple[Path, Path, Path]) -> None:
    _journal(trees, "rename-pair")
    swap.recover(trees[2])
    assert (trees[0] / "gone.html").read_text() == "old"
    assert _is_new(trees[1])


def test_a_folder_that_lost_its_mark_is_not_filled_at_the_next_start(trees: tuple[Path, Path, Path]) -> None:
    (trees[0] / files.MARK).unlink()
    _journal(trees, "file-by-file")
    swap.recover(trees[2])
    assert (trees[0] / "index.html").read_text() == "old"


def test_a_tree_that_cannot_be_put_back_is_never_removed(
    trees: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = swap.aside(trees[1])
    with monkeypatch.context() as patch:
        patch.setattr(files, "exchange", _refuse)
        whole = files.rename
        patch.setattr(files, "rename", lambda source, target: target == old and whole(source, target))
        for act in (lambda: swap.swap(*trees), lambda: swap.recover(trees[2])):
            with pytest.raises(FileError, match="could not be put back"):
                act()
            assert (old / "gone.html").read_text() == "old"
    swap.recover(trees[2])
    assert _is_new(trees[0])
