"""What the next build would do, and what the last one left: the answers to `why`, `check` and `clean`."""

from pathlib import Path

from sitegen import check, files, manifest
from sitegen.build import (
    STATE,
    Prepared,
    Request,
    Settled,
    Stages,
    places,
    prepare,
    settle,
    stale_pages,
    state_of,
    trees,
)
from sitegen.model import Problem
from sitegen.problems import UsageError, in_order, problem
from sitegen.progress import Silent
from sitegen.publish import claim


def _prepared(request: Request) -> tuple[Prepared, Settled]:
    timed = Stages(Silent())
    settled = settle(request, timed)
    return prepare(request, settled, timed), settled


def reasons(request: Request, url: str | None = None) -> dict[str, list[str]]:
    """Return why the next build would make a page anew, or (without `url`) each page that it would."""
    ready, _ = _prepared(request)
    was = trees(state_of(request)).live
    standing = manifest.intact(was, request.out)
    known = manifest.by_url(was)
    if url and url not in ready.fingerprints and url not in known:
        hint = "Write it as it stands in a link, from the first / to the last."
        raise UsageError(
            [problem("page-unknown", f"No page has the address {url}, now or in the last build.", None, hint)]
        )
    asked = [url] if url else sorted({*ready.fingerprints, *known})
    found = {}
    for one in asked:
        output = known.get(one)
        intact = output is not None and output.path in standing
        found[one] = manifest.why(one, ready.fingerprints.get(one), output, intact=intact)
    return found if url else {one: parts for one, parts in found.items() if parts}


def examine(request: Request) -> tuple[Problem, ...]:
    """Return the findings of content, of the last build's links, and of the published folder against its manifest."""
    ready, settled = _prepared(request)
    was = trees(state_of(request)).live
    stale = stale_pages(ready, was, request.out)
    found = [
        *settled.problems,
        *ready.problems,
        *check.check(was.outputs, places(ready.plan)),
        *check.tree(request.out, was, digests=True),
    ]
    if stale:
        said = f"{len(stale)} of {len(ready.plan.pages)} pages are not built yet as they stand in content/."
        found.append(problem("not-built", said, None, "`sitegen build` makes them."))
    return tuple(in_order(found))


def remove(root: Path, out: Path) -> list[Path]:
    """Remove what can be made again, and return what was there: the records, and the output folder if it is ours."""
    claim(out, root)
    gone = [path for path in (root / STATE, out, out.with_name(f".{out.name}.sitegen-twin")) if path.exists()]
    for path in gone:
        files.remove_tree(path)
    return gone
