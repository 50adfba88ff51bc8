"""One sitting over the queue: it is listed, written as a page, or gone through at a terminal."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sitegen import files
from sitegen.config import Config
from sitegen.model import Problem
from sitegen.review import words
from sitegen.review.answers import Curator
from sitegen.review.page import page
from sitegen.review.queue import Queue, queue
from sitegen.review.terminal import Voice, go_through

_DEAF = "This is no terminal to answer at: --list lists them, --html FILE writes them into a page."


class Desk(Voice, Protocol):
    """How a sitting speaks: also to programs, and of what it could not read."""

    as_json: bool

    def data(self, value: Any) -> None:  # noqa: ANN401 - text or a value
        """Give an answer."""

    def problems(self, found: Iterable[Problem]) -> None:
        """Tell what is wrong."""


@dataclass(frozen=True, slots=True)
class How:
    """What the curator wants: a list, a page at a path; and whether there is a terminal at which to be asked."""

    listed: bool = False
    page: Path | None = None
    heard: bool = False


def review(curator: Curator, config: Config, desk: Desk, how: How) -> bool:
    """Show what waits, or ask about it; return whether something waits that was not asked about. Raises FileError."""
    waiting = queue(curator.root, config)
    desk.problems(waiting.problems)
    quietly = how.listed or how.page is not None or desk.as_json
    if how.page:
        files.write_text(how.page, page(waiting.cases, config.title, config.language))
        desk.say(f"{how.page} is written.")
    if desk.as_json:
        desk.data(list(waiting.cases))
    elif how.listed:
        for one in waiting.cases:
            desk.data("\n".join(words.told(one)))
    left = len(waiting.cases)
    if how.heard and not quietly:
        left = go_through(waiting, curator, config, desk)
    desk.say(_ending(waiting, left, deaf=not (quietly or how.heard)))
    return bool(left or waiting.problems)


def _ending(waiting: Queue, left: int, *, deaf: bool) -> str:
    if not waiting.cases:
        return "Nothing waits."
    waits = f"{left:,} case{'s' * (left != 1)} wait{'s' * (left == 1)} for review." if left else "That was the last."
    return f"{waits} {_DEAF}" if deaf else waits
