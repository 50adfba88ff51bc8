"""The index of a WACZ (`datapackage.json`): which files it holds, and the digests that they must have."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.intake.containers.allowance import Allowance, pieces_of, whole
from sitegen.model import Place, Problem
from sitegen.problems import problem

NAME = "datapackage.json"
_OWN_DIGEST = "datapackage-digest.json"
_MOST = 10_000
_KINDS = frozenset(("sha256", "sha512", "sha1", "md5", "sha384"))
_BROKEN = (OSError, RuntimeError, ValueError, EOFError, zlib.error, zipfile.BadZipFile)
_COPY = "Compare it with another copy of the archive."


def wrong(archive: zipfile.ZipFile, name: str, allowance: Allowance) -> Iterator[Problem]:
    """Yield what the index says that is not so: files that are not there, or are not what their digests say.

    Nothing of it keeps the rest from being read. Raises TooMuch.
    """
    held = frozenset(archive.namelist())
    listed = list(_resources(archive, NAME, allowance))
    if not listed:
        said = "Its index names no file, so nothing shows whether the archive is whole."
        yield problem("seed-broken", said, Place(f"{name}!/{NAME}"), _COPY)
    if _OWN_DIGEST in held:
        listed += [(NAME, one) for _, one in _resources(archive, _OWN_DIGEST, allowance)]
    for path, digest in listed[:_MOST]:
        place = Place(f"{name}!/{path}")
        if path not in held:
            said = "The archive's index names this file, but it is not there."
            yield problem("seed-broken", said, place, "Get the archive again, if it was whole there.")
        elif digest and not _is(archive, path, digest, allowance):
            said = "This file is not what the archive's index says: it was changed or damaged after the crawl."
            yield problem("seed-digest-wrong", said, place, _COPY)


def _resources(archive: zipfile.ZipFile, name: str, allowance: Allowance) -> Iterator[tuple[str, str]]:
    """Yield (path, digest) of each file that an index names; of a file that is no index, none."""
    try:
        with archive.open(name) as file:
            said = json.loads(whole(file, allowance) or b"")
    except (KeyError, RecursionError, *_BROKEN):
        return
    for one in _listed(said):
        path, digest = one.get("path"), one.get("hash")
        if isinstance(path, str) and path:
            yield path, digest if isinstance(digest, str) else ""


def _listed(said: Any) -> list[Mapping[str, Any]]:  # noqa: ANN401 - what an archive says of itself
    found = said.get("resources", [said]) if isinstance(said, dict) else []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _is(archive: zipfile.ZipFile, path: str, digest: str, allowance: Allowance) -> bool:
    """Whether a file has a digest, written as `sha256:…`; one of a kind that nobody knows proves nothing."""
    kind, _, stated = digest.partition(":")
    if kind not in _KINDS:
        return True
    found = hashlib.new(kind, usedforsecurity=False)
    try:
        with archive.open(path) as file:
            for piece in pieces_of(file, allowance):
                found.update(piece)
    except _BROKEN:
        return False
    return found.hexdigest() == stated.lower()
