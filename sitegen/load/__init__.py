"""content/ -> Archive: every file read and typed, every mistake gathered, nothing judged yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sitegen import digest, files, records, urls
from sitegen.config import Config
from sitegen.content import CONTENT
from sitegen.content import kind as kind_of
from sitegen.frontmatter import Document
from sitegen.load.articles import article
from sitegen.load.others import authority, collection, ledger, plain_page, section, sources, takedowns
from sitegen.load.text import document, listing, mapping
from sitegen.model import Archive, Article, File, Place, Problem, Section, Taxonomy
from sitegen.problems import BuildError, did_you_mean, problem
from sitegen.urls import RESERVED
from sitegen.workers import Task, at, each_range

if TYPE_CHECKING:
    from concurrent.futures import Executor

STATIC = "static"

# fewer articles than this are read in this process
ALONE = 400

Made = TypeVar("Made")


def load(
    root: Path,
    config: Config,
    jobs: int = 1,
    known: Mapping[str, Article] | None = None,
    executor: "Executor | None" = None,
    digest_of: Callable[[str], str] = lambda _path: "",
) -> tuple[Archive, tuple[Problem, ...]]:
    """Read all of `content/` and `static/` below a site's root, in up to `jobs` processes; return it with the findings.

    `known` are articles that need not be read again, by the paths of their files; with an `executor` its workers read.
    `digest_of` tells the digest of a file that need not be read for it, "" where it is not known.
    Raises BuildError with all mistakes at once, each at its line.
    """
    _refuse_missing(root)
    names, problems = _walk(root, CONTENT)
    kinds = _by_kind(names, config, problems)
    limit = config.limits.article_bytes

    def every(kind: str, make: Callable[[Document], Made]) -> tuple[Made, ...]:
        read = (lambda name=name: make(document(root, f"{CONTENT}/{name}", limit)) for name in kinds.get(kind, ()))
        return tuple(_gather(read, problems))

    articles = _articles(root, kinds.get("article", []), config, jobs, problems, known or {}, executor)
    archive = Archive(
        articles=articles,
        sections=_sections(every("section", section), articles, config),
        taxonomies=_taxonomies(root, kinds, config, problems),
        collections=every("collection", lambda read: collection(read, config.language)),
        pages=every("page", lambda read: plain_page(read, config.language)),
        sources=_one(lambda: sources(mapping(root, f"{CONTENT}/sources.yaml")), problems),
        takedowns=_one(lambda: takedowns(*listing(root, f"{CONTENT}/takedowns.yaml")), problems),
        files=tuple(_copies(root, kinds.get("media", ()), problems, digest_of)),
        addresses=dict(_one(lambda: ledger(root / CONTENT / "ledger.jsonl"), problems)),
    )
    problems.extend(_clashes(archive))
    if any(found.severity == "error" for found in problems):
        raise BuildError(problems)
    return archive, tuple(problems)


def _refuse_missing(root: Path) -> None:
    if not (root / CONTENT).is_dir():
        hint = "Put articles into content/, or dumps into seeds/, or begin with `sitegen init`."
        raise BuildError([problem("content-missing", f"There is no folder {CONTENT}.", Place(CONTENT), hint)])


_Reading = tuple[Path, list[str], Config]


def _articles(
    root: Path,
    names: list[str],
    config: Config,
    jobs: int,
    problems: list[Problem],
    known: Mapping[str, Article],
    executor: "Executor | None",
) -> tuple[Article, ...]:
    articles = {path: known[path] for name in names if (path := f"{CONTENT}/{name}") in known}
    new = [name for name in names if f"{CONTENT}/{name}" not in articles]
    for read, found in each_range(_TASK, (root, new, config), len(new), jobs, alone=ALONE, size=250, executor=executor):
        articles |= {one.body.path: one for one in records.decoded(read, tuple[Article, ...])}
        problems += found
    return tuple(articles[path] for name in names if (path := f"{CONTENT}/{name}") in articles)


def _range(reading: _Reading, first: int, end: int) -> tuple[bytes, list[Problem]]:
    """Read a range of articles; they go home encoded, which takes a third of the time that pickling them does."""
    root, names, config = reading
    problems: list[Problem] = []
    limit = config.limits.article_bytes

    def made(piece: int) -> Article:
        at(piece)
        return article(document(root, f"{CONTENT}/{names[piece]}", limit), config)

    articles = tuple(_gather((partial(made, piece) for piece in range(first, end)), problems))
    return records.encoded(articles), problems


def _part(reading: _Reading, first: int, end: int) -> _Reading:
    root, names, config = reading
    return root, names[first:end], config


def _name(reading: _Reading, piece: int) -> str:
    return f"{CONTENT}/{reading[1][piece]}"


_TASK = Task(_range, _part, _name)


def _walk(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """Return the files below a folder of the site, and what is wrong with them; paths are from the site's root."""
    names, found = files.walk(root / folder)
    problems = [replace(one, place=_below(root, folder, one)) for one in found]
    good = [name for name in names if all(urls.is_part(part) for part in name.split("/"))]
    for name in sorted(set(names) - set(good)):
        hint = "Rename it: without ? # % \\ and control characters."
        problems.append(problem("address-invalid", "This name cannot be an address.", Place(f"{folder}/{name}"), hint))
    return good, problems


