"""Bytes of a content file -> Document: size and encoding are judged before any parser sees them."""

from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.frontmatter import MAX_BYTES, Document, read, read_yaml, read_yaml_list
from sitegen.model import Place
from sitegen.problems import BuildError, FileError, problem


def document(root: Path, path: str, limit: int) -> Document:
    """Read a content file of at most `limit` bytes: front matter and body. Raises BuildError, FileError."""
    return read(_text(root / path, path, limit), path)


def mapping(root: Path, path: str) -> Document:
    """Read a YAML file that is a mapping; a file that is not there is an empty one. Raises BuildError."""
    if not (root / path).exists():
        return Document(path, {}, {})
    values, lines = read_yaml(_text(root / path, path, 16 * MAX_BYTES), path)
    return Document(path, values, lines)


def listing(root: Path, path: str) -> tuple[Document, list[Any]]:
    """Read a YAML file that is a list; a file that is not there is an empty one. Raises BuildError."""
    if not (root / path).exists():
        return Document(path, {}, {}), []
    values, lines = read_yaml_list(_text(root / path, path, 16 * MAX_BYTES), path)
    return Document(path, {}, lines), values


def _text(file: Path, path: str, limit: int) -> str:
    try:
        data = files.read_bytes(file)
    except FileError as error:
        # an unreadable content file is one mistake among the others, all of which are listed
        raise BuildError(
            [problem("content-unreadable", found.text, Place(path), found.hint) for found in error.problems]
        ) from error
    if len(data) > limit:
        said = f"This file has {len(data):,} bytes; {limit:,} are the limit."
        raise BuildError([problem("file-too-large", said, Place(path), "Part it, or raise `limits` in site.yaml.")])
    return files.text_of(data, path)
