"""The dialogue: case after case is shown, and a key answers it; nothing is kept but what was written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sitegen.config import Config
from sitegen.problems import SitegenError, sentence
from sitegen.review import answers, splitting, words
from sitegen.review.answers import Curator
from sitegen.review.queue import Queue, again
from sitegen.review.values import FEW, Case

_ENDS = frozenset(("q", "\x04", "\x1b", ""))
_NOTHING = "Nothing was written."
_WIDTH = 100


class Voice(Protocol):
    """How one speaks with the curator."""

    def say(self, words: str) -> None:
        """Show a line."""

    def key(self) -> str:
        """Wait for one key; "" where no more will come."""

    def line(self, prompt: str) -> str:
        """Ask for a line; "" for none."""

    def edit(self, path: Path) -> None:
        """Open a file in the curator's editor, and return when it is closed. Raises SitegenError."""


@dataclass(frozen=True, slots=True)
class _Sitting:
    """What one dialogue stands on; never leaves this room."""

    waiting: Queue
    curator: Curator
    config: Config
    voice: Voice


def go_through(waiting: Queue, curator: Curator, config: Config, voice: Voice) -> int:
    """Ask about each case, worst first; return how many were not come to. Raises FileError.

    An answer is written before the next question. Every case is judged anew before it is shown: one that was settled
    meanwhile is passed over, and one whose answer could not be carried out, or that was edited, is shown again.
    """
    sitting = _Sitting(waiting, curator, config, voice)
    for at, first in enumerate(waiting.cases):
        case = _as_it_is(sitting, first)
        while case is not None:
            _show(case, f"{at + 1} of {len(waiting.cases)}", voice)
            key = _key(case, voice)
            if key in _ENDS:
                return len(waiting.cases) - at
            case = _answered(sitting, case, key)
    return 0


def _as_it_is(sitting: _Sitting, case: Case) -> Case | None:
    """Judge a case anew; one that cannot be read stays as it is, and the reason is told."""
    if case.answers == FEW:
        return case
    try:
        return again(sitting.curator.root, sitting.config, case, sitting.waiting.told.get(case.id))
    except SitegenError as error:
        _tell(error, sitting.voice)
        return case


def _show(case: Case, count: str, voice: Voice) -> None:
    voice.say(f"\n[{count}]")
    for line in words.told(case):
        voice.say(line)
    if case.opening:
        voice.say(f"  | {words.safe(case.opening)}")
    voice.say(words.choice(case))


def _key(case: Case, voice: Voice) -> str:
    while True:
        key = voice.key().lower()
        if key in _ENDS or key in case.answers:
            return key
        voice.say(f"{words.safe(key)} is no answer here: {words.choice(case)}")


def _answered(sitting: _Sitting, case: Case, key: str) -> Case | None:
    """Carry an answer out; return the case that is to be shown next, None if this one is done."""
    if key == "s":
        return None
    try:
        done = _DOING[key](sitting, case)
    except SitegenError as error:
        _tell(error, sitting.voice)
        return _as_it_is(sitting, case)
    if done:
        sitting.voice.say(done)
        return None
    return None if case.answers == FEW else _as_it_is(sitting, case)


def _edit(sitting: _Sitting, case: Case) -> str:
    sitting.voice.edit(sitting.curator.root / case.path)
    return ""


def _merge(sitting: _Sitting, case: Case) -> str:
    shown = f" [{case.twin}]" if case.twin else ""
    into = sitting.voice.line(f"Into which article (id, address or path)?{shown} ").strip() or case.twin
    if not into:
        sitting.voice.say(_NOTHING)
        return ""
    return answers.merge(sitting.curator, case, into)


def _split(sitting: _Sitting, case: Case) -> str:
    for number, text in splitting.lines_of(sitting.curator.root, case):
        sitting.voice.say(f"{number:>6}  {words.safe(text)[:_WIDTH]}".rstrip())
    line = sitting.voice.line("At which line does the second article begin? ").strip()
    if not (line.isascii() and line.isdecimal()):
        sitting.voice.say(_NOTHING)
        return ""
    return splitting.split(sitting.curator, case, int(line))


# key -> what carries it out and returns what was done, "" if the case is to be looked at again
_DOING: Mapping[str, Callable[[_Sitting, Case], str]] = {
    "a": lambda sitting, case: answers.accept(sitting.curator, case),
    "e": _edit,
    "w": lambda sitting, case: answers.withhold(sitting.curator, case),
    "m": _merge,
    "p": _split,
}


def _tell(error: SitegenError, voice: Voice) -> None:
    for one in error.problems:
        voice.say(f"{one.severity}: {sentence(one)} [{one.rule}]")
