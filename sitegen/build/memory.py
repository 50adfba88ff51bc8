"""What a build remembers: articles as they were read, both trees, and what the live one was built from."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sitegen import digest, files, gate, manifest, records
from sitegen.build.stages import Stages
from sitegen.build.values import STATE, Before, Built, Kept, Request, Settled
from sitegen.config import Config
from sitegen.model import Archive, Problem, Report, Site, Traces
from sitegen.problems import in_order
from sitegen.publish import Trees


def _articles_file(request: Request) -> Path:
    return request.root / STATE / "articles"


def _reader(config: Config) -> str:
    """Return what an article depends on beside its file."""
    return digest.of_value([config.language, config.taxonomies, config.limits.article_bytes])


def kept_articles(request: Request, config: Config) -> dict[str, Kept]:
    """Return the articles that earlier builds kept, by the paths of their files."""
    kept = None if request.clean else records.read(_articles_file(request), dict[str, Kept], _reader(config))
    return kept or {}


def to_keep(settled: Settled, was: Mapping[str, Kept], archive: Archive, site: Site) -> dict[str, Kept] | None:
    """Return the articles to keep, None where they are those that were; of what is held back nothing is kept."""
    full = {one.card.id for one in site.articles if one.card.publish == "full"}
    now = {
        path: Kept(settled.seen.digest(path), one)
        for one in archive.articles
        if one.card.id in full and (path := one.body.path)
    }
    same = now.keys() == was.keys() and all(now[path].digest == one.digest for path, one in was.items())
    return None if same else now


def keep_articles(request: Request, settled: Settled, now: Mapping[str, Kept]) -> None:
    """Keep articles for the next build, and nothing of what was kept before."""
    records.write(_articles_file(request), now, _reader(settled.config))


def state_of(request: Request) -> Path:
    """Return the folder in which the records of an output folder's trees are kept."""
    return request.root / STATE / "trees" / digest.short_id(str(request.out.resolve()))


def before(request: Request, found: files.Survey) -> Before:
    """Return what stands before a build in the output as it was found; nothing does before one that is to be clean."""
    state = state_of(request)
    if request.clean:
        return Before(manifest.EMPTY, manifest.EMPTY, Traces(), {}, frozenset())
    live, twin = manifest.load(state / "live.manifest"), manifest.load(state / "twin.manifest")
    intact = manifest.intact(live, found.files)
    pages = manifest.by_url(live)
    standing = frozenset(url for url, one in pages.items() if one.path in intact)
    return Before(live, twin, manifest.load_traces(state / "traces", live), pages, standing)


def record(state: Path, both: Trees, traces: Traces, built: Built) -> None:
    """Remember both trees, how the pages of the live one came about, and what it was built from."""
    # what says that nothing has changed goes first and comes last: a kill in between costs time only
    files.remove_tree(state / "built")
    manifest.save(state / "live.manifest", both.live)
    manifest.save(state / "twin.manifest", both.twin)
    manifest.save_traces(state / "traces", traces)
    records.write(state / "stats", {path: one.stat for path, one in both.live.outputs.items()})
    records.write(state / "built", replace(built, records=_stats(state)))


def keep_reasons(state: Path, found: Mapping[str, list[str]]) -> None:
    """Remember why the pages were made that a build made."""
    records.write(state / "reasons", found)


def kept_reasons(state: Path) -> dict[str, list[str]]:
    """Return why the last build made the pages that it made, by their addresses."""
    return records.read(state / "reasons", dict[str, list[str]]) or {}


def _stats(state: Path) -> tuple[files.Stat, ...]:
    """Return how the records stand that a build after this one may need."""
    return tuple(files.stat_of(state / name) for name in ("live.manifest", "twin.manifest", "traces", "stats"))


def unchanged(
    request: Request,
    settled: Settled,
    recovered: tuple[Problem, ...],
    timed: Stages,
    look: Callable[[], files.Survey],
) -> Report | None:
    """Return the last build's report if this one would publish the same, and all of that still stands; else None.

    `look` takes stock of the output folder.
    """
    state = state_of(request)
    built: Built | None = None if request.clean or recovered else records.read(state / "built", Built)
    if built is None or built.mark != settled.mark or not gate.is_within(request.clock, built.window):
        return None
    if built.records != _stats(state):
        return None
    with timed("look"):
        found = look()
        if found.others or found.files != records.read(state / "stats", dict[str, files.Stat]):
            return None
    same = replace(built.report, made=0, removed=0, method="none", seconds=timed.seconds)
    return with_this_run(same, settled, ())


def with_this_run(report: Report, settled: Settled, more: tuple[Problem, ...]) -> Report:
    """Return a report with what concerns this run alone."""
    return replace(report, added=settled.added, problems=tuple(in_order({*report.problems, *settled.problems, *more})))
