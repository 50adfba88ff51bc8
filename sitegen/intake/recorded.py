"""The decision records as they are read again: what was concluded of each article, and what was found fault with."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen import files
from sitegen.intake import record
from sitegen.model import Place
from sitegen.problems import FileError


class Words(msgspec.Struct, frozen=True):
    """The words from which something was read."""

    of: str = ""
    words: str = ""


class Name(msgspec.Struct, frozen=True):
    """A name that cues in the text mark as one of a taxonomy (`kind`), and how often it stands there."""

    kind: str = msgspec.field(name="as", default="")
    name: str = ""
    count: int = 0


class Alike(msgspec.Struct, frozen=True):
    """That an article may be `of` another: `same`, a `version`, or one story (`wire`), and the share they have."""

    of: str = ""
    relation: str = "same"
    sure: bool = False
    similarity: float = 0.0


class Beginning(msgspec.Struct, frozen=True):
    """The rule by which an article was seen to begin, and how sure that is, in log-odds."""

    rule: str = ""
    score: float = 0.0


class Article(msgspec.Struct, frozen=True):
    """An article of a record; `line` is that of the seed on which it begins."""

    id: str = ""
    line: int = 0
    begins: Beginning = Beginning()
    evidence: tuple[Words, ...] = ()
    suggested: tuple[Name, ...] = ()
    alike: tuple[Alike, ...] = ()


class Finding(msgspec.Struct, frozen=True):
    """A finding of a record."""

    rule: str = ""
    severity: str = ""
    text: str = ""
    hint: str = ""
    place: Place | None = None


class Record(msgspec.Struct, frozen=True):
    """A record without its spans, which are most of it and are passed over unread."""

    seed: str = ""
    articles: tuple[Article, ...] = ()
    findings: tuple[Finding, ...] = ()


def each(root: Path) -> Iterator[Record]:
    """Yield each record of a site; one that cannot be read is passed over, since import makes it again."""
    decoder = msgspec.json.Decoder(Record)
    for name in files.walk(root / record.FOLDER)[0]:
        if name.endswith(".json"):
            try:
                yield decoder.decode(files.read_bytes(root / record.FOLDER / name))
            except (msgspec.MsgspecError, UnicodeDecodeError, FileError):
                continue
