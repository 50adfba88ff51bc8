"""Bodies: read as they were planned, or not at all."""

from pathlib import Path

import pytest

from sitegen import digest
from sitegen.bodies import read_body
from sitegen.model import Body
from sitegen.problems import BuildError


def body(root: Path, text: str) -> Body:
    file = root / "content" / "news" / "a.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"---\ntitle: A\n---\n\n{text}\n")
    return Body("content/news/a.md", digest.of_bytes(text.encode()))


def test_a_body_is_the_text_after_the_front_matter(tmp_path: Path) -> None:
    assert read_body(body(tmp_path, "One.\n\nTwo."), tmp_path) == "One.\n\nTwo."


@pytest.mark.parametrize("after", ["---\ntitle: A\n---\n\nOther.\n", "no front matter", None])
def test_a_body_that_is_no_longer_what_was_planned_is_refused_by_name(tmp_path: Path, after: str | None) -> None:
    planned = body(tmp_path, "One.")
    file = tmp_path / planned.path
    if after is None:
        file.unlink()
    else:
        file.write_text(after)
    with pytest.raises(BuildError) as caught:
        read_body(planned, tmp_path)
    assert str(caught.value.problems[0].place).startswith("content/news/a.md")


def test_a_change_of_the_front_matter_alone_leaves_the_body_as_it_was(tmp_path: Path) -> None:
    planned = body(tmp_path, "One.")
    (tmp_path / planned.path).write_text("---\ntitle: B\n---\n\nOne.\n")
    assert read_body(planned, tmp_path) == "One."


def test_a_body_that_the_system_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    planned = body(tmp_path, "One.")
    (tmp_path / planned.path).unlink()
    (tmp_path / planned.path).mkdir()
    with pytest.raises(BuildError, match="Is a directory"):
        read_body(planned, tmp_path)
