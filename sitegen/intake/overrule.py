"""What a curator says of the lines of a pasted text: where articles begin, which lines are text, which are not."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from sitegen.intake.lines import Line
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import problem

Key = Literal["split_at", "drop", "keep"]
KEYS: tuple[Key, ...] = ("split_at", "drop", "keep")
RULE = "curator"
# what stands between a container's name and that of a document in it
_WITHIN = "!/"
_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?", re.ASCII)  # noqa: RUF001 - a range as people type it
# a pattern looks no further into a line, so that one that is slow is slow on a short text
_REACH = 1000
_MAX_PATTERN = 200


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a curator's: a line number, a range of them, a pattern between slashes, or words of the line."""

    key: Key
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Overruled:
    """The numbers of the lines on which articles begin, that are no text, and that are text."""

    split_at: frozenset[int] = frozenset()
    drop: frozenset[int] = frozenset()
    keep: frozenset[int] = frozenset()

    @property
    def lines(self) -> frozenset[int]:
        """All lines of which the curator speaks."""
        return self.split_at | self.drop | self.keep


NOTHING = Overruled()


def fault(key: Key, words: str) -> tuple[str, str] | None:
    """Return what is wrong with a curator's word and the way out; None if it can be followed."""
    if (numbers := _range(words)) is not None:
        return _fault_of_range(key, words, *numbers)
    if not words.strip():
        return "This names no line.", "Write a line number, or words of the line."
    return _fault_of_pattern(words) if _is_pattern(words) else None


def _fault_of_range(key: Key, words: str, first: int, last: int) -> tuple[str, str] | None:
    if not 0 < first <= last:
        return f'"{words}" names no lines.', "Lines count from 1, and a range goes up: 12-20."
    if key == "split_at" and first != last:
        return f'"{words}" is a range; an article begins on one line.', f"Write {first}."
    return None


def _fault_of_pattern(words: str) -> tuple[str, str] | None:
    if len(words) > _MAX_PATTERN:
        return f'"{words[:40]}…" is longer than {_MAX_PATTERN} letters.', "Name the line by its number."
    try:
        re.compile(words[1:-1])
    except (re.error, OverflowError, RecursionError) as error:
        return f'"{words}" is no pattern: {error}.', "Write \\ before signs that stand for themselves."
    return None


def words_of(member: Member) -> tuple[Word, ...]:
    """Return what the curator of a document says of its lines."""
    said = member.about.get("overrule", "")
    return msgspec.json.decode(said, type=tuple[Word, ...]) if said else ()


def follow(words: Sequence[Word], lines: Sequence[Line], name: str) -> tuple[Overruled, tuple[Problem, ...]]:
    """Return of which lines a curator speaks, and a finding for each word that fits none of the document `name`."""
    found: dict[Key, set[int]] = {key: set() for key in KEYS}
    missed = []
    for word in words:
        fitting = _fitting(word, lines)
        found[word.key] |= fitting
        # what is said of a whole folder or container need not fit each document
        if not fitting and _WITHIN not in name and not word.place.path.rpartition("/")[2].startswith("_"):
            missed.append(_unmatched(word, lines, name))
    keep = found["keep"]
    return Overruled(frozenset(found["split_at"]), frozenset(found["drop"] - keep), frozenset(keep)), tuple(missed)


def _fitting(word: Word, lines: Sequence[Line]) -> set[int]:
    if (numbers := _range(word.words)) is not None:
        named = lines[max(0, numbers[0] - 1) : numbers[1]]
        if word.key == "split_at" and named and not named[0].text:
            # an article begins with words: on the next line that has some
            named = [line for line in lines[numbers[0] :] if line.text][:1]
        return {line.number for line in named if line.text}
    asks = _asks(word.words)
    return {line.number for line in lines if line.text and asks(line.text)}


def _asks(words: str) -> Callable[[str], bool]:
    if not _is_pattern(words):
        plain = " ".join(words.split())
        return lambda text: plain in " ".join(text.split())
    pattern = re.compile(words[1:-1])
    return lambda text: pattern.search(text[:_REACH]) is not None


def _is_pattern(words: str) -> bool:
    return len(words) > len("//") and words.startswith("/") and words.endswith("/")


def _range(words: str) -> tuple[int, int] | None:
    match = _RANGE.fullmatch(words.strip())
    return (int(match[1]), int(match[2] or match[1])) if match else None


def _unmatched(word: Word, lines: Sequence[Line], name: str) -> Problem:
    said = f'"{word.key}" names {word.words}, and no line of {name} with words fits it.'
    hint = f"{name} has {len(lines):,} lines; `sitegen import --explain {name}` shows them with their numbers."
    return problem("overrule-unmatched", said, word.place, hint)
