"""What long work tells while it goes on; who shows it, and how, is the console's business."""

from typing import Protocol


class Progress(Protocol):
    """Told of stages and steps."""

    def stage(self, name: str, total: int = 0) -> None:
        """Say which stage begins, and of how many steps it is (0: not known)."""

    def step(self, count: int = 1) -> None:
        """Say that so many steps more are done."""

    def close(self) -> None:
        """Say that no stage follows."""


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int = 0) -> None:
        """Tell nobody."""

    def step(self, count: int = 1) -> None:
        """Tell nobody."""

    def close(self) -> None:
        """Tell nobody."""
