"""The life of a site on one screen: take in, load, judge, plan, render, index, check, publish."""

import datetime as dt
import gc
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

from sitegen import __version__, check, config, digest, files, gate, images, manifest, render, theme, workers
from sitegen.config import Config
from sitegen.load import load
from sitegen.model import (
    ArticlePage,
    File,
    Fingerprint,
    Manifest,
    Output,
    Page,
    Plan,
    Problem,
    Receipt,
    Report,
    Site,
    Theme,
    TombstonePage,
)
from sitegen.plan import plan
from sitegen.plan.fingerprint import fingerprints, renderer
from sitegen.problems import BuildError, FindingsError, in_order
from sitegen.progress import Progress
from sitegen.publish import Origin, Published, Trees, claim, publish, recover
from sitegen.urls import base_path, output_path

STATE = ".sitegen"
# the parts of a fingerprint that hold an article's words
_SHOWN = ("article", "body", "excerpt", "tombstone")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a build. `root` is the site's folder, `out` the output folder, `clock` a moment with zone.

    `cache` is a folder of the user's, where what holds for every site is kept: compiled templates.
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


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is known of the site to be, before a page of it is made."""

    config: Config
    site: Site
    theme: Theme
    plan: Plan
    fingerprints: Mapping[str, Fingerprint]
    problems: tuple[Problem, ...]
    added: tuple[str, ...] = ()


def build(request: Request, progress: Progress) -> Report:
    """Build and publish a site. Raises SitegenError, and then nothing was published."""
    claim(request.out, request.root)
    with _few_collections(), files.lock(request.root / STATE / "lock", request.wait):
        state = state_of(request)
        recovered = recover(state)
        timed = Stages(progress)
        ready = prepare(request, timed)
        was = trees(state, clean=request.clean)
        stale = stale_pages(ready, was.live, request.out)
        staging = state / "staging"
        files.remove_tree(staging)

        with timed("render", len(stale)):
            base = base_path(ready.config.base_url)
            chunk = render.Chunk(stale, ready.theme, request.root, staging, base, request.cache)
            receipts = render.render(chunk, request.jobs or workers.cores(), progress.step)
            _stop_at(receipts)
        with timed("search", len(ready.plan.shards)):
            indexed = _index(request, ready, progress) if request.search else ()
        with timed("check"):
            now = _manifest(ready, receipts, (*ready.plan.files, *indexed), was.live)
            checked = check.check(now.outputs, places(ready.plan))
            found = in_order({*ready.problems, *recovered, *checked})
            _refuse(found, checked, strict=request.strict)
        with timed("publish"):
            origins = _origins(request, ready, receipts, indexed, staging, now)
            withdraw = _withdraws(ready, was.live, now)
            both, published = publish(request.out, state, now, origins, was, withdraw=withdraw)
            _record(state, both)
            files.remove_tree(staging)
        return _report(ready, receipts, both.live, published, found, timed.seconds)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let Python look for garbage seldom: nearly all that a build makes lives to its end, and looking costs 7 %."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def prepare(request: Request, timed: "Stages") -> Prepared:
    """Take in what is new, load, judge and plan."""
    settings, stated = config.load(request.root, request.environment, request.base_url)
    with timed("import"):
        taken, added = _take_in(request, settings)
    with timed("load"):
        archive, loaded = load(request.root, settings, request.jobs or workers.cores())
        site, judged = gate.judge(archive, settings.rights, request.clock, drafts=request.drafts)
        site, measured = images.measured(site, request.root)
    with timed("plan"):
        look = theme.load(request.root, settings.theme, settings.options, request.cache)
        planned = plan(site, look, settings, _indexer(request))
        take = fingerprints(look, renderer())
        marks = {page.url: take(page) for page in planned.pages}
        clashes = check.collisions(
            [*((output_path(page.url), page.url) for page in planned.pages), *_copied(planned.files)]
        )
    if clashes:
        raise BuildError(clashes)
    problems = (*stated, *taken, *loaded, *judged, *measured)
    return Prepared(settings, site, look, planned, marks, problems, added)


def _take_in(request: Request, settings: Config) -> tuple[tuple[Problem, ...], tuple[str, ...]]:
    """Take in what is new under `seeds/` and learn what was moved; return the findings and the files written."""
    known = (request.root / "seeds", request.root / "content" / "ledger.jsonl")
    if not request.take_in or not any(path.exists() for path in known):
        return (), ()
    from sitegen import intake  # noqa: PLC0415 - a fifth of the start, and archives without seeds need none of it

    taken = intake.take_in(
        request.root, None, settings, request.clock.astimezone(ZoneInfo(settings.timezone)).date().isoformat()
    )
    return (*taken.rejects, *taken.findings), taken.added


def _copied(copies: tuple[File, ...]) -> list[tuple[str, str]]:
    return [(output_path(one.url), one.path) for one in copies]


# --- which pages, and what becomes of them --------------------------------------------------------


def state_of(request: Request) -> Path:
    """Return the folder in which the records of an output folder's trees are kept."""
    return request.root / STATE / "trees" / digest.short_id(str(request.out.resolve()))


