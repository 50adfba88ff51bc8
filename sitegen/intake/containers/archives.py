"""Archives of files: ZIP, and tar or a single file, plain or compressed by gzip, bzip2 or xz."""

import bz2
import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import BinaryIO, cast

from sitegen.intake import folders, importers
from sitegen.intake.containers import warcs
from sitegen.intake.containers.allowance import Allowance, Counted, Readable, whole
from sitegen.intake.folders import Folders
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import problem

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# what a document in an Office format is, a ZIP as it is, is for importers to read
_OFFICE = (".docx", ".xlsx", ".odt", ".ods", ".epub", ".pptx", ".jar")
_COMPRESSED: tuple[tuple[bytes, Callable[[BinaryIO], Readable]], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
_SUFFIXES = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".gz": "", ".bz2": "", ".xz": ""}
_TAR_MARK = slice(257, 262)
_SYMLINK_BITS = 16  # a ZIP's external attributes hold the Unix mode above these
_ENCRYPTED = 0x1
# bytes of settings and of the beginnings of pages that are kept while the names of a tar are looked through
_ROOM = 64 << 20


def knows(name: str, head: bytes) -> bool:
    """Whether a file is an archive, by its first bytes."""
    if head.startswith(_ZIP):
        return not name.casefold().endswith(_OFFICE)
    return head[_TAR_MARK] == b"ustar" or any(head.startswith(mark) for mark, _ in _COMPRESSED)


def walk(stream: BinaryIO, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """Yield the files of an archive in its order."""
    if stream.read(4) in _ZIP:
        yield from _zip(stream, name, allowance)
        return
    stream.seek(0)
    opened = _opened(stream, allowance)
    if opened.read(512)[_TAR_MARK] == b"ustar":
        yield from _tar(stream, name, allowance)
        return
    stream.seek(0)
    data = whole(_opened(stream, allowance), allowance)
    if data is None:
        yield _too_large(name, allowance)
    else:
        yield Member(_without_suffix(name.rpartition("/")[2]), data)


def _opened(stream: BinaryIO, allowance: Allowance) -> Readable:
    """Return a stream, from its beginning, as it is when it is unpacked."""
    stream.seek(0)
    head = stream.read(8)
    stream.seek(0)
    found = next((opened for mark, opened in _COMPRESSED if head.startswith(mark)), None)
    return Counted(found(stream), allowance) if found else stream


def _without_suffix(name: str) -> str:
    for suffix, other in _SUFFIXES.items():
        if name.casefold().endswith(suffix):
            return name[: -len(suffix)] + other
    return f"{name}.unpacked"


def _too_large(name: str, allowance: Allowance) -> Problem:
    said = f"This file is more than {allowance.single:,} bytes long when it is unpacked, which is the limit."
    return problem("seed-too-large", said, Place(name), "Raise limits.seed_bytes in site.yaml.")


# --- what stands in it --------------------------------------------------------------------------------


def _zip(stream: BinaryIO, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    with zipfile.ZipFile(stream) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if warcs.is_wacz(info.filename for info in infos):
            yield from warcs.walk_wacz(archive, name, allowance)
            return
        known = _look([info.filename for info in infos], lambda name: _said(archive, name))
        for info in infos:
            linked = stat.S_ISLNK(info.external_attr >> _SYMLINK_BITS)
            locked = "It is locked by a password." if info.flag_bits & _ENCRYPTED else ""
            plain = _plain(info.filename)
            if said := _refusal(info.filename, plain, "a link" if linked else "") or locked:
                yield _refused(name, info.filename, said)
            elif not _is_passed_over(plain, known):
                with archive.open(info) as file:
                    yield _member(file, name, plain, known, allowance)


def _tar(stream: BinaryIO, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    names, heads = _tar_names(stream, Allowance(allowance.single, allowance.total))
    known = _look(names, heads.get)
    with _as_tar(_opened(stream, allowance)) as archive:
        for info in archive:
            plain = _plain(info.name)
            kind = "" if info.isfile() else "a link" if info.issym() or info.islnk() else "a device"
            if info.isdir():
                continue
            if said := _refusal(info.name, plain, kind):
                yield _refused(name, info.name, said)
            elif not _is_passed_over(plain, known) and (file := archive.extractfile(info)) is not None:
                yield _member(file, name, plain, known, allowance)
            _forget(archive)


def _as_tar(stream: Readable) -> tarfile.TarFile:
    return tarfile.open(fileobj=cast("BinaryIO", stream), mode="r|")


def _forget(archive: tarfile.TarFile) -> None:
    """Forget the files passed: the library would remember each of them for whoever asks again."""
    vars(archive)["members"].clear()


def _tar_names(stream: BinaryIO, allowance: Allowance) -> tuple[list[str], dict[str, bytes]]:
    """Return the names in a tar, which has no list of them, and what may say something of a site: by going through it.

    Of pages that is their beginning.
    """
    names: list[str] = []
    said: dict[str, bytes] = {}
    room = _ROOM
    with _as_tar(_opened(stream, allowance)) as archive:
        for info in archive:
            names.append(info.name)
            wanted = importers.may_say(_plain(info.name)) if info.isfile() else 0
            if 0 < wanted <= room and (held := archive.extractfile(info)) is not None:
                said[_plain(info.name)] = held.read(wanted)
                room -= len(said[_plain(info.name)])
            _forget(archive)
    return names, said


def _said(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return the beginning of a file of a ZIP that may say something of a site, None if there is none."""
    try:
        with archive.open(name) as file:
            return file.read(importers.may_say(name))
    except (KeyError, RuntimeError, OSError, EOFError, zipfile.BadZipFile, zlib.error):
        return None  # the walk tells of what cannot be read


def _look(names: Sequence[str], fetch: Callable[[str], bytes | None]) -> Folders:
    plain = [_plain(name) for name in names]

    def site(folder: str, held: frozenset[str]) -> Mapping[str, str]:
        start = f"{folder}/" if folder else ""
        return importers.site(held, lambda name: fetch(start + name), lambda: folders.below(folder, plain))

    return folders.look(plain, site)


def _member(file: Readable, name: str, plain: str, known: Folders, allowance: Allowance) -> Member | Problem:
    data = whole(file, allowance)
    if data is None:
        return _too_large(f"{name}!/{plain}", allowance)
    return Member(plain, data, known.about(plain, f"{name}!"))


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")


def _is_passed_over(name: str, known: Folders) -> bool:
    """Whether a file is none that a person put there: hidden ones, those of the system, what stands beside a page."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
    return hidden or known.is_beside_a_page(name)


def _refusal(name: str, plain: str, kind: str) -> str:
    """Return why a file of an archive is refused, "" if it is not."""
    if kind:
        return f"It is {kind}."
    if plain.startswith("/") or plain[1:2] == ":":
        return "Its name begins at the root of a disk."
    if any(part in {"", ".", ".."} for part in plain.split("/")):
        return "Its name leads out of the archive."
    return "" if plain.isprintable() and name else "Its name holds control characters."


def _refused(archive: str, name: str, said: str) -> Problem:
    hint = "Unpack it yourself, look at it, and import what you want of it as a plain file."
    return problem("seed-member-refused", f"This was not read. {said}", Place(f"{archive}!/{name}"), hint)
