"""What the columns of tables may hold, written into sidecars for a curator to look at; nothing is taken in."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.config import Config
from sitegen.intake import importers, seeds
from sitegen.intake.importers import table
from sitegen.intake.importers.table.proposals import Proposal
from sitegen.intake.members import Member
from sitegen.intake.seeds import Seed
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

_HEAD = """\
# What `sitegen import --guess` takes the columns of {name} for.
# Put right what is wrong: a front-matter key, text, html, extra.<name>, or "" to leave a column out. Then import.
mapping:
"""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is guessed of a table: its columns in order, the sidecar that was written ("" if none was), and findings."""

    seed: str
    columns: tuple[Proposal, ...] = ()
    path: str = ""
    findings: tuple[Problem, ...] = ()


def guess(root: Path, paths: Sequence[Path], config: Config) -> tuple[Guess, ...]:
    """Guess the columns of each table among files and folders, and write a sidecar beside it where there is none.

    Raises FileError where the system refuses to write.
    """
    return tuple(_guesses(seeds.find(root, paths)[0], config.limits.seed_bytes))


def _guesses(found: Sequence[Seed], limit: int) -> Iterator[Guess]:
    for seed in found:
        try:
            if importers.for_member(Member(seed.name, seeds.head(seed), seed.about)) is not table:
                continue
            columns, wrong = table.proposed(_whole(seed, limit))
        except BuildError as error:
            yield Guess(seed.name, findings=error.problems)
            continue
        yield _written(seed, columns, wrong)


def _whole(seed: Seed, limit: int) -> Member:
    if (size := seeds.size(seed)) > limit:
        raise BuildError([seeds.too_large(seed.name, size, limit)])
    return Member(seed.name, seeds.data(seed), seed.about)


def _written(seed: Seed, columns: tuple[Proposal, ...], wrong: tuple[Problem, ...]) -> Guess:
    path = seed.path.with_suffix(".yaml")
    name = seed.name.rpartition("/")[0] + "/" if "/" in seed.name else ""
    if path.exists() or path.is_symlink():
        said = "There is a sidecar beside this table already; it was left as it is."
        hint = "Compare its `mapping` with what is guessed here."
        told = problem("sidecar-kept", said, Place(f"{name}{path.name}"), hint)
        return Guess(seed.name, columns, findings=(*wrong, told))
    files.write_text(path, text(seed.path.name, columns))
    return Guess(seed.name, columns, f"{name}{path.name}", wrong)


def text(name: str, columns: Sequence[Proposal]) -> str:
    """Return the text of a sidecar that says what the columns of a table are taken for, and why."""
    lines = [f"  {_quoted(one.column)}: {_quoted(one.key)}  # {' '.join(one.why.split())}\n" for one in columns]
    return _HEAD.format(name=" ".join(name.split())) + "".join(lines)


def _quoted(words: str) -> str:
    # what JSON says of a text, YAML reads as the same
    return json.dumps(words, ensure_ascii=not words.isprintable())
