"""One run of intake: seed after seed into content files, the ledger and the decision records."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sitegen import digest, files, frontmatter
from sitegen.config import Config
from sitegen.intake import curate, identity, reading, record, rejects, seeds
from sitegen.intake.curate import Curated, Find
from sitegen.intake.importers.text import Dump
from sitegen.intake.ledger import Known
from sitegen.intake.reading import Opened
from sitegen.intake.seeds import Seed
from sitegen.intake.shelf import WHY, Shelf, after_all, names_of_sources, origin_of
from sitegen.intake.sidecar import Sidecar
from sitegen.model import Problem
from sitegen.problems import BuildError, problem


@dataclass(frozen=True, slots=True)
class Intake:
    """What a run did: content paths written, (path, why) of what was left alone, seeds put aside, findings, records."""

    added: tuple[str, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    rejects: tuple[Problem, ...] = ()
    findings: tuple[Problem, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(slots=True)
class _Run:
    """The state of one run; never leaves this room."""

    root: Path
    config: Config
    today: str
    again: bool
    shelf: Shelf
    source_names: Mapping[str, frozenset[str]]
    added: list[str] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    rejects: list[Problem] = field(default_factory=list)
    findings: list[Problem] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    stated: dict[str, Sidecar] = field(default_factory=dict)


def take_in(
    root: Path,
    paths: Sequence[Path] | None,
    config: Config,
    today: str,
    *,
    keep: bool = False,
    again: bool = False,
    lead: Callable[[str], None] | None = None,
) -> Intake:
    """Take seeds into `content/`: the files and folders named, or (None) what is new under `seeds/`.

    `today` is an ISO day. With `keep`, files from elsewhere are copied to `seeds/` first; with `again`, articles whose
    files nobody edited are made anew, id and path kept. `lead`, if given, is called with each seed's name before it is
    read. A bad seed is put aside and the rest goes on. Raises FileError where the system refuses to write, BuildError
    where the ledger cannot be read.
    """
    found, problems = seeds.find(root, paths)
    run = _Run(root, config, today, again, Shelf(root), names_of_sources(root), findings=list(problems))
    try:
        for seed in found:
            if lead:
                lead(seed.name)
            _take_seed(run, _kept(run, seed) if keep else seed, only_new=paths is None and not again)
        run.shelf.follow_moves()
    finally:
        # also after a failure: what was written is known to the next run
        run.shelf.save()
    run.findings += _unmatched(run, folders=paths is None)
    rejects.write(root, run.rejects, {seed.name for seed in found}, whole=paths is None)
    return Intake(tuple(run.added), tuple(run.left), tuple(run.rejects), tuple(run.findings), tuple(run.records))


def _kept(run: _Run, seed: Seed) -> Seed:
    """Copy a seed from elsewhere, with its sidecar, to `seeds/`."""
    if seed.name.startswith(f"{seeds.FOLDER}/"):
        return seed
    data = files.read_bytes(seed.path)
    target = run.root / seeds.FOLDER / seed.path.name
    if target.exists() and files.read_bytes(target) != data:
        target = target.with_stem(f"{target.stem}-{digest.of_bytes(data)[:8]}")
    files.write_bytes(target, data)
    beside = seed.path.with_suffix(".yaml")
    if beside.is_file() and not target.with_suffix(".yaml").exists():
        files.write_bytes(target.with_suffix(".yaml"), files.read_bytes(beside))
    return Seed(target, target.relative_to(run.root).as_posix())


def _take_seed(run: _Run, seed: Seed, *, only_new: bool) -> None:
    try:
        opened = reading.opened(run.root, seed, run.config)
    except BuildError as error:
        run.rejects += [found for found in error.problems if found not in run.rejects]
        return
    before = record.read(run.root, record.path_of(seed.name, opened.read.sha256))
    if only_new and _is_done(run, before, opened.stamp):
        run.findings += record.problems_of(before)
        _note_titles(run, opened.stated, [one["title"] for one in before["articles"]])
        return
    understood = reading.understood(opened)
    _note_titles(run, opened.stated, understood.titles)
    findings = list(understood.findings)
    gone = run.shelf.gone_from(seed.name, {find.digest for find in understood.finds})
    decisions = [_take_article(run, find, gone, opened.stated, findings) for find in understood.finds]
    run.findings += findings
    _write_record(run, opened, understood.dump, {"articles": decisions, "findings": record.plain_problems(findings)})


def _write_record(run: _Run, opened: Opened, dump: Dump, decided: Mapping[str, Any]) -> None:
    lines = opened.read.lines
    path = record.path_of(opened.seed.name, opened.read.sha256)
    about = {"seed": opened.seed.name, "size": lines.size, "encoding": lines.encoding.codec, **opened.stamp}
    record.write(run.root, path, {**about, **decided, "spans": record.plain(record.spans(lines, dump))})
    run.records.append(path)


def _is_done(run: _Run, before: Mapping[str, Any], stamp: Mapping[str, str]) -> bool:
    """Whether a record shows that this very seed was taken in, and the ledger still knows all that came of it."""
    same = bool(before) and all(before.get(key) == value for key, value in stamp.items())
    return same and all(one.get("id") in run.shelf.known for one in before.get("articles", ()))


def _note_titles(run: _Run, stated: Sidecar, titles: Sequence[str]) -> None:
    """Remember which headlines stood under which sidecar: one for a folder speaks of many dumps."""
    for path in {place.path for place in stated.places.values()}:
        run.titles.setdefault(path, []).extend(titles)
        run.stated[path] = stated


def _unmatched(run: _Run, *, folders: bool) -> list[Problem]:
    return [
        found
        for path, stated in sorted(run.stated.items())
        for found in reading.unmatched(stated, {path: run.titles[path]}, folders=folders)
    ]


def _take_article(
    run: _Run, find: Find, gone: Sequence[Known], stated: Sidecar, findings: list[Problem]
) -> dict[str, Any]:
    """Take in one article, or leave it alone; return the line of the decision record."""
    known = run.shelf.recognised(find, gone)
    curated = curate.curate(find, stated, run.source_names, run.config.language, run.config.sections)
    if known is None:
        findings += curated.findings
        identifier, path, decision = _add(run, find, curated)
    else:
        identifier = known.id
        path, decision = _leave(run, find, curated, known)
        if decision == "mended":
            findings.append(_changed(find, path))
    about = {"id": identifier, "path": path, "decision": decision, "digest": find.digest}
    return {**about, **record.of_article(find.article)}


def _changed(find: Find, path: str) -> Problem:
    said = f'"{find.article.title}" differs from what was imported before; {path or "it"} was left as it is.'
    hint = "`sitegen import --again` takes the new text if nobody edited the file."
    return problem("article-changed", said, find.place, hint)


def _add(run: _Run, find: Find, curated: Curated) -> tuple[str, str, str]:
    """Write a new article's file; return its id, its path, and what was decided."""
    added = curated.added or run.today
    identifier, path, there = run.shelf.place(curated, find, ascii_only=run.config.slugs == "ascii")
    if there:
        run.left.append((path, WHY["known"]))
    else:
        files.write_text(run.root / path, curate.file_text(curated, find, identifier, added, run.today))
        run.added.append(path)
    # only now: an article of which the ledger knows but whose file is not there counts as deleted
    run.shelf.wrote(find, identifier, path, added)
    return identifier, path, "known" if there else "added"


