"""JSON, read with a word for what is wrong with it."""

from typing import Any

import msgspec

from sitegen.intake import encodings
from sitegen.model import Place
from sitegen.problems import BuildError, problem


def parse(data: bytes, name: str) -> Any:  # noqa: ANN401 - plain values of any shape
    """Return a document as plain values. Raises BuildError where it is no JSON, or nested too deep to be safe."""
    try:
        return msgspec.json.decode(_utf8(data))
    except RecursionError as error:
        said = "This JSON is nested too deep."
        raise BuildError([problem("document-unreadable", said, Place(name), "Write it flatter.")]) from error
    except (msgspec.DecodeError, ValueError) as error:
        said = f"This JSON cannot be read: {str(error).rstrip('.')}."
        hint = "See whether the file is whole; fetch or export it again."
        raise BuildError([problem("document-unreadable", said, Place(name), hint)]) from error


def _utf8(data: bytes) -> bytes:
    encoding = encodings.find(data)
    body = data[encoding.mark :]
    return body if encoding.codec == "utf-8" else body.decode(encoding.codec, "replace").encode()


def words(value: object) -> str:
    """Return a value as words: a string or a number; "" for all else."""
    if isinstance(value, str):
        return " ".join(value.split())
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def mapping(value: object) -> dict[str, Any]:
    """Return a value where it is a mapping, an empty one where it is not."""
    return value if isinstance(value, dict) else {}


def members(value: object) -> list[Any]:
    """Return the members of a list; a single value is a list of one, nothing is none."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]
