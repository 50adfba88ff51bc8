"""Claims about piles that an enemy, a broken disk or a careless export made: nothing of them ends a run."""

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from . import hostile
from .shared import ONE, shared

CLOCK = "2026-11-24T00:00:00Z"
# of one process; a run at rest takes 120 MB, and a document may be 50 MB
MOST_MEGABYTES = 1000
SECONDS = 900


@dataclass(frozen=True)
class Run:
    """How a run of the command ended."""

    code: int
    megabytes: int
    seconds: float
    said: dict[str, Any]


def run(root: Path, *arguments: str) -> Run:
    """Run the command, and measure it."""
    out = root.parent / f"{root.name}.json"
    command = [sys.executable, "-m", "sitegen", arguments[0], "-C", str(root), "-j", "1", "--clock", CLOCK, "--json"]
    begun = time.monotonic()
    to = [(os.POSIX_SPAWN_OPEN, 1, str(out), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    process = os.posix_spawn(sys.executable, [*command, *arguments[1:]], os.environ, file_actions=to)
    _, status, used = os.wait4(process, 0)
    said = json.loads(out.read_text("utf-8") or "{}")
    return Run(os.waitstatus_to_exitcode(status), used.ru_maxrss // 1024, time.monotonic() - begun, said)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    root = tmp_path_factory.mktemp("bad") / "site"
    root.mkdir()
    hostile.lay(root / "seeds")
    return root, run(root, "import", str(root / "seeds"))


def test_it_ends_with_a_list_within_bounds_of_memory_and_time(imported: tuple[Path, Run]) -> None:
    _, ended = imported
    assert ended.code == 3
    assert ended.megabytes < MOST_MEGABYTES
    assert ended.seconds < SECONDS


def test_the_good_articles_among_the_bad_are_taken_in(imported: tuple[Path, Run]) -> None:
    root, _ = imported
    titles = {path.name for path in (root / "content").rglob("*.md")}
    # those with names that no page can have among them
    wanted = "ferry-late-again council-buys-a-goose boat-late-again council-buys-a-duck council-buys-a-gander"
    assert {f"{name}.md" for name in wanted.split()} <= titles


def test_each_reject_has_its_reason_and_a_way_out(imported: tuple[Path, Run]) -> None:
    root, _ = imported
    rejects = [json.loads(line) for line in (root / ".sitegen/rejects.jsonl").read_text("utf-8").splitlines()]
    assert len(rejects) > 40
    assert [one for one in rejects if not (one["seed"] and one["reason"] and one["way_out"])] == []


def test_no_importer_failed_and_no_process_died(imported: tuple[Path, Run]) -> None:
    root, _ = imported
    rules = {json.loads(line)["rule"] for line in (root / ".sitegen/rejects.jsonl").read_text("utf-8").splitlines()}
    assert not rules & {"seed-failed", "seed-killed", "worker-died"}


def test_every_file_is_taken_in_or_told_of(imported: tuple[Path, Run]) -> None:
    root, ended = imported
    told = {one["place"]["path"].partition("!/")[0] for one in [*ended.said["rejects"], *ended.said["findings"]]}
    taken = {path.name.partition("!")[0].removesuffix(".json") for path in (root / ".sitegen/intake/seeds").iterdir()}
    lost = {name for name in hostile.files() if f"seeds/{name}" not in told and name not in taken}
    assert lost == set()


def test_nothing_of_the_machine_is_drawn_into_the_archive(imported: tuple[Path, Run]) -> None:
    root, _ = imported
    texts = "".join(path.read_text("utf-8") for path in (root / "content").rglob("*.md"))
    assert "root:x:0" not in texts


def test_what_was_taken_in_can_be_built(imported: tuple[Path, Run]) -> None:
    root, _ = imported
    assert run(root, "build", "--no-search", "--no-import").code in {0, 3}


def test_the_hostile_strings_of_others_are_taken_in_or_told_of_and_can_be_built(tmp_path: Path) -> None:
    bad = shared("bad-input")
    root = tmp_path / "site"
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    strings = [*json.loads((bad / "blns.json").read_text("utf-8"))]
    strings += [one["payload"] for one in json.loads((bad / "dompurify-payloads.json").read_text("utf-8"))]
    strings += [one["original"] for one in json.loads((bad / "ftfy-mojibake.json").read_text("utf-8"))]
    strings += (bad / "xss-payloads.txt").read_text("utf-8").splitlines()[::10]
    rows = [{"title": one, "text": f"{ONE}\n\n{one}", "author": one, "url": one, "tags": [one]} for one in strings]
    (seeds / "strings.json").write_text(json.dumps(rows), "utf-8")
    (seeds / "strings.txt").write_text("\n\n\n".join(f"{one}\n\n{ONE}" for one in strings), "utf-8")
    pages = (f"<html><title>{one}</title><h1>{one}</h1><p>{ONE}</p><div>{one}</div>" for one in strings[::5])
    for number, page in enumerate(pages):
        (seeds / f"page-{number}.html").write_text(page, "utf-8")
    for one in json.loads((bad / "yaml-test-suite.json").read_text("utf-8")):
        for number, case in enumerate(one["cases"]):
            text = f"---\n{case['yaml']}\n---\n\n# {one['id']}\n\n{ONE}"
            (seeds / f"{one['id']}-{number}.md").write_text(text, "utf-8")
    ended = run(root, "import", str(seeds))
    assert ended.code in {0, 3}
    assert ended.megabytes < MOST_MEGABYTES
    assert {one["rule"] for one in ended.said["rejects"]} <= {"document-unreadable", "page-not-article"}
    assert run(root, "build", "--no-search", "--no-import").code in {0, 3}
