"""Web archives: WARC and ARC, and WACZ, which holds WARCs in a ZIP."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext, redirect_stderr
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, cast

from sitegen.intake.containers import indexes
from sitegen.intake.containers.allowance import RATIO, Allowance, for_size, pieces_of, whole
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import problem

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

_MARKS = (b"WARC/", b"filedesc://")
_GZIP = b"\x1f\x8b"
_SUFFIXES = (".warc.gz", ".arc.gz")
# pages and documents; feeds and data in a crawl repeat what the pages hold
_TYPES = ("text/html", "application/xhtml+xml", "application/pdf")
_GOOD = ("200", "203", "")


@dataclass(frozen=True, slots=True)
class _Source:
    """One WARC: how it is opened, its name for findings, and what stands before the names of its documents."""

    opened: Callable[[], AbstractContextManager[BinaryIO]]
    name: str
    prefix: str = ""


@dataclass(slots=True)
class _Seen:
    """What WARCs of one crawl held: where each payload stands, which records only repeat one, what was passed over."""

    places: dict[str, tuple[_Source, int, Mapping[str, str]]] = field(default_factory=dict)
    revisits: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)


def knows(name: str, head: bytes) -> bool:
    """Whether a file is a web archive, by its first bytes, or its name where they are compressed."""
    return head.startswith(_MARKS) or (head.startswith(_GZIP) and name.casefold().endswith(_SUFFIXES))


def walk(stream: BinaryIO, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """Yield the pages of a web archive, in its order, each by its moment and address; then those that repeat one.

    A record that ends too early, or is not what its digest says, is told of, and given as far as it goes.
    """
    yield from _walk([_Source(lambda: nullcontext(stream), name)], name, allowance)


def _walk(sources: Iterable[_Source], name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    seen = _Seen()
    for source in sources:
        with source.opened() as stream:
            for record, start in _records(stream, source.name):
                if isinstance(record, Problem):
                    yield record
                else:
                    yield from _given(record, start, source, seen, allowance)
    yield from _repeated(name, seen, allowance)
    yield from _passed(seen, name)


def is_wacz(names: Iterable[str]) -> bool:
    """Whether a ZIP with these names is a WACZ."""
    known = set(names)
    return indexes.NAME in known and any(name.startswith("archive/") for name in known)


def walk_wacz(archive: zipfile.ZipFile, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """Yield what its index says that is not so of the files in a WACZ, then the pages of the WARCs in it."""
    yield from indexes.wrong(archive, name, for_size(allowance.total // RATIO, allowance.single))
    held = [one.filename for one in archive.infolist() if one.filename.startswith("archive/") and not one.is_dir()]
    yield from _walk([_of_zip(archive, name, one) for one in held], name, allowance)


def _of_zip(archive: zipfile.ZipFile, name: str, inner: str) -> _Source:
    # a ZIP's member knows where it is, and goes back by unpacking anew
    return _Source(
        lambda: cast("AbstractContextManager[BinaryIO]", archive.open(inner)), f"{name}!/{inner}", f"{inner}!/"
    )


def _records(stream: BinaryIO, name: str) -> Iterator[tuple["ArcWarcRecord | Problem", int]]:
    """Yield each record with the byte where it begins, and a finding where one is longer than it says."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only web archives need it

    stream.seek(0)
    yield from _each(ArchiveIterator(stream, arc2warc=True, check_digests=True), name)


def _each(records: "ArchiveIterator", name: str) -> Iterator[tuple["ArcWarcRecord | Problem", int]]:
    wrong = 0
    while (record := _next(records)) is not None:
        if records.err_count > wrong:
            wrong = records.err_count
            said = "The record before this one is longer than it says; what is beyond its stated length was left out."
            yield problem("seed-broken", said, _place(name, record)), 0
        yield record, records.offset


def _next(records: "ArchiveIterator") -> "ArcWarcRecord | None":
    # the library speaks to the terminal of what it finds wrong
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - as above

    try:
        with redirect_stderr(io.StringIO()):
            return next(records, None)
    except ArchiveLoadFailed as error:
        said = "what follows is no record of a web archive"  # the library's own words hold the bytes that it met
        raise ValueError(said) from error


def _given(
    record: "ArcWarcRecord", start: int, source: _Source, seen: _Seen, allowance: Allowance
) -> Iterator[Member | Problem]:
    """Yield a record's document, if it is one, and what is wrong with it."""
    name = source.name
    if record.rec_type == "revisit":
        seen.revisits.append((_repeats(record), source.prefix + _inner(record), _about(record)))
        return
    kind = _kind(record)
    if not kind.startswith(_TYPES):
        if kind:
            seen.passed[kind.partition(";")[0].strip()] += 1
        for _ in pieces_of(record.raw_stream, allowance):
            pass
        return
    data = whole(record.content_stream(), allowance)
    if data is None:
        said = f"This record is longer than {allowance.single:,} bytes, which is the limit."
        yield problem("seed-too-large", said, _place(name, record), "Raise limits.seed_bytes in site.yaml.")
        return
    about = _about(record)
    for name_of_it in _known_by(record):
        seen.places.setdefault(name_of_it, (source, start, about))
    yield from _wrong(record, name)
    yield Member(source.prefix + _inner(record), data, about)


