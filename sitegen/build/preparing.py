"""From a folder to everything that is known of the site to be, before a page of it is made."""

from collections.abc import Iterator, Sequence

from sitegen import check, config, digest, files, gate, images, inputs, manifest, theme, workers
from sitegen.build.memory import kept_articles, to_keep
from sitegen.build.reasons import edits
from sitegen.build.stages import Stages
from sitegen.build.values import PICTURES, STATE, Before, Judged, Prepared, Request, Settled
from sitegen.config import Config
from sitegen.fingerprint import renderer
from sitegen.load import load
from sitegen.model import Place, Plan, Problem
from sitegen.plan import plan
from sitegen.problems import MAX_PRINTED, BuildError, problem
from sitegen.urls import output_path


def settle(request: Request, timed: Stages) -> Settled:
    """Read `site.yaml`, take in what is new, and look at what there is to build from."""
    settings, stated = config.load(request.root, request.environment, request.base_url)
    with timed("import"):
        taken, added = _take_in(request, settings)
    with timed("look"):
        seen = inputs.look(request.root, [theme.PACKAGED], request.root / STATE / "inputs")
        asked = [request.drafts, indexer(request), renderer(), str(request.out.resolve())]
        mark = digest.of_value([settings, asked, sorted(seen.digests().items())])
    return Settled(settings, seen, mark, (*stated, *taken), added)


def read(request: Request, settled: Settled, timed: Stages) -> Judged:
    """Load the archive and the theme, judge what may be seen, and make the pictures that are."""
    settings = settled.config
    with timed("load"):
        kept = kept_articles(request, settings)
        known = {path: one.article for path, one in kept.items() if settled.seen.digest(path) == one.digest}
        jobs, told = request.jobs or workers.cores(), settled.seen.digest
        archive, loaded = load(request.root, settings, jobs, known, request.executor, told)
        site, judged = gate.judge(archive, settings.rights, request.clock, drafts=request.drafts)
        look = theme.load(request.root, settings.theme, settings.options, request.cache)
        refuse_changed(request, settled)
    asked = images.Asked(request.root, PICTURES, look.widths, settings.limits.image_pixels)
    wanted = images.wanted(site, asked)
    if missing := wanted.missing:
        with timed("images", len(missing)):
            wanted = images.make_missing(wanted, asked, jobs, timed.progress.step, request.executor)
    site, pictured = images.pictured(site, wanted, asked)
    problems = (*loaded, *judged, *pictured)
    return Judged(archive, site, look, kept, frozenset(wanted.keys.values()), problems)


def prepare(request: Request, settled: Settled, judged: Judged, was: Before, timed: Stages) -> Prepared:
    """Plan all of the site, but for the pages that stand as they would be planned."""
    settings, archive, site = settled.config, judged.archive, judged.site
    look = judged.theme
    with timed("plan"):
        planned = plan(site, look, settings, indexer(request), manifest.known(was.traces, was.standing))
        clashes = check.collisions(_places_of(planned)) if _is_moved(planned, was) else ()
    if clashes:
        raise BuildError(clashes)
    window = gate.window(archive, request.clock)
    changes = edits((one.article for one in judged.kept.values()), archive.articles)
    later = to_keep(settled, judged.kept, archive, site)
    return Prepared(settings, site, look, planned, judged.pictures, judged.problems, window, changes, later)


def refuse_changed(request: Request, settled: Settled, folders: Sequence[str] = inputs.FOLDERS) -> None:
    """Raise BuildError for what changed since it was looked at: a page of it would be known as made from what was."""
    found = inputs.changed(request.root, [theme.PACKAGED], settled.seen, folders)
    if found:
        said, hint = "This file changed while the site was being built; nothing was published.", "Build again."
        raise BuildError([problem("content-changed", said, Place(path), hint) for path in found[:MAX_PRINTED]])


def _take_in(request: Request, settings: Config) -> tuple[tuple[Problem, ...], tuple[str, ...]]:
    """Take in what is new under `seeds/` and learn what was moved; return the findings and the files written."""
    known = (request.root / "seeds", request.root / "content" / "ledger.jsonl")
    if not request.take_in or not any(path.exists() for path in known):
        return (), ()
    from sitegen import intake  # noqa: PLC0415 - a fifth of the start, and archives without seeds need none of it

    taken = intake.take_in(
        request.root, None, settings, request.clock.astimezone(config.zone(settings.timezone)).date().isoformat()
    )
    return (*taken.rejects, *taken.findings), taken.added


def indexer(request: Request) -> str:
    """Return the version of the search indexer, "" where no index is asked for."""
    if not request.search:
        return ""
    from sitegen import search  # noqa: PLC0415 - builds without an index need none of it

    return search.version()


def _is_moved(planned: Plan, was: Before) -> bool:
    """Whether the site will have other addresses than the tree that stands, in which nothing is in another's way."""
    urls = planned.urls
    outputs = was.live.outputs
    free = {path for path, one in outputs.items() if not one.url and path != files.MARK}
    copied = (output_path(one.url) in free for one in planned.files)
    return set(urls) != was.pages.keys() or len(urls) != len(was.pages) or not all(copied)


def _places_of(planned: Plan) -> Iterator[tuple[str, str]]:
    """Yield the path of each page and copied file, and who makes it."""
    yield from ((output_path(url), url) for url in planned.urls)
    yield from ((output_path(one.url), one.path) for one in planned.files)
    yield files.MARK, "the mark by which sitegen knows its folders"
