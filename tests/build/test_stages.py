"""Stages: told as they begin, and their lengths kept."""

import pytest

from sitegen.build.stages import Stages
from sitegen.progress import Silent


class Heard(Silent):
    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []

    def stage(self, name: str, total: int = 0) -> None:
        self.stages.append((name, total))


def test_a_stage_is_told_when_it_begins_with_its_steps() -> None:
    heard = Heard()
    timed = Stages(heard)
    with timed("render", 3):
        assert heard.stages == [("render", 3)]


def test_a_stage_entered_twice_is_one_length_and_a_failed_one_counts() -> None:
    timed = Stages(Silent())
    with timed("look"):
        pass
    first = timed.seconds["look"]
    with pytest.raises(KeyError), timed("look"):
        raise KeyError
    assert list(timed.seconds) == ["look"]
    assert timed.seconds["look"] >= first
