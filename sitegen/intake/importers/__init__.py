"""The importers, and which of them knows a document."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from sitegen.intake.importers import agency, documents, exports, feed, mail, page, sites, table, text
from sitegen.intake.members import Member, Reading
from sitegen.problems import UsageError, did_you_mean, problem


class Importer(Protocol):
    """What an importer's module offers; `NAME` carries its version, as provenance states it."""

    NAME: str

    def knows(self, member: Member) -> bool:
        """Whether it reads a document, by its name and its first bytes; quick and sure."""

    def read(self, member: Member) -> Reading:
        """Read a document. Raises BuildError for what cannot be read."""


# first that knows the document: those that are surest stand first, text last
IMPORTERS: tuple[Importer, ...] = (exports, agency, feed, mail, documents, page, table, sites, text)
# what each is slow to load: loaded once, before processes are forked that would each load it
LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "agency": ("lxml.etree",),
    "exports": ("lxml.etree", "lxml.html"),
    "feed": ("feedparser", "lxml.etree", "lxml.html"),
    "mail": ("lxml.html",),
    "page": ("lxml.html", "trafilatura"),
    "sites": ("docutils.core", "docutils.writers.html5_polyglot", "lxml.html", "markdown_it"),
    "table": ("lxml.html", "openpyxl"),
}


def for_member(member: Member) -> Importer | None:
    """Return the importer that knows a document, None if none does.

    Of a generator's site, only what its own importer knows is a document: the rest are templates and data.
    """
    known: tuple[Importer, ...] = (sites,) if member.about.get("site") else IMPORTERS
    return next((importer for importer in known if _knows(importer, member)), None)


def _knows(importer: Importer, member: Member) -> bool:
    try:
        return importer.knows(member)
    except Exception:  # noqa: BLE001 - whatever a look at hostile bytes raises, this importer does not know them
        return False


def word(importer: Importer) -> str:
    """Return an importer's name without its version, as `--as` takes it."""
    return importer.NAME.partition("/")[0]


def named(name: str) -> Importer:
    """Return an importer by its name. Raises UsageError with the nearest name."""
    known = {word(importer): importer for importer in IMPORTERS}
    if name not in known:
        hint = did_you_mean(name, known) or f"There are {', '.join(sorted(known))}."
        raise UsageError([problem("importer-unknown", f'"{name}" is not an importer.', None, hint)])
    return known[name]


def mark() -> str:
    """Return what changes when an importer comes, goes or is renewed."""
    return " ".join(importer.NAME for importer in IMPORTERS)


def site(
    held: Collection[str], fetch: Callable[[str], bytes | None], names: Callable[[], Iterable[str]]
) -> dict[str, str]:
    """Return what a generator's site says of its pages, by the names in its folder and the files that it fetches.

    `site` is the generator; empty where the folder was written for none. `names` returns all names below the folder.
    """
    return sites.said_of_pages(held, fetch, names)


def may_say(name: str) -> int:
    """Return how many of a file's first bytes may say something of a generator's site, by its name; 0 for none."""
    return sites.may_say(name)
