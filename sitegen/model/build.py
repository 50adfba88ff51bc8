"""What a build hands from stage to stage: theme, plan, fingerprints, receipts, the report."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.archive import File
from sitegen.model.article import Body, Edtf
from sitegen.model.draft import Draft
from sitegen.model.page import Page
from sitegen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme chain, read and checked.

    `folders` are the chain's template folders, `shown` how people name these, and `names` its themes, the site's own
    first; `closures` maps a template to the digest of everything it includes, imports or extends; `words` maps a
    language to its strings; `files` are the static files with content-hashed addresses, `assets` their names in
    `static/` -> address; `widths` are the pixels in which pictures are made.
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
    widths: tuple[int, ...] = ()


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
class Batch:
    """Pages that are planned together, from the same values.

    `key` is the digest of those values, `urls` are the pages' addresses; `pages` is None where an earlier build knows
    the key, so that they need not be planned again.
    """

    key: str
    urls: tuple[str, ...]
    pages: tuple[Page | Draft, ...] | None


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier build planned, as far as it stands as it was published.

    `outline` is the mark of a site but for the texts of its articles, "" unless all lists of that site stand; `lists`
    and `articles` map the keys of batches to their addresses.
    """

    outline: str = ""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    articles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the site will hold: pages to render, files to copy, shards to index.

    `outline` is the mark of everything but the texts of articles: `articles` has a batch for each of these, `lists` all
    other pages.
    """

    outline: str
    lists: tuple[Batch, ...]
    articles: tuple[Batch, ...]
    files: tuple[File, ...]
    shards: tuple[Shard, ...]

    @property
    def known(self) -> Known:
        """What a later plan need not plan again."""
        lists, articles = ({batch.key: batch.urls for batch in held} for held in (self.lists, self.articles))
        return Known(self.outline, lists, articles)

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses of all pages, known ones too."""
        return tuple(url for batch in (*self.lists, *self.articles) for url in batch.urls)

    @property
    def pages(self) -> tuple[Page | Draft, ...]:
        """The pages of all batches that are not known already."""
        return tuple(page for batch in (*self.lists, *self.articles) for page in batch.pages or ())


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a page was made from: the name of each part that holds something -> its digest. Equal parts, equal page."""

    parts: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Trace:
    """What a page was made from, and where it leads.

    `parts` are those of its fingerprint, `links` the short marks of the addresses inside the site that it leads to,
    one after the other, `anchors` its ids.
    """

    parts: Mapping[str, bytes]
    links: bytes = b""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a worker sends home for a page it was given; HTML never travels.

    `reasons` are the parts that differ from the page as it was published; without any it was not made, and the rest is
    empty. `digest` and `size` are the written file's, `trace` is its encoded Trace, `targets` are the addresses behind
    its links that no receipt of its process before it has told.
    """

    url: str
    reasons: tuple[str, ...] = ()
    digest: str = ""
    size: int = 0
    trace: bytes = b""
    targets: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A line of the manifest: one published file, by its path below the output folder.

    `url` is "" for a copied file; `stat` is (size, mtime in ns, inode) as it was when published.
    """

    path: str
    digest: str
    url: str = ""
    stat: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation of the site consists of: path -> output. `generation` is the digest over paths and digests."""

    generation: str
    outputs: Mapping[str, Output]


@dataclass(frozen=True, slots=True)
class Traces:
    """How the pages of a generation came about.

    `known` is what was planned, `pages` maps an address to its encoded Trace, `targets` each address that a page leads
    to, to its short mark.
    """

    generation: str = ""
    known: Known = field(default_factory=Known)
    pages: Mapping[str, bytes] = field(default_factory=dict)
    targets: Mapping[str, bytes] = field(default_factory=dict)


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
