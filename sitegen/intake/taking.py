"""One run of intake: seed after seed into content files, the ledger and the decision records."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sitegen import digest, files, frontmatter, urls
from sitegen.config import Config
from sitegen.intake import curate, identity, importers, record, rejects, seeds, sidecar
from sitegen.intake.curate import Curated, Find
from sitegen.intake.importers.text import Dump
from sitegen.intake.ledger import Known, Origin
from sitegen.intake.seeds import Read, Seed
from sitegen.intake.shelf import WHY, Shelf, names_of_sources
from sitegen.intake.sidecar import Sidecar
from sitegen.model import Cut, Place, Problem
from sitegen.problems import BuildError, did_you_mean, problem


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
    importer = importers.for_file(seed.path.name)
    try:
        read = seeds.read(seed, run.config.limits.seed_bytes)
        stated = _stated(run, seed)
    except BuildError as error:
        run.rejects += [found for found in error.problems if found not in run.rejects]
        return
    if importer is None:
        return
    stamp = {"sha256": read.sha256, "importer": importer.NAME, "sidecar": _stamp(run, seed)}
    before = record.read(run.root, record.path_of(seed.name, read.sha256))
    if only_new and _is_done(run, before, stamp):
        run.findings += record.problems_of(before)
        _note_titles(run, stated, [one["title"] for one in before["articles"]])
        return
    dump = importer.read(read.lines)
    _note_titles(run, stated, [article.title for article in dump.articles])
    findings = [*read.findings, *_empty(seed, read, dump)]
    decisions = _decide(run, seed, read, dump, stated, findings)
    run.findings += findings
    _write_record(run, seed, read, dump, stamp | {"articles": decisions, "findings": record.plain_problems(findings)})


def _stated(run: _Run, seed: Seed) -> Sidecar:
    """Read what is stated of a seed. Raises BuildError: what a curator means must be understood first."""
    try:
        stated = sidecar.read(run.root, sidecar.beside(run.root, seed.path), run.config.taxonomies)
        _check_section(stated, run.config)
    except BuildError as error:
        said = "This dump was put aside: its sidecar has mistakes."
        put_aside = problem("seed-put-aside", said, Place(seed.name), "Mend the sidecar and import again.")
        raise BuildError([*error.problems, put_aside]) from error
    return stated


def _decide(
    run: _Run, seed: Seed, read: Read, dump: Dump, stated: Sidecar, findings: list[Problem]
) -> list[dict[str, Any]]:
    """Decide on each article of a dump; return what the decision record says of them."""
    digests = [identity.digest_of(article, read.lines.lines) for article in dump.articles]
    gone = run.shelf.gone_from(seed.name, set(digests))
    return [
        _take_article(run, find, own, gone, stated, findings)
        for find, own in zip(_finds(seed, read, dump), digests, strict=True)
        if find.article.blocks or find.article.images
    ]


def _write_record(run: _Run, seed: Seed, read: Read, dump: Dump, decided: Mapping[str, Any]) -> None:
    path = record.path_of(seed.name, read.sha256)
    about = {"seed": seed.name, "size": read.lines.size, "encoding": read.lines.encoding.codec}
    record.write(run.root, path, {**about, **decided, "spans": record.plain(record.spans(read.lines, dump))})
    run.records.append(path)


def _stamp(run: _Run, seed: Seed) -> str:
    beside = sidecar.beside(run.root, seed.path)
    return digest.of_bytes(b"\0".join(files.read_bytes(path) for path in beside)) if beside else ""


def _is_done(run: _Run, before: Mapping[str, Any], stamp: Mapping[str, str]) -> bool:
    """Whether a record shows that this very seed was taken in, and the ledger still knows all that came of it."""
    same = bool(before) and all(before.get(key) == value for key, value in stamp.items())
    return same and all(one.get("id") in run.shelf.known for one in before.get("articles", ()))


def _check_section(stated: Sidecar, config: Config) -> None:
    for one in (stated.defaults, *stated.articles.values()):
        section = one.values.get("section")
        if section and config.sections and section not in config.sections:
            hint = did_you_mean(section, config.sections) or f"site.yaml has {', '.join(config.sections)}."
            said = f'"{section}" is not a section of this site.'
            raise BuildError([problem("value-wrong", said, Place(stated.path), hint)])


def _note_titles(run: _Run, stated: Sidecar, titles: Sequence[str]) -> None:
    """Remember which headlines stood under which sidecar: one for a folder speaks of many dumps."""
    for path in {place.path for place in stated.places.values()}:
        run.titles.setdefault(path, []).extend(titles)
        run.stated[path] = stated


def _unmatched(run: _Run, *, folders: bool) -> list[Problem]:
    """Return findings for headlines that are stated but not there; a folder's only where all of it was read."""
    return [
        found
        for path, stated in sorted(run.stated.items())
        if folders or not path.endswith(sidecar.FOLDER_FILE)
        for found in sidecar.unmatched(stated, path, run.titles[path])
    ]


