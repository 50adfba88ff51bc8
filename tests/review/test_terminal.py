"""Claims about the dialogue: what a key does, and that nothing is lost whenever it ends."""

from pathlib import Path

import pytest

from sitegen import lock
from sitegen.config import Config
from sitegen.review.terminal import go_through

from .shared import CONFIG, FERRY, GOOSE, WRONG_YEAR, Typed, article, curator, take, waiting, write


def ask(root: Path, keys: str, *lines: str, edits: list[tuple[str, str]] | None = None) -> tuple[int, Typed]:
    """Go through the queue with keys and lines; return how many were left, and the voice."""
    voice = Typed(keys, list(lines), edits or [])
    return go_through(waiting(root), curator(root), CONFIG, voice), voice


def archive(root: Path) -> tuple[str, str]:
    """Take in two articles with doubts; return the paths of the worse and the better one."""
    (goose,) = take(root, GOOSE, name="goose").added
    (ferry,) = take(root, FERRY, WRONG_YEAR).added
    return ferry, goose


def test_each_case_is_shown_with_its_evidence_and_what_can_be_answered(tmp_path: Path) -> None:
    ferry, _ = archive(tmp_path)
    left, voice = ask(tmp_path, "q")
    assert left == 2
    shown = "\n".join(voice.shown)
    assert f"{ferry}: Ferry late again" in shown
    assert "“12 March 2004” (date, seeds/town.txt:1)" in shown
    assert "proposed: date: 2004-03-12; date_basis: curator; status: published" in shown
    assert "  | The ferry from Cape Ellory was late" in shown
    assert voice.shown[-1] == "a accept  e edit  s skip  w withhold  m merge  p split  q quit"


def test_answers_are_written_one_by_one_and_what_was_skipped_waits_again(tmp_path: Path) -> None:
    ferry, goose = archive(tmp_path)
    before = (tmp_path / goose).read_bytes()
    assert ask(tmp_path, "as")[0] == 0
    assert article(tmp_path, ferry).values["status"] == "published"
    assert (tmp_path / goose).read_bytes() == before
    assert [one.path for one in waiting(tmp_path).cases] == [goose]
    ask(tmp_path, "w")
    assert waiting(tmp_path).cases == ()


@pytest.mark.parametrize("end", ["q", "\x04", "\x1b", "", "Q"])
def test_stopping_at_any_question_keeps_what_was_answered_before(tmp_path: Path, end: str) -> None:
    ferry, goose = archive(tmp_path)
    assert ask(tmp_path, f"a{end}")[0] == 1
    assert "reviewed" in article(tmp_path, ferry).values
    assert "reviewed" not in article(tmp_path, goose).values


def test_a_key_that_is_no_answer_does_nothing_and_is_told(tmp_path: Path) -> None:
    archive(tmp_path)
    left, voice = ask(tmp_path, "x\x07q")
    assert left == 2
    assert any(line.startswith("x is no answer here") for line in voice.shown)
    assert "\x07" not in "".join(voice.shown)


def test_an_edited_article_is_judged_again_and_done_when_nothing_is_uncertain(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    edits = [("status: published", "date: 1974\nstatus: published"), ("date: 1974", "date: 1974\nsource: courier")]
    left, voice = ask(tmp_path, "ee", edits=edits)
    assert left == 0
    assert sum("Nothing proves its date" in line for line in voice.shown) == 1
    assert sum("which publication" in line for line in voice.shown) == 2
    assert article(tmp_path, path).values["source"] == "courier"


def test_an_edit_that_broke_the_file_is_told_with_its_line_and_no_answer_touches_it(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    _, voice = ask(tmp_path, "eaq", edits=[("title:", "title: [")])
    assert any(f"{path}:3: " in line or f"{path}:4: " in line for line in voice.shown)
    assert "reviewed" not in (tmp_path / path).read_text("utf-8")


def test_a_merge_names_the_other_article_and_one_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    ferry, goose = archive(tmp_path)
    left, voice = ask(tmp_path, "mm", "", goose)
    assert "Nothing was written." in voice.shown
    assert not (tmp_path / ferry).exists()
    assert left == 1
    (tmp_path / goose).unlink()
    assert ask(tmp_path, "")[0] == 0


def test_a_merge_that_is_refused_is_told_and_asked_again(tmp_path: Path) -> None:
    ferry, _ = archive(tmp_path)
    left, voice = ask(tmp_path, "mq", "nowhere")
    assert left == 2
    assert any(line.startswith('error: No article is known as "nowhere".') for line in voice.shown)
    assert (tmp_path / ferry).exists()


def test_a_split_shows_the_lines_and_writes_the_sidecar(tmp_path: Path) -> None:
    take(tmp_path, GOOSE)
    _, voice = ask(tmp_path, "ppp", "seven", "1", "7")
    assert "     7  The goose made no comment." in voice.shown
    assert "Nothing was written." in voice.shown
    assert (tmp_path / "seeds/town.yaml").read_text("utf-8") == "split_at: [7]\n"


def test_what_another_settled_meanwhile_is_passed_over(tmp_path: Path) -> None:
    ferry, goose = archive(tmp_path)
    found = waiting(tmp_path)
    for path in (ferry, goose):
        write(
            tmp_path, path, (tmp_path / path).read_text("utf-8").replace("status: ", "reviewed: 2024-12-01\nstatus: ")
        )
    voice = Typed("q")
    left = go_through(found, curator(tmp_path), CONFIG, voice)
    assert left == 2  # the first waits by its status still
    write(tmp_path, ferry, (tmp_path / ferry).read_text("utf-8").replace("status: review", "status: withheld"))
    assert go_through(found, curator(tmp_path), CONFIG, Typed()) == 0


def test_while_another_is_at_work_an_answer_is_refused_and_asked_again(tmp_path: Path) -> None:
    ferry, _ = archive(tmp_path)
    with lock.hold(tmp_path / ".sitegen/lock", 0):
        left, voice = ask(tmp_path, "aq")
    assert left == 2
    assert any("Another sitegen" in line for line in voice.shown)
    assert "reviewed" not in article(tmp_path, ferry).values


def test_a_file_that_speaks_of_many_can_be_edited_or_skipped(tmp_path: Path) -> None:
    take(tmp_path, FERRY, "source: courier\n")
    write(tmp_path, "content/sources.yaml", "courier: {name: The Courier}\n")
    voice = Typed("ae", edits=[("name:", "rights: {publish: full}, name:")])
    assert go_through(waiting(tmp_path, Config()), curator(tmp_path), Config(), voice) == 0
    assert any(line.startswith("a is no answer here") for line in voice.shown)
    assert waiting(tmp_path, Config()).cases == ()
