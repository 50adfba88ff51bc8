"""The archive: sections, names, collections, sources, and what the gate lets through of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.article import Article, Body, Card, Picture, Rights
from sitegen.model.problem import Place


@dataclass(frozen=True, slots=True)
class Source:
    """A publication of `content/sources.yaml`."""

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    lang: str = ""
    place: str = ""
    publisher: str = ""
    founded: str = ""
    description: str = ""
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """What an authority file knows of a name: the preferred form by language, other forms, external ids."""

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    description: str = ""
    dates: str = ""
    broader: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A folder of `content/` that holds articles, with the words of its `_index.md`."""

    id: str
    title: str
    description: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    body: Body | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A way of naming articles (topics, people, …) and its authority file."""

    id: str
    authority: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A name of a taxonomy that articles use: slug, authority entry if there is one, articles newest first."""

    taxonomy: str
    slug: str
    name: str
    authority: Authority | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CollectionEntry:
    """An article placed in a collection by its curator, with the curator's note."""

    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """A dossier of `content/collections/`: an essay and a curated list."""

    id: str
    title: str
    lang: str
    body: Body
    description: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    image: Picture | None = None
    entries: tuple[CollectionEntry, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page of its own, `content/<name>.md`."""

    id: str
    title: str
    lang: str
    body: Body
    description: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Takedown:
    """A line of `content/takedowns.yaml`."""

    id: str
    date: str
    reason: str = ""
    public_note: str = ""
    by: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """All that may still be said of a withdrawn article: its address, the date, the public note."""

    url: str
    lang: str
    date: str
    public_note: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to be copied as it is: its address in the output, where it stands, and its digest."""

    url: str
    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Archive:
    """All that `content/` and `static/` hold, read but not yet judged; only the gate may see it.

    `addresses` are those that an article (by id) has had, newest last, as the ledger remembers them.
    """

    articles: tuple[Article, ...]
    sections: tuple[Section, ...]
    taxonomies: tuple[Taxonomy, ...]
    collections: tuple[Collection, ...]
    pages: tuple[PlainPage, ...]
    sources: tuple[Source, ...]
    takedowns: tuple[Takedown, ...]
    files: tuple[File, ...]
    addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """The archive as the public may see it: what is withheld, withdrawn or embargoed is not in here.

    `articles` are in the order of the archive, oldest first, the undated last; `files` are copied as they are,
    `pictures` are the files that `images` entries name; `redirects` are pairs (old address, id).
    """

    articles: tuple[Article, ...]
    sections: tuple[Section, ...]
    taxonomies: tuple[Taxonomy, ...]
    collections: tuple[Collection, ...]
    pages: tuple[PlainPage, ...]
    sources: tuple[Source, ...]
    tombstones: tuple[Tombstone, ...]
    files: tuple[File, ...]
    redirects: tuple[tuple[str, str], ...] = ()
    pictures: tuple[File, ...] = ()