def _kind(record: "ArcWarcRecord") -> str:
    """Return the media type of a record that holds a document of its own, "" of one that does not."""
    if record.rec_type == "resource":
        return str(record.rec_headers.get_header("Content-Type") or "").casefold()
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    if record.http_headers.get_statuscode() not in _GOOD:
        return f"answer {record.http_headers.get_statuscode()}"
    return str(record.http_headers.get_header("Content-Type") or "without type").casefold()


def _about(record: "ArcWarcRecord") -> dict[str, str]:
    kind, _, parameters = _kind(record).partition(";")
    charset = parameters.partition("charset=")[2].strip().strip("\"'")
    headers = record.rec_headers
    about = {
        "url": headers.get_header("WARC-Target-URI") or "",
        "fetched": headers.get_header("WARC-Date") or "",
        "type": kind.strip(),
        "charset": charset.partition(";")[0],
        "record": headers.get_header("WARC-Record-ID") or "",
        "digest": headers.get_header("WARC-Payload-Digest") or "",
    }
    return {key: value for key, value in about.items() if value}


def _inner(record: "ArcWarcRecord") -> str:
    """Return a record's name: its moment and its address, as replay addresses it."""
    moment = "".join(filter(str.isdigit, record.rec_headers.get_header("WARC-Date") or ""))[:14]
    address = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("WARC-Record-ID") or ""
    return f"{moment or 'undated'}/{address.partition('://')[2] or address}"


def _place(name: str, record: "ArcWarcRecord") -> Place:
    return Place(f"{name}!/{_inner(record)}")


def _header(record: "ArcWarcRecord", name: str) -> str:
    return str(record.rec_headers.get_header(name) or "")


def _known_by(record: "ArcWarcRecord") -> Iterator[str]:
    """Yield by what a record that repeats this one may name it: the digest, and address and moment."""
    names = _header(record, "WARC-Payload-Digest"), _met(record, "WARC-Target-URI", "WARC-Date")
    yield from (name for name in names if name.strip())


def _repeats(record: "ArcWarcRecord") -> str:
    """Return which record a revisit repeats; one that says "not modified" has no digest."""
    digest = _header(record, "WARC-Payload-Digest")
    return digest or _met(record, "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date")


def _met(record: "ArcWarcRecord", address: str, moment: str) -> str:
    return f"{_header(record, address)} {_header(record, moment)}"


def _wrong(record: "ArcWarcRecord", name: str) -> Iterator[Problem]:
    """Yield what a record that was read to its end shows to be wrong with it."""
    missing = getattr(record.raw_stream, "limit", 0)
    if missing:
        said = f"This record breaks off {missing:,} bytes before its end; it was taken in as far as it goes."
        yield problem("seed-broken", said, _place(name, record), "Get the file again, if it was whole there.")
    elif record.digest_checker is not None and record.digest_checker.passed is False:
        said = "This record is not what its digest says: it was changed or damaged after it was fetched."
        yield problem("seed-digest-wrong", said, _place(name, record), "Compare it with another copy of the archive.")
    if cut := record.rec_headers.get_header("WARC-Truncated"):
        said = f"This record was cut off when it was fetched ({cut}); it was taken in as far as it goes."
        yield problem("seed-broken", said, _place(name, record))


def _repeated(name: str, seen: _Seen, allowance: Allowance) -> Iterator[Member | Problem]:
    """Yield the documents of records that repeat an earlier one: its bytes, their own moment and address."""
    lost = 0
    for digest, inner, own in seen.revisits:
        if digest not in seen.places:
            lost += 1
            continue
        source, start, about = seen.places[digest]
        with source.opened() as stream:
            data = _payload(stream, start, source.name, allowance)
        if data is not None:
            yield Member(inner, data, {**about, **own})
    if lost:
        said = f"{lost:,} record{'s' * (lost != 1)} in it repeat what another file holds; they were left out."
        yield problem("seed-revisit", said, Place(name), "Import the other files of the crawl as well.")


def _payload(stream: BinaryIO, start: int, name: str, allowance: Allowance) -> bytes | None:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - as above

    stream.seek(start)
    record = next(
        (one for one, _ in _each(ArchiveIterator(stream, arc2warc=True), name) if not isinstance(one, Problem)), None
    )
    return whole(record.content_stream(), allowance) if record else None


def _passed(seen: _Seen, name: str) -> list[Problem]:
    if not seen.passed:
        return []
    kinds = ", ".join(f"{kind} ({count:,})" for kind, count in sorted(seen.passed.items()))
    total = seen.passed.total()
    said = f"{total:,} record{'s' * (total != 1)} in it were passed over, since they are no pages: {kinds}."
    return [problem("seed-passed-over", said, Place(name))]
