"""What the flags of a verb ask of a build."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # `sitegen --version` must not wait for the build
    from sitegen.build import Request

# variables by which a build knows that it runs on a host, whose disk nobody commits
HOSTS = ("CI", "NETLIFY", "GITHUB_ACTIONS")


def request_of(
    root: Path,
    out: Path | None,
    moment: dt.datetime,
    environment: Mapping[str, str],
    **asked: Any,  # noqa: ANN401 - click passes the flags
) -> "Request":
    """Return what a build is asked for by its flags, a `build.Request`. Raises UsageError of click's own."""
    from sitegen.build import STATE, Request  # noqa: PLC0415 - as above

    private = asked["drafts"] or bool(asked["clock"])
    place = out or (root / STATE / "preview" if private else root / "public")
    if asked["drafts"] and place.resolve() == (root / "public").resolve():
        msg = "-D shows what may not be deployed, so it does not go to public/. Leave -o out, or name another folder."
        raise click.UsageError(msg)
    return Request(
        root=root,
        out=place,
        clock=moment,
        base_url=asked["base_url"],
        environment=environment,
        drafts=asked["drafts"],
        jobs=asked["jobs"] or 0,
        clean=asked.get("clean", False),
        search=not asked.get("no_search", False),
        take_in=not asked.get("no_import", False),
        strict=asked.get("strict", False),
        wait=asked.get("wait", 0.0),
        cache=_cache(environment),
    )


def _cache(environment: Mapping[str, str]) -> Path | None:
    """Return the user's folder for what can be made again (XDG), None where there is no home."""
    stated = environment.get("XDG_CACHE_HOME")
    home = environment.get("HOME")
    return Path(stated) / "sitegen" if stated else Path(home) / ".cache" / "sitegen" if home else None
