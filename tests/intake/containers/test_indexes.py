"""Claims about the index of a WACZ."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from sitegen.intake.containers import indexes
from sitegen.intake.containers.allowance import Allowance, TooMuch
from sitegen.problems import sentence

DATA = b"the bytes of a crawl"
GOOD = f"sha256:{hashlib.sha256(DATA).hexdigest()}"


def said(files: Mapping[str, object], total: int = 1 << 20) -> list[str]:
    """Return what is told of a WACZ of these files; what is no text or bytes is written as JSON."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, one in files.items():
            archive.writestr(name, one if isinstance(one, str | bytes) else json.dumps(one))
    with zipfile.ZipFile(held) as archive:
        return [sentence(one) for one in indexes.wrong(archive, "c.wacz", Allowance(1 << 20, total))]


def index(digest: str = GOOD, path: str = "archive/a.warc") -> dict[str, object]:
    return {"resources": [{"name": "a", "path": path, "hash": digest, "bytes": 20}]}


def test_an_archive_that_is_as_its_index_says_is_told_nothing_of() -> None:
    listed = index()
    own = {"path": indexes.NAME, "hash": f"sha256:{hashlib.sha256(json.dumps(listed).encode()).hexdigest()}"}
    assert said({"archive/a.warc": DATA, indexes.NAME: listed, "datapackage-digest.json": own}) == []


@pytest.mark.parametrize("digest", [f"sha256:{'0' * 64}", "md5:0", "sha512:x"])
def test_a_file_that_was_changed_is_told(digest: str) -> None:
    (told,) = said({"archive/a.warc": DATA, indexes.NAME: index(digest)})
    assert told.startswith("c.wacz!/archive/a.warc: This file is not what the archive's index says")


def test_a_file_that_is_not_there_is_told() -> None:
    (told,) = said({"archive/a.warc": DATA, indexes.NAME: index(path="archive/b.warc")})
    assert told.startswith("c.wacz!/archive/b.warc: The archive's index names this file, but it is not there.")


def test_an_index_that_was_changed_is_told() -> None:
    own = {"path": indexes.NAME, "hash": f"sha256:{'0' * 64}"}
    (told,) = said({"archive/a.warc": DATA, indexes.NAME: index(), "datapackage-digest.json": own})
    assert told.startswith(f"c.wacz!/{indexes.NAME}: This file is not")


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"resources": 3}', '{"resources": [3]}', "[" * 100_000])
def test_an_index_that_says_nothing_is_told(text: str) -> None:
    (told,) = said({"archive/a.warc": DATA, indexes.NAME: text})
    assert "Its index names no file" in told


@pytest.mark.parametrize("digest", ["", "blake9:00", "nothing"])
def test_a_digest_of_a_kind_that_nobody_knows_proves_nothing(digest: str) -> None:
    assert said({"archive/a.warc": DATA, indexes.NAME: index(digest)}) == []


def test_checking_digests_unpacks_no_more_than_is_allowed() -> None:
    with pytest.raises(TooMuch):
        said({"archive/a.warc": bytes(10_000), indexes.NAME: index()}, total=1000)
