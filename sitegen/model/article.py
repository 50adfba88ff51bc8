"""An article, from what an importer found to what its file states."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Basis = Literal["stated", "derived", "inferred", "curator"]
Publish = Literal["full", "excerpt", "metadata", "withheld"]
Status = Literal["review", "published", "withheld", "withdrawn"]
Precision = Literal["day", "month", "year", "decade", "interval", "open"]


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date with its certainty: the EDTF text and the days (ISO 8601) that it allows, both inclusive.

    `earliest` or `latest` is "" where that end is open; `precision` says how much is known.
    """

    text: str
    earliest: str
    latest: str
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Rights:
    """What may be shown of an article, and who says so; `publish` is None where a file names only holder or terms."""

    holder: str = ""
    terms: str = ""
    publish: Publish | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture as it was made for pages: its address and its width in pixels."""

    url: str
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One `images:` entry. `src` is "" for a caption without a picture; `rights` are the picture's own.

    As the gate lets it through, `src` names a file; as a page carries it, it is the address of what every browser
    shows, `renditions` are the same in WebP (narrowest first), `width` and `height` the pixels of the largest (0 if not
    known), `colour` its most frequent one ("" where it lets the page shine through). `digest` is the file's.
    """

    src: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    photographer: str = ""
    agency: str = ""
    via: str = ""
    file: bool = False
    date: Edtf | None = None
    rights: Rights | None = None
    width: int = 0
    height: int = 0
    colour: str = ""
    renditions: tuple[Rendition, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note that stands above the text it corrects."""

    date: str
    note: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """From which bytes of which file an article was made, what was left out by which rule, and where else it was."""

    seed: str = ""
    sha256: str = ""
    start: int = 0
    end: int = 0
    importer: str = ""
    imported: str = ""
    digest: str = ""
    dropped: tuple[tuple[str, int], ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of an article: front-matter values only, so that an edit of a body touches no list."""

    id: str
    url: str
    title: str
    lang: str
    section: str
    date: Edtf | None = None
    kicker: str = ""
    summary: str = ""
    source: str = ""
    dateline: str = ""
    added: str = ""
    publish: Publish = "full"


@dataclass(frozen=True, slots=True)
class Body:
    """Where a body stands: the file below `content/`, and the digest of the text after its front matter."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its file states it; names are still as written, resolved by `plan`.

    `terms` maps a taxonomy to the names given, `links` are the targets that the body links to, `remote` the addresses
    of pictures in it that are on other servers, `opening` is its first paragraph in plain words.
    """

    card: Card
    body: Body
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    opening: str = ""
    deck: str = ""
    series: str = ""
    source: str = ""
    agency: str = ""
    byline: tuple[str, ...] = ()
    printed: tuple[tuple[str, str], ...] = ()
    date_basis: Basis | None = None
    date_evidence: tuple[str, ...] = ()
    updated: str = ""
    images: tuple[Picture, ...] = ()
    canonical_url: str = ""
    aliases: tuple[str, ...] = ()
    rights: Rights | None = None
    status: Status = "published"
    embargo: str = ""
    collections: tuple[str, ...] = ()
    translation_of: str = ""
    same_story: str = ""
    versions: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    editor_note: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, subhead or quotation of a raw article and its span of bytes in the source, end exclusive.

    `score` says how sure it is that this is text, in log-odds; 0 where nothing was weighed.
    """

    kind: Literal["paragraph", "subhead", "quote"]
    text: str
    start: int
    end: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of bytes of the source that became something else than text, by `rule`; `article` counts from 0.

    `kept_as` names the front-matter key it went into, "" where it was dropped. `score` says how sure it is that this is
    text, in log-odds: negative for what was dropped by weight, 0 where nothing was weighed.
    """

    start: int
    end: int
    rule: str
    kept_as: str = ""
    article: int = -1
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Beginning:
    """Why an article begins where it does: the rule, and how sure it is in log-odds, 0 where nothing was weighed."""

    rule: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as an importer found it, before curation: text, spans and evidence, nothing asserted beyond them.

    Its text is `blocks`, or `body` where the source has a structure that only Markdown keeps. `values` are further
    front-matter values that the source states, by their keys there.
    """

    title: str
    blocks: tuple[Block, ...]
    start: int
    end: int
    body: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    lang: str = ""
    kicker: str = ""
    deck: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    agency: str = ""
    date: Edtf | None = None
    date_basis: Basis | None = None
    evidence: tuple[tuple[str, str], ...] = ()
    images: tuple[Picture, ...] = ()
    suggested: tuple[tuple[str, str, int], ...] = ()
    begins: Beginning | None = None