def trees(state: Path, *, clean: bool = False) -> Trees:
    """Return the records of the two trees; empty ones for a build that is to be clean."""
    if clean:
        return Trees(manifest.EMPTY, manifest.EMPTY)
    return Trees(manifest.load(state / "live.manifest"), manifest.load(state / "twin.manifest"))


def _record(state: Path, both: Trees) -> None:
    manifest.save(state / "live.manifest", both.live)
    manifest.save(state / "twin.manifest", both.twin)


def stale_pages(ready: Prepared, was: Manifest, out: Path) -> tuple[Page, ...]:
    """Return the pages that must be made: those whose parts changed, or whose file does not stand as published."""
    kept = manifest.fresh(ready.fingerprints, was, manifest.intact(was, out))
    return tuple(page for page in ready.plan.pages if page.url not in kept)


def _stop_at(receipts: tuple[Receipt, ...]) -> None:
    problems = [one for receipt in receipts for one in receipt.problems]
    if problems:
        raise BuildError(problems)


def _refuse(found: list[Problem], checked: tuple[Problem, ...], *, strict: bool) -> None:
    """Raise what must not be published: errors of the tree to be, and with `strict` every finding.

    A seed that import had to put aside is not an error of the site.
    """
    if any(one.severity == "error" for one in checked):
        raise BuildError(found)
    if strict and any(one.severity != "note" for one in found):
        raise FindingsError(found)


def _indexer(request: Request) -> str:
    """Return the version of the search indexer, "" where no index is asked for."""
    if not request.search:
        return ""
    from sitegen import search  # noqa: PLC0415 - builds without an index need none of it

    return search.version()


def _index(request: Request, ready: Prepared, progress: Progress) -> tuple[File, ...]:
    from sitegen import search  # noqa: PLC0415 - as above

    settings = ready.config.search
    jobs = request.jobs or workers.cores()
    cache = (request.root / STATE / "search").resolve()
    return search.index(ready.plan.shards, request.root, cache, settings.memory, jobs, lambda _name: progress.step())


def _manifest(ready: Prepared, receipts: tuple[Receipt, ...], copies: tuple[File, ...], was: Manifest) -> Manifest:
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


def _withdraws(ready: Prepared, was: Manifest, now: Manifest) -> bool:
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


def generation_mark(generation: str) -> bytes:
    """Return the bytes of `.well-known/sitegen.json`, by which a folder is known as ours."""
    return json.dumps({"generator": "sitegen", "version": __version__, "generation": generation}).encode() + b"\n"


def _origins(
    request: Request,
    ready: Prepared,
    receipts: tuple[Receipt, ...],
    indexed: tuple[File, ...],
    staging: Path,
    now: Manifest,
) -> dict[str, Origin]:
    staged = {(path := output_path(receipt.url)): Origin(staging / path, move=True) for receipt in receipts}
    copies = {output_path(one.url): Origin(request.root / one.path) for one in (*ready.plan.files, *indexed)}
    files.write_bytes(staging / files.MARK, generation_mark(now.generation))
    return {**copies, **staged, files.MARK: Origin(staging / files.MARK, move=True)}


def places(planned: Plan) -> dict[str, str]:
    """Return the content file of each page that has one, so that a finding names what a person can edit."""
    return {page.url: body.path for page in planned.pages if (body := getattr(page.context, "body", None)) is not None}


def _report(
    ready: Prepared,
    receipts: tuple[Receipt, ...],
    live: Manifest,
    published: Published,
    found: list[Problem],
    seconds: Mapping[str, float],
) -> Report:
    return Report(
        pages=len(ready.plan.pages),
        made=len(receipts),
        files=len(live.outputs),
        articles=len(ready.site.articles),
        added=ready.added,
        shards=len(ready.plan.shards),
        removed=published.removed,
        generation=live.generation,
        method=published.method,
        problems=tuple(in_order({*found, *published.problems})),
        seconds=seconds,
    )


class Stages:
    """Tells each stage's beginning and keeps its length in seconds."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str, total: int = 0) -> Iterator[None]:
        """Time one stage."""
        self.progress.stage(name, total)
        begun = monotonic()
        try:
            yield
        finally:
            self.seconds[name] = monotonic() - begun
