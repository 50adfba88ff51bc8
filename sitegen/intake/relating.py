"""The end of a run: what came in is compared with all the archive; the same twice is merged, one story is linked."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sitegen import dates, digest, files, frontmatter, markdown, records
from sitegen.content import CONTENT, is_article
from sitegen.intake import alike, curate, provenance, record, sketches
from sitegen.intake.alike import Alike
from sitegen.intake.shelf import Shelf
from sitegen.intake.sketches import Sketch, Telling
from sitegen.model import Place, Problem
from sitegen.problems import SitegenError
from sitegen.workers import Task, at, each_range

PATH = ".sitegen/intake/sketches"
# the keys of front matter in which an article says what it is to others
STATED = ("same_story", "versions")
_FEW = 200
_Shared = tuple[Path, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Related:
    """What came of comparing: (path, path of the one it is) of what was merged, and findings about the rest."""

    merged: tuple[tuple[str, str], ...] = ()
    findings: tuple[Problem, ...] = ()


def relate(shelf: Shelf, since: int, read: Container[str], jobs: int, *, merge: bool) -> Related:
    """Compare the articles whose files were written `since` (mtime in ns) with all of the archive.

    What is the same beyond doubt becomes one article, if `merge`, with both its places; versions and one story of
    several sources are linked in their front matter. No file that a person edited is touched: what cannot be written,
    and what is in doubt, is for review. The records of articles that were `read` (ids) or written tell it all.
    """
    paths = _by_path(shelf.root, jobs)
    held = {sketch.id: path for path, sketch in paths.items()}
    fresh = {one for one, path in held.items() if (shelf.root / path).stat().st_mtime_ns >= since}
    found = {one.id: one for one in alike.relations(list(paths.values()), held.keys() - fresh)}
    new = {name: one for name, one in found.items() if not fresh.isdisjoint((name, one.of))}
    once = _merged(shelf, held, [one for one in new.values() if merge and one.id in fresh and _is_certain(one, "same")])
    rest = [one for name, one in new.items() if name not in once]
    linked = _linked(shelf.root, {name: path for name, path in held.items() if name not in once}, rest)
    # what could not be written is a person's to decide, however sure it is
    told = {name: replace(one, sure=name in linked or name in once) for name, one in new.items()}
    _tell(shelf, {**{name: one for name, one in found.items() if name in read}, **told}, once)
    findings = [alike.finding(told[name], Place(held[name])) for name in sorted(told.keys() - once.keys())]
    return Related(tuple((held[one], held[into]) for one, into in sorted(once.items())), tuple(findings))


def _is_certain(one: Alike, relation: str) -> bool:
    return one.sure and one.relation == relation


# --- sketches of all files ----------------------------------------------------------------------------


def _by_path(root: Path, jobs: int) -> dict[str, Sketch]:
    """Return the sketch of each article by its path; those of files that are as they were are remembered."""
    names = [f"{CONTENT}/{name}" for name in files.walk(root / CONTENT)[0] if is_article(name)]
    # with its path, of which an article without an id has its id
    marks = {name: digest.of_bytes(name.encode() + files.read_bytes(root / name)) for name in names}
    before: Mapping[str, Sketch] = records.read(root / PATH, dict[str, Sketch]) or {}
    known = {name: before[mark] for name, mark in marks.items() if mark in before}
    unknown = [name for name in names if name not in known]
    made = each_range(_TASK, (root, unknown), len(unknown), jobs, alone=_FEW)
    known |= {name: one for name, one in zip(unknown, (one for some in made for one in some), strict=True) if one}
    now = {marks[name]: one for name, one in known.items()}
    if now.keys() != before.keys():
        records.write(root / PATH, now)
    return known


def _range(shared: _Shared, first: int, end: int) -> list[Sketch | None]:
    root, names = shared
    return [_sketched(root, names[number], number) for number in range(first, end)]


def _sketched(root: Path, path: str, number: int) -> Sketch | None:
    at(number)
    try:
        document = frontmatter.read(files.text_of(files.read_bytes(root / path), path), path)
    except SitegenError:
        return None  # a build tells what is wrong with the file
    said = {key: value for key, value in document.values.items() if isinstance(value, str)}
    identifier = said.get("id") or digest.short_id(path)
    text = markdown.plain_text(document.body)
    days = _days(said.get("date", ""))
    title, source, lang, lead = (said.get(key, "") for key in ("title", "source", "lang", "same_story"))
    return sketches.of(Telling(identifier, title, text, source, days, lang, lead))


def _days(date: str) -> tuple[str, str]:
    try:
        read = dates.parse(date)
    except ValueError:
        return "", ""
    return read.earliest, read.latest


def _part(shared: _Shared, first: int, end: int) -> _Shared:
    return shared[0], shared[1][first:end]


def _name(shared: _Shared, number: int) -> str:
    return shared[1][number]


_TASK: Task[_Shared, list[Sketch | None]] = Task(_range, _part, _name)


# --- what is done about it ----------------------------------------------------------------------------


def _merged(shelf: Shelf, held: Mapping[str, str], same: Iterable[Alike]) -> dict[str, str]:
    """Merge articles that nobody edited into those that they are; return the id of the one by that of the other.

    Where the kept file was edited, and would have to be written, both stay and a person decides.

    The kept file and the ledger tell of both places before a file is removed: a run that is stopped loses nothing.
    """
    once: dict[str, str] = {}
    for one in same:
        text = shelf.text(held[one.id])
        kept = shelf.text(held[one.of])
        changes = provenance.of_both(_values(kept, held[one.of]), _values(text, held[one.id]))
        if curate.is_edited(text) or (changes and curate.is_edited(kept)):
            continue
        if changes:
            files.write_text(shelf.root / held[one.of], curate.restated(kept, held[one.of], changes))
        shelf.merge(one.id, one.of)
        once[one.id] = one.of
    if once:
        shelf.save()
    for gone in once:
        files.remove_tree(shelf.root / held[gone])
        shelf.files.pop(gone, None)
    return once


def _values(text: str, path: str) -> Mapping[str, Any]:
    return frontmatter.read(text, path).values


def _linked(root: Path, held: Mapping[str, str], found: Iterable[Alike]) -> set[str]:
    """Write into files that nobody edited what they are to others; return the ids of those of which that is stated."""
    stated: set[str] = set()
    earlier: dict[str, list[str]] = defaultdict(list)
    for one in found:
        if _is_certain(one, "version"):
            earlier[one.of].append(one.id)
        elif _is_certain(one, "wire") and _state(root, held[one.id], {"same_story": one.of}):
            stated.add(one.id)
    for newest, versions in sorted(earlier.items()):
        if newest in held and _state(root, held[newest], {"versions": sorted(versions)}):
            stated.update(versions)
    return stated


def _state(root: Path, path: str, changes: Mapping[str, str | list[str]]) -> bool:
    """Whether a file states some values: it did before, or nobody edited it and it does so now."""
    text = files.text_of(files.read_bytes(root / path), path, "utf-8")
    values = frontmatter.read(text, path).values
    if all(values.get(key) == value for key, value in changes.items()):
        return True
    if curate.is_edited(text):
        return False
    files.write_text(root / path, curate.restated(text, path, changes))
    return True


def _tell(shelf: Shelf, told: Mapping[str, Alike], once: Mapping[str, str]) -> None:
    """Write into the record of each article what it is to another."""
    by_record: dict[str, dict[str, dict[str, object]]] = defaultdict(dict)
    for one in told.values():
        known = shelf.known.get(one.id)
        merged = {"decision": "merged", "merged_into": once[one.id]} if one.id in once else {}
        for origin in known.origins[:1] if known else ():
            evidence = {key: value for key, value in asdict(one).items() if key != "id"}
            by_record[record.path_of(origin.seed, origin.sha256)][one.id] = {**merged, "alike": [evidence]}
    for path, articles in sorted(by_record.items()):
        said = record.read(shelf.root, path)
        if said:
            decided = [{**one, **articles.get(one.get("id", ""), {})} for one in said.get("articles", ())]
            record.write(shelf.root, path, {**said, "articles": decided})
