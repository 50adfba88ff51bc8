"""The flags that verbs share, each with its one meaning."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def flags(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Return a decorator that gives a command several options, in this order."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _documents(ctx: click.Context, param: click.Parameter, named: tuple[str, ...]) -> tuple[tuple[Path, str], ...]:
    """Return each file or folder with the name of a document within it or "": `archive.zip!/inner.txt`.

    Raises BadParameter where there is no such file.
    """
    there = click.Path(exists=True)
    parted = ((one, "") if Path(one).exists() else one.partition("!/")[::2] for one in named)
    return tuple((Path(str(there.convert(path, param, ctx))), inner) for path, inner in parted)


FOLDER = click.Path(file_okay=False, path_type=Path)
STANDING = click.Path(exists=True, file_okay=False, path_type=Path)
ROOT = click.option("-C", "--root", type=STANDING, default=Path(), help="The site's folder (default: this one).")
OUT = click.option("-o", "--out", type=FOLDER, help="The output folder (default: public/ in the site's folder).")
BASE = click.option("-b", "--base-url", default="", help="The full address under which the site will be served.")
DRAFTS = click.option("-D", "--drafts", is_flag=True, help="Show what waits for review too; into .sitegen/preview/.")
JOBS = click.option("-j", "--jobs", type=click.IntRange(1, 256), help="How many processes (default: one a core).")
CLOCK = click.option("--clock", default="", help="The moment that counts as now, ISO 8601 with zone.")
NO_SEARCH = click.option("--no-search", is_flag=True, help="Leave the search index out.")
NO_IMPORT = click.option("--no-import", is_flag=True, help="Do not look for new files in seeds/.")
WAIT = click.option("--wait", type=click.FloatRange(0), default=0.0, help="Seconds to wait for another build to end.")
PILE = click.argument("paths", nargs=-1, callback=_documents)
VOICE = flags(
    click.option("--json", "as_json", is_flag=True, help="Answer as JSON on standard output."),
    click.option("-q", "--quiet", is_flag=True, help="Say errors only."),
    click.option("-v", "--verbose", is_flag=True, help="Say more: notes, stages."),
    click.option("--no-color", is_flag=True, help="Say it without colour."),
    click.option("--debug", is_flag=True, help="Show a traceback for a mistake of sitegen's own."),
)
