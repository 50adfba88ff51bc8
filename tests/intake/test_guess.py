"""Claims about guessing what a table holds, for a curator to look at."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen import frontmatter
from sitegen.config import Config
from sitegen.intake import guess
from sitegen.intake.guess import text
from sitegen.intake.importers.table.proposals import Proposal
from sitegen.verbs import cli

from .shared import article, seed, take

WORDS = "The ferry from Cape Ellory was late again, and nobody on the quay was surprised. " * 4
TABLE = "alpha;beta;gamma\n" + "".join(f"Ferry late {at} times now;{at}.3.2004;{WORDS}\n" for at in range(10, 16))


def test_a_guess_is_written_and_the_next_import_follows_it(tmp_path: Path) -> None:
    path = seed(tmp_path, "wire/box.csv", TABLE)
    (found,) = guess(tmp_path, [path], Config())
    assert (found.seed, found.path, found.findings) == ("seeds/wire/box.csv", "seeds/wire/box.yaml", ())
    taken = take(tmp_path)
    assert len(taken.added) == 6
    first = article(tmp_path, taken.added[0]).values
    assert (first["title"], first["date"]) == ("Ferry late 10 times now", "2004-03-10")


def test_without_it_nothing_is_taken_for_a_day(tmp_path: Path) -> None:
    seed(tmp_path, "box.csv", TABLE.replace("alpha", "title"))
    assert "date" not in article(tmp_path, take(tmp_path).added[0]).values


def test_what_a_curator_put_right_is_followed_and_never_written_over(tmp_path: Path) -> None:
    path = seed(tmp_path, "box.csv", TABLE)
    guess(tmp_path, [path], Config())
    sidecar = path.with_suffix(".yaml")
    edited = sidecar.read_text("utf-8").replace('"beta": "date"', '"beta": ""')
    sidecar.write_text(edited, "utf-8")
    (again,) = guess(tmp_path, [path], Config())
    assert [one.rule for one in again.findings] == ["sidecar-kept"]
    assert again.path == ""
    assert sidecar.read_text("utf-8") == edited
    assert "date" not in article(tmp_path, take(tmp_path).added[0]).values


def test_only_tables_are_guessed_at_and_one_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", "words")
    seed(tmp_path, "b.csv", "")
    seed(tmp_path, "c.csv", "alpha,beta\n1,2\n")
    found = guess(tmp_path, [tmp_path / "seeds"], Config())
    assert [(one.seed, [told.rule for told in one.findings]) for one in found] == [
        ("seeds/b.csv", ["document-unreadable"]),
        ("seeds/c.csv", ["columns-unknown"]),
    ]
    assert (tmp_path / "seeds/c.yaml").is_file()


@pytest.mark.parametrize(
    "name", ["yes", "a: b", "#x", '"', "\\", "1", "null", "العنوان", "a\x07b", "- x", "{", "\u2028"]
)
def test_every_name_of_a_column_is_read_as_it_was_written(name: str) -> None:
    written = text("box.csv", [Proposal(name, "title", "it is called so")])
    assert frontmatter.read_yaml(written, "box.yaml")[0] == {"mapping": {name: "title"}}


def test_the_command_tells_columns_and_reasons(tmp_path: Path) -> None:
    path = seed(tmp_path, "box.csv", TABLE)
    ended = CliRunner().invoke(cli, ["import", "-C", str(tmp_path), "--guess", "--json", str(path)])
    assert ended.exit_code == 0
    told = json.loads(ended.stdout)
    assert told[0]["columns"][1] == {"column": "beta", "key": "date", "why": "100% of its cells are days"}
    assert not (tmp_path / "content").exists()
