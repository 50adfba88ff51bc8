"""The other files of content/: sections, pages, collections, names, sources, takedowns, the ledger's addresses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from sitegen import dates, digest, files, formats, markdown, urls
from sitegen.formats import (
    AuthorityKeys,
    CollectionKeys,
    PageKeys,
    SectionKeys,
    SourceKeys,
    Strict,
    TakedownKeys,
)
from sitegen.frontmatter import Document
from sitegen.load.articles import picture, rights
from sitegen.model import (
    Authority,
    Body,
    Collection,
    CollectionEntry,
    Place,
    PlainPage,
    Problem,
    Section,
    Source,
    Takedown,
)
from sitegen.problems import BuildError, problem

Keys = TypeVar("Keys", bound=Strict)


def _body(document: Document) -> Body:
    return Body(document.path, digest.of_bytes(document.body.encode()))


def section(document: Document) -> Section:
    """Make a Section of its `_index.md`."""
    keys = formats.read(SectionKeys, document)
    name = document.path.split("/")[1]
    return Section(
        id=name,
        title=keys.title or name.replace("-", " ").capitalize(),
        description=keys.description,
        titles=keys.titles,
        body=_body(document) if document.body else None,
        links=markdown.link_targets(document.body),
    )


def plain_page(document: Document, language: str) -> PlainPage:
    """Make a PlainPage of `content/<name>.md`."""
    keys = formats.read(PageKeys, document)
    return PlainPage(
        id=Path(document.path).stem,
        title=keys.title,
        lang=keys.lang or language,
        body=_body(document),
        description=keys.description,
        links=markdown.link_targets(document.body),
    )


def collection(document: Document, language: str) -> Collection:
    """Make a Collection of `content/collections/<slug>.md`."""
    keys = formats.read(CollectionKeys, document)
    return Collection(
        id=Path(document.path).stem,
        title=keys.title,
        lang=keys.lang or language,
        body=_body(document),
        description=keys.description,
        titles=keys.titles,
        image=picture(keys.image) if keys.image else None,
        entries=tuple(CollectionEntry(one.id, one.note) for one in keys.items),
        links=markdown.link_targets(document.body),
    )


def authority(document: Document) -> tuple[Authority, ...]:
    """Make the names of an authority file, in the order of the file; each id is a part of an address."""
    hint = "Use letters, digits and hyphens; the name itself stands under `name`."
    wrong = [
        problem("address-invalid", f'"{name}" cannot be part of an address.', document.place(name), hint)
        for name in document.values
        if not urls.is_part(name)
    ]
    if wrong:
        raise BuildError(wrong)
    return tuple(
        Authority(
            id=name,
            name=keys.name or name,
            names=keys.names,
            aliases=keys.aliases,
            description=keys.description,
            dates=keys.dates,
            broader=keys.broader,
            same_as=keys.same_as,
        )
        for name, keys in _each(AuthorityKeys, document)
    )


def sources(document: Document) -> tuple[Source, ...]:
    """Make the publications of `sources.yaml`, in the order of the file."""
    return tuple(
        Source(
            id=name,
            name=keys.name or name,
            names=keys.names,
            lang=keys.lang,
            place=keys.place,
            publisher=keys.publisher,
            founded=keys.founded,
            description=keys.description,
            rights=rights(keys.rights),
        )
        for name, keys in _each(SourceKeys, document)
    )


def _each(model: type[Keys], document: Document) -> Iterator[tuple[str, Keys]]:
    """Yield (id, keys) of each member of a mapping of mappings; raise all mistakes together."""
    problems: list[Problem] = []
    for name, values in document.values.items():
        if not isinstance(values, dict):
            hint = "Write its keys indented below it."
            problems.append(problem("value-wrong", f'"{name}" wants keys and values.', document.place(name), hint))
            continue
        try:
            yield name, formats.read(model, document, values, at=name)
        except BuildError as error:
            problems.extend(error.problems)
    if problems:
        raise BuildError(problems)


def takedowns(document: Document, values: list[Any]) -> tuple[Takedown, ...]:
    """Make the list of `takedowns.yaml`; a line that cannot be read stops the build, for it must not be overlooked."""
    found: list[Takedown] = []
    problems: list[Problem] = []
    for number, one in enumerate(values):
        try:
            found.append(_takedown(document, one, f"[{number}]"))
        except BuildError as error:
            problems.extend(error.problems)
    if problems:
        raise BuildError(problems)
    return tuple(found)


def _takedown(document: Document, values: object, at: str) -> Takedown:
    if not isinstance(values, dict):
        raise BuildError(
            [problem("value-wrong", "A takedown wants keys and values.", document.place(at), "Write `- id: …`.")]
        )
    keys = formats.read(TakedownKeys, document, values, at=at)
    if keys.date and not dates.iso_day(keys.date):
        said = f'"{keys.date}" is not a day.'
        raise BuildError([problem("date-invalid", said, document.place(f"{at}.date"), "Write it as 2024-01-21.")])
    return Takedown(keys.id, keys.date, keys.reason, keys.public_note, keys.by, document.place(at))


def ledger(path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read from the ledger which addresses each article (by id) has had, newest last."""
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(files.read_bytes(path).splitlines(), 1):
        try:
            entry = json.loads(line)
            found.append((str(entry["id"]), tuple(str(one) for one in entry.get("addresses", ()))))
        except (ValueError, KeyError, TypeError) as error:
            hint = "Take this file back from git; it is written by import alone."
            place = Place("content/ledger.jsonl", number)
            raise BuildError(
                [problem("ledger-broken", "This line of the ledger cannot be read.", place, hint)]
            ) from error
    return tuple(found)