def _empty(seed: Seed, read: Read, dump: Dump) -> list[Problem]:
    """Return a finding for each headline without a text, and for a file in which nothing was found."""
    found = []
    for article in dump.articles:
        if not article.blocks and not article.images:
            hint = "Put its text below it, or take the line out."
            said = f'Nothing stands under "{article.title}"; it was not taken in.'
            found.append(problem("seed-no-text", said, _place(seed, read, article.start), hint))
    return found


def _place(seed: Seed, read: Read, start: int) -> Place:
    at = bisect_right(read.lines.lines, start, key=lambda line: line.stop)
    return Place(seed.name, read.lines.lines[at].number if at < len(read.lines.lines) else 0)


def _finds(seed: Seed, read: Read, dump: Dump) -> list[Find]:
    cuts: dict[int, list[Cut]] = defaultdict(list)
    for cut in dump.cuts:
        cuts[cut.article].append(cut)
    late = {at: words for at, kind, words in dump.notes if kind == "date-contradiction"}
    return [
        Find(
            article,
            seed.name,
            read.sha256,
            dump.importer,
            _place(seed, read, article.start),
            tuple(cuts[at]),
            late.get(at, ""),
        )
        for at, article in enumerate(dump.articles)
    ]


def _take_article(
    run: _Run, find: Find, own: str, gone: Sequence[Known], stated: Sidecar, findings: list[Problem]
) -> dict[str, Any]:
    """Take in one article, or leave it alone; return the line of the decision record."""
    origin = Origin(find.seed, find.sha256, find.article.start, find.article.end)
    known = run.shelf.by_digest.get(own) or _mended(find, gone)
    curated = curate.curate(find, stated, run.source_names, run.config.language, run.config.sections)
    if known is None:
        findings += [*curated.findings, *_untitled(find)]
        identifier, path, decision = _add(run, find, curated, own, origin)
    else:
        identifier = known.id
        path, decision = _leave(run, find, curated, known, own, origin)
        if decision == "mended":
            findings.append(_changed(find, path))
    return {"id": identifier, "path": path, "decision": decision, "digest": own, **record.of_article(find.article)}


def _mended(find: Find, gone: Sequence[Known]) -> Known | None:
    """Return the article that stood in this seed before and that this one is, but for a small change."""
    now = identity.sketch(find.article) if gone else ()
    return next((one for one in gone if identity.is_mended(one.sketch, now)), None)


def _untitled(find: Find) -> list[Problem]:
    if find.article.title:
        return []
    said = f"This article has no headline; it waits for review as {curate.supplied_title(find.article)}."
    hint = "Write its title into its content file and set status: published."
    return [problem("seed-untitled", said, find.place, hint)]


def _changed(find: Find, path: str) -> Problem:
    said = f'"{find.article.title}" differs from what was imported before; {path or "it"} was left as it is.'
    hint = "`sitegen import --again` takes the new text if nobody edited the file."
    return problem("article-changed", said, find.place, hint)


def _add(run: _Run, find: Find, curated: Curated, own: str, origin: Origin) -> tuple[str, str, str]:
    """Write a new article's file; return its id, its path, and what was decided."""
    identifier = run.shelf.mint(own)
    added = curated.added or run.today
    there = identifier in run.shelf.files
    path = run.shelf.free_path(
        curated.section, curated.year, curated.title, identifier, ascii_only=run.config.slugs == "ascii"
    )
    if there:
        run.left.append((path, WHY["known"]))
    else:
        files.write_text(run.root / path, curate.file_text(curated, find, identifier, added, run.today))
        run.added.append(path)
    address = urls.of_content(path.removeprefix("content/"))
    sketch = identity.sketch(find.article)
    run.shelf.wrote(Known(identifier, own, (origin,), find.importer, added, (address,), sketch), path)
    return identifier, path, "known" if there else "added"


def _leave(run: _Run, find: Find, curated: Curated, one: Known, own: str, origin: Origin) -> tuple[str, str]:
    """Leave a known article alone, or (again) make its file anew if nobody edited it; return path and decision."""
    path, became = run.shelf.whereabouts(one)
    one = run.shelf.known[one.id]
    mended = one.digest != own
    if run.again and became in {"known", "moved"}:
        became = _remake(run, find, curated, one, path)
        others = tuple(other for other in one.origins if other.seed != origin.seed)
        run.shelf.put(replace(one, digest=own, origins=(origin, *others), sketch=identity.sketch(find.article)))
        if became == "again":
            return path, became
    elif mended:
        became = became if became == "deleted" else "mended"
    else:
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
