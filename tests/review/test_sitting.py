"""Claims about one sitting: lists, pages, programs, and where there is no terminal."""

from pathlib import Path

from sitegen.review import How, review
from sitegen.review.values import Case

from .shared import CONFIG, GOOSE, Typed, article, curator, take, write


def sit(root: Path, how: How, keys: str = "", *, as_json: bool = False) -> tuple[bool, Typed]:
    """Sit over the queue; return whether something waits, and the voice."""
    voice = Typed(keys, as_json=as_json)
    return review(curator(root), CONFIG, voice, how), voice


def test_a_list_tells_each_case_and_asks_nothing(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    waits, voice = sit(tmp_path, How(listed=True, heard=True), "a")
    assert waits
    assert str(voice.answers[-1]).startswith(
        f"{path}: Council buys a goose\n  from seeds/town.txt:1\n  - Nothing proves its date"
    )
    assert voice.shown == ["1 case waits for review."]
    assert "reviewed" not in article(tmp_path, path).values


def test_programs_get_the_cases_as_values(tmp_path: Path) -> None:
    take(tmp_path, GOOSE)
    waits, voice = sit(tmp_path, How(heard=True), "a", as_json=True)
    assert waits
    (cases,) = voice.answers[1:]
    assert isinstance(cases, list)
    assert isinstance(cases[0], Case)


def test_a_page_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    take(tmp_path, GOOSE)
    waits, _ = sit(tmp_path, How(page=tmp_path / "waiting.html", heard=True), "a")
    assert waits
    assert "Council buys a goose" in (tmp_path / "waiting.html").read_text("utf-8")


def test_without_a_terminal_the_ways_out_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    waits, voice = sit(tmp_path, How(), "a")
    assert waits
    (said,) = voice.shown
    assert said.startswith("1 case waits for review. This is no terminal to answer at: --list ")
    assert "reviewed" not in article(tmp_path, path).values


def test_a_queue_that_was_gone_through_is_done_and_one_that_was_left_is_not(tmp_path: Path) -> None:
    take(tmp_path, GOOSE)
    waits, voice = sit(tmp_path, How(heard=True), "q")
    assert (waits, voice.shown[-1]) == (True, "1 case waits for review.")
    waits, voice = sit(tmp_path, How(heard=True), "s")
    assert (waits, voice.shown[-1]) == (False, "That was the last.")
    sit(tmp_path, How(heard=True), "a")
    waits, voice = sit(tmp_path, How(heard=True))
    assert (waits, voice.shown) == (False, ["Nothing waits."])


def test_a_file_that_cannot_be_judged_still_waits(tmp_path: Path) -> None:
    write(tmp_path, "content/news/2024/bare.md", "No front matter.\n")
    assert sit(tmp_path, How(listed=True))[0]
