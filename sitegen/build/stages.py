"""How long each stage took."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from sitegen.progress import Progress


class Stages:
    """Tells each stage's beginning and keeps its length in seconds."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str, total: int = 0) -> Iterator[None]:
        """Time one stage."""
        self.progress.stage(name, total)
        begun = monotonic()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + monotonic() - begun
