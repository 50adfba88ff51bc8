"""How far a run is through the bytes of its pile: a container of many documents is one seed, and may take hours."""

from collections.abc import Sequence

from sitegen import files
from sitegen.intake.seeds import Seed
from sitegen.progress import Progress

_KB = 1000


class Headway:
    """Tells progress of each thousand bytes that were taken in."""

    def __init__(self, progress: Progress, seeds: Sequence[Seed]) -> None:
        self._progress = progress
        self._sizes = {seed.name: max(0, files.stat_of(seed.path)[0]) for seed in seeds}
        self._reached: dict[str, int] = {}
        self._bytes = 0
        progress.stage("import, kB", sum(self._sizes.values()) // _KB)

    def reach(self, seed: str, at: int) -> None:
        """Tell that a seed was taken in up to a byte."""
        step = min(at, self._sizes.get(seed, 0)) - self._reached.get(seed, 0)
        if step <= 0:
            return
        self._reached[seed] = self._reached.get(seed, 0) + step
        before, self._bytes = self._bytes, self._bytes + step
        if steps := self._bytes // _KB - before // _KB:
            self._progress.step(steps)

    def finish(self, seed: str) -> None:
        """Tell that all of a seed was taken in."""
        self.reach(seed, self._sizes.get(seed, 0))
        self._reached.pop(seed, None)
        self._sizes.pop(seed, None)
