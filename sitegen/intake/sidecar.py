"""What a curator states beside a dump: defaults for its articles, and what is known of single ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from sitegen import dates, digest, files, formats, frontmatter, urls
from sitegen.config import Config
from sitegen.formats import ArticleKeys
from sitegen.frontmatter import Document
from sitegen.intake import overrule
from sitegen.intake.overrule import Word
from sitegen.model import Edtf, Place, Problem
from sitegen.problems import BuildError, did_you_mean, problem

FOLDER_FILE = "_seed.yaml"
_COMPRESSED = (".gz", ".bz2", ".xz")
_NOT_STATED = ("id", "title", "date", "provenance")
_BOUNDS = ("earliest", "latest")
# what is said to importers, and goes into no front matter
FOR_IMPORTERS = ("mapping", *overrule.KEYS)


class StatedKeys(ArticleKeys, frozen=True, kw_only=True):
    """What a sidecar may state: the front matter of articles, and the section they go to."""

    section: Annotated[str, Meta(description="The section that new articles go to.")] = ""
    mapping: Annotated[dict[str, str], Meta(description="Of a table: column -> front-matter key.")] = {}
    split_at: Annotated[tuple[str, ...], Meta(description="The lines of a dump on which articles begin.")] = ()
    drop: Annotated[tuple[str, ...], Meta(description="The lines of a dump that are no text.")] = ()
    keep: Annotated[tuple[str, ...], Meta(description="The lines of a dump that are text.")] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What is stated of articles: front-matter values, and the date or the bounds of it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    date: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A sidecar: what it states of all articles, and of single ones by their exact headline."""

    path: str = ""
    defaults: Statement = Statement()
    articles: Mapping[str, Statement] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    overruling: tuple[Word, ...] = ()

    @property
    def about(self) -> dict[str, str]:
        """What it says to importers, each as JSON text: so it stands in `Member.about`."""
        said = {"mapping": self.defaults.values.get("mapping"), "overrule": self.overruling}
        return {key: msgspec.json.encode(value).decode() for key, value in said.items() if value}

    def of(self, title: str) -> Statement:
        """Return what is stated of one article: what is said of it alone replaces the default, key by key."""
        own = self.articles.get(plain(title), Statement())
        return Statement({**self.defaults.values, **own.values}, own.date or self.defaults.date)

    def has_date_of(self, title: str) -> bool:
        """Whether the curator dates this very article."""
        own = self.articles.get(plain(title))
        return own is not None and own.date is not None


def plain(title: str) -> str:
    """Return a headline as headlines are compared: without double spaces."""
    return " ".join(title.split())


def beside(root: Path, seed: Path) -> tuple[Path, ...]:
    """Return the sidecars that speak of a seed, the widest first: those of its folders, then its own."""
    folders = [
        folder for folder in reversed(seed.parents) if folder == root / "seeds" or root / "seeds" in folder.parents
    ]
    found = [folder / FOLDER_FILE for folder in (folders or [seed.parent])]
    found += [stem.with_name(f"{stem.name}.yaml") for stem in reversed(stems(seed))]
    return tuple(path for path in found if _is_there(path))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a seed's name can be so long that no sidecar's could be
        return False


def stems(seed: Path) -> tuple[Path, ...]:
    """Return a seed's path without its suffix, and without both where the last one tells how it is compressed."""
    stem = seed.with_suffix("")
    return (stem, stem.with_suffix("")) if seed.suffix in _COMPRESSED and stem.suffix else (stem,)


def read(root: Path, paths: Sequence[Path], config: Config) -> Sidecar:
    """Read sidecars into one; the later ones say it better. Raises BuildError with all mistakes of one."""
    result = Sidecar()
    for path in paths:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        text = files.text_of(files.read_bytes(path), name)
        result = _over(result, parse(text, name, config.taxonomies))
        if refused := _sections_refused(text, name, config):
            raise BuildError(refused)
    return result


class Sidecars:
    """What is stated of the seeds of one run; a sidecar that speaks of a thousand is read once."""

    def __init__(self, root: Path, config: Config) -> None:
        self._root = root
        self._config = config
        self._known: dict[tuple[Path, ...], tuple[Sidecar, str]] = {}

    def of(self, seed: Path) -> tuple[Sidecar, str]:
        """Return what is stated of a seed, and the digest of all that says so. Raises BuildError with all mistakes."""
        paths = beside(self._root, seed)
        if paths not in self._known:
            said = b"\0".join(files.read_bytes(path) for path in paths)
            self._known[paths] = read(self._root, paths, self._config), digest.of_bytes(said) if paths else ""
        return self._known[paths]


def _sections_refused(text: str, path: str, config: Config) -> list[Problem]:
    """Return problems for sections that the site does not have, or that no site can have."""
    values, lines = frontmatter.read_yaml(text, path)
    document = Document(path, values, lines)
    stated = [("section", values.get("section"))]
    stated += [
        (f"articles[{number}].section", one.get("section")) for number, one in enumerate(values.get("articles") or [])
    ]
    reserved = {*urls.RESERVED, *config.taxonomies, *config.languages}
    found = []
    for at, section in stated:
        if not section or section in config.sections:
            continue
        if config.sections:
            said = f'"{section}" is not a section of this site.'
            hint = did_you_mean(section, config.sections) or f"site.yaml has {', '.join(config.sections)}."
        elif section in reserved or urls.slug(section) != section:
            said, hint = (
                f'"{section}" cannot be the name of a section.',
                "Choose a plain word that sitegen does not use.",
            )
        else:
            continue
        found.append(problem("value-wrong", said, document.place(at), hint))
    return found


