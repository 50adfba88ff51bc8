"""What a build hands from stage to stage: theme, plan, fingerprints, receipts, the report."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.archive import File
from sitegen.model.article import Body, Edtf
from sitegen.model.page import Page
from sitegen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme chain, read and checked.

    `folders` are the chain's template folders, `shown` how people name these, and `names` its themes, the site's own
    first; `closures` maps a template to the digest of everything it includes, imports or extends; `words` maps a
    language to its strings; `files` are the static files with content-hashed addresses, `assets` their names in
    `static/` -> address.
    """

    name: str
    folders: tuple[str, ...]
    shown: tuple[str, ...]
    names: tuple[str, ...]
    closures: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    assets: Mapping[str, str]
    files: tuple[File, ...]
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stub:
    """What the search index gets of one article: its own text, its filters, the date by which it sorts.

    `body` is None where only metadata may be shown; `filters` are pairs (name, value), a name may stand twice.
    """

    id: str
    url: str
    lang: str
    title: str
    summary: str
    body: Body | None
    date: Edtf | None
    filters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shard:
    """A calendar span of one language's articles that is one search index.

    `span` is "all", a century "19XX", decade "196X", five years "1960/1964", year, half, quarter, month or day,
    or "undated"; `first` and `last` are the earliest and latest days in it ("" when undated).
    """

    name: str
    lang: str
    span: str
    first: str
    last: str
    stubs: tuple[Stub, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the site will hold: pages to render, files to copy, shards to index."""

    pages: tuple[Page, ...]
    files: tuple[File, ...]
    shards: tuple[Shard, ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a page was made from: the name of each part -> its digest. Equal parts, equal page."""

    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a worker sends home for a page it wrote; HTML never travels.

    `digest` and `size` are the written file's, `links` the internal addresses it leads to, `anchors` its ids.
    """

    url: str
    digest: str = ""
    size: int = 0
    links: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A line of the manifest: one published file, by its path below the output folder.

    `url` is "" for a copied file; `stat` is (size, mtime in ns, inode) as it was when published.
    """

    path: str
    digest: str
    url: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    stat: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation of the site consists of: path -> output. `generation` is the digest over paths and digests."""

    generation: str
    outputs: Mapping[str, Output]


@dataclass(frozen=True, slots=True)
class Report:
    """How a build ended: counts, what import added, findings, seconds by stage, and how the trees were swapped."""

    articles: int
    pages: int
    made: int
    files: int
    removed: int
    shards: int
    generation: str
    method: str
    problems: tuple[Problem, ...] = ()
    added: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
