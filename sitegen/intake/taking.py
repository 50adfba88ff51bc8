"""One run of intake: seed after seed into content files, the ledger and the decision records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen import digest, files, lock, workers
from sitegen.config import Config
from sitegen.content import CONTENT
from sitegen.files import Stat
from sitegen.intake import apart, house, importers, reading, record, rejects, relating, seeds
from sitegen.intake.aliases import Aliases
from sitegen.intake.apart import Outcome
from sitegen.intake.articles import Desk
from sitegen.intake.bounds import Bounds
from sitegen.intake.done import Done, Memory, Unfinished
from sitegen.intake.headway import Headway
from sitegen.intake.pile import Closing, Pile
from sitegen.intake.reading import Document, Understood
from sitegen.intake.seeds import Seed
from sitegen.intake.shelf import WHY, Shelf
from sitegen.intake.sidecar import Sidecar, Sidecars
from sitegen.model import Problem
from sitegen.problems import BuildError
from sitegen.progress import Progress, Silent

# what is held at a time: documents waiting to be read, and what was understood of them
_BATCH_BYTES = 32 << 20
_BATCH = 1000
# what a container says of a document that its record keeps: by it, a page is found in replay again
_ORIGIN = frozenset(("url", "fetched", "type", "record", "digest"))


@dataclass(frozen=True, slots=True)
class Intake:
    """What a run did: content paths written, (path, why) of what was left alone, seeds put aside, findings, records.

    `differences` are (path, unified diff) of edited files that import would write otherwise now (with `again`),
    `documents` is how many were read, `skipped` how many seeds stand as they did when they were taken in.
    """

    added: tuple[str, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    rejects: tuple[Problem, ...] = ()
    findings: tuple[Problem, ...] = ()
    records: tuple[str, ...] = ()
    documents: int = 0
    skipped: int = 0
    differences: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Sum:
    """What came of one seed so far."""

    stat: Stat
    ids: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    findings: list[Problem] = field(default_factory=list)
    documents: int = 0


@dataclass(slots=True)
class _Run:
    """The state of one run; never leaves this room."""

    root: Path
    desk: Desk
    pile: Pile
    memory: Memory
    headway: Headway
    unfinished: Unfinished
    # whether what a record shows to be taken in is not read again
    only_new: bool = False
    sums: dict[str, _Sum] = field(default_factory=dict)
    rejects: dict[Problem, None] = field(default_factory=dict)
    findings: list[Problem] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    stated: dict[str, Sidecar] = field(default_factory=dict)
    # the ids of articles in the documents that were read
    read: set[str] = field(default_factory=set)
    documents: int = 0
    skipped: int = 0


def take_in(  # noqa: PLR0913 - what a person may ask of a run
    root: Path,
    paths: Sequence[Path] | None,
    config: Config,
    today: str,
    *,
    keep: bool = False,
    again: bool = False,
    importer: str = "",
    jobs: int = 0,
    progress: Progress | None = None,
) -> Intake:
    """Take seeds into `content/`: the files and folders named, or (None) what is new under `seeds/`.

    `today` is an ISO day. With `keep`, files from elsewhere are copied to `seeds/` first; with `again`, articles whose
    files nobody edited are made anew, id and path kept; `importer` names one that reads all. Documents are read in up
    to `jobs` processes (0: one a core). A bad document is put aside and the rest goes on; a run that was stopped goes
    on the next time. Raises FileError where the system refuses to write, BuildError where the ledger cannot be read,
    UsageError for an importer that is not there.
    """
    if importer:
        importers.named(importer)
    found, problems = seeds.find(root, paths)
    asked = Unfinished(root, digest.of_value([[str(path) for path in paths or ()], importer]))
    headway = Headway(progress or Silent(), found)
    run = _run(root, config, today, asked, headway, again=again, importer=importer)
    run.only_new = not again and (paths is None or asked.goes_on)
    run.findings += problems
    try:
        _take_all(run, _stream(run, found, keep=keep), jobs or workers.cores())
        if paths is None:
            run.memory.forget_all_but(seed.name for seed in found)
    finally:
        # also after a failure: what was written is known to the next run
        run.desk.shelf.save()
        run.memory.save()
    run.findings += [*run.pile.told(), *_unmatched(run, folders=paths is None)]
    rejects.write(root, tuple(run.rejects), {seed.name for seed in found}, whole=paths is None)
    return _done(run)


def _done(run: _Run) -> Intake:
    return Intake(
        tuple(run.desk.added),
        tuple(run.desk.left),
        tuple(run.rejects),
        tuple(run.findings),
        tuple(run.records),
        run.documents,
        run.skipped,
        tuple(run.desk.differences),
    )


def _run(
    root: Path, config: Config, today: str, asked: Unfinished, headway: Headway, *, again: bool, importer: str
) -> _Run:
    desk = Desk(root, house.of(root, config), today, again, Shelf(root), Aliases(root, config))
    pile = Pile(Sidecars(root, config), config.limits.seed_bytes, importer)
    limits = [config.limits.seed_bytes, config.limits.seed_memory, config.limits.article_bytes]
    memory = Memory(root, digest.of_value([*limits, importer])).open()
    return _Run(root, desk, pile, memory, headway, asked)


def _take_all(run: _Run, stream: Iterator[Document | Closing], jobs: int) -> None:
    """Take in all that is to be read; until it is compared with the rest, a mark says that there is more to do."""
    if run.unfinished.since:
        for folder in (CONTENT, record.FOLDER):
            lock.remove_drafts(run.root / folder)
    for batch in _batches(stream):
        run.unfinished.begin()
        _take_batch(run, batch, jobs)
        if run.desk.shelf.save_now_and_then():
            run.memory.save()
    run.desk.shelf.follow_moves()
    if run.desk.added or run.unfinished.stopped:
        _relate(run, run.unfinished.since, jobs)
    run.unfinished.end()


def _relate(run: _Run, since: int, jobs: int) -> None:
    """Compare what was written since then with the whole archive; what is there twice becomes one article."""
    merge = run.desk.house.config.intake.merge and not run.desk.again
    related = relating.relate(run.desk.shelf, since, run.read, jobs, merge=merge)
    run.findings += related.findings
    gone = dict(related.merged)
    run.desk.added = [path for path in run.desk.added if path not in gone]
    run.desk.left += [(kept, WHY["merged"]) for kept in gone.values()]


# --- what is to be read -------------------------------------------------------------------------------


def _stream(run: _Run, found: Sequence[Seed], *, keep: bool) -> Iterator[Document | Closing]:
    """Yield what is to be read of all seeds; what is known already is told again and left out."""
    for named in found:
        seed = seeds.kept(run.root, named) if keep else named
        if run.only_new and _stands(run, seed):
            run.skipped += 1
            run.headway.finish(seed.name)
            continue
        run.sums[seed.name] = _Sum(files.stat_of(seed.path))
        for one in run.pile.documents(seed):
            if isinstance(one, Closing) or not (run.only_new and _is_told_again(run, one)):
                yield one


def _stands(run: _Run, seed: Seed) -> bool:
    """Whether a seed stands as it did when it was taken in; then what was told of it is told again."""
    try:
        stated, mark = run.pile.sidecars.of(seed.path)
    except BuildError:
        return False  # it will be put aside with the mistakes of its sidecar
    done = run.memory.of(seed.name, seed.path, mark, run.desk.shelf.known)
    if done is None:
        return False
    run.rejects |= dict.fromkeys(done.refused)
    run.findings += done.findings
    _note_titles(run, stated, done.titles)
    return True


def _is_told_again(run: _Run, document: Document) -> bool:
    """Whether a record shows that this very document was taken in, and the ledger knows all that came of it."""
    before = record.read(run.root, record.path_of(document.member.name, document.sha256))
    same = bool(before) and all(before.get(key) == value for key, value in document.stamp.items())
    articles = before.get("articles", ())
    if not same or not all(one.get("id") in run.desk.shelf.known for one in articles):
        return False
    own = run.sums[document.seed]
    own.documents += 1
    own.ids += [one["id"] for one in articles]
    own.findings += record.problems_of(before)
    _told_titles(run, document, own, [one["title"] for one in articles])
    return True


def _batches(stream: Iterator[Document | Closing]) -> Iterator[list[Document | Closing]]:
    batch: list[Document | Closing] = []
    size = 0
    for one in stream:
        batch.append(one)
        size += len(one.member.data) if isinstance(one, Document) else 0
        if size >= _BATCH_BYTES or len(batch) >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


# --- what comes of it ---------------------------------------------------------------------------------


def _take_batch(run: _Run, batch: Sequence[Document | Closing], jobs: int) -> None:
    documents = [one for one in batch if isinstance(one, Document)]
    outcomes = apart.read(documents, jobs, Bounds(memory=run.desk.house.config.limits.seed_memory))
    for one in batch:
        if isinstance(one, Closing):
            _close(run, one)
        else:
            _take(run, one, next(outcomes))


def _take(run: _Run, document: Document, outcome: Outcome) -> None:
    """Take in what was understood of a document, and write its record."""
    own = run.sums[document.seed]
    own.documents += 1
    run.documents += 1
    run.headway.reach(document.seed, document.reached)
    if not isinstance(outcome, Understood):
        own.refused += outcome
        return
    findings = list(outcome.findings)
    decisions, refused = run.desk.take(document.member.name, document.stated, outcome.finds, findings)
    own.refused += refused
    own.findings += findings
    ids = [one["id"] for one in decisions]
    own.ids += ids
    run.read.update(ids)
    _told_titles(run, document, own, outcome.titles)
    if not refused:
        # without a record it is read again the next time
        _write_record(run, document, outcome, {"articles": decisions, "findings": record.plain_problems(findings)})


def _write_record(run: _Run, document: Document, outcome: Understood, decided: Mapping[str, Any]) -> None:
    name = document.member.name
    path = record.path_of(name, document.sha256)
    about = {"seed": name, "size": outcome.size, "encoding": outcome.encoding, **document.stamp}
    about["from"] = {key: value for key, value in document.member.about.items() if key in _ORIGIN}
    record.write(run.root, path, {**about, **decided, "spans": record.plain(outcome.spans)})
    run.records.append(path)


def _close(run: _Run, closing: Closing) -> None:
    """Tell what is to be told of a seed, and remember that it is done."""
    own = run.sums.pop(closing.seed.name)
    run.headway.finish(closing.seed.name)
    refused, findings = (*own.refused, *closing.refused), (*own.findings, *closing.findings)
    run.rejects |= dict.fromkeys(refused)
    run.findings += findings
    if not closing.importer:
        return
    name, ids = closing.seed.name, tuple(own.ids)
    if closing.container:
        _write_container(run, closing, own.documents, refused)
    run.memory.put(
        name,
        Done(
            own.stat, run.memory.begun, closing.sha256, closing.importer, closing.sidecar,
            ids, tuple(own.titles), refused, findings,
        ),
    )  # fmt: skip


def _write_container(run: _Run, closing: Closing, documents: int, refused: Sequence[Problem]) -> None:
    path = record.path_of(closing.seed.name, closing.sha256)
    about = {"seed": closing.seed.name, "sha256": closing.sha256, "documents": documents}
    record.write(run.root, path, {**about, "refused": record.plain_problems(refused)})
    run.records.append(path)


def _told_titles(run: _Run, document: Document, own: _Sum, titles: Sequence[str]) -> None:
    """Remember the headlines of a document, if a sidecar speaks of any."""
    if document.stated.places:
        own.titles += titles
        _note_titles(run, document.stated, titles)


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
