"""Claims about what `--again` tells of a file that a person edited."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.intake import differences

from .shared import ONE, article, seed, take

MENDED = ONE.replace("the clock was wrong", "the clock was right")


def edited(root: Path, before: str, after: str) -> Path:
    """Take the first dump in and edit its article as a curator would."""
    seed(root, "town.txt", ONE)
    (path,) = take(root).added
    text = (root / path).read_text("utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), "utf-8")
    return root / path


def test_an_edited_file_is_compared_with_what_import_would_write_and_stays(tmp_path: Path) -> None:
    path = edited(tmp_path, "for the ninth day", "for the tenth day")
    seed(tmp_path, "town.txt", MENDED)
    before, day = path.read_bytes(), path.stat().st_mtime_ns
    taken = take(tmp_path, again=True)
    name = path.relative_to(tmp_path).as_posix()
    assert taken.added == ()
    assert taken.left == ((name, "was edited; import would write it otherwise now"),)
    ((where, diff),) = taken.differences
    assert where == name
    assert "-Its master said that the clock was wrong." in diff
    assert "+Its master said that the clock was right." in diff
    assert "provenance" not in diff.replace(" provenance", "")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, day)


def test_an_edited_file_of_which_import_has_nothing_new_to_say_is_no_difference(tmp_path: Path) -> None:
    edited(tmp_path, "for the ninth day", "for the tenth day")
    taken = take(tmp_path, again=True)
    assert taken.differences == ()
    assert [why for _, why in taken.left] == ["was edited; it stays as it is"]


def test_what_a_curator_decided_is_no_difference(tmp_path: Path) -> None:
    decided = "date: 2004-03-13\ndate_basis: curator\nreviewed: 2024-12-01\n"
    path = edited(tmp_path, "date: 2004-03-12\ndate_basis: stated\n", decided)
    seed(tmp_path, "town.txt", MENDED)
    ((_, diff),) = take(tmp_path, again=True).differences
    changed = [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert changed == ["-Its master said that the clock was wrong.", "+Its master said that the clock was right."]
    assert path.read_text("utf-8").count("curator") == 1


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not at hand")
def test_the_difference_is_a_patch_that_can_be_taken_over(tmp_path: Path) -> None:
    path = edited(tmp_path, "title: Ferry late again", "title: The ferry is late again")
    seed(tmp_path, "town.txt", MENDED)
    ((_, diff),) = take(tmp_path, again=True).differences
    subprocess.run(["git", "apply", "-p0"], cwd=tmp_path, input=diff, text=True, check=True)
    assert "the clock was right" in article(tmp_path, path.relative_to(tmp_path).as_posix()).body
    assert take(tmp_path, again=True).differences == ()


@pytest.mark.parametrize("text", ["", "no front matter", "---\ntitle: [\n---\n", "---\ntitle: Mine\n---\n\nMine.\n"])
def test_a_file_that_is_not_ours_any_more_is_not_compared(text: str) -> None:
    assert differences.between("content/a.md", text, "---\ntitle: Ours\nprovenance: {seed: a}\n---\n\nOurs.\n") == ""
