"""The verbs: what each asks of the rooms, and what it says. The clock and the environment are read here, once."""

import datetime as dt
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from sitegen import __version__
from sitegen.asked import HOSTS, request_of
from sitegen.console import Console
from sitegen.flags import BASE, CLOCK, DRAFTS, FOLDER, JOBS, NO_IMPORT, NO_SEARCH, OUT, PILE, ROOT, VOICE, WAIT, flags
from sitegen.problems import SitegenError
from sitegen.progress import Silent

GOOD, FINDINGS = 0, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sitegen")
def cli() -> None:
    """Turn a pile of saved news into a public, searchable archive of static files."""


def _console(asked: dict[str, Any]) -> Console:
    color = not asked["no_color"] and "NO_COLOR" not in os.environ
    return Console(level=asked["verbose"] - asked["quiet"], as_json=asked["as_json"], color=color)


def _now(clock: str) -> dt.datetime:
    """Return the moment that counts as now: this is where the clock is read."""
    if not clock:
        return dt.datetime.now(dt.UTC)
    try:
        moment = dt.datetime.fromisoformat(clock)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        msg = f"--clock {clock}: not a moment with its zone. Write it as 2026-12-01T06:00:00Z."
        raise click.UsageError(msg)
    return moment


def _today(clock: str, timezone: str) -> str:
    """Return the ISO day that it is in the site's zone."""
    from sitegen.config import zone

    return _now(clock).astimezone(zone(timezone)).date().isoformat()


def _request(root: Path, out: Path | None, **asked: Any) -> Any:  # noqa: ANN401 - build is imported where it is needed
    return request_of(root, out, _now(asked["clock"]), dict(os.environ), **asked)


# --- verbs ----------------------------------------------------------------------------------------
# Rooms are imported inside the verbs: `sitegen --version` must not wait for Jinja or babel.


@cli.command()
@flags(ROOT, OUT, BASE, DRAFTS, JOBS, CLOCK, NO_SEARCH, NO_IMPORT, WAIT, VOICE)
@click.option("--clean", is_flag=True, help="Make every page anew, whatever the last build left.")
@click.option("--strict", is_flag=True, help="Publish nothing if there is a finding; exit code 3.")
def build(root: Path, out: Path | None, **asked: Any) -> int:  # noqa: ANN401 - click passes the flags
    """Take in what is new in seeds/, build the site and publish it.

    Example: sitegen build -C my-archive -b https://example.org
    """
    from sitegen.build import build as build_site
    from sitegen.problems import FindingsError

    console = _console(asked)
    request = _request(root, out, **asked)
    progress = console.progress()
    try:
        report = build_site(request, progress)
    except FindingsError as error:
        console.problems(error.problems)
        console.say("Nothing was published: --strict refuses findings.")
        return FINDINGS
    finally:
        progress.close()
    console.report(report, str(request.out))
    if report.added and any(map(request.environment.get, HOSTS)):
        console.say(
            "This build took in new seeds on a host, which will do it again next time: commit what import made."
        )
    return GOOD


@cli.command("import")
@flags(PILE, ROOT, JOBS, CLOCK, WAIT, VOICE)
@click.option("--keep", is_flag=True, help="Copy the files into seeds/ as well.")
@click.option("--again", is_flag=True, help="Redo what nobody has edited since, keeping ids and addresses.")
@click.option("--explain", is_flag=True, help="Show what would become of every line, and write nothing.")
@click.option("--guess", is_flag=True, help="Write what tables' columns may hold into sidecars, and take nothing in.")
@click.option("--suggest", is_flag=True, help="Propose names seen often that no authority file has; take in no PATHS.")
@click.option("--as", "importer", default="", help="The importer that reads all, such as text or feed.")
def take_in(root: Path, paths: tuple[tuple[Path, str], ...], *, importer: str, **asked: Any) -> int:  # noqa: ANN401
    """Take articles out of files, folders and archives and write them into content/.

    Example: sitegen import clippings.txt --explain
    """
    from sitegen import config, intake, lock

    console = _console(asked)
    settings, _ = config.load(root, os.environ)
    _refuse_paths(paths, **asked)
    if asked["suggest"]:
        console.proposals(intake.suggest(root, settings))
        return GOOD
    if asked["explain"]:
        console.explanations([intake.explain(root, path, settings, importer, inner) for path, inner in paths])
        return GOOD
    named = [path for path, _ in paths]
    if asked["guess"]:
        return FINDINGS if console.guesses(intake.guess(root, named, settings)) else GOOD
    today = _today(asked["clock"], settings.timezone)
    how = {"keep": asked["keep"], "again": asked["again"], "importer": importer, "jobs": asked["jobs"] or 0}
    try:
        with lock.hold(root / lock.PATH, asked["wait"]), closing(console.progress()) as progress:
            taken = intake.take_in(root, named, settings, today, progress=progress, **how)
    except KeyboardInterrupt:
        console.say("Stopped. The same command goes on from here.")
        raise
    console.intake(taken)
    return FINDINGS if taken.rejects else GOOD


