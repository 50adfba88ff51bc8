"""Claims about seeds that are known by their look to be done."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import digest, files
from sitegen.config import Limits
from sitegen.intake import importers, seeds, take_in
from sitegen.intake.done import PATH, UNFINISHED, Done, Memory, Unfinished

from .shared import CONFIG, ONE, TODAY, TWO, seed, take

LONG_AGO = 1_000_000_000


def done(path: Path, memory: Memory, importer: str = "text/1") -> Done:
    return Done(files.stat_of(path), memory.begun, "0" * 64, importer, "", ("k7m2q4xw",))


def old(root: Path) -> Path:
    path = seed(root, "town.txt", ONE)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def test_a_seed_that_stands_as_it_did_is_known_in_the_next_run(tmp_path: Path) -> None:
    path, memory = old(tmp_path), Memory(tmp_path, "mark").open()
    memory.put("seeds/town.txt", done(path, memory, importers.named("text").NAME))
    memory.save()
    again = Memory(tmp_path, "mark").open()
    assert again.of("seeds/town.txt", path, "", {"k7m2q4xw"}) is not None
    assert again.of("seeds/town.txt", path, "another sidecar", {"k7m2q4xw"}) is None
    assert again.of("seeds/town.txt", path, "", set()) is None
    assert Memory(tmp_path, "other limits").open().of("seeds/town.txt", path, "", {"k7m2q4xw"}) is None
    path.write_text(ONE + "More.\n", "utf-8")
    assert again.of("seeds/town.txt", path, "", {"k7m2q4xw"}) is None


def test_a_seed_just_written_or_read_by_an_older_importer_is_looked_at_again(tmp_path: Path) -> None:
    path, memory = old(tmp_path), Memory(tmp_path, "mark").open()
    memory.put("seeds/town.txt", done(path, memory, "text/0"))
    fresh = seed(tmp_path, "fresh.txt", ONE)
    memory.put("seeds/fresh.txt", done(fresh, memory, importers.named("text").NAME))
    assert memory.of("seeds/town.txt", path, "", {"k7m2q4xw"}) is None
    assert memory.of("seeds/fresh.txt", fresh, "", {"k7m2q4xw"}) is None


def test_a_seed_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    path, memory = old(tmp_path), Memory(tmp_path, "mark").open()
    memory.put("seeds/town.txt", done(path, memory, importers.named("text").NAME))
    memory.forget_all_but([])
    memory.save()
    assert Memory(tmp_path, "mark").open().of("seeds/town.txt", path, "", {"k7m2q4xw"}) is None


def test_what_is_done_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = old(tmp_path)
    take(tmp_path)
    assert (tmp_path / PATH).exists()
    monkeypatch.setattr(seeds, "opened", lambda _: pytest.fail("a seed was opened"))
    again = take(tmp_path)
    assert (again.documents, again.skipped, again.added) == (0, 1, ())
    assert path.exists()


def test_a_run_that_was_stopped_is_known_by_what_it_was_asked_for(tmp_path: Path) -> None:
    first = Unfinished(tmp_path, "all")
    assert (first.since, first.stopped, first.goes_on) == (0, False, False)
    first.begin()
    assert first.since
    same, other = Unfinished(tmp_path, "all"), Unfinished(tmp_path, "one")
    assert (same.stopped, same.goes_on, same.since) == (True, True, first.since)
    assert (other.stopped, other.goes_on) == (True, False)
    # what the first wrote is still to be compared
    other.begin()
    assert other.since == first.since
    assert Unfinished(tmp_path, "one").goes_on
    other.end()
    assert not Unfinished(tmp_path, "one").stopped


def test_what_was_put_aside_is_read_again_when_it_is_named_or_a_limit_changed_and_not_with_every_run(
    tmp_path: Path,
) -> None:
    path = seed(tmp_path, "empty.txt", b"")
    os.utime(path, (LONG_AGO, LONG_AGO))
    first, unasked = take(tmp_path), take(tmp_path)
    assert (first.documents, unasked.documents, unasked.skipped) == (1, 0, 1)
    assert [one.rule for one in unasked.rejects] == ["seed-empty"]
    assert take(tmp_path, [path]).documents == 1
    larger = replace(CONFIG, limits=Limits(seed_memory=2_000_000_000))
    assert take_in(tmp_path, None, larger, TODAY).documents == 1


def test_a_run_that_was_stopped_goes_on_only_where_the_same_is_asked_for(tmp_path: Path) -> None:
    path, other = old(tmp_path), seed(tmp_path, "other.txt", TWO)
    os.utime(other, (LONG_AGO, LONG_AGO))
    take(tmp_path, [tmp_path / "seeds"])
    (tmp_path / UNFINISHED).write_bytes(digest.of_value([[str(tmp_path / "seeds")], ""]).encode())
    assert take(tmp_path, [path]).documents == 1
    (tmp_path / UNFINISHED).write_bytes(digest.of_value([[str(tmp_path / "seeds")], ""]).encode())
    goes_on = take(tmp_path, [tmp_path / "seeds"])
    assert (goes_on.documents, goes_on.skipped) == (0, 2)
