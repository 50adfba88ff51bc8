"""content/ledger.jsonl: what was ever imported, from where, and under which addresses it has been."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.model import Place
from sitegen.problems import BuildError, problem

PATH = "content/ledger.jsonl"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article was found: the seed, the SHA-256 of that file, and the article's bytes in it."""

    seed: str
    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """An article that was imported. `digest` is its own lines', `addresses` are newest last, `added` an ISO day.

    One that is another twice is `merged_into` that one (its id), and has no file of its own.
    """

    id: str
    digest: str
    origins: tuple[Origin, ...]
    importer: str
    added: str
    addresses: tuple[str, ...]
    sketch: tuple[str, ...] = ()
    merged_into: str = ""

    @property
    def path(self) -> str:
        """The content file at its newest address, relative to the site's root."""
        return f"content/{self.addresses[-1].strip('/')}.md"


def read(root: Path) -> list[Known]:
    """Read the ledger of a site, empty where there is none. Raises BuildError for a line that cannot be read."""
    path = root / PATH
    if not path.exists():
        return []
    return [_known(line, number) for number, line in enumerate(files.read_bytes(path).splitlines(), 1)]


def _known(line: bytes, number: int) -> Known:
    try:
        said = json.loads(line)
        return Known(
            said["id"],
            said["digest"],
            tuple(Origin(one["seed"], one["sha256"], one["start"], one["end"]) for one in said["sources"]),
            said["importer"],
            said["added"],
            tuple(said["addresses"]),
            tuple(said.get("sketch", ())),
            said.get("merged_into", ""),
        )
    except (ValueError, KeyError, TypeError) as error:
        hint = "Take this file back from git; it is written by import alone."
        said_so = "This line of the ledger cannot be read."
        raise BuildError([problem("ledger-broken", said_so, Place(PATH, number), hint)]) from error


def write(root: Path, known: Iterable[Known]) -> bool:
    """Write the ledger, one line an article in the order of their ids; False if it already read so."""
    text = "".join(_line(one) for one in sorted(known, key=lambda one: one.id))
    path = root / PATH
    if (path.exists() and files.read_bytes(path) == text.encode()) or (not text and not path.exists()):
        return False
    files.write_text(path, text)
    return True


def _line(one: Known) -> str:
    said = {
        "id": one.id,
        "digest": one.digest,
        "sources": [{"seed": o.seed, "sha256": o.sha256, "start": o.start, "end": o.end} for o in one.origins],
        "importer": one.importer,
        "added": one.added,
        "addresses": list(one.addresses),
        "sketch": list(one.sketch),
        **({"merged_into": one.merged_into} if one.merged_into else {}),
    }
    return json.dumps(said, ensure_ascii=False, separators=(", ", ": ")) + "\n"
