"""What the next build would do, and what the last one left: the answers to `why`, `check` and `clean`."""

from pathlib import Path

from sitegen import check, files
from sitegen.build import (
    STATE,
    Before,
    Prepared,
    Request,
    Settled,
    Stages,
    before,
    kept_reasons,
    places,
    prepare,
    read,
    settle,
    stale,
    state_of,
    words,
)
from sitegen.model import Problem
from sitegen.problems import UsageError, in_order, problem
from sitegen.progress import Silent
from sitegen.publish import claim


def _prepared(request: Request) -> tuple[Settled, Before, Prepared]:
    timed = Stages(Silent())
    settled, was = settle(request, timed), before(request, files.survey(request.out))
    return settled, was, prepare(request, settled, read(request, settled, timed), was, timed)


def reasons(request: Request, url: str | None = None) -> dict[str, list[str]]:
    """Return why the next build would make a page anew, or (without `url`) each page that it would."""
    _, was, ready = _prepared(request)
    pages = {page.url: page for page in ready.plan.pages}
    found = {one: words(one, parts, pages.get(one), ready.edits) for one, parts in sorted(stale(ready, was).items())}
    if url is None or url in found:
        return {url: found[url]} if url else found
    if url not in was.pages:
        hint = "Write it as it stands in a link, from the first / to the last."
        raise UsageError(
            [problem("page-unknown", f"No page has the address {url}, now or in the last build.", None, hint)]
        )
    return {url: []}


def last_reasons(request: Request) -> dict[str, list[str]]:
    """Return why the last build made each page that it made."""
    return kept_reasons(state_of(request))


def examine(request: Request) -> tuple[Problem, ...]:
    """Return the findings of content, of the last build's links, and of the published folder against its manifest."""
    settled, was, ready = _prepared(request)
    found = [
        *settled.problems,
        *ready.problems,
        *check.check(was.live, was.traces, places(ready.site)),
        *check.tree(request.out, was.live, digests=True),
    ]
    later = stale(ready, was)
    if later:
        said = f"{len(later)} of {len(ready.plan.urls)} pages are not built yet as they stand in content/."
        found.append(problem("not-built", said, None, "`sitegen build` makes them."))
    return tuple(in_order(found))


def remove(root: Path, out: Path) -> list[Path]:
    """Remove what can be made again, and return what was there: the records, and the output folder if it is ours."""
    claim(out, root)
    gone = [path for path in (root / STATE, out, out.with_name(f".{out.name}.sitegen-twin")) if path.exists()]
    for path in gone:
        files.remove_tree(path)
    return gone
