"""Claims about parting what was taken for one article."""

from pathlib import Path

import pytest

from sitegen.problems import UsageError, sentence
from sitegen.review import splitting

from .shared import GOOSE, curator, only, take, write


def test_the_lines_of_an_article_have_the_numbers_that_they_have_in_its_dump(tmp_path: Path) -> None:
    take(tmp_path, GOOSE)
    shown = dict(splitting.lines_of(tmp_path, only(tmp_path)))
    lines = GOOSE.splitlines()
    assert shown == {number: lines[number - 1] for number in shown}
    assert {1, 5, 7} <= set(shown)


def test_a_split_is_stated_in_the_sidecar_beside_what_stands_there_and_the_article_stays(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE, "# ours\nlang: en\n").added
    before = (tmp_path / path).read_bytes()
    done = splitting.split(curator(tmp_path), only(tmp_path), 7)
    splitting.split(curator(tmp_path), only(tmp_path), 7)
    splitting.split(curator(tmp_path), only(tmp_path), 5)
    assert (tmp_path / "seeds/town.yaml").read_text("utf-8") == "# ours\nlang: en\nsplit_at: [7, 5]\n"
    assert done.endswith("`sitegen import --again seeds/town.txt` makes two of it.")
    assert (tmp_path / path).read_bytes() == before


def test_the_next_import_makes_two_of_it_where_the_curator_said(tmp_path: Path) -> None:
    both = (
        GOOSE + "\nThe mayor spoke of geese at length\n\nHe spoke for two hours on Friday, and nobody had asked him.\n"
    )
    (path,) = take(tmp_path, both).added
    case = only(tmp_path)
    number = next(number for number, text in splitting.lines_of(tmp_path, case) if text.startswith("The mayor"))
    splitting.split(curator(tmp_path), case, number)
    taken = take(tmp_path, both, again=True)
    assert set(taken.added) == {path, "content/news/undated/the-mayor-spoke-of-geese-at-length.md"}
    assert "for two hours" not in (tmp_path / path).read_text("utf-8")


def test_a_file_that_was_edited_is_said_to_stay(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    write(tmp_path, path, (tmp_path / path).read_text("utf-8").replace("no comment", "none"))
    assert "This file was edited" in splitting.split(curator(tmp_path), only(tmp_path), 7)


@pytest.mark.parametrize("line", [0, 1, 2, 99, -4])
def test_a_line_that_is_not_within_the_article_is_refused_with_those_that_are(tmp_path: Path, line: int) -> None:
    take(tmp_path, GOOSE)
    with pytest.raises(UsageError) as caught:
        splitting.split(curator(tmp_path), only(tmp_path), line)
    assert "Its further lines are 3 to 7." in sentence(caught.value.problems[0])
    assert not (tmp_path / "seeds/town.yaml").exists()


def test_without_the_dump_as_it_was_imported_nothing_is_split(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    case = only(tmp_path)
    dump = tmp_path / "seeds/town.txt"
    write(tmp_path, path, (tmp_path / path).read_text("utf-8").replace("importer: text/", "importer: page/"))
    with pytest.raises(UsageError, match="Only pasted text"):
        splitting.split(curator(tmp_path), case, 7)
    write(tmp_path, path, (tmp_path / path).read_text("utf-8").replace("importer: page/", "importer: text/"))
    dump.write_text(f"A word more.\n{GOOSE}", "utf-8")
    with pytest.raises(UsageError, match="no longer as it was imported"):
        splitting.split(curator(tmp_path), case, 7)
    dump.unlink()
    with pytest.raises(UsageError, match="is not in seeds/"):
        splitting.split(curator(tmp_path), case, 7)


@pytest.mark.parametrize("name", ["seeds/../site.txt", "site.txt", "seeds/link.txt", "seeds/"])
def test_no_file_outside_of_seeds_is_read_or_stated_of(tmp_path: Path, name: str) -> None:
    (path,) = take(tmp_path, GOOSE).added
    write(tmp_path, "site.txt", GOOSE)
    (tmp_path / "seeds/link.txt").symlink_to(tmp_path / "site.txt")
    write(tmp_path, path, (tmp_path / path).read_text("utf-8").replace("seeds/town.txt", name))
    with pytest.raises(UsageError, match="is not in seeds/"):
        splitting.split(curator(tmp_path), only(tmp_path), 7)
    assert not list(tmp_path.rglob("*.yaml"))