def _refuse_paths(paths: tuple[tuple[Path, str], ...], *, suggest: bool, explain: bool, **_: Any) -> None:  # noqa: ANN401
    """Raise UsageError for paths that a run of import cannot have, or must have."""
    within = [f"{path}!/{inner}" for path, inner in paths if inner]
    if suggest and paths:
        msg = "--suggest reads what was imported before: give it without PATHS."
    elif not (suggest or paths):
        msg = "Name files or folders: sitegen import PATHS."
    elif within and not explain:
        msg = f"{within[0]}: one document of a container is only explained; add --explain, or import all of it."
    else:
        return
    raise click.UsageError(msg)


@cli.command()
@flags(ROOT, OUT, BASE, DRAFTS, JOBS, CLOCK, NO_SEARCH, NO_IMPORT, WAIT, VOICE)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="The port (default: 8000).")
@click.option("--host", default="127.0.0.1", help="The address to listen on (default: this machine alone).")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@click.option("--poll", is_flag=True, help="Look for changes now and then instead of being told of them.")
def serve(root: Path, out: Path | None, *, port: int, host: str, open_browser: bool, poll: bool, **asked: Any) -> int:  # noqa: ANN401
    """Build the site, show it in the browser, and build again whenever a file is saved."""
    from sitegen import live

    console = _console(asked)
    request = _request(root, out, **asked)

    def report(ended: Any) -> None:  # noqa: ANN401 - a Report, or what stopped the build
        if isinstance(ended, SitegenError):
            console.problems(ended.problems)
        else:
            console.report(ended, str(request.out))

    progress = Silent()  # a bar would be drawn over what the server says
    live.serve(
        request, host, port, open_browser=open_browser, poll=poll, progress=progress, say=console.say, report=report
    )
    return GOOD


@cli.command()
@flags(ROOT, OUT, BASE, DRAFTS, JOBS, CLOCK, VOICE)
def check(root: Path, out: Path | None, **asked: Any) -> int:  # noqa: ANN401
    """Look for what is wrong in the archive and in the published folder; change nothing."""
    from sitegen.answers import examine

    console = _console(asked)
    found = examine(_request(root, out, no_import=True, **asked))
    if console.as_json:
        console.data(list(found))
    else:
        console.problems(found)
    weighty = [one for one in found if one.severity != "note"]
    console.say(f"{len(weighty)} finding{'s' * (len(weighty) != 1)}.")
    return FINDINGS if weighty else GOOD


@cli.command()
@flags(ROOT, OUT, BASE, DRAFTS, CLOCK, NO_SEARCH, VOICE)
@click.argument("url", required=False)
@click.option("--all", "last", is_flag=True, help="Each page that the last build made, and why.")
def why(root: Path, out: Path | None, url: str | None, *, last: bool, **asked: Any) -> int:  # noqa: ANN401
    """Say why the next build would make a page anew (without URL: all of them), part by part."""
    from sitegen.answers import last_reasons, reasons

    console = _console(asked)
    if last and url:
        msg = "--all is about every page: give it without an address."
        raise click.UsageError(msg)
    request = _request(root, out, no_import=True, jobs=0, **asked)
    found = last_reasons(request) if last else reasons(request, url)
    if console.as_json:
        console.data(found)
    for address, parts in found.items() if not console.as_json else ():
        console.data("\n".join(parts) or f"{address}: nothing differs; it is kept.")
    return GOOD


