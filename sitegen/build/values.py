"""What is asked of a build, and what it knows on its way."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.config import Config
from sitegen.inputs import Inputs
from sitegen.model import Archive, Article, Manifest, Output, Plan, Problem, Report, Site, Theme, Traces

if TYPE_CHECKING:
    from concurrent.futures import Executor

STATE = ".sitegen"
PICTURES = f"{STATE}/pictures"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a build. `root` is the site's folder, `out` the output folder, `clock` a moment with zone.

    `cache` is a folder of the user's, where what holds for every site is kept: compiled templates. An `executor` does
    what processes of this machine do else; its workers must see the same folders.
    """

    root: Path
    out: Path
    clock: dt.datetime
    base_url: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    drafts: bool = False
    jobs: int = 0
    clean: bool = False
    search: bool = True
    take_in: bool = True
    strict: bool = False
    wait: float = 0.0
    cache: Path | None = None
    executor: "Executor | None" = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What a build works from: the site's settings, every input by its digest, and one digest for all of it.

    `problems` and `added` are of reading `site.yaml` and of taking in seeds: told at each build, whatever it makes.
    """

    config: Config
    seen: Inputs
    mark: str
    problems: tuple[Problem, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a build: both trees as recorded, and how the live one's pages came about.

    `pages` maps an address to its output, `standing` are the addresses whose files stand as they were published.
    """

    live: Manifest
    twin: Manifest
    traces: Traces
    pages: Mapping[str, Output]
    standing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as it was read from a file with this digest."""

    digest: str
    article: Article


@dataclass(frozen=True, slots=True)
class Judged:
    """The archive as it was read, what of it may be seen and how, what earlier builds kept of it, and findings.

    `pictures` are the keys of what was made of its pictures.
    """

    archive: Archive
    site: Site
    theme: Theme
    kept: Mapping[str, Kept]
    pictures: frozenset[str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is known of the site to be, before a page of it is made.

    `pictures` are the keys of what was made of its pictures, `edits` says, by id, what is new of the cards of articles;
    `kept` are the articles to keep for the next build, None if they are those that are kept already.
    """

    config: Config
    site: Site
    theme: Theme
    plan: Plan
    pictures: frozenset[str]
    problems: tuple[Problem, ...]
    window: tuple[str, str]
    edits: Mapping[str, str]
    kept: Mapping[str, Kept] | None


@dataclass(frozen=True, slots=True)
class Built:
    """What the last build that published was made from, from when until when embargoes leave it so, and its report.

    `records` says how the records of its trees stood: (size, mtime in ns, inode) of each.
    """

    mark: str
    window: tuple[str, str]
    report: Report
    records: tuple[tuple[int, int, int], ...] = ()
