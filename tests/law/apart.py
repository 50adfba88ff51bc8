"""Builds in processes of their own, each forked off one that has never built: what they know, they know from files.

`Apart` starts `python -m tests.law.apart`, which takes a request a line (JSON) and answers each with its outcome.
"""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest

# those that builds import late, so that no process has to do it again
from sitegen import build, files, images, search
from sitegen.problems import sentence
from sitegen.progress import Silent

from . import pretended

ROOT = Path(build.__file__).parents[2]
CALLS = frozenset(
    {
        *("open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir", "os.truncate"),
        *("os.utime", "ctypes.dlsym"),
    }
)
# findings about one run, not about the site
OF_A_RUN = frozenset({"output-removed", "publish-not-atomic", "publish-recovered"})


def request(root: Path, cache: Path, clock: str, *, clean: bool = False) -> build.Request:
    """Return a request for a build of a site with search, into its `public/`."""
    moment = dt.datetime.fromisoformat(clock)
    return build.Request(root, root / "public", moment, jobs=1, take_in=False, cache=cache, clean=clean)


def findings(report: Any) -> list[str]:
    """Return what a build found wrong with the site."""
    return sorted({sentence(one) for one in report.problems if one.rule not in OF_A_RUN})


class Apart:
    """The process that forks off builders."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.law.apart"]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )

    def build(self, root: Path, cache: Path, clock: str, **how: Any) -> list[str] | None:
        """Build, and return the findings; None if it was killed, as `kill` (before the nth file call) asked.

        `refuse` names functions of `files` that shall be refused.
        """
        assert self.process.stdin
        assert self.process.stdout
        asked = {"root": str(root), "cache": str(cache), "clock": clock, **how}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert answer["code"] in {0, -signal.SIGKILL}, f"{answer['code']}: {answer['said']}"
        return None if answer["code"] else list(answer["said"])

    def end(self) -> None:
        """End the process."""
        self.process.communicate()


def main() -> None:
    """Answer requests until there are no more."""
    assert search
    assert images
    for line in sys.stdin:
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(told)
            _one(json.loads(line), tell)
        os.close(tell)
        with os.fdopen(told) as said:
            words = said.read()
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        print(json.dumps({"code": code, "said": json.loads(words or "null")}), flush=True)  # noqa: T201 - the answer


def _one(asked: dict[str, Any], tell: int) -> None:
    """Build, say how it went, and end."""
    code = 1
    try:
        with pytest.MonkeyPatch.context() as patch:
            pretended.instead(patch)
            for name in asked.get("refuse", ()):
                patch.setattr(files, name, lambda *_: False)
            if asked.get("kill"):
                _die_before(asked["kill"])
            made = build.build(request(Path(asked["root"]), Path(asked["cache"]), asked["clock"]), Silent())
        words: object = findings(made)
        code = 0
    except BaseException:  # noqa: BLE001 - the other process shall hear of it, whatever it is
        words = traceback.format_exc()
    with os.fdopen(tell, "w") as answer:
        json.dump(words, answer)
    os._exit(code)


def _die_before(nth: int) -> None:
    made = 0

    def count(name: str, _arguments: object) -> None:
        nonlocal made
        if name in CALLS:
            made += 1
            if made == nth:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


if __name__ == "__main__":
    main()
