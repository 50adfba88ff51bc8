"""What waits for a curator, worst first: each article about which something is uncertain."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sitegen import digest, files, frontmatter, markdown
from sitegen.config import Config, RightsConfig
from sitegen.content import CONTENT, is_article
from sitegen.frontmatter import Document
from sitegen.load.text import document as read
from sitegen.model import Problem
from sitegen.problems import SitegenError
from sitegen.review import doubts, told
from sitegen.review.doubts import Known, id_of, text_of
from sitegen.review.told import Told
from sitegen.review.values import FEW, Case, Doubt

_OPENING = 300
# enough for a first paragraph; the rest need neither be parsed nor kept, of 100,000 articles
_KEPT = 4_000


@dataclass(frozen=True, slots=True)
class Queue:
    """The cases, worst first; what is wrong with content files that could not be judged; what records tell, by id."""

    cases: tuple[Case, ...]
    problems: tuple[Problem, ...] = ()
    told: Mapping[str, Told] = field(default_factory=dict)


def queue(root: Path, config: Config) -> Queue:
    """Judge every article of a site by its front matter and its decision record. Raises FileError.

    An article that a curator has answered for (`reviewed`) is passed over, unless it waits by its status. Articles
    of which the rights are unknown are one case a publication, answered for or not: `sources.yaml` is to say.
    """
    problems: list[Problem] = []
    every = list(_documents(root, config, problems))
    known, records = _known(root, config, [document for document, _ in every]), told.of_each(root)
    cases = []
    silent: Counter[str] = Counter()
    for document, mark in every:
        if found := case(document, mark, records.get(id_of(document)), known):
            cases.append(found)
        silent[text_of(document, "source")] += doubts.is_silent(document, known)
    cases += [_silence(source, count) for source, count in sorted(silent.items()) if count]
    ordered = sorted(sorted(cases, key=lambda one: one.path), key=lambda one: one.urgency, reverse=True)
    return Queue(tuple(ordered), tuple(problems), records)


def again(root: Path, config: Config, before: Case, said: Told | None) -> Case | None:
    """Judge one article anew, as its file stands now; None if nothing is uncertain any more, or it is gone.

    What other articles say of it (a proposed source, its twin) is as it was before. Raises BuildError, FileError.
    """
    if not (root / before.path).is_file():
        return None
    document, mark = _document(root, before.path, config)
    known = _known(root, config, [document], source=str(before.proposed.get("source", "")), twin=before.twin)
    return case(document, mark, said, known)


def case(document: Document, mark: str, said: Told | None, known: Known) -> Case | None:
    """Return the case of an article, None if there is no doubt about it; `mark` is the digest of its file."""
    found = doubts.of(document, said, known)
    if not found:
        return None
    return Case(
        path=document.path,
        title=text_of(document, "title"),
        doubts=tuple(sorted(found, key=lambda one: -one.weight)),
        id=id_of(document),
        lang=text_of(document, "lang") or known.config.language,
        opening=_opening(document.body),
        digest=mark,
        place=said.place if said else None,
        twin=next((known.paths[one.of] for one in said.alike if one.of in known.paths), "") if said else "",
        proposed=doubts.proposed(document, found, known),
    )


def _opening(body: str) -> str:
    words = markdown.first_paragraph(body)
    return words if len(words) <= _OPENING else words[: _OPENING - 1] + "…"


def _silence(source: str, count: int) -> Case:
    """Return the case of a publication that says nothing of its rights, and of so many of its articles."""
    path = f"{CONTENT}/sources.yaml" if source else "site.yaml"
    many = f"{count:,} article{'s' * (count != 1)} {f'of {source}' if source else 'without a source'}"
    said = f"Nobody says what may be shown of {many}. State `rights:` in {path}."
    return Case(path, many, (Doubt("rights-unknown", said),), answers=FEW)


# --- what is read -------------------------------------------------------------------------------------


def _documents(root: Path, config: Config, problems: list[Problem]) -> Iterable[tuple[Document, str]]:
    """Yield each article's file as plain values, with its digest."""
    for name in filter(is_article, files.walk(root / CONTENT)[0]):
        try:
            yield _document(root, f"{CONTENT}/{name}", config)
        except SitegenError as error:
            problems += error.problems


def _document(root: Path, path: str, config: Config) -> tuple[Document, str]:
    # the digest first: a file that changes between the two is one that changed before its answer
    mark = digest.of_bytes(files.read_bytes(root / path))
    document = read(root, path, config.limits.article_bytes)
    return replace(document, body=document.body[:_KEPT]), mark


def _known(root: Path, config: Config, documents: Sequence[Document], *, source: str = "", twin: str = "") -> Known:
    """Gather what is to be known of the others to judge one."""
    stated = _publications(root)
    of_seed: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if found := text_of(document, "source"):
            of_seed[doubts.seed_of(document)].add(found)
    only = next(iter(stated)) if len(stated) == 1 else ""
    usual = {seed: next(iter(names)) for seed, names in of_seed.items() if len(names) == 1}
    if source and source != only:
        usual |= {doubts.seed_of(document): source for document in documents}
    speaking = frozenset(name.casefold() for key, (names, says) in stated.items() if says for name in (key, *names))
    paths = {id_of(document): document.path for document in documents}
    return Known(config, paths, usual, only, speaking, config.rights == RightsConfig(), twin)


def _publications(root: Path) -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """Return of each publication in `sources.yaml` its names, and whether it says what may be shown."""
    path = f"{CONTENT}/sources.yaml"
    if not (root / path).is_file():
        return {}
    try:
        values, _ = frontmatter.read_yaml(files.read_bytes(root / path).decode("utf-8-sig", "replace"), path)
    except SitegenError:
        return {}  # the build tells of it
    return {key: (_names(said), _speaks(said)) for key, said in values.items() if isinstance(said, dict)}


def _names(said: Mapping[str, Any]) -> tuple[str, ...]:
    others = said.get("names")
    return (str(said.get("name", "")), *(map(str, others.values()) if isinstance(others, dict) else ()))


def _speaks(said: Mapping[str, Any]) -> bool:
    rights = said.get("rights")
    return isinstance(rights, dict) and "publish" in rights
