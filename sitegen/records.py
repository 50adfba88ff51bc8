"""Files that remember: typed, checksummed, of one sitegen; whatever is wrong with one, it holds nothing."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from sitegen import __version__, digest, files
from sitegen.problems import FileError


def read(path: Path, kind: Any, mark: str = "") -> Any:  # noqa: ANN401 - the type is the caller's
    """Read a value that `write` left under the same mark; None if there is none, or if it is damaged or another's.

    `kind` is the value's type; `mark` names what the value depends on beside sitegen itself.
    """
    try:
        header, _, body = files.read_bytes(path).partition(b"\n")
        if header != _header(body, mark):
            return None
        return msgspec.msgpack.decode(body, type=kind)
    except (FileError, msgspec.MsgspecError):
        return None


def write(path: Path, value: Any, mark: str = "") -> None:  # noqa: ANN401 - any value of frozen types
    """Write a value, whole or not at all. Raises FileError."""
    body = msgspec.msgpack.encode(value)
    files.write_bytes(path, _header(body, mark) + b"\n" + body)


def encoded(value: Any) -> bytes:  # noqa: ANN401 - any value of frozen types
    """Return a value as bytes: as a part of a record that not everybody opens."""
    return msgspec.msgpack.encode(value)


def decoded(data: bytes, kind: Any) -> Any:  # noqa: ANN401 - the type is the caller's
    """Return the value of a type that `encoded` made these bytes of."""
    return _decoder(kind).decode(data)


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - likewise
    return msgspec.msgpack.Decoder(kind)


def _header(body: bytes, mark: str) -> bytes:
    return f"sitegen record 1 {code()} {mark} {digest.of_bytes(body)}".encode()


@cache
def code() -> str:
    """Return what tells this sitegen from any other: its version, and the state of its own files.

    So a checkout that was edited forgets as surely as an installation that was upgraded.
    """
    home = Path(__file__).parent
    own = {name: stat for name, stat in files.survey(home).files.items() if not name.endswith(".pyc")}
    return f"{__version__}-{digest.of_value(sorted(own.items()))}"
