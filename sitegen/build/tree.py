"""The tree to be: which pages are stale, what it consists of, where its bytes come from, what it takes away."""

import json
from collections.abc import Mapping
from pathlib import Path

from sitegen import __version__, digest, files, manifest, records, render
from sitegen.build.values import Before, Prepared, Request
from sitegen.fingerprint import changed, fingerprints, renderer
from sitegen.model import (
    ArticlePage,
    File,
    Manifest,
    Output,
    Page,
    Receipt,
    Site,
    TombstonePage,
    Trace,
    Traces,
    as_page,
)
from sitegen.publish import Origin
from sitegen.urls import base_path, output_path

# the parts of a fingerprint that hold an article's words
_SHOWN = frozenset({"article", "body", "excerpt", "tombstone"})


def manifest_of(
    ready: Prepared, receipts: tuple[Receipt, ...], copies: tuple[File, ...], was: Before
) -> tuple[Manifest, Traces]:
    """Return what the new generation consists of, and how its pages came about: kept ones as they did before."""
    made = {receipt.url: receipt for receipt in receipts if receipt.reasons}
    outputs, traces = {}, {}
    for url in ready.plan.urls:
        receipt = made.get(url)
        if receipt:
            # the size is what publishing checks; time and inode are known when the file is in its place
            path = output_path(url)
            outputs[path] = Output(path, receipt.digest, url, (receipt.size, 0, 0))
            traces[url] = receipt.trace
        else:
            outputs[was.pages[url].path] = was.pages[url]
            traces[url] = was.traces.pages[url]
    outputs |= {(path := output_path(one.url)): Output(path, one.digest) for one in copies}
    generation = manifest.generation(outputs.values())
    outputs[files.MARK] = Output(files.MARK, digest.of_bytes(generation_mark(generation)))
    targets = {target: digest.short_mark(target) for receipt in receipts for target in receipt.targets}
    told = was.traces.targets if was.pages.keys() <= traces.keys() else _led_to(was.traces.targets, traces)
    return Manifest(generation, outputs), Traces(generation, ready.plan.known, traces, {**told, **targets})


def _led_to(targets: Mapping[str, bytes], traces: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the addresses that pages still lead to: those of pages that have gone are remembered no longer."""
    marks = {mark for trace in traces.values() for mark in digest.short_marks(records.decoded(trace, Trace).links)}
    return {target: mark for target, mark in targets.items() if mark in marks}


def origins(
    request: Request,
    ready: Prepared,
    receipts: tuple[Receipt, ...],
    indexed: tuple[File, ...],
    staging: Path,
    now: Manifest,
) -> dict[str, Origin]:
    """Return where the bytes of each output are that was made or is to be copied; the mark is staged here."""
    staged = {
        (path := output_path(receipt.url)): Origin(f"{staging}/{path}", move=True)
        for receipt in receipts
        if receipt.reasons
    }
    copies = {output_path(one.url): Origin(request.root / one.path) for one in (*ready.plan.files, *indexed)}
    files.write_staged(f"{staging}/{files.MARK}", generation_mark(now.generation))
    return {**copies, **staged, files.MARK: Origin(staging / files.MARK, move=True)}


def generation_mark(generation: str) -> bytes:
    """Return the bytes of `.well-known/sitegen.json`, by which a folder is known as ours."""
    return json.dumps({"generator": "sitegen", "version": __version__, "generation": generation}).encode() + b"\n"


def withdraws(ready: Prepared, receipts: tuple[Receipt, ...], was: Before, now: Manifest) -> bool:
    """Whether this build takes something away that was public: then the twin must not keep it either."""
    if was.live.outputs.keys() - now.outputs.keys():
        return True
    less = {one.url for one in receipts if not _SHOWN.isdisjoint(one.reasons)}
    return any(page.url in less and _is_held_back(as_page(page)) for page in ready.plan.pages)


def _is_held_back(page: Page) -> bool:
    """Whether a page shows less of an article than there is, or only that it was withdrawn."""
    return isinstance(page.context, TombstonePage) or (
        isinstance(page.context, ArticlePage) and page.context.body is None
    )


def places(site: Site) -> dict[str, str]:
    """Return the content file of each page that has one, so that a finding names what a person can edit."""
    return (
        {one.card.url: one.body.path for one in site.articles}
        | {f"/collections/{one.id}/": one.body.path for one in site.collections}
        | {f"/{one.id}/": one.body.path for one in site.pages}
        | {f"/{one.id}/": one.body.path for one in site.sections if one.body}
    )


def chunk_of(request: Request, ready: Prepared, was: Before, staging: Path) -> render.Chunk:
    """Return what is to be rendered, where its page as it was published does not do."""
    pages = ready.plan.pages
    return render.Chunk(
        pages=pages,
        theme=ready.theme,
        root=request.root,
        staging=staging,
        base_path=base_path(ready.config.base_url),
        cache=request.cache,
        maker=renderer(),
        was={page.url: trace for page in pages if (trace := was.traces.pages.get(page.url))},
        standing=was.standing,
    )


def stale(ready: Prepared, was: Before) -> dict[str, tuple[str, ...]]:
    """Return the parts that differ of each page that the next build would make or remove."""
    take = fingerprints(ready.theme, renderer())
    found = {}
    for page in map(as_page, ready.plan.pages):
        known = manifest.trace(was.traces, page.url)
        parts = known.parts if known else None
        found[page.url] = changed(take(page).parts, parts, intact=page.url in was.standing)
    found |= dict.fromkeys(was.pages.keys() - set(ready.plan.urls), ("gone",))
    return {url: parts for url, parts in found.items() if parts}
