"""What went wrong, and where: a mistake or a finding as a value."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file of the user's; `line` counts from 1, 0 means the file as a whole."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake or a finding as a value: what, where, and the way out."""

    rule: str
    severity: Severity
    text: str
    place: Place | None = None
    hint: str = ""
