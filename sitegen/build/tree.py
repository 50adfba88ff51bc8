"""The tree to be: which pages are stale, what it consists of, where its bytes come from, what it takes away."""

import json
from pathlib import Path

from sitegen import __version__, digest, files, manifest
from sitegen.build.values import Prepared, Request
from sitegen.model import ArticlePage, File, Manifest, Output, Page, Plan, Receipt, TombstonePage
from sitegen.publish import Origin
from sitegen.urls import output_path

# the parts of a fingerprint that hold an article's words
_SHOWN = ("article", "body", "excerpt", "tombstone")


def manifest_of(ready: Prepared, receipts: tuple[Receipt, ...], copies: tuple[File, ...], was: Manifest) -> Manifest:
    """Return what the new generation consists of: made pages by their receipts, kept ones as they were."""
    made = {receipt.url: receipt for receipt in receipts}
    outputs = {}
    for page in ready.plan.pages:
        path, parts = output_path(page.url), ready.fingerprints[page.url].parts
        receipt = made.get(page.url)
        if receipt:
            # the size is what publishing checks; time and inode are known when the file is in its place
            stat = receipt.size, 0, 0
            outputs[path] = Output(path, receipt.digest, page.url, parts, receipt.links, receipt.anchors, stat)
        else:
            outputs[path] = was.outputs[path]
    outputs |= {(path := output_path(one.url)): Output(path, one.digest) for one in copies}
    mark = generation_mark(manifest.generation(outputs.values()))
    outputs[files.MARK] = Output(files.MARK, digest.of_bytes(mark))
    return Manifest(manifest.generation(outputs.values()), outputs)


def origins(
    request: Request,
    ready: Prepared,
    receipts: tuple[Receipt, ...],
    indexed: tuple[File, ...],
    staging: Path,
    now: Manifest,
) -> dict[str, Origin]:
    """Return where the bytes of each output are that was made or is to be copied; the mark is staged here."""
    staged = {(path := output_path(receipt.url)): Origin(staging / path, move=True) for receipt in receipts}
    copies = {output_path(one.url): Origin(request.root / one.path) for one in (*ready.plan.files, *indexed)}
    files.write_bytes(staging / files.MARK, generation_mark(now.generation))
    return {**copies, **staged, files.MARK: Origin(staging / files.MARK, move=True)}


def generation_mark(generation: str) -> bytes:
    """Return the bytes of `.well-known/sitegen.json`, by which a folder is known as ours."""
    return json.dumps({"generator": "sitegen", "version": __version__, "generation": generation}).encode() + b"\n"


def withdraws(ready: Prepared, was: Manifest, now: Manifest) -> bool:
    """Whether this build takes something away that was public: then the twin must not keep it either."""
    if was.outputs.keys() - now.outputs.keys():
        return True
    before = manifest.by_url(was)
    held_back = (page.url for page in ready.plan.pages if _is_held_back(page) and page.url in before)
    return any(
        before[url].parts.get(part) != ready.fingerprints[url].parts.get(part) for url in held_back for part in _SHOWN
    )


def _is_held_back(page: Page) -> bool:
    """Whether a page shows less of an article than there is, or only that it was withdrawn."""
    return isinstance(page.context, TombstonePage) or (
        isinstance(page.context, ArticlePage) and page.context.body is None
    )


def places(planned: Plan) -> dict[str, str]:
    """Return the content file of each page that has one, so that a finding names what a person can edit."""
    return {page.url: body.path for page in planned.pages if (body := getattr(page.context, "body", None)) is not None}


def stale_pages(ready: Prepared, was: Manifest, out: Path) -> tuple[Page, ...]:
    """Return the pages that must be made: those whose parts changed, or whose file does not stand as published."""
    kept = manifest.fresh(ready.fingerprints, was, manifest.intact(was, out))
    return tuple(page for page in ready.plan.pages if page.url not in kept)