@cli.command()
@flags(ROOT, OUT, VOICE)
def clean(root: Path, out: Path | None, **asked: Any) -> int:  # noqa: ANN401
    """Remove what can be made again: .sitegen/ and the published folder."""
    from sitegen.answers import remove

    console = _console(asked)
    gone = remove(root, out or root / "public")
    if console.as_json:
        console.data(gone)
    for path in gone:
        console.say(f"{path} is gone.")
    return GOOD


@cli.command()
@flags(VOICE)
@click.argument("folder", type=FOLDER)
@click.option("--title", default="My archive", help="The archive's name.")
@click.option("--language", default="en", help="The language of its lists.")
@BASE
def init(folder: Path, title: str, language: str, base_url: str, **asked: Any) -> int:  # noqa: ANN401
    """Begin an archive in FOLDER; files that are there already are left alone.

    Example: sitegen init my-archive --title "The Harbour Courier"
    """
    from sitegen import init as beginning

    console = _console(asked)
    done = beginning.init(folder, title, language, base_url)
    if console.as_json:
        console.data(done)
    for line in done:
        console.say(line)
    console.say(f"Next: put dumps into {folder}/seeds/, then `sitegen serve -C {folder}`.")
    return GOOD


@cli.command()
@flags(ROOT, VOICE)
@click.argument("title")
@click.option("--section", default="news", help="The section's folder (default: news).")
@click.option("--date", default="", help="When it was published (EDTF); none means undated.")
@click.option("--lang", default="", help="Its language (default: the site's).")
def new(root: Path, title: str, section: str, date: str, lang: str, **asked: Any) -> int:  # noqa: ANN401
    """Begin an article with TITLE in content/ and print its path."""
    from sitegen import config
    from sitegen import init as beginning

    console = _console(asked)
    settings, _ = config.load(root, os.environ)
    import secrets

    today = _today("", settings.timezone)
    console.data(beginning.new(root, settings, title, section, date, lang, secrets.token_hex(16), today))
    return GOOD


@cli.command()
@flags(ROOT, CLOCK, WAIT, VOICE)
@click.option("--list", "listed", is_flag=True, help="List what waits, and ask nothing.")
@click.option("--html", "page", type=click.Path(path_type=Path), help="Write what waits into one page to look at.")
def review(root: Path, *, listed: bool, page: Path | None, **asked: Any) -> int:  # noqa: ANN401
    """Go through what is uncertain, worst first, and answer each case with a key.

    Example: sitegen review --list
    """
    from sitegen import config
    from sitegen import review as room

    console = _console(asked)
    settings, _ = config.load(root, os.environ)
    curator = room.Curator(root, _today(asked["clock"], settings.timezone), asked["wait"])
    how = room.How(listed=listed, page=page, heard=sys.stdin.isatty())
    return FINDINGS if room.review(curator, settings, console, how) else GOOD


@cli.command()
@flags(ROOT, OUT, VOICE)
def doctor(root: Path, out: Path | None, **asked: Any) -> int:  # noqa: ANN401
    """Say what this machine lacks, and the command that mends it."""
    from sitegen import doctor as room

    console = _console(asked)
    found = room.examine(root, out or root / "public")
    console.examination(found)
    return GOOD if all(one.good for one in found) else FINDINGS


@cli.command()
@click.argument(
    "which",
    type=click.Choice(
        ["site", "article", "section", "page", "collection", "authority", "sources", "takedowns", "theme"]
    ),
)
@VOICE
def schema(which: str, **asked: Any) -> int:  # noqa: ANN401
    """Print the JSON Schema of site.yaml or of an article's front matter, for editors."""
    from sitegen import schema as room

    _console(asked | {"as_json": True}).data(room.schema(which))
    return GOOD
