"""From a folder to everything that is known of the site to be, before a page of it is made."""

from sitegen import check, config, digest, gate, images, inputs, theme, workers
from sitegen.build.memory import keep_articles, kept_articles
from sitegen.build.stages import Stages
from sitegen.build.values import STATE, Prepared, Request, Settled
from sitegen.config import Config
from sitegen.load import load
from sitegen.model import File, Problem
from sitegen.plan import plan
from sitegen.plan.fingerprint import fingerprints, renderer
from sitegen.problems import BuildError
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
    return Settled(settings, seen.digests(), mark, (*stated, *taken), added)


def prepare(request: Request, settled: Settled, timed: Stages) -> Prepared:
    """Load, judge and plan."""
    settings = settled.config
    with timed("load"):
        kept = kept_articles(request, settings)
        known = {path: one.article for path, one in kept.items() if settled.digests.get(path) == one.digest}
        archive, loaded = load(request.root, settings, request.jobs or workers.cores(), known)
        site, judged = gate.judge(archive, settings.rights, request.clock, drafts=request.drafts)
        keep_articles(request, settled, kept, archive, site)
        site, measured = images.measured(site, request.root)
    with timed("plan"):
        look = theme.load(request.root, settings.theme, settings.options, request.cache)
        planned = plan(site, look, settings, indexer(request))
        take = fingerprints(look, renderer())
        marks = {page.url: take(page) for page in planned.pages}
        clashes = check.collisions(
            [*((output_path(page.url), page.url) for page in planned.pages), *_copied(planned.files)]
        )
    if clashes:
        raise BuildError(clashes)
    window = gate.window(archive, request.clock)
    return Prepared(settings, site, look, planned, marks, (*loaded, *judged, *measured), window)


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


def _copied(copies: tuple[File, ...]) -> list[tuple[str, str]]:
    return [(output_path(one.url), one.path) for one in copies]
