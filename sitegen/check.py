"""Does the site hold together: links, fragments, addresses, and the tree against its manifest."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen import digest, files
from sitegen.model import Manifest, Output, Place, Problem, Trace, Traces
from sitegen.problems import problem
from sitegen.records import decoded
from sitegen.urls import output_path

_MAX_NAME = 255  # bytes; ext4, APFS, NTFS and tar agree on it
_PAGES_NAMED = 5  # a broken link of every page is one mistake
_HINTS = 50
_NEAR = 2000


def check(manifest: Manifest, traces: Traces, places: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """Find the links inside the site that lead nowhere.

    `places` maps a page's address to the file it was made from (without it, the address itself is named).
    """
    lost = {mark: to for to, mark in traces.targets.items() if not _leads_somewhere(to, manifest.outputs, traces)}
    if not lost:
        return ()
    broken: dict[str, list[str]] = defaultdict(list)
    for url in sorted(traces.pages):
        for target in sorted(lost[mark] for mark in lost.keys() & _links(traces.pages[url])):
            broken[target].append(url)
    near = _by_last_part(sorted(traces.pages))
    return tuple(
        one
        for n, (target, at) in enumerate(broken.items())
        for one in _broken(target, at, near if n < _HINTS else {}, places or {})
    )


def _links(trace: bytes) -> set[bytes]:
    return digest.short_marks(decoded(trace, Trace).links)


def _leads_somewhere(target: str, outputs: Mapping[str, Output], traces: Traces) -> bool:
    if target[1:] + "index.html" in outputs:  # nearly all: an address without a fragment
        return True
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    try:
        there = outputs.get(output_path(target))
    except ValueError:
        return False
    if there is None:
        return False
    fragment = unquote(parts.fragment)
    # a fragment of a picture or a PDF is its viewer's business; `:~:` asks the browser to find words
    if fragment in {"", "top"} or fragment.startswith(":~:") or not there.path.endswith(".html"):
        return True
    trace = traces.pages.get(there.url)
    return trace is not None and fragment in decoded(trace, Trace).anchors


def _broken(target: str, pages: list[str], near: Mapping[str, list[str]], places: Mapping[str, str]) -> list[Problem]:
    text = f'The link to "{target}" leads nowhere.'
    hint = _nearest(target, near)
    many = len(pages) - _PAGES_NAMED
    if many > 0:
        text = f"{text[:-1]}, here and on {len(pages) - 1} other pages."
    named = pages[:1] if many > 0 else pages
    return [problem("link-broken", text, Place(places.get(url, url)), hint) for url in named]


def _by_last_part(pages: Iterable[str]) -> dict[str, list[str]]:
    """Addresses by their last part and by the folder above it, so that a near one is found without asking all."""
    found: dict[str, list[str]] = defaultdict(list)
    for url in pages:
        above, _, last = url.strip("/").rpartition("/")
        found[last].append(url)
        found[f"{above}/"].append(url)
    return found


def _nearest(target: str, near: Mapping[str, list[str]]) -> str:
    path, _, fragment = target.partition("#")
    above, _, last = path.strip("/").rpartition("/")
    same, beside = near.get(last, []), near.get(f"{above}/", [])[:_NEAR]
    if fragment and path in same:
        return f'The page is there, but nothing on it has the id "{fragment}".'
    by_name = {one.strip("/").rpartition("/")[2]: one for one in beside}
    found = [by_name[name] for name in get_close_matches(last, by_name, n=1, cutoff=0.75)]
    found = found or get_close_matches(path, same, n=1, cutoff=0.5)
    return f'Did you mean "{found[0]}"?' if found else ""


def collisions(outputs: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """Find outputs that cannot stand side by side, from pairs (path below the output folder, who makes it).

    Two with one path, or whose paths differ only in case or Unicode form, or of which one is a file where the other
    needs a folder; and names that no disk takes.
    """
    makers: dict[str, tuple[str, str]] = {}
    found: list[Problem] = []
    for path, maker in sorted(outputs):
        if any(len(part.encode()) > _MAX_NAME for part in path.split("/")):
            text = f"A part of this address is longer than {_MAX_NAME} bytes."
            found.append(problem("name-too-long", text, Place(maker), "Give it a shorter name."))
        if (folded := _folded(path)) in makers:
            found.append(_collision(maker, makers[folded][1], path))
        else:
            makers[folded] = (path, maker)
    found.extend(
        _collision(maker, makers[above][1], path)
        for path, maker in makers.values()
        for above in _above(path)
        if above in makers
    )
    return tuple(found)


def _folded(path: str) -> str:
    return (
        path
        if path.isascii() and path.islower()
        else unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
    )


def _above(path: str) -> Iterable[str]:
    parts = _folded(path).split("/")
    return ("/".join(parts[:n]) for n in range(1, len(parts)))


def _collision(one: str, other: str, path: str) -> Problem:
    text = f"{one} and {other} would both be published as {path}."
    return problem(
        "address-collision", text, Place(one), "Rename one of them: case and Unicode form do not tell them apart."
    )


def tree(out: Path, manifest: Manifest, *, digests: bool = False) -> tuple[Problem, ...]:
    """Compare the tree at `out` with what was published: names, sizes, with `digests` all bytes. Raises FileError."""
    found = files.survey(out)
    hint = "Build again: it will be mended."
    missing = [
        problem("output-missing", "This was published and is no longer there.", Place(path), hint)
        for path in manifest.outputs
        if path not in found.files
    ]
    extra = [
        problem("output-left-over", "This is in the output folder, but no part of the site.", Place(path), hint)
        for path in (*found.files, *found.others)
        if path not in manifest.outputs
    ]
    changed = [
        problem("output-changed", "This is not as it was published.", Place(path), hint)
        for path, was in manifest.outputs.items()
        if path in found.files
        and (
            found.files[path][0] != was.stat[0]
            or (digests and digest.of_bytes(files.read_bytes(out / path)) != was.digest)
        )
    ]
    return (*missing, *extra, *changed)
