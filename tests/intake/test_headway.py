"""Claims about how far a run is through its pile."""

import zipfile
from pathlib import Path

from sitegen.intake import take_in
from sitegen.intake.headway import Headway
from sitegen.intake.seeds import Seed
from sitegen.progress import Silent

from .shared import CONFIG, ONE, TODAY, seed


class Counting(Silent):
    """Progress that remembers what it was told."""

    def __init__(self) -> None:
        self.total = 0
        self.steps: list[int] = []

    def stage(self, name: str, total: int = 0) -> None:
        """Remember the total."""
        assert name == "import, kB"
        self.total = total

    def step(self, count: int = 1) -> None:
        """Remember a step."""
        self.steps.append(count)


def test_what_is_told_adds_up_to_the_pile_whatever_is_reached_twice(tmp_path: Path) -> None:
    seeds = [Seed(tmp_path / name, name) for name in ("a", "b", "none")]
    for one in seeds[:2]:
        one.path.write_bytes(b"x" * 2600)
    told = Counting()
    headway = Headway(told, seeds)
    headway.reach("a", 1500)
    headway.reach("a", 900)
    headway.reach("a", 9000)
    for name in ("a", "b", "none", "a"):
        headway.finish(name)
    assert (told.total, sum(told.steps), told.steps[0]) == (5, 5, 1)


def test_a_container_is_told_of_document_by_document_and_a_second_run_to_the_end(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", ONE)
    with zipfile.ZipFile(tmp_path / "seeds/b.zip", "w") as packed:
        for number in range(20):
            packed.writestr(f"{number}.txt", f"Number {number}\n\n" + "It was packed with the others. " * 60)
    for _ in range(2):
        told = Counting()
        take_in(tmp_path, None, CONFIG, TODAY, progress=told)
        assert sum(told.steps) == told.total > 30
    first = Counting()
    take_in(tmp_path, [tmp_path / "seeds"], CONFIG, TODAY, progress=first)
    assert len(first.steps) > 15