def _over(wide: Sidecar, near: Sidecar) -> Sidecar:
    defaults = Statement({**wide.defaults.values, **near.defaults.values}, near.defaults.date or wide.defaults.date)
    articles, places = {**wide.articles, **near.articles}, {**wide.places, **near.places}
    return Sidecar(near.path, defaults, articles, places, (*wide.overruling, *near.overruling))


def parse(text: str, path: str, taxonomies: Sequence[str]) -> Sidecar:
    """Read a sidecar's text. Raises BuildError with all mistakes."""
    values, lines = frontmatter.read_yaml(text, path)
    document = Document(path, values, lines)
    problems: list[Problem] = []
    listed = values.get("articles") or []
    defaults = _statement(document, {k: v for k, v in values.items() if k != "articles"}, "", taxonomies, problems)
    articles: dict[str, Statement] = {}
    places: dict[str, Place] = {}
    for number, one in enumerate(listed if isinstance(listed, list) else [listed]):
        at = f"articles[{number}]"
        title = one.get("title") if isinstance(one, dict) else None
        if not isinstance(title, str) or not title.strip():
            hint = 'Write `- title: "…"` with the headline as the dump has it.'
            problems.append(problem("key-missing", '"title" is missing.', document.place(at), hint))
            continue
        own = {key: value for key, value in one.items() if key != "title"}
        articles[plain(title)] = _statement(document, own, at, taxonomies, problems)
        places[plain(title)] = document.place(at)
    words = _overruling(document, defaults.values, problems)
    if problems:
        raise BuildError(problems)
    return Sidecar(path, defaults, articles, places, words)


def _overruling(document: Document, values: Mapping[str, Any], problems: list[Problem]) -> tuple[Word, ...]:
    """Return what is said of the lines of a dump, and add a problem for each word that says nothing."""
    found = []
    for key in overrule.KEYS:
        for number, words in enumerate(values.get(key, ())):
            place = document.place(f"{key}[{number}]")
            if wrong := overrule.fault(key, words):
                problems.append(problem("value-wrong", wrong[0], place, wrong[1]))
            found.append(Word(key, words, place))
    return tuple(found)


def _statement(
    document: Document, values: Mapping[str, Any], at: str, taxonomies: Sequence[str], problems: list[Problem]
) -> Statement:
    prefix = f"{at}." if at else ""
    rest = {key: value for key, value in values.items() if key != "date" and key not in taxonomies}
    for key in _NOT_STATED:
        if key in rest:
            said = f'"{key}" is not for a sidecar to state.'
            problems.append(problem("key-unknown", said, document.place(prefix + key), "Leave it out."))
            rest.pop(key)
    for key in (key for key in overrule.KEYS if at and key in rest):
        said = f'"{key}" speaks of the lines of the dump, not of one article.'
        problems.append(problem("key-unknown", said, document.place(prefix + key), "Write it beside `articles`."))
        rest.pop(key)
    typed: dict[str, Any] = {}
    also = ("articles", "date", *taxonomies)
    try:
        keys = formats.read(StatedKeys, document, rest, at=at, also=also)
        typed = {key: _as_stated(msgspec.to_builtins(getattr(keys, key)), rest[key]) for key in rest}
    except BuildError as error:
        problems += error.problems
    for taxonomy in taxonomies:
        if taxonomy in values:
            typed[taxonomy] = _names(document, values[taxonomy], prefix + taxonomy, problems)
    return Statement(typed, _date(document, values.get("date"), f"{prefix}date", problems))


def _as_stated(typed: Any, stated: Any) -> Any:  # noqa: ANN401 - plain values of any shape
    """Return the typed value with just the keys that were stated."""
    if isinstance(typed, dict) and isinstance(stated, dict):
        return {key: _as_stated(typed[key], value) for key, value in stated.items()}
    if isinstance(typed, list | tuple):
        members = stated if isinstance(stated, list) else [stated]
        return [_as_stated(one, other) for one, other in zip(typed, members, strict=True)]
    return typed


def _names(document: Document, value: object, at: str, problems: list[Problem]) -> list[str]:
    names = [value] if isinstance(value, str) else value
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return [str(name) for name in names]
    problems.append(problem("value-wrong", f'"{at}" wants a list of names.', document.place(at), "Write `[one, two]`."))
    return []


def _date(document: Document, value: object, at: str, problems: list[Problem]) -> Edtf | None:
    """Read a date (EDTF) or its bounds, `{earliest: …, latest: …}`."""
    if value is None:
        return None
    try:
        if isinstance(value, str):
            return dates.parse(value)
        if (
            isinstance(value, dict)
            and value
            and all(key in _BOUNDS and isinstance(day, str) for key, day in value.items())
        ):
            return _between(*(dates.parse(value[key]) if value.get(key) else None for key in _BOUNDS))
    except ValueError as error:
        problems.append(problem("date-invalid", str(error), document.place(at)))
        return None
    hint = "Write a date, or {earliest: 1974-01-01, latest: 1974-12-31}."
    problems.append(problem("value-wrong", f'"{at}" wants a date or its bounds.', document.place(at), hint))
    return None


def _between(earliest: Edtf | None, latest: Edtf | None) -> Edtf | None:
    return dates.spanning(earliest.earliest if earliest else "", latest.latest if latest else "")


def unmatched(sidecar: Sidecar, path: str, titles: Iterable[str]) -> list[Problem]:
    """Return a finding for each headline stated in one file that no article has, with the nearest that one has."""
    known = [plain(title) for title in titles]
    found = []
    for title, place in sidecar.places.items():
        if place.path == path and title not in known:
            near = get_close_matches(title, known, n=1, cutoff=0.5)
            hint = f'Did you mean "{near[0]}"?' if near else "Write the headline exactly as the dump has it."
            found.append(problem("sidecar-title-unmatched", f'No article here is headed "{title}".', place, hint))
    return found
