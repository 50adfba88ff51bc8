"""SIGKILL at any moment of an import: the same command goes on, and what stands then is what one whole run writes.

FAULT_KILLS says how many times, FAULT_DOCUMENTS of how many documents: few in each run of the tests.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen import build

KILLS = int(os.environ.get("FAULT_KILLS", "6")) // 2
DOCUMENTS = int(os.environ.get("FAULT_DOCUMENTS", "40"))
ROOT = Path(build.__file__).parents[2]
# an import in small batches that says how many file calls it took, or kills itself before the nth of them
PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from sitegen.config import Config
from sitegen.intake import shelf, take_in, taking
from tests.faults.killing import die_before

taking._BATCH, shelf._UNSAVED = 7, 5
root = Path(sys.argv[2])
made = die_before(int(sys.argv[3]))
taken = take_in(root, [root / "seeds"], Config(), "2024-11-24", jobs=2)
print(made(), taken.documents)
"""


def pile(root: Path) -> None:
    """Write a pile of several kinds: headlines that come twice, an article in two places, one that is put aside."""
    for number in range(DOCUMENTS):
        text = f"Words of number {number}"
        title = f"The ferry is late{f' {number}' if number % 5 else ''}"
        body = [f"{text}, sentence {line}: nobody on the quay was surprised by it." for line in range(4)]
        folder = root / "seeds" / f"{number % 3}"
        folder.mkdir(parents=True, exist_ok=True)
        if number % 4 == 0:
            paragraphs = "".join(f"<p>{one}</p>" for one in body)
            page = (
                f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}"
            )
            (folder / f"{number}.html").write_text(f"{page}</article></body></html>", "utf-8")
        elif number % 4 == 1:
            rows = [{"title": f"{title}, {at}", "text": "\n\n".join(body)} for at in range(3)]
            (folder / f"{number}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
        else:
            (folder / f"{number}.txt").write_text(f"{title}\n\n12 March 2004\n\n" + "\n\n".join(body) + "\n", "utf-8")
    shutil.copy(root / "seeds/2/2.txt", root / "seeds/2/again.txt")
    (root / "seeds/empty.txt").write_bytes(b"")
    with zipfile.ZipFile(root / "seeds/more.zip", "w") as packed:
        for number in range(9):
            packed.writestr(
                zipfile.ZipInfo(f"in/{number}.txt"), f"Packed {number}\n\nIt was packed, as number {number}.\n"
            )


def taken(root: Path, nth: int = 0) -> tuple[int, list[int]]:
    """Run an import that is killed before its nth file call; return how it ended, and what it said."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT), str(root), str(nth)], capture_output=True, text=True, check=False
    )
    assert not done.stderr
    return done.returncode, [int(one) for one in done.stdout.split()]


def written(root: Path) -> Mapping[str, bytes]:
    """Return all that an import writes for good, and the list of what it put aside."""
    names = [*sorted((root / "content").rglob("*")), root / ".sitegen/rejects.jsonl"]
    return {str(one.relative_to(root)): one.read_bytes() for one in names if one.is_file()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, bytes], int, int]:
    """Return what an import that nobody stopped writes, how many file calls it takes, how many documents it reads."""
    root = tmp_path_factory.mktemp("whole")
    pile(root)
    code, (calls, documents) = taken(root)
    assert code == 0
    return written(root), calls, documents


@pytest.mark.parametrize("at", range(KILLS))
def test_a_killed_import_goes_on_to_the_very_bytes_of_one_that_was_not(
    at: int, tmp_path: Path, whole: tuple[Mapping[str, bytes], int, int]
) -> None:
    expected, calls, documents = whole
    chance = random.Random(at)
    pile(tmp_path)
    nth = int(calls * (at + chance.random()) / KILLS) + 1
    code, _ = taken(tmp_path, nth)
    killed_twice, _ = taken(tmp_path, chance.randrange(1, calls // 2)) if at % 2 else (code, [])
    assert {code, killed_twice} <= {-signal.SIGKILL, 0}
    ended, (_, read) = taken(tmp_path)
    assert ended == 0
    assert written(tmp_path) == expected
    assert read <= documents


def test_what_was_read_before_the_kill_is_not_read_again(
    tmp_path: Path, whole: tuple[Mapping[str, bytes], int, int]
) -> None:
    _, calls, documents = whole
    pile(tmp_path)
    assert taken(tmp_path, calls * 9 // 10)[0] == -signal.SIGKILL
    assert taken(tmp_path)[1][1] < documents // 2
