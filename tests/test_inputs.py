"""Inputs: nothing that changed is overlooked, and what did not change is not read again."""

import os
from pathlib import Path

import pytest

from sitegen import files, inputs

OLD = 1_000_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "content/a.md": "a",
        "static/s.txt": "s",
        "themes/t/x.html": "x",
        "site.yaml": "title: T\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (OLD, OLD))
    return tmp_path


def look(root: Path, *elsewhere: Path) -> dict[str, str]:
    return inputs.look(root, elsewhere, root / ".sitegen" / "inputs").digests()


def read_since(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are read from here on."""
    read: list[str] = []
    real = files.read_bytes

    def noted(path: Path) -> bytes:
        if ".sitegen" not in path.parts:
            read.append(path.name)
        return real(path)

    monkeypatch.setattr(files, "read_bytes", noted)
    return read


def test_all_that_a_site_is_made_from_is_looked_at_and_nothing_else(root: Path) -> None:
    (root / "seeds").mkdir()
    (root / "seeds" / "dump.txt").write_text("dump")
    assert sorted(look(root)) == ["content/a.md", "site.yaml", "static/s.txt", "themes/t/x.html"]


def test_a_theme_elsewhere_is_an_input_too(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("packaged")
    (place / "base.html").write_text("one")
    before = look(root, place)
    (place / "base.html").write_text("other")
    assert look(root, place) != before


def test_what_did_not_change_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = look(root)
    read = read_since(monkeypatch)
    assert look(root) == before
    assert read == []


def test_an_edit_is_seen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = look(root)
    (root / "content" / "a.md").write_text("another")
    read = read_since(monkeypatch)
    assert look(root)["content/a.md"] != before["content/a.md"]
    assert read == ["a.md"]


def test_an_edit_of_the_same_length_in_the_tick_of_the_last_look_is_seen(root: Path) -> None:
    file = root / "content" / "a.md"
    file.write_text("b")
    stat = file.stat()
    before = look(root)
    file.write_text("c")  # the same size and inode
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # as if the clock of the disk had not moved on
    assert look(root)["content/a.md"] != before["content/a.md"]


def test_what_was_written_about_the_time_of_a_look_is_read_until_a_later_look(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "content" / "a.md").write_text("just now")
    look(root)
    read = read_since(monkeypatch)
    look(root)
    assert read == ["a.md"]
    os.utime(root / "content" / "a.md", (OLD, OLD))
    look(root)
    read.clear()
    look(root)
    assert read == []


@pytest.mark.parametrize("change", ["add", "remove", "rename", "link"])
def test_what_comes_goes_or_moves_is_seen(root: Path, change: str) -> None:
    before = look(root)
    file = root / "content" / "a.md"
    if change == "add":
        (root / "content" / "b.md").write_text("a")
    elif change == "remove":
        file.unlink()
    elif change == "rename":
        file.rename(root / "content" / "c.md")
    else:
        (root / "content" / "link.md").symlink_to(file)
    assert look(root) != before


def test_a_lost_or_damaged_record_costs_time_only(root: Path) -> None:
    before = look(root)
    (root / ".sitegen" / "inputs").write_bytes(b"no record")
    assert look(root) == before


@pytest.mark.parametrize("name", ["content/a.md", "static/s.txt", "themes/t/x.html", "site.yaml"])
@pytest.mark.parametrize("how", ["written", "removed", "replaced"])
def test_what_changes_after_the_look_is_named(root: Path, name: str, how: str) -> None:
    seen = inputs.look(root, [], root / ".sitegen" / "inputs")
    assert inputs.changed(root, [], seen) == ()
    text = (root / name).read_text()
    (root / name).unlink()
    if how != "removed":
        (root / name).write_text(text if how == "replaced" else "else")
    assert inputs.changed(root, [], seen) == (name,)


def test_what_comes_after_the_look_is_named(root: Path) -> None:
    seen = inputs.look(root, [], root / ".sitegen" / "inputs")
    (root / "content" / "b.md").write_text("b")
    assert inputs.changed(root, [], seen) == ("content/b.md",)
    assert inputs.changed(root, [], seen, ("themes",)) == ()


def test_what_changes_in_a_theme_elsewhere_is_named_with_its_full_path(root: Path, tmp_path: Path) -> None:
    theme = tmp_path / "elsewhere"
    files.write_text(theme / "x.html", "x")
    seen = inputs.look(root, [theme], root / ".sitegen" / "inputs")
    assert inputs.changed(root, [theme], seen, ("themes",)) == ()
    files.write_text(theme / "x.html", "y")
    assert inputs.changed(root, [theme], seen, ("themes",)) == (str(theme / "x.html"),)
