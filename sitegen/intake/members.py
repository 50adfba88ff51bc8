"""What importers are given and what they give back: one document of a pile, and the articles that it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.intake.lines import Lines
from sitegen.model import Cut, Problem, RawArticle


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a pile: a file, or what stands in an archive.

    `name` is its path in the pile, `about` what its container says of it, each where known: `url`, `fetched` (an ISO
    moment), `type` (a media type), `charset`; `record` and `digest`, by which a web archive knows it; `site`, the
    generator for which its folder was written, `root`, the name of that folder, and `settings`, what it says of
    addresses.
    """

    name: str
    data: bytes
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an importer sees in a document: its articles in order, findings, and spans that became something else.

    A document that is no article (an index page, a list of links) gives none, and a finding that says so. `notes` are
    (article, kind, words) that a curator should know; `lines` are those of a text that was read line by line.
    """

    articles: tuple[RawArticle, ...]
    findings: tuple[Problem, ...] = ()
    cuts: tuple[Cut, ...] = ()
    notes: tuple[tuple[int, str, str], ...] = ()
    lines: Lines | None = None
