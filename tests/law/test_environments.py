"""Same input, same bytes: nine ways in which one machine, user or day differs from another leave no trace in a site."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from sitegen import files
from sitegen.search import pagefind

from . import made

ROOT = Path(files.__file__).parents[1]
# the command itself, where folders may be listed the other way round, and small sites are made by many processes too
PROGRAM = """
import os, sys

class Backwards:
    def __init__(self, path="."):
        with listed(path) as found:
            self.found = iter(list(found)[::-1])
    def __iter__(self):
        return self.found
    def __next__(self):
        return next(self.found)
    def __enter__(self):
        return self
    def __exit__(self, *_error):
        pass
    close = __exit__

listed, names = os.scandir, os.listdir
if sys.argv.pop(1) == "backwards":
    os.scandir = Backwards
    os.listdir = lambda path=".": names(path)[::-1]
from sitegen import cli, load, render
load.ALONE = render.ALONE = 1
cli.main()
"""
PLAIN = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}

Tree = dict[str, tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where, how and when a site is built."""

    environment: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    folder: str = "site"
    backwards: bool = False
    jobs: int = 1
    clock: str = "2026-11-05T12:00:00Z"
    time: int = 1_700_000_000


ELSEWHERE = {
    "time_zone": Place({"TZ": "Pacific/Kiritimati"}),
    "locale": Place({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "ar:tr"}),
    "umask": Place(umask=0o077),
    "path": Place(folder="an other/folder/دار <&>"),
    "order_of_files": Place(backwards=True),
    "hash_seed": Place({"PYTHONHASHSEED": "4242"}),
    "jobs": Place(jobs=3),
    "clock": Place(clock="2031-12-31T23:59:59+14:00"),
    "times_of_files": Place(time=86_400),
}


def archive() -> dict[str, bytes]:
    """An archive with all kinds of pages, in two languages, several shards, names that sort unlike in each locale."""
    held = made.Archive(site={"title": "The Lamp", "base_url": "https://example.org/lamp", "theme": "own"})
    held.site |= {"languages": ["en", "ar"], "limits": made.LIMITS, "search": {"shard_size": 5}}
    held.others = {path: found for path, (*_, found) in made.OTHERS.items() if found is not None}
    held.others["content/media/a.png"] = made.picture(3)
    for number in range(30):
        lang, date = ("ar" if number % 4 == 3 else "en"), made.DATES[number % len(made.DATES)]
        topics = [made.NAMES[number % 6], "İstanbul" if number % 2 else "iris", "Zoë", "zoe b", f"t{number % 5}"]
        held.add(number, date=date, lang=lang, topics=topics, people=["Bo"], aliases=[f"/o/{number}/"])
        held.change(number, source="" if number % 3 else "paper")
    held.change(1, embargo="2026-01-01T00:00:00Z", images=[{"src": "a.png", "alt": "A"}], same_story="n2")
    held.change(2, status="withdrawn")
    held.paths[3] = "content/sea/1953/رسالة.md"
    held.down = {4}
    return held.files()


def written(root: Path, place: Place) -> None:
    for path, data in sorted(archive().items(), reverse=place.backwards):
        files.write_bytes(root / path, data)
    for number, file in enumerate(sorted(root.rglob("*"))):
        os.utime(file, (place.time + number, place.time - number * 3600))


def tree(folder: Path) -> Tree:
    """All that stands below a folder: mode and bytes."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in (folder, *folder.rglob("*"))
    }


def built(above: Path, place: Place) -> Tree:
    """Build at a place, by the command."""
    root = above / place.folder
    written(root, place)
    own = {**os.environ, **PLAIN, **place.environment, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(above / "cache")}
    order = "backwards" if place.backwards else "forwards"
    asked = (
        "build",
        "--no-import",
        "-C",
        str(root),
        "-o",
        f"{root}/public",
        "-j",
        str(place.jobs),
        "--clock",
        place.clock,
    )
    command = [sys.executable, "-c", PROGRAM, order, *asked]
    subprocess.run(command, env=own, umask=place.umask, cwd=above, check=True, capture_output=True)
    return tree(root / "public")


@pytest.fixture(scope="module")
def plainly(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """What is published at a plain place."""
    return built(tmp_path_factory.mktemp("plain"), Place())


@pytest.mark.parametrize("place", ELSEWHERE.values(), ids=ELSEWHERE)
def test_elsewhere_a_site_is_the_same_to_the_byte_and_the_mode(place: Place, plainly: Tree, tmp_path: Path) -> None:
    found = built(tmp_path, place)
    differ = [path for path in {*found, *plainly} if found.get(path) != plainly.get(path)]
    assert differ == []


def test_what_is_compared_is_a_whole_site(plainly: Tree, tmp_path: Path) -> None:
    kinds = {Path(path).suffix for path in plainly}
    assert {".html", ".xml", ".json", ".txt", ".css", ".png", ".js", ".pf_index", ".pf_fragment", ".pf_meta"} <= kinds
    assert sum(path.endswith(".pf_meta") for path in plainly) > 3
    assert sum(path.endswith(".html") for path in plainly) > 100
    assert not [path for path, (_, data) in plainly.items() if str(tmp_path.parent).encode() in data]


def test_of_pagefinds_own_files_those_with_filters_and_sorts_vary_and_no_others(tmp_path: Path) -> None:
    marks = "".join(f'<i data-pagefind-filter="f{n}:v"></i><i data-pagefind-sort="s{n}:1"></i>' for n in range(12))
    page = f'<html lang="en"><meta charset="utf-8"><body><p data-pagefind-body>{marks}Word.</p></body></html>'
    files.write_text(tmp_path / "in" / "page.html", page)
    run = partial(pagefind.run, tmp_path / "in", articles=1, what="a shard")
    runs = [tree(run(target=tmp_path / f"out {number}").folder) for number in range(3)]
    steady = {path for path in runs[0] if all(other.get(path) == runs[0][path] for other in runs)}
    vary = {path for one in runs for path in one} - steady
    # the entry file only names the meta file; the filters' files are few and each may agree by chance
    assert {Path(path).suffix for path in vary} - {".pf_filter"} == {".pf_meta", ".json"}
    assert {path for path in vary if path.endswith(".json")} == {"pagefind-entry.json"}
