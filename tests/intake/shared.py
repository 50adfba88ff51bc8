"""Where the private data lie, and small hands for tests of intake."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen import frontmatter
from sitegen.config import Config
from sitegen.frontmatter import Document
from sitegen.intake import Intake, take_in
from sitegen.intake.importers import text
from sitegen.intake.importers.text import Dump
from sitegen.intake.lines import read as read_lines
from sitegen.model import Problem
from sitegen.problems import sentence

SHARED = Path(__file__).parents[3] / "shared" / "data"
FIXTURES = Path(__file__).parent / "text"
TODAY = "2024-11-24"
CONFIG = Config(sections=("news", "sea"))

ONE = """Ferry late again

By Dilys Orme
12 March 2004

The ferry from Cape Ellory was late again on Friday, for the ninth day, and nobody on the quay was surprised.

Its master said that the clock was wrong.
"""
TWO = """Council buys a goose

By T. Callow
3 May 1974

The council has bought a goose for the Infirmary, at a price that two members called a scandal.

The goose made no comment.
"""


def shared(*parts: str) -> Path:
    """Return a folder of the private data; skip the test where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"private data are absent: ../shared/data/{'/'.join(parts)}")
    return path


def dump_of(words: str | bytes) -> Dump:
    """Read a dump as the importer does."""
    return text.dump(read_lines(words if isinstance(words, bytes) else words.encode()))


def seed(root: Path, name: str, words: str | bytes, sidecar: str = "") -> Path:
    """Lay a seed, and its sidecar, below a site."""
    path = root / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    if sidecar:
        path.with_suffix(".yaml").write_text(sidecar, "utf-8")
    return path


def take(root: Path, paths: Sequence[Path] | None = None, *, today: str = TODAY, again: bool = False) -> Intake:
    """Run intake over a site with the tests' settings."""
    return take_in(root, paths, CONFIG, today, again=again)


def article(root: Path, path: str) -> Document:
    """Read a content file."""
    return frontmatter.read((root / path).read_text("utf-8"), path)


def tree(root: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def said(problems: Sequence[Problem]) -> list[str]:
    """Return problems as they are printed."""
    return [sentence(one) for one in problems]


def plain_blocks(chunk: str) -> list[str]:
    """Return the paragraphs of a piece of a dump, parted by blank lines."""
    return [block.strip() for block in re.split(r"\n\s*\n", chunk.strip()) if block.strip()]
