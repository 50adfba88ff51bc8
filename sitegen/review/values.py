"""What review is about: a doubt with its evidence, and the case of an article about which there are doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.model import Place

# doubt -> how urgent it is: what may tell a reader something false stands before what is merely not known
WEIGHTS: Mapping[str, int] = {
    "date-contradiction": 90,
    "title-supplied": 80,
    "alike": 70,
    "score-low": 60,
    "waits": 50,
    "date-missing": 40,
    "finding": 30,
    "source-missing": 20,
    "rights-unknown": 10,
}
# key -> what pressing it does
ANSWERS: Mapping[str, str] = {
    "a": "accept",
    "e": "edit",
    "s": "skip",
    "w": "withhold",
    "m": "merge",
    "p": "split",
    "q": "quit",
}
# of a file that should say something of many articles
FEW = "esq"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words, what they speak of (a front-matter key), and where they stand."""

    words: str
    of: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that is uncertain: a key of `WEIGHTS`, a sentence, and what speaks for and against it."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def weight(self) -> int:
        """How urgent it is."""
        return WEIGHTS[self.kind]


@dataclass(frozen=True, slots=True)
class Case:
    """An article about which there are doubts, or (without an id) a file that should say something of many.

    `proposed` are the front-matter values that `accept` writes, `digest` is the file's as it was read, `place` where
    the article stands in its seed, `twin` the path of the article it may be the same as, `answers` keys of `ANSWERS`.
    """

    path: str
    title: str
    doubts: tuple[Doubt, ...]
    id: str = ""
    lang: str = ""
    opening: str = ""
    digest: str = ""
    place: Place | None = None
    twin: str = ""
    proposed: Mapping[str, Any] = field(default_factory=dict)
    answers: str = "aeswmpq"

    @property
    def urgency(self) -> tuple[int, ...]:
        """The weights of its doubts, the greatest first: the worst case has the greatest urgency."""
        return tuple(sorted((one.weight for one in self.doubts), reverse=True))
