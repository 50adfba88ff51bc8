"""From a document to its finds: what its importer sees in it, where each article stands, and the findings."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.intake import identity, importers, record, sidecar
from sitegen.intake.curate import Find
from sitegen.intake.members import Member, Reading
from sitegen.intake.record import Span
from sitegen.intake.sidecar import Sidecar
from sitegen.model import Cut, Place, Problem, RawArticle
from sitegen.problems import BuildError, problem


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be read: its bytes and their SHA-256, the word for its importer, and what its curator states.

    `seed` is the name of the file that it is or stands in, `sidecar` the digest of all that states something of it,
    `reached` how many bytes of the file had been read when it was found.
    """

    seed: str
    member: Member
    sha256: str
    importer: str
    stated: Sidecar = Sidecar()
    sidecar: str = ""
    reached: int = 0

    @property
    def stamp(self) -> dict[str, str]:
        """What must be the same for the document to give the same again."""
        return {"sha256": self.sha256, "importer": importers.named(self.importer).NAME, "sidecar": self.sidecar}


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a document: the articles in it that hold something, findings, and a word for each byte.

    `titles` are the headlines of all articles, also of those under which nothing stands.
    """

    finds: tuple[Find, ...]
    titles: tuple[str, ...]
    findings: tuple[Problem, ...]
    spans: tuple[Span, ...]
    size: int
    encoding: str = ""


def read(document: Document) -> Reading:
    """Let the importer read a document. Raises BuildError with the reason for which it is put aside."""
    member, importer = document.member, importers.named(document.importer)
    try:
        return importer.read(member)
    except BuildError:
        raise
    except MemoryError:
        raise BuildError([too_heavy(document)]) from None
    except Exception as error:  # noqa: BLE001 - whatever hostile bytes make an importer do, the rest goes on
        raise _failed(document, error) from None


def too_heavy(document: Document) -> Problem:
    """Return the reason for which a document is put aside that takes more memory than one may."""
    said = "Reading this document takes more memory than one document may have."
    hint = "Look at what it holds; cut it in parts, or raise limits.seed_memory in site.yaml."
    return problem("seed-too-heavy", said, Place(document.member.name), hint)


def _failed(document: Document, error: BaseException) -> BuildError:
    words = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(".: ")
    said = f"The importer {importers.named(document.importer).NAME} failed at this document ({words})."
    hint = "Please report it, with the document if you may; --as takes another importer."
    return BuildError([problem("seed-failed", said, Place(document.member.name), hint)])


def understood(document: Document, reading: Reading) -> Understood:
    """Return the finds of a document that was read."""
    finds = tuple(find for find in _finds(document, reading) if holds_something(find.article))
    findings = (*reading.findings, *_empty(document, reading))
    size = len(document.member.data)
    titles = tuple(article.title for article in reading.articles)
    if reading.lines is None:
        return Understood(finds, titles, findings, record.spans_of_document(size, reading), size)
    spans = record.spans(reading.lines, reading)
    return Understood(finds, titles, findings, spans, size, reading.lines.encoding.codec)


def holds_something(article: RawArticle) -> bool:
    """Whether there is more of an article than its headline."""
    return bool(article.blocks or article.body.strip() or article.images or article.values.get("summary"))


def _finds(document: Document, reading: Reading) -> list[Find]:
    cuts: dict[int, list[Cut]] = defaultdict(list)
    for cut in reading.cuts:
        cuts[cut.article].append(cut)
    late = {at: words for at, kind, words in reading.notes if kind == "date-contradiction"}
    importer = importers.named(document.importer).NAME
    places = _Places(document, reading)
    return [
        Find(
            article,
            document.member.name,
            document.sha256,
            importer,
            places.of(article.start),
            tuple(cuts[at]),
            late.get(at, ""),
            _digest(article, reading),
            at + 1,
        )
        for at, article in enumerate(reading.articles)
    ]


def _digest(article: RawArticle, reading: Reading) -> str:
    if reading.lines is None:
        return identity.digest_of_words(article)
    return identity.digest_of(article, reading.lines.lines)


def _empty(document: Document, reading: Reading) -> list[Problem]:
    """Return a finding for each headline without a text."""
    places = _Places(document, reading)
    hint = "Put its text below it, or take the line out."
    return [
        problem(
            "seed-no-text",
            f'Nothing stands under "{article.title}"; it was not taken in.',
            places.of(article.start),
            hint if reading.lines else "",
        )
        for article in reading.articles
        if not holds_something(article)
    ]


class _Places:
    """The places of articles in a document, asked for in their order."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._name, self._data, self._lines = document.member.name, document.member.data, reading.lines
        self._at, self._number = 0, 1

    def of(self, start: int) -> Place:
        """Return the place of a byte; the first of a document that is no lines is the document's own."""
        if self._lines is not None:
            lines = self._lines.lines
            at = bisect_right(lines, start, key=lambda line: line.stop)
            return Place(self._name, lines[at].number if at < len(lines) else 0)
        if start < self._at:
            self._at, self._number = 0, 1
        self._number += self._data.count(b"\n", self._at, start)
        self._at = start
        return Place(self._name, self._number if start else 0)


def unmatched(stated: Sidecar, titles: Mapping[str, Iterable[str]], *, folders: bool) -> list[Problem]:
    """Return findings for headlines that are stated but not there; `titles` are those that stand under each sidecar.

    A sidecar that speaks of a whole folder is judged only with `folders`: where all of the folder was read.
    """
    paths = sorted({place.path for place in stated.places.values()} & titles.keys())
    return [
        found
        for path in paths
        if folders or not path.endswith(sidecar.FOLDER_FILE)
        for found in sidecar.unmatched(stated, path, titles[path])
    ]
