"""Which files are to be taken in, and whether one can be read at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import digest, files
from sitegen.intake import encodings, importers, lines
from sitegen.intake.lines import Lines
from sitegen.intake.sidecar import FOLDER_FILE
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, FileError, problem

FOLDER = "seeds"
MAX_LINE = 200_000
_PROSE_IN_ONE_LINE = 1


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to be taken in: where it is, and its name in provenance (below the site's root, or its bare name)."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Read:
    """A seed that could be read: its SHA-256, its lines, and findings about its encoding."""

    sha256: str
    lines: Lines
    findings: tuple[Problem, ...] = ()


def find(root: Path, paths: Sequence[Path] | None) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Return the seeds of a site (`paths` None), or those that were named, in the order of their names.

    Of a folder, the files within it. What no importer knows is a finding.
    """
    found: list[Seed] = []
    problems: list[Problem] = []
    for path in [root / FOLDER] if paths is None else paths:
        if path.is_dir():
            names, refused = files.walk(path)
            found += [named(root, path / name) for name in names]
            problems += [_within(root, path, one) for one in refused]
        elif path.is_file() or paths is not None:
            found.append(named(root, path))
    stems = {seed.path.with_suffix("") for seed in found if importers.for_file(seed.path.name)}
    kept = []
    for seed in sorted(set(found), key=lambda seed: (seed.name, str(seed.path))):
        if importers.for_file(seed.path.name):
            kept.append(seed)
        elif (said := _not_a_seed(seed, stems)) is not None:
            problems.append(said)
    return tuple(kept), tuple(problems)


def _within(root: Path, folder: Path, found: Problem) -> Problem:
    """Name what the walk refused as seeds are named; what the system refused is named by its full path already."""
    if found.place is None or found.rule == "file-refused":
        return found
    # by its folder: the name of a link must not become that of what it leads to
    at = folder / found.place.path
    return replace(found, place=Place(f"{named(root, at.parent).name}/{at.name}"))


def named(root: Path, path: Path) -> Seed:
    """Return a file as a seed: by its path below the site's root, or by its bare name if it lies elsewhere."""
    base, here = root.resolve(), path.resolve()
    inside = here.is_relative_to(base)
    return Seed(
        root / here.relative_to(base) if inside else path, here.relative_to(base).as_posix() if inside else path.name
    )


def _not_a_seed(seed: Seed, stems: set[Path]) -> Problem | None:
    if seed.path.suffix in {".yaml", ".yml"}:
        if seed.path.name == FOLDER_FILE or seed.path.with_suffix("") in stems:
            return None
        hint = "Give it the name of its dump, or name it _seed.yaml if it speaks of all in its folder."
        return problem("sidecar-orphan", "There is no dump beside this sidecar.", Place(seed.name), hint)
    return unknown_kind(seed)


def unknown_kind(seed: Seed) -> Problem:
    """Return the finding for a file that no importer knows."""
    hint = "Save it as plain text (.txt)."
    return problem("seed-unknown-kind", "No importer knows this kind of file.", Place(seed.name), hint)


def read(seed: Seed, limit: int) -> Read:
    """Read a seed. Raises BuildError with the reason for which it is put aside."""
    data = _bytes(seed, limit)
    place = Place(seed.name)
    if not data.strip():
        raise BuildError(
            [problem("seed-empty", "This file is empty.", place, "Paste the articles into it, or remove it.")]
        )
    encoding = encodings.find(data)
    if lines.is_binary(data, encoding):
        hint = "Save the text it holds as plain text (.txt)."
        raise BuildError([problem("seed-binary", "This file holds no text, but binary data.", place, hint)])
    found = lines.read(data)
    _refuse_shape(found, place)
    return Read(digest.sha256_of(data), found, _findings(found, place))


def _bytes(seed: Seed, limit: int) -> bytes:
    try:
        size = seed.path.stat().st_size
        if size > limit:
            said = f"This file is {size:,} bytes long; {limit:,} is the limit."
            hint = "Cut it in two, or raise limits.seed_bytes in site.yaml."
            raise BuildError([problem("seed-too-large", said, Place(seed.name), hint)])
        return files.read_bytes(seed.path)
    except OSError as error:
        said = f"This file cannot be read: {(error.strerror or str(error)).lower()}."
        raise BuildError(
            [problem("seed-unreadable", said, Place(seed.name), "See whether it is there and whose it is.")]
        ) from error
    except FileError as error:
        said = "This file cannot be read."
        raise BuildError(
            [problem("seed-unreadable", said, Place(seed.name), "See whether it is there and whose it is.")]
        ) from error


def _refuse_shape(found: Lines, place: Place) -> None:
    written = [line for line in found.lines if line.text]
    if not written:
        raise BuildError(
            [problem("seed-empty", "This file is empty.", place, "Paste the articles into it, or remove it.")]
        )
    if (long := next((line for line in written if len(line.text) > MAX_LINE), None)) is not None:
        said = f"This line is {len(long.text):,} characters long; {MAX_LINE:,} is the limit."
        hint = "Put each paragraph on a line of its own."
        raise BuildError([problem("seed-line-too-long", said, Place(place.path, long.number), hint)])
    if len(written) == 1:
        said = "This file has one line only; an article has a headline and a text."
        hint = "Put the headline on a line of its own, and each paragraph on another."
        raise BuildError([problem("seed-one-line", said, Place(place.path, written[0].number), hint)])


def _findings(found: Lines, place: Place) -> tuple[Problem, ...]:
    said = []
    if not found.encoding.proved:
        text = f"This file is not UTF-8; it was read as {found.encoding.codec}, which fits its letters best."
        said.append(
            problem("seed-encoding", text, place, "If letters are wrong, save it as UTF-8 and import it again.")
        )
    if found.damaged:
        lines_hold = "1 line holds" if len(found.damaged) == 1 else f"{len(found.damaged):,} lines hold"
        text = f"{lines_hold} bytes that are no letters in {found.encoding.codec}; a � stands for each."
        said.append(problem("seed-damaged", text, Place(place.path, found.damaged[0]), "Compare them with the source."))
    return tuple(said)
