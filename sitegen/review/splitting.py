"""Where a seed holds two articles in what was taken for one: its lines, and the sidecar that says where to part it."""

from pathlib import Path
from typing import Any

from sitegen import digest, files, frontmatter, lock, revising
from sitegen.frontmatter import Document
from sitegen.intake import curate, sidecar
from sitegen.intake import lines as seed_lines
from sitegen.model import Place
from sitegen.problems import UsageError, problem
from sitegen.review.answers import Curator
from sitegen.review.values import Case

KEY = "split_at"
_PASTED = "text/"


def lines_of(root: Path, case: Case) -> tuple[tuple[int, str], ...]:
    """Return the lines of a case's article as its seed has them, with their numbers there, from 1.

    Raises UsageError where the seed is not at hand as it was imported, or is no pasted text; FileError.
    """
    said = _provenance(root, case)
    seed, start, end = str(said.get("seed", "")), _number(said, "start"), _number(said, "end")
    if not _is_seed(root, seed):
        hint = "`sitegen import --keep` copies a dump there."
        raise _refused(case, f"The dump of this article ({seed or 'none'}) is not in seeds/.", hint)
    if not str(said.get("importer", "")).startswith(_PASTED):
        raise _refused(case, "Only pasted text can be split.", "Edit the file, and begin the other with `sitegen new`.")
    data = files.read_bytes(root / seed)
    if digest.sha256_of(data) != said.get("sha256"):
        raise _refused(case, f"{seed} is no longer as it was imported.", "Import it again first.")
    found = seed_lines.read(data).lines
    return tuple((line.number, line.text) for line in found if line.stop > start and line.first < end)


def split(curator: Curator, case: Case, line: int) -> str:
    """State in the sidecar that an article begins at a line of the seed; return what was done. Raises SitegenError."""
    with lock.hold(curator.root / lock.PATH, curator.wait):
        numbers = [number for number, text in lines_of(curator.root, case) if text]
        if line not in numbers[1:]:
            inside = f"{numbers[1]} to {numbers[-1]}" if numbers[1:] else "none"
            raise _refused(case, f"Line {line} is no line within this article.", f"Its further lines are {inside}.")
        seed = str(_provenance(curator.root, case)["seed"])
        path = _sidecar(curator.root, seed)
        text = files.read_bytes(curator.root / path).decode() if (curator.root / path).is_file() else ""
        stated = frontmatter.read_yaml(text, path)[0].get(KEY, [])
        known = [stated] if isinstance(stated, str) else list(stated)
        if str(line) not in known:
            changes: dict[str, Any] = {KEY: [int(one) if one.isdigit() else one for one in [*known, str(line)]]}
            files.write_text(curator.root / path, revising.mapping(text, path, changes))
        edited = curate.is_edited(files.read_bytes(curator.root / case.path).decode("utf-8", "replace"))
    done = f"{path} says that an article begins at line {line}; `sitegen import --again {seed}` makes two of it."
    return f"{done} This file was edited, so it stays as it is: take the second one out of it." if edited else done


def _provenance(root: Path, case: Case) -> dict[str, Any]:
    text = files.read_bytes(root / case.path).decode("utf-8", "replace")
    document: Document = frontmatter.read(text, case.path)
    said = document.values.get("provenance")
    return said if isinstance(said, dict) else {}


def _is_seed(root: Path, name: str) -> bool:
    """Whether a name that a content file states is that of a file in seeds/, and leads nowhere else."""
    inside = name.startswith("seeds/") and ".." not in name.split("/") and "\0" not in name
    path = root / name
    return inside and path.is_file() and path.resolve().is_relative_to((root / "seeds").resolve())


def _number(said: dict[str, Any], key: str) -> int:
    value = str(said.get(key, ""))
    return int(value) if value.isdecimal() and value.isascii() else 0


def _sidecar(root: Path, seed: str) -> str:
    stem = sidecar.stems(root / seed)[-1]
    return stem.with_name(f"{stem.name}.yaml").relative_to(root).as_posix()


def _refused(case: Case, said: str, hint: str) -> UsageError:
    return UsageError([problem("answer-refused", said, Place(case.path), hint)])