def _below(root: Path, folder: str, found: Problem) -> Place:
    path = Path(found.place.path if found.place else "")
    # what the system refused is named by its full path, what the walk refused by that below the folder
    return Place(str(path.relative_to(root) if found.rule == "file-refused" else Path(folder) / path))


def _by_kind(names: Iterable[str], config: Config, problems: list[Problem]) -> dict[str, list[str]]:
    """Sort the files of `content/` by what they are; a file that is nothing is a finding."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        kind = kind_of(name)
        folder = name.partition("/")[0].removesuffix(".md")
        if kind in {"article", "section", "page"} and folder in {*RESERVED, *config.taxonomies, *config.languages}:
            said = f'"{folder}" cannot name a section or page: it is an address of sitegen\'s own.'
            problems.append(problem("section-reserved", said, Place(f"{CONTENT}/{name}"), "Choose another name."))
        elif kind:
            kinds.setdefault(kind, []).append(name)
        else:
            said = "No part of the archive reads this file."
            hint = "Pictures belong into content/media/, other files into static/."
            problems.append(problem("content-unknown", said, Place(f"{CONTENT}/{name}"), hint))
    problems.extend(_one_address_each(kinds))
    return kinds


def _one_address_each(kinds: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    """Yield a problem for each file whose address another file has, or has but for case and Unicode form."""
    owners: dict[str, str] = {}
    sections = {f"{name.partition('/')[0]}/_index.md" for name in kinds.get("article", ())}
    named = {*sections}.union(*(kinds.get(kind, ()) for kind in ("section", "collection", "page", "article")))
    for name in sorted(named, key=lambda one: (one.count("/"), one)):
        other = owners.setdefault(urls.folded(urls.of_content(name)), name)
        if other != name:
            what = f"the section {other.partition('/')[0]}" if other in sections else f"{CONTENT}/{other}"
            said = f"This would have the same address as {what}."
            hint = "Rename one of the two: case and Unicode form do not tell them apart."
            yield problem("address-collision", said, Place(f"{CONTENT}/{name}"), hint)


def _gather(makers: Iterable[Callable[[], Made]], problems: list[Problem]) -> Iterator[Made]:
    for make in makers:
        try:
            yield make()
        except BuildError as error:
            problems.extend(error.problems)


def _one(make: Callable[[], tuple[Made, ...]], problems: list[Problem]) -> tuple[Made, ...]:
    return next(_gather([make], problems), ())


def _sections(described: Iterable[Section], articles: Iterable[Article], config: Config) -> tuple[Section, ...]:
    """Return the sections that `site.yaml` names, in its order, then all others that hold articles, by name."""
    known = {one.id: one for one in described}
    used = {one.card.section for one in articles}
    ids = [*config.sections, *sorted((known.keys() | used) - set(config.sections))]
    return tuple(known.get(one, Section(one, one.replace("-", " ").capitalize())) for one in ids)


def _taxonomies(
    root: Path, kinds: dict[str, list[str]], config: Config, problems: list[Problem]
) -> tuple[Taxonomy, ...]:
    files_of = {Path(name).stem: name for name in kinds.get("authority", ())}
    for stem in sorted(files_of.keys() - set(config.taxonomies)):
        said = f'"{stem}" is not one of the site\'s taxonomies.'
        hint = did_you_mean(stem, config.taxonomies) or "Add it to `taxonomies:` in site.yaml."
        problems.append(problem("authority-unused", said, Place(f"{CONTENT}/{files_of[stem]}"), hint))

    def names_of(taxonomy: str) -> Callable[[], Taxonomy]:
        return lambda: Taxonomy(taxonomy, authority(mapping(root, f"{CONTENT}/authority/{taxonomy}.yaml")))

    return tuple(_gather([names_of(one) for one in config.taxonomies], problems))


def _copies(
    root: Path, media: Iterable[str], problems: list[Problem], digest_of: Callable[[str], str]
) -> Iterator[File]:
    """Yield the pictures of `content/` and the files of `static/`, each with its address."""

    def each(url: str, path: str) -> File:
        return File(url, path, digest_of(path) or digest.of_bytes(files.read_bytes(root / path)))

    for name in media:
        yield each(f"/{name}" if name.startswith("media/") else f"/media/{name}", f"{CONTENT}/{name}")
    names, found = _walk(root, STATIC)
    problems.extend(found)
    for name in names:
        yield each(f"/{name}", f"{STATIC}/{name}")


def _clashes(archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each id that two articles have; both files are named."""
    first: dict[str, Article] = {}
    for one in archive.articles:
        other = first.setdefault(one.card.id, one)
        if other is not one:
            said = f'The id "{one.card.id}" is also that of {other.body.path}.'
            yield problem("id-clash", said, Place(one.body.path), "Give one of the two another id.")
