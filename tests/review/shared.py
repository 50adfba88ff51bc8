"""A small archive with doubts, and a curator who answers by a list of keys."""

from dataclasses import dataclass, field
from pathlib import Path

from sitegen import frontmatter
from sitegen.config import Config, RightsConfig
from sitegen.frontmatter import Document
from sitegen.intake import Intake, take_in
from sitegen.review.answers import Curator
from sitegen.review.queue import Queue, queue
from sitegen.review.values import Case

TODAY = "2024-11-24"
LATER = "2024-12-01"
CONFIG = Config(sections=("news",), rights=RightsConfig(holder="The Courier"))
FERRY = """Ferry late again

By Dilys Orme
12 March 2004

The ferry from Cape Ellory was late again on Friday, for the ninth day, and nobody on the quay was surprised.

Its master said that the clock was wrong.
"""
GOOSE = """Council buys a goose

By T. Callow

The council has bought a goose for the Infirmary, at a price that two members called a scandal.

The goose made no comment.
"""
# a year that the ferry's own date contradicts
WRONG_YEAR = "source: courier\ndate: {earliest: 2010-01-01, latest: 2010-12-31}\n"


def write(root: Path, path: str, text: str) -> Path:
    """Write a file below a site."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode())
    return root / path


def take(root: Path, dump: str = FERRY, sidecar: str = "", *, name: str = "town", again: bool = False) -> Intake:
    """Take a dump into a site."""
    write(root, f"seeds/{name}.txt", dump)
    if sidecar:
        write(root, f"seeds/{name}.yaml", sidecar)
    return take_in(root, [root / f"seeds/{name}.txt"], CONFIG, TODAY, again=again)


def waiting(root: Path, config: Config = CONFIG) -> Queue:
    """Return the queue of a site."""
    return queue(root, config)


def only(root: Path) -> Case:
    """Return the one case of a site."""
    (case,) = waiting(root).cases
    return case


def kinds(case: Case) -> list[str]:
    """Return what a case is doubted for."""
    return [one.kind for one in case.doubts]


def curator(root: Path) -> Curator:
    """Return who answers, a week after the import."""
    return Curator(root, LATER)


def article(root: Path, path: str) -> Document:
    """Read a content file."""
    return frontmatter.read((root / path).read_text("utf-8"), path)


@dataclass
class Typed:
    """A voice that presses keys and types lines as told, and remembers what it was shown."""

    keys: str = ""
    lines: list[str] = field(default_factory=list)
    edits: list[tuple[str, str]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    answers: list[object] = field(default_factory=list)
    as_json: bool = False

    def say(self, words: str) -> None:
        """Remember a line."""
        self.shown.append(words)

    def key(self) -> str:
        """Press the next key; none when all are pressed."""
        first, self.keys = self.keys[:1], self.keys[1:]
        return first

    def line(self, prompt: str) -> str:
        """Type the next line."""
        self.shown.append(prompt)
        return self.lines.pop(0)

    def edit(self, path: Path) -> None:
        """Replace words in a file, as an editor would."""
        before, after = self.edits.pop(0)
        path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")

    def data(self, value: object) -> None:
        """Remember an answer."""
        self.answers.append(value)

    def problems(self, found: object) -> None:
        """Remember problems."""
        self.answers.append(found)
