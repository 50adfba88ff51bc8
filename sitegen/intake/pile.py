"""From seeds to the documents in them, one after the other, and what was met on the way."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sitegen import digest
from sitegen.intake import containers, importers, seeds
from sitegen.intake.containers import Container
from sitegen.intake.importers import Importer
from sitegen.intake.members import Member
from sitegen.intake.reading import Document
from sitegen.intake.seeds import Seed
from sitegen.intake.sidecar import Sidecar, Sidecars
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem


@dataclass(frozen=True, slots=True)
class Closing:
    """All of a seed was given: as what it was read ("" if as nothing), its SHA-256, and what was met on the way.

    `refused` is what was put aside, `findings` the rest; `sidecar` is the digest of all that states something of it.
    """

    seed: Seed
    importer: str = ""
    sha256: str = ""
    sidecar: str = ""
    container: bool = False
    refused: tuple[Problem, ...] = ()
    findings: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Pile:
    """How seeds are opened in one run: what is stated of them, the limit of a document, the importer that is forced."""

    sidecars: Sidecars
    limit: int
    importer: str = ""
    passed: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def documents(self, seed: Seed) -> Iterator[Document | Closing]:
        """Yield the documents of a seed, then what is to be told of it."""
        try:
            stated, mark = self._stated(seed)
            head = seeds.head(seed)
            container = containers.of(seed.name, head)
            if container is not None:
                yield from self._within(seed, container, stated, mark)
            else:
                yield from self._single(seed, head, stated, mark)
        except BuildError as error:
            yield Closing(seed, refused=error.problems)

    def told(self) -> list[Problem]:
        """Return a finding for each folder and container in which files were passed over."""
        return [_passed_over(place, kinds) for place, kinds in sorted(self.passed.items())]

    def _stated(self, seed: Seed) -> tuple[Sidecar, str]:
        """Return what is stated of a seed. Raises BuildError: what a curator means must be understood first."""
        try:
            return self.sidecars.of(seed.path)
        except BuildError as error:
            said = "This dump was put aside: its sidecar has mistakes."
            put_aside = problem("seed-put-aside", said, Place(seed.name), "Mend the sidecar and import again.")
            raise BuildError([*error.problems, put_aside]) from error

    def _single(self, seed: Seed, head: bytes, stated: Sidecar, mark: str) -> Iterator[Document | Closing]:
        importer = self._importer_of(Member(seed.name, head, seed.about))
        if importer is None:
            yield self._unknown(seed)
            return
        size = seeds.size(seed)
        if size > self.limit:
            raise BuildError([seeds.too_large(seed.name, size, self.limit)])
        member = Member(seed.name, seeds.data(seed), {**seed.about, **stated.about})
        document = _document(seed, member, importer, stated, mark)
        yield document
        yield Closing(seed, importer.NAME, document.sha256, mark)

    def _unknown(self, seed: Seed) -> Closing:
        """Return what is told of a file that no importer knows: of all that a generator needs beside texts, once."""
        if site := seed.about.get("root"):
            self.passed[site][containers.kind_of(seed.name)] += 1
            return Closing(seed)
        told = seeds.unknown_kind(seed.name) if seeds.size(seed) else seeds.empty(seed.name)
        return Closing(seed, findings=(told,))

    def _within(self, seed: Seed, container: Container, stated: Sidecar, mark: str) -> Iterator[Document | Closing]:
        refused: list[Problem] = []
        findings: list[Problem] = []
        passed: Counter[str] = Counter()
        with seeds.opened(seed) as stream:
            for one in containers.walk(container, stream, seed.name, seeds.size(seed), self.limit):
                if isinstance(one, Problem):
                    (findings if one.severity == "note" else refused).append(one)
                elif (importer := self._importer_of(one)) is None:
                    passed[containers.kind_of(one.name)] += 1
                else:
                    member = replace(one, about={**seed.about, **stated.about, **one.about})
                    yield replace(_document(seed, member, importer, stated, mark), reached=stream.tell())
        findings += [_passed_over(seed.name, passed)] if passed else []
        met = {"refused": tuple(refused), "findings": tuple(findings)}
        yield Closing(seed, importers.mark(), seeds.sha256_of(seed), mark, container=True, **met)

    def _importer_of(self, member: Member) -> Importer | None:
        return importers.named(self.importer) if self.importer else importers.for_member(member)


def _document(seed: Seed, member: Member, importer: Importer, stated: Sidecar, mark: str) -> Document:
    return Document(seed.name, member, digest.sha256_of(member.data), importers.word(importer), stated, mark)


def _passed_over(place: str, kinds: Counter[str]) -> Problem:
    listed = ", ".join(f"{kind} ({count:,})" for kind, count in sorted(kinds.items()))
    total = kinds.total()
    were = "1 file in it was" if total == 1 else f"{total:,} files in it were"
    said = f"{were} passed over, since no importer knows what it is: {listed}."
    return problem("seed-passed-over", said, Place(place))