def _leave(run: _Run, find: Find, curated: Curated, one: Known) -> tuple[str, str]:
    """Leave a known article alone, or (again) make its file anew if nobody edited it; return path and decision."""
    path, became = run.shelf.whereabouts(one)
    one = run.shelf.known[one.id]
    origin = origin_of(find)
    if run.again and became in {"known", "moved"}:
        became = _remake(run, find, curated, one, path)
        others = tuple(other for other in one.origins if other.seed != origin.seed)
        sketch = identity.sketch(find.article)
        run.shelf.put(replace(one, digest=find.digest, origins=(origin, *others), sketch=sketch))
        if became == "again":
            return path, became
    else:
        became = after_all(became, one, find)
        if one.digest == find.digest:
            run.shelf.found_again(one, origin)
    run.left.append((path or one.path, WHY[became]))
    return path, became


def _remake(run: _Run, find: Find, curated: Curated, one: Known, path: str) -> str:
    """Write a content file anew, id, path and days kept; "unchanged" if it would be the same but for the day."""
    before = run.shelf.text(path)
    said = frontmatter.read(before, path).values.get("provenance", {})
    if curate.file_text(curated, find, one.id, one.added, said.get("imported", run.today)) == before:
        return "unchanged"
    files.write_text(run.root / path, curate.file_text(curated, find, one.id, one.added, run.today))
    run.added.append(path)
    return "again"
