"""A page and all that its template may read: one context type for each kind of page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sitegen.model.archive import Source, Tombstone
from sitegen.model.article import Article, Body, Card, Picture

# fmt: off
Kind = Literal[
    "home", "section", "archive", "year", "month", "undated", "taxonomy", "term", "collections", "collection",
    "article", "tombstone", "page", "search", "not_found", "redirect", "feed",
]
# fmt: on


@dataclass(frozen=True, slots=True)
class Link:
    """An address (below the site's root, or absolute) and the words that lead there.

    `lang` is set where the words are not in the page's language, `count` where a number belongs beside them.
    """

    url: str
    title: str
    lang: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of one language shows around its content, the same value on all of them.

    `assets` maps a file of the theme's `static/` to its content-hashed address, `words` the keys of
    `locales/<lang>.yaml` to the interface's words, `options` the theme's options to their values; `extra` is
    what `site.yaml` says beside, for a theme of one's own.
    """

    title: str
    description: str
    base_url: str
    base_path: str
    lang: str
    direction: Literal["ltr", "rtl"]
    home: str
    search: str
    feed: str
    nav: tuple[Link, ...]
    languages: tuple[Link, ...]
    footer: tuple[Link, ...]
    assets: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself: address, language, title, and the same page in other languages.

    `trail` are the pages above it, `nav` the address of the navigation under which it stands ("" for none).
    """

    url: str
    kind: Kind
    lang: str
    direction: Literal["ltr", "rtl"]
    title: str
    description: str = ""
    canonical: str = ""
    alternates: tuple[Link, ...] = ()
    trail: tuple[Link, ...] = ()
    nav: str = ""
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a coverage chart: a year (or month), how many articles, and where they are listed."""

    label: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading (a year, a month, "day not known"), with the address of their own list if there is one."""

    title: str
    cards: tuple[Card, ...]
    url: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A stable list: the groups shown here, the shorter spans it links to, and how many articles it has in all."""

    groups: tuple[Group, ...]
    spans: tuple[Link, ...]
    total: int
    shown: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one taxonomy that an article carries, each with its page."""

    taxonomy: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A collection as lists show it; `total` is 0 where its size is not told."""

    url: str
    title: str
    lang: str
    description: str
    image: Picture | None
    total: int
    span: str = ""


@dataclass(frozen=True, slots=True)
class NotedCard:
    """A card in a curated list, with the curator's note."""

    card: Card
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a set of articles holds in figures: how many, the years of the first and the last, the languages."""

    articles: int
    first: str
    last: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The archive's face."""

    site: Frame
    page: Head
    bounds: Bounds
    coverage: tuple[Bar, ...]
    collections: tuple[Dossier, ...]
    latest: tuple[Card, ...]
    sections: tuple[Link, ...]
    years: tuple[tuple[str, tuple[Link, ...]], ...]
    names: tuple[Names, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A section, a term, a year, a month, the undated shelf, or the whole archive: anything that is a stable list.

    `body` is the list's introduction; `about`, `dates`, `same_as` and `broader` are the authority
    file's; `earlier` and `later`
    are the neighbouring years or months.
    """

    site: Frame
    page: Head
    listing: Listing
    body: Body | None = None
    links: Mapping[str, Link] = field(default_factory=dict)
    about: str = ""
    dates: str = ""
    same_as: tuple[str, ...] = ()
    broader: Link | None = None
    coverage: tuple[Bar, ...] = ()
    earlier: Link | None = None
    later: Link | None = None


@dataclass(frozen=True, slots=True)
class NamesPage:
    """All names of a taxonomy, or all collections' titles, under their initial letters."""

    site: Frame
    page: Head
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    total: int


@dataclass(frozen=True, slots=True)
class CollectionsPage:
    """All collections."""

    site: Frame
    page: Head
    collections: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True)
class CollectionPage:
    """A dossier: the essay, then the curated list, then what else names the collection."""

    site: Frame
    page: Head
    body: Body
    links: Mapping[str, Link]
    image: Picture | None
    entries: tuple[NotedCard, ...]
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with its apparatus. `body` is None where rights let only metadata or an excerpt be shown."""

    site: Frame
    page: Head
    article: Article
    body: Body | None
    links: Mapping[str, Link]
    excerpt: str
    section: Link
    source: Source | None
    names: tuple[Names, ...]
    collections: tuple[Dossier, ...]
    translations: tuple[Card, ...]
    also_ran: tuple[Card, ...]
    related: tuple[Card, ...]
    earlier: Card | None
    later: Card | None
    citation: str


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """What stands where a withdrawn article stood."""

    site: Frame
    page: Head
    tombstone: Tombstone


@dataclass(frozen=True, slots=True)
class PlainTextPage:
    """A page of the site's own: about, colophon, contact."""

    site: Frame
    page: Head
    body: Body
    links: Mapping[str, Link]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search page; the shards themselves are asked for by its script."""

    site: Frame
    page: Head
    shards: str
    years: tuple[Link, ...]
    taxonomies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page for addresses that lead nowhere."""

    site: Frame
    page: Head


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """A stub at an old address."""

    site: Frame
    page: Head
    target: Link


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed: `published` is "" unless its day is known."""

    card: Card
    entered: str
    updated: str
    published: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """An Atom feed, ordered by entry into the archive."""

    site: Frame
    page: Head
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses that a search engine may visit, with the day of their last true change ("" if not known)."""

    base_url: str
    addresses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TextFile:
    """A small text that a host or a robot reads: its lines are final."""

    text: str


Context = (
    HomePage
    | ListPage
    | NamesPage
    | CollectionsPage
    | CollectionPage
    | ArticlePage
    | TombstonePage
    | PlainTextPage
    | SearchPage
    | NotFoundPage
    | RedirectPage
    | Feed
    | Sitemap
    | TextFile
)


@dataclass(frozen=True, slots=True)
class Page:
    """One output: its address, what writes it (a template, or a writer by its name), and all that this may read.

    `template` ends in `.html` for a template of the theme; `atom`, `sitemap` and `text` are writers of `render/`.
    """

    url: str
    template: str
    lang: str
    context: Context
