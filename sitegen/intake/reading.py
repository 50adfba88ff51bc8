"""From a seed to its finds: its bytes, what its curator states of it, what the importer sees, and the findings."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen import digest, files
from sitegen.config import Config
from sitegen.intake import identity, importers, seeds, sidecar
from sitegen.intake.curate import Find
from sitegen.intake.importers import Importer
from sitegen.intake.importers.text import Dump
from sitegen.intake.seeds import Read, Seed
from sitegen.intake.sidecar import Sidecar
from sitegen.model import Cut, Place, Problem
from sitegen.problems import BuildError, problem


@dataclass(frozen=True, slots=True)
class Opened:
    """A seed that can be read, what its curator states of it, and its importer.

    `stamp` holds what must be the same for the seed to give the same again.
    """

    seed: Seed
    read: Read
    stated: Sidecar
    importer: Importer
    stamp: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Understood:
    """What an importer sees in a seed: the dump, the articles in it that hold something, and findings."""

    dump: Dump
    finds: tuple[Find, ...]
    findings: tuple[Problem, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The headlines of all articles, also of those under which nothing stands."""
        return tuple(article.title for article in self.dump.articles)


def opened(root: Path, seed: Seed, config: Config) -> Opened:
    """Read a seed and its sidecars. Raises BuildError with the reasons for which the seed is put aside."""
    importer = importers.for_file(seed.path.name)
    if importer is None:
        raise BuildError([seeds.unknown_kind(seed)])
    read = seeds.read(seed, config.limits.seed_bytes)
    beside = sidecar.beside(root, seed.path)
    stated = _stated(root, seed, beside, config)
    stamp = {"sha256": read.sha256, "importer": importer.NAME, "sidecar": _digest(beside)}
    return Opened(seed, read, stated, importer, stamp)


def _stated(root: Path, seed: Seed, beside: tuple[Path, ...], config: Config) -> Sidecar:
    """Read what is stated of a seed. Raises BuildError: what a curator means must be understood first."""
    try:
        return sidecar.read(root, beside, config)
    except BuildError as error:
        said = "This dump was put aside: its sidecar has mistakes."
        put_aside = problem("seed-put-aside", said, Place(seed.name), "Mend the sidecar and import again.")
        raise BuildError([*error.problems, put_aside]) from error


def _digest(beside: tuple[Path, ...]) -> str:
    return digest.of_bytes(b"\0".join(files.read_bytes(path) for path in beside)) if beside else ""


def understood(one: Opened) -> Understood:
    """Let the importer read an opened seed."""
    dump = one.importer.read(one.read.lines)
    finds = tuple(find for find in _finds(one, dump) if find.article.blocks or find.article.images)
    return Understood(dump, finds, (*one.read.findings, *_empty(one, dump)))


def _finds(one: Opened, dump: Dump) -> list[Find]:
    cuts: dict[int, list[Cut]] = defaultdict(list)
    for cut in dump.cuts:
        cuts[cut.article].append(cut)
    late = {at: words for at, kind, words in dump.notes if kind == "date-contradiction"}
    return [
        Find(
            article,
            one.seed.name,
            one.read.sha256,
            dump.importer,
            _place(one, article.start),
            tuple(cuts[at]),
            late.get(at, ""),
            identity.digest_of(article, one.read.lines.lines),
            at + 1,
        )
        for at, article in enumerate(dump.articles)
    ]


def _empty(one: Opened, dump: Dump) -> list[Problem]:
    """Return a finding for each headline without a text."""
    found = []
    for article in dump.articles:
        if not article.blocks and not article.images:
            hint = "Put its text below it, or take the line out."
            said = f'Nothing stands under "{article.title}"; it was not taken in.'
            found.append(problem("seed-no-text", said, _place(one, article.start), hint))
    return found


def _place(one: Opened, start: int) -> Place:
    lines = one.read.lines.lines
    at = bisect_right(lines, start, key=lambda line: line.stop)
    return Place(one.seed.name, lines[at].number if at < len(lines) else 0)


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
