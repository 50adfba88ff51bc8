"""The life of a site on one screen: take in, load, judge, plan, render, index, check, publish."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sitegen import check, images, lock, render, workers
from sitegen.build.memory import (
    before,
    keep_articles,
    keep_reasons,
    kept_reasons,
    record,
    state_of,
    unchanged,
    with_this_run,
)
from sitegen.build.preparing import prepare, read, refuse_changed, settle
from sitegen.build.reasons import told, words
from sitegen.build.stages import Stages
from sitegen.build.tree import chunk_of, manifest_of, origins, places, stale, withdraws
from sitegen.build.values import PICTURES, STATE, Before, Built, Prepared, Request, Settled
from sitegen.model import File, Manifest, Problem, Receipt, Report, Traces
from sitegen.problems import BuildError, FindingsError, in_order
from sitegen.progress import Progress
from sitegen.publish import Found, Published, Trees, claim, look, publish, recover

__all__ = [
    "STATE", "Before", "Built", "Prepared", "Request", "Settled", "Stages", "before", "build", "kept_reasons", "places",
    "prepare", "read", "settle", "stale", "state_of", "words",
]  # fmt: skip


def build(request: Request, progress: Progress) -> Report:
    """Build and publish a site. Raises SitegenError, and then nothing was published."""
    claim(request.out, request.root)
    state = state_of(request)
    holding, making = lock.hold(request.root / STATE / "lock", request.wait), lock.scratch(state / "staging")
    with holding, making as staging, _trees(request, state) as (recovered, trees):
        timed = Stages(progress)
        settled = settle(request, timed)
        if report := unchanged(request, settled, recovered, timed, lambda: trees().live):
            refuse(report.problems, (), strict=request.strict)
            return report
        judged = read(request, settled, timed)
        was = before(request, trees().live)
        ready = prepare(request, settled, judged, was, timed)
        with timed("render", len(ready.plan.pages)):
            chunk = chunk_of(request, ready, was, staging)
            receipts = render.render(chunk, request.jobs or workers.cores(), progress.step, request.executor)
            _stop_at(receipts)
        with timed("search", len(ready.plan.shards)):
            indexed = _index(request, ready, progress) if request.search else ()
        with timed("check"):
            now, traces = manifest_of(ready, receipts, (*ready.plan.files, *indexed), was)
            checked = _checked(ready, indexed, now, traces, was)
            found = in_order({*ready.problems, *checked})
            refuse([*found, *settled.problems], checked, strict=request.strict)
        with timed("publish"):
            refuse_changed(request, settled, ("themes",))  # the rest was looked at after it was read, or goes by digest
            bytes_of = origins(request, ready, receipts, indexed, staging, now)
            withdraw = withdraws(ready, receipts, was, now)
            known = Trees(was.live, was.twin)
            both, published = publish(
                request.out, state, now, bytes_of, known, trees(), staging=staging, withdraw=withdraw
            )
            report = _report(ready, receipts, both.live, published, found, timed.seconds)
            keep_reasons(state, told(ready, receipts))
            if ready.kept is not None:
                keep_articles(request, settled, ready.kept)
            record(state, both, traces, Built(settled.mark, ready.window, report))
            images.release(request.root / PICTURES, state.name, ready.pictures)
        return with_this_run(report, settled, (*recovered, *published.problems))


def _checked(
    ready: Prepared, indexed: tuple[File, ...], now: Manifest, traces: Traces, was: Before
) -> tuple[Problem, ...]:
    """Find what does not hold together; of pages and copied files it is known that none is in another's way."""
    clashes: tuple[Problem, ...] = ()
    if indexed and now.outputs.keys() != was.live.outputs.keys():
        clashes = check.collisions((path, one.url or path) for path, one in now.outputs.items())
    return (*clashes, *check.check(now, traces, places(ready.site)))


@contextmanager
def _trees(request: Request, state: Path) -> Iterator[tuple[tuple[Problem, ...], Callable[[], Found]]]:
    """Put right what a killed publish left, and take stock of both trees while the site is read."""
    recovered = recover(state)
    with workers.beside(look, request.out, state) as found:
        yield recovered, found


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
        pages=len(ready.plan.urls),
        made=sum(bool(one.reasons) for one in receipts),
        files=len(live.outputs),
        articles=len(ready.site.articles),
        shards=len(ready.plan.shards),
        removed=published.removed,
        generation=live.generation,
        method=published.method,
        problems=tuple(found),
        seconds=seconds,
    )
