"""Small containers for tests, made as they are asked for."""

import io
import tarfile
import zipfile
from collections.abc import Iterable

from sitegen.intake import containers
from sitegen.intake.members import Member
from sitegen.model import Problem
from sitegen.problems import sentence

LIMIT = 100_000


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return held.getvalue()


def tarred(files: Iterable[tuple[str, bytes]], mode: str = "w:gz", links: Iterable[str] = ()) -> bytes:
    """Return a tar; `links` are names of links to the first of them."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, name
            archive.addfile(info)
    return held.getvalue()


def walked(name: str, data: bytes, limit: int = LIMIT) -> tuple[list[Member], list[str]]:
    """Return the documents of a container, and what was refused."""
    container = containers.of(name, data[: containers.HEAD])
    assert container is not None
    met = list(containers.walk(container, io.BytesIO(data), name, len(data), limit))
    documents = [one for one in met if isinstance(one, Member)]
    return documents, [sentence(one) for one in met if isinstance(one, Problem)]
