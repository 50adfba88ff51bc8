"""What the decision records of intake tell of each article: its line, the words read, the findings, what it is like."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sitegen import files
from sitegen.intake import record
from sitegen.model import Place
from sitegen.problems import FileError


class _Words(msgspec.Struct, frozen=True):
    of: str = ""
    words: str = ""


class Alike(msgspec.Struct, frozen=True):
    """That an article may be `of` another: `same`, a `version`, or one story (`wire`), and the share they have."""

    of: str = ""
    relation: str = "same"
    sure: bool = False
    similarity: float = 0.0


class _Beginning(msgspec.Struct, frozen=True):
    rule: str = ""
    score: float = 0.0


class _Article(msgspec.Struct, frozen=True):
    id: str = ""
    line: int = 0
    begins: _Beginning = _Beginning()
    evidence: tuple[_Words, ...] = ()
    alike: tuple[Alike, ...] = ()


class _Finding(msgspec.Struct, frozen=True):
    rule: str = ""
    severity: str = ""
    text: str = ""
    hint: str = ""
    place: Place | None = None


class _Record(msgspec.Struct, frozen=True):
    """A record without its spans, which are most of it and are passed over unread."""

    seed: str = ""
    articles: tuple[_Article, ...] = ()
    findings: tuple[_Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a record tells of an article. `findings` are (rule, sentence), `words` (kind, the words it was read from).

    `rule` is that by which it was seen to begin, `score` how sure that is, in log-odds; 0 where nothing was weighed.
    """

    place: Place
    words: tuple[tuple[str, str], ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    alike: tuple[Alike, ...] = ()
    rule: str = ""
    score: float = 0.0


def of_each(root: Path) -> dict[str, Told]:
    """Return by id what is told of each article. A record that cannot be read tells nothing: import makes it again."""
    return {one.id: _told(one, said) for said in _records(root) for one in said.articles}


def _records(root: Path) -> Iterator[_Record]:
    decoder = msgspec.json.Decoder(_Record)
    for name in files.walk(root / record.FOLDER)[0]:
        if name.endswith(".json"):
            try:
                yield decoder.decode(files.read_bytes(root / record.FOLDER / name))
            except (msgspec.MsgspecError, UnicodeDecodeError, FileError):
                continue


def _told(one: _Article, said: _Record) -> Told:
    place = Place(said.seed, one.line)
    # a finding names the line on which its article begins; weighty ones alone are for a curator
    own = [found for found in said.findings if found.place == place and found.severity != "note"]
    return Told(
        place,
        tuple((word.of, word.words) for word in one.evidence),
        tuple((found.rule, found.text) for found in own),
        tuple(other for other in one.alike if not other.sure),
        one.begins.rule,
        one.begins.score,
    )
