"""Claims about the list of what was put aside."""

import json
from pathlib import Path

from sitegen.intake import rejects
from sitegen.model import Place
from sitegen.problems import problem

EMPTY = problem("seed-empty", "This file is empty.", Place("seeds/a.txt"), "Paste the articles into it, or remove it.")
OTHER = problem("seed-empty", "This file is empty.", Place("seeds/b.txt"), "Paste the articles into it, or remove it.")


def listed(root: Path) -> list[str]:
    return [json.loads(line)["seed"] for line in (root / rejects.PATH).read_text("utf-8").splitlines()]


def test_each_seed_put_aside_has_its_reason_and_way_out(tmp_path: Path) -> None:
    rejects.write(tmp_path, [EMPTY], {"seeds/a.txt"}, whole=True)
    assert json.loads((tmp_path / rejects.PATH).read_bytes()) == {
        "seed": "seeds/a.txt",
        "line": 0,
        "rule": "seed-empty",
        "reason": "This file is empty.",
        "way_out": "Paste the articles into it, or remove it.",
    }


def test_a_run_over_some_seeds_keeps_what_is_known_of_others(tmp_path: Path) -> None:
    rejects.write(tmp_path, [EMPTY, OTHER], {"seeds/a.txt", "seeds/b.txt"}, whole=True)
    rejects.write(tmp_path, [], {"seeds/a.txt"}, whole=False)
    assert listed(tmp_path) == ["seeds/b.txt"]
    with (tmp_path / rejects.PATH).open("a", encoding="utf-8") as file:
        file.write('{"half')
    rejects.write(tmp_path, [EMPTY], {"seeds/a.txt"}, whole=False)
    assert listed(tmp_path) == ["seeds/a.txt", "seeds/b.txt"]


def test_a_run_over_all_seeds_forgets_what_is_mended_and_writes_nothing_without_need(tmp_path: Path) -> None:
    rejects.write(tmp_path, [], set(), whole=True)
    assert not (tmp_path / rejects.PATH).exists()
    rejects.write(tmp_path, [EMPTY], {"seeds/a.txt"}, whole=True)
    rejects.write(tmp_path, [], {"seeds/a.txt"}, whole=True)
    assert listed(tmp_path) == []
