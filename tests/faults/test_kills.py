"""SIGKILL at any moment of a rebuild: what is published is one whole generation, and the next build is right.

FAULT_KILLS says how many times a build is killed, FAULT_ARTICLES in how large an archive: few in each run of the tests,
200 and 1,000 by `make faults`.
"""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen import build

from .made import WITHDRAWING, Tree, archive, beside, built, clean, edits, request, tree, write

KILLS = int(os.environ.get("FAULT_KILLS", "6"))
ARTICLES = int(os.environ.get("FAULT_ARTICLES", "60"))
ROOT = Path(build.__file__).parents[2]
# a build that says when it begins, and (told 0) how many file calls it took, or kills itself before the nth of them
PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from sitegen import build
from sitegen.progress import Silent
from tests.faults.killing import CALLS, die_before
from tests.faults.made import request

print("begun", flush=True)
made = die_before(int(sys.argv[3]), CALLS | {"os.utime", "ctypes.dlsym"})
build.build(request(Path(sys.argv[2]), jobs=2), Silent())
print(made(), flush=True)
"""

# a template that takes longer than any test waits
ENDLESS = (
    "{% for a in 'x' * 9999 %}{% for b in 'x' * 9999 %}{% for c in 'x' * 9999 %}{% endfor %}{% endfor %}{% endfor %}"
)


@dataclass(frozen=True, slots=True)
class Step:
    """An edit, what a clean build publishes after it, how many file calls and seconds a rebuild takes, and its kind."""

    edit: dict[str, str | None]
    published: Tree
    calls: int
    seconds: float
    withdraws: bool


def started(root: Path, nth: int = 0) -> "subprocess.Popen[str]":
    """A build in a process of its own that has begun; its output ends when the last of its workers has ended."""
    command = [sys.executable, "-c", PROGRAM, str(ROOT), str(root), str(nth)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    return process


def ended(process: "subprocess.Popen[str]") -> str:
    """What a build said until its last worker ended, which must be soon."""
    try:
        return process.communicate(timeout=60)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise


def killed(root: Path, step: Step, chance: random.Random) -> "subprocess.Popen[str]":
    """A build that was killed: at a file call, or at a moment."""
    if chance.random() < 0.5:
        process = started(root, chance.randint(1, step.calls))
        process.wait(60)
        return process
    process = started(root)
    with suppress(subprocess.TimeoutExpired):
        process.wait(chance.uniform(0, step.seconds))
    process.send_signal(signal.SIGKILL)  # the process alone, not its workers
    process.wait(60)
    return process


def learned(root: Path) -> list[Step]:
    """Go through the edits once, undisturbed."""
    steps = []
    for nth, edit in enumerate(edits(archive(ARTICLES))):
        write(root, edit)
        published = clean(root)
        process = started(root)
        before = os.times().elapsed
        steps.append(Step(edit, published, int(ended(process)), os.times().elapsed - before, nth in WITHDRAWING))
        assert tree(root / "public") == published
    return steps


def disturbed(root: Path, steps: Sequence[Step], kills: int, chance: random.Random) -> int:
    """Go through the edits again and again, kill builds, and return how many died in their midst."""
    died, nth, at = 0, 0, 0
    usual, twin = beside(root), build.state_of(request(root)) / "twin"
    while nth < kills:
        was, step = steps[at - 1], steps[at]
        at = (at + 1) % len(steps)
        write(root, step.edit)
        ending = []
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            process = killed(root, step, chance)
            died += process.returncode == -signal.SIGKILL
            nth += 1
            assert tree(root / "public") in (was.published, step.published), f"kill {nth}: a mixture"
            if chance.random() < 0.5:
                ended(process)
            else:  # the next build begins while workers of this one may be ending
                ending.append(process)
        built(root)
        assert tree(root / "public") == step.published, f"kill {nth}: the next build is not as a clean one"
        assert beside(root) == usual, f"kill {nth}: something was left over"
        assert not step.withdraws or tree(twin) in ({}, step.published), f"kill {nth}: the twin has what was withdrawn"
        for process in ending:
            ended(process)
    return died


def test_a_killed_build_leaves_one_whole_generation_no_worker_and_no_litter(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, archive(ARTICLES))
    built(root)
    steps = learned(root)
    assert disturbed(root, steps, KILLS, random.Random(4)) > KILLS // 3


def test_workers_end_with_a_build_that_is_killed_while_they_render(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, archive(60))
    write(root, {"themes/own/templates/article.html": ENDLESS})
    process = started(root)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and len(children.read_text().split()) < 2:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.01)
    process.send_signal(signal.SIGKILL)
    assert ended(process) == ""
    assert process.returncode == -signal.SIGKILL
