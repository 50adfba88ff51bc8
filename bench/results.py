"""The figures as a file: what was measured, when, and on which machine. Tables and pictures are made from it."""

import os
import platform
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from alike import Made
from measuring import Used
from sides import versions

FILE = Path(__file__).parent / "results.json"
WORDS = {
    "cold": "from nothing",
    "nothing": "nothing changed",
    "body": "one body edited",
    "title": "one title edited",
    "template": "article template edited",
}


class Figures(msgspec.Struct, frozen=True):
    """One case of one side: seconds of each round, and in bytes the most memory at a time in a round not timed."""

    side: str
    case: str
    articles: int
    walls: list[float]
    cpus: list[float]
    peak: int
    files: int
    size: int

    @property
    def wall(self) -> float:
        """The median of wall time, in seconds."""
        return statistics.median(self.walls)

    @property
    def cpu(self) -> float:
        """The median of processor time, in seconds."""
        return statistics.median(self.cpus)


class Measurement(msgspec.Struct, frozen=True):
    """A run of the bench: its day, machine and versions, and its figures."""

    date: str
    machine: str
    versions: dict[str, str]
    disk: str
    figures: list[Figures]


class Results(msgspec.Struct, frozen=True):
    """What is known: the cases at one size, and the growth from size to size."""

    cases: Measurement | None = None
    growth: Measurement | None = None


def figures(case: str, out: Made, articles: int, timed: Sequence[Used], peak: int) -> Figures:
    """Return the figures of a side that made `out`, in a case whose rounds are given."""
    walls, cpus = [one.wall for one in timed], [one.cpu for one in timed]
    return Figures(out.name, case, articles, walls, cpus, peak, out.files, out.size)


def measurement(found: list[Figures], disk: str) -> Measurement:
    """Return figures with today's date, this machine and the versions at work."""
    return Measurement(f"{datetime.now(UTC):%Y-%m-%d}", machine(), versions(), disk, found)


def machine() -> str:
    """Return in words what this runs on: processor, cores, memory, Python."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    kilobytes = next((int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal:")), 0)
    cores = len(os.sched_getaffinity(0))
    return (
        f"{model}, {cores} cores, {kilobytes / 2**20:.0f} GB, {platform.system()}, Python {platform.python_version()}"
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def load(path: Path = FILE) -> Results:
    """Read the file; there are no figures where it is absent."""
    return msgspec.json.decode(path.read_bytes(), type=Results) if path.exists() else Results()


def save(results: Results, path: Path = FILE) -> None:
    """Write the file."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")
