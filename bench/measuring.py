"""One run of a program: its seconds, or the memory of all its processes."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.02


class FailedError(Exception):
    """A program that was to be measured ended with an error; its words are on the terminal."""


@dataclass(frozen=True, slots=True)
class Used:
    """Seconds from start to end, seconds of processors; in bytes the most memory at a time, 0 if not looked at."""

    wall: float
    cpu: float
    peak: int


def run(command: Sequence[str], env: Mapping[str, str], *, memory: bool = False, pause: float = _PAUSE) -> Used:
    """Run a program to its end; with `memory` look at its processes, which costs time, so that times say nothing.

    It is looked at every `pause` seconds: a long run may be looked at so seldom that its times say something.
    Processor time is of the program and of the processes that it waited for. Raises FailedError.
    """
    begun = time.monotonic()
    process = subprocess.Popen(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL)
    peak = _watch(process.pid, pause) if memory else 0
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = f"ended with {process.returncode}: {' '.join(command)}"
        raise FailedError(words)
    return Used(wall, used.ru_utime + used.ru_stime, peak)


def _watch(pid: int, pause: float) -> int:
    """Return the most memory that a process and all below it had at a time, looked at until it ends."""
    peak = 0
    while not os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        peak = max(peak, sum(map(_resident, _tree(pid))))
        time.sleep(pause)
    return peak


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):  # a process may end while it is looked at
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))


def _resident(pid: int) -> int:
    """Return a process's memory in bytes; what it shares is counted in parts (PSS), so that a sum counts it once."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
