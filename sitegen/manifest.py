"""What the last build published, and in words why a page is made anew."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen import digest, files, records
from sitegen.model import Known, Manifest, Output, Trace, Traces

EMPTY = Manifest("", {})

# part of a fingerprint -> what it is called when it differs; a part that is not here goes by its own name
WORDS: Mapping[str, str] = {
    "also_ran": "the list of other papers that ran it",
    "about": "what the authority file says of it",
    "addresses": "the addresses that it lists",
    "broader": "the wider name in the authority file",
    "article": "its front matter",
    "body": "its text",
    "bounds": "the count and years of what it covers",
    "citation": "its citation",
    "collections": "the collections that it shows",
    "coverage": "its chart of coverage by year",
    "dates": "the dates in the authority file",
    "earlier": "its neighbour before it",
    "entries": "its list of articles",
    "excerpt": "its excerpt",
    "groups": "its list of names",
    "image": "its picture",
    "later": "its neighbour after it",
    "latest": "the newest articles",
    "links": "an address or a title that its text links to",
    "listing": "its list of articles",
    "names": "the names that it carries",
    "page": "its own address, title, language or trail",
    "related": "its related articles",
    "renderer": "sitegen, or a package that pages are made with",
    "same_as": "the external ids in the authority file",
    "section": "the name of its section",
    "sections": "the sections and how much they hold",
    "shards": "the shards of the search index",
    "site": "what every page shows (title, navigation, words, assets)",
    "source": "what is said of its publication",
    "target": "where it leads",
    "taxonomies": "the taxonomies",
    "template": "its template or one that it includes",
    "text": "its text",
    "tombstone": "the notice of its withdrawal",
    "total": "how many there are in all",
    "translations": "its translations",
    "years": "the years that it lists",
}
# reasons beside the fingerprint's parts
OUTRIGHT: Mapping[str, str] = {
    "new": "it was not there",
    "gone": "it is no longer part of the site",
    "spoilt": "its file is lost, or not as it was published",
}


def load(path: Path) -> Manifest:
    """Read a manifest; one that is missing, damaged or another version's is an empty one, never an error."""
    found: Manifest | None = records.read(path, Manifest)
    return found or EMPTY


def save(path: Path, manifest: Manifest) -> None:
    """Write a manifest, whole or not at all. Raises FileError."""
    records.write(path, manifest)


def load_traces(path: Path, manifest: Manifest) -> Traces:
    """Read how the pages of a generation came about; nothing is known where that is missing or another generation's."""
    found: Traces | None = records.read(path, Traces)
    return found if found and found.generation == manifest.generation else Traces()


def save_traces(path: Path, traces: Traces) -> None:
    """Write how the pages of a generation came about, whole or not at all. Raises FileError."""
    records.write(path, traces)


def trace(traces: Traces, url: str) -> Trace | None:
    """Return how one page came about, None if that is not known."""
    found = traces.pages.get(url)
    return records.decoded(found, Trace) if found else None


def generation(outputs: Iterable[Output]) -> str:
    """Return what a generation is known by: a digest over paths and digests, but for the mark, which states it."""
    return digest.of_value(sorted((one.path, one.digest) for one in outputs if one.path != files.MARK))


def intact(manifest: Manifest, found: Mapping[str, files.Stat]) -> set[str]:
    """Return the paths of the outputs that still stand as they were published: by size, mtime and inode."""
    return {path for path, was in manifest.outputs.items() if found.get(path) == was.stat}


def known(traces: Traces, standing: frozenset[str]) -> Known:
    """Return the batches whose pages all stand as they were published; `standing` are the addresses that do."""
    was = traces.known
    lists, articles = (
        {key: urls for key, urls in batches.items() if standing.issuperset(urls)}
        for batches in (was.lists, was.articles)
    )
    return Known(was.outline if len(lists) == len(was.lists) else "", lists, articles)


def reason(url: str, part: str) -> str:
    """Return in words why a page is made or removed: one of the parts that `fingerprint.changed` gives."""
    return f"{url}: {OUTRIGHT.get(part) or WORDS.get(part, part) + ' changed'}"


def by_url(manifest: Manifest) -> dict[str, Output]:
    """Return the outputs that are pages by their address."""
    return {one.url: one for one in manifest.outputs.values() if one.url}
