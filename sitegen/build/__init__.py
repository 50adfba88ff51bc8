"""The life of a site on one screen: take in, load, judge, plan, render, index, check, publish."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sitegen import check, files, render, workers
from sitegen.build.memory import record, state_of, trees, unchanged, with_this_run
from sitegen.build.preparing import prepare, settle
from sitegen.build.stages import Stages
from sitegen.build.tree import manifest_of, origins, places, stale_pages, withdraws
from sitegen.build.values import STATE, Built, Prepared, Request, Settled
from sitegen.model import File, Manifest, Problem, Receipt, Report
from sitegen.problems import BuildError, FindingsError, in_order
from sitegen.progress import Progress
from sitegen.publish import Published, claim, publish, recover
from sitegen.urls import base_path

__all__ = [
    "STATE", "Built", "Prepared", "Request", "Settled", "Stages", "build", "places", "prepare", "settle",
    "stale_pages", "state_of", "trees",
]  # fmt: skip


def build(request: Request, progress: Progress) -> Report:
    """Build and publish a site. Raises SitegenError, and then nothing was published."""
    claim(request.out, request.root)
    with _few_collections(), files.lock(request.root / STATE / "lock", request.wait):
        state = state_of(request)
        recovered = recover(state)
        timed = Stages(progress)
        settled = settle(request, timed)
        if report := unchanged(request, state, settled, recovered, timed):
            refuse(report.problems, (), strict=request.strict)
            return report
        ready = prepare(request, settled, timed)
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
            now = manifest_of(ready, receipts, (*ready.plan.files, *indexed), was.live)
            checked = check.check(now.outputs, places(ready.plan))
            found = in_order({*ready.problems, *checked})
            refuse([*found, *settled.problems], checked, strict=request.strict)
        with timed("publish"):
            bytes_of = origins(request, ready, receipts, indexed, staging, now)
            withdraw = withdraws(ready, was.live, now)
            both, published = publish(request.out, state, now, bytes_of, was, withdraw=withdraw)
            report = _report(ready, receipts, both.live, published, found, timed.seconds)
            record(state, both, Built(settled.mark, ready.window, report))
            files.remove_tree(staging)
        return with_this_run(report, settled, (*recovered, *published.problems))


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let Python look for garbage seldom: nearly all that a build makes lives to its end, and looking costs 7 %."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _stop_at(receipts: tuple[Receipt, ...]) -> None:
    problems = [one for receipt in receipts for one in receipt.problems]
    if problems:
        raise BuildError(problems)


def refuse(found: Sequence[Problem], checked: tuple[Problem, ...], *, strict: bool) -> None:
    """Raise what must not be published: errors of the tree to be, and with `strict` every finding.

    A seed that import had to put aside is not an error of the site.
    """
    if any(one.severity == "error" for one in checked):
        raise BuildError(found)
    if strict and any(one.severity != "note" for one in found):
        raise FindingsError(found)


def _index(request: Request, ready: Prepared, progress: Progress) -> tuple[File, ...]:
    from sitegen import search  # noqa: PLC0415 - builds without an index need none of it

    settings = ready.config.search
    jobs = request.jobs or workers.cores()
    cache = (request.root / STATE / "search").resolve()
    return search.index(ready.plan.shards, request.root, cache, settings.memory, jobs, lambda _name: progress.step())


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
        shards=len(ready.plan.shards),
        removed=published.removed,
        generation=live.generation,
        method=published.method,
        problems=tuple(found),
        seconds=seconds,
    )
