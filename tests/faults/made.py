"""A small archive that is edited and built, what is published of it by digest, and what a build leaves beside that."""

import datetime as dt
import os
import random
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen import build, files
from sitegen.digest import of_bytes
from sitegen.model import Report
from sitegen.progress import Silent

CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SITE = """\
title: The Lamp
base_url: https://example.org/lamp
theme: own
limits: {list_newest: 5, list_by_year: 5, list_by_month: 5, feed: 5, related: 3}
"""
FOOT = '{{% extends "standard/{name}" %}}{{% block foot %}}{words}{{% endblock %}}'
# the numbers of the edits that take away what was public: then the twin must not keep it either
WITHDRAWING = (2, 3)
# how many words of text an article has
WORDS = 60

Tree = Mapping[str, str]


def article(number: int, title: str, chance: random.Random) -> str:
    """The text of an article that the number and the chance decide."""
    year, month = year_of(number), number % 3 + 1
    words = [chance.choice(("quay", "lamp", "storm", "ferry", "*light*", "night", "rope")) for _ in range(WORDS)]
    return (
        f"---\nid: n{number}\ntitle: {title}\ndate: {year}-{month:02}-03\nadded: 2026-01-01\n"
        f"topics: [t{number % 2}]\npeople: [p{number % 3}]\n---\n{' '.join(words)}.\n"
    )


def archive(count: int) -> dict[str, str]:
    """The files of an archive of `count` articles, with a theme of its own."""
    chance = random.Random(1949)
    articles = {path_of(n): article(n, f"Story {n}", chance) for n in range(count)}
    own = {f"themes/own/templates/{name}": FOOT.format(name=name, words="") for name in ("article.html", "home.html")}
    return (
        articles
        | own
        | {
            "site.yaml": SITE,
            "themes/own/theme.yaml": "name: own\nextends: standard\n",
            "themes/own/static/own.css": "p { margin: 0 }\n",
            "content/about.md": "---\ntitle: About\n---\nOf the lamp.\n",
            "content/collections/best.md": "---\ntitle: The best\nitems: [{id: n1}, {id: n2}]\n---\nAn essay.\n",
            "content/takedowns.yaml": "[]\n",
            "static/leaflet.txt": "By hand.\n",
        }
    )


def path_of(number: int) -> str:
    """Where an article stands."""
    return f"content/news/{year_of(number)}/n{number}.md"


def year_of(number: int) -> int:
    """The year of an article."""
    return 1950 + number // 10 % 40


def edits(archive: Mapping[str, str]) -> list[dict[str, str | None]]:
    """Edits of an archive, to be made in turn, again and again: each is path -> text, or None to delete it.

    A title, a template (every article's page), a deletion, a takedown, and back to where it began.
    """
    retitled = archive[path_of(3)].replace("title: Story 3", "title: Another title")
    template, words = "themes/own/templates/article.html", FOOT.format(name="article.html", words="<i>edited</i>")
    leaflet = {"static/leaflet.txt": "By another hand.\n"}
    return [
        {path_of(3): retitled},
        {template: words},
        {path_of(5): None, **leaflet},
        {"content/takedowns.yaml": "- {id: n7, date: 2026-01-01}\n"},
        {path: archive[path] for path in (path_of(3), template, path_of(5), "content/takedowns.yaml", *leaflet)},
    ]


def write(root: Path, made: Mapping[str, str | None]) -> None:
    """Write, or delete, files of a site; whatever is unchanged is not touched."""
    for path, text in made.items():
        if text is None:
            (root / path).unlink(missing_ok=True)
        elif not (root / path).is_file() or (root / path).read_text("utf-8") != text:
            files.write_text(root / path, text)


def request(root: Path, *, jobs: int = 1, out: str = "public", search: bool = False) -> build.Request:
    """A request for a build whose caches are the test's own."""
    cache = root.parent / "cache"
    return build.Request(root, root / out, CLOCK, jobs=jobs, search=search, take_in=False, cache=cache)


def built(root: Path) -> Report:
    """Build in this process."""
    return build.build(request(root), Silent())


def tree(folder: Path) -> dict[str, str]:
    """All that stands below a folder, by its path from it: a file by its digest, a folder as "folder"."""
    found = files.survey(folder)
    digests = {path: of_bytes((folder / path).read_bytes()) for path in found.files}
    return digests | dict.fromkeys(found.folders, "folder") | dict.fromkeys(found.others, "neither")


def clean(root: Path) -> dict[str, str]:
    """What a build that knows of no earlier one publishes of a site; nothing of it stays."""
    asked = request(root, out="clean")
    try:
        build.build(asked, Silent())
        return tree(asked.out)
    finally:
        files.remove_tree(asked.out)
        files.remove_tree(build.state_of(asked))


def beside(root: Path) -> set[str]:
    """The names of all that builds keep in a site's folder: what is in `.sitegen/`, but for the twin's own content.

    A twin is there or not, as the last build was; what is in it besides outputs is named.
    """
    own = {path for path in _names(root) if not path.startswith(("content", "static", "themes", "public/"))}
    twin = f".sitegen/trees/{build.state_of(request(root)).name}/twin"
    strange = {path for path in own if path.startswith(f"{twin}/") and path.endswith(".part")}
    return {path for path in own if path != twin and not path.startswith(f"{twin}/")} | strange


def _names(root: Path) -> Iterator[str]:
    found = files.survey(root)
    yield from (*found.files, *found.folders, *found.others)


@contextmanager
def mounted(folder: Path, size: int = 6 << 20) -> Iterator[Path]:
    """A folder that is a file system of its own, of `size` bytes; the test is skipped where it may not have one."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("this test may not mount a file system here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
