""".sitegen/rejects.jsonl: the seeds that were put aside, each with its reason and the way out."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sitegen import files
from sitegen.model import Problem

PATH = ".sitegen/rejects.jsonl"


def write(root: Path, rejects: Sequence[Problem], seen: set[str], *, whole: bool) -> None:
    """Keep the list of what was put aside: this run's, and those of seeds that it did not look at."""
    path = root / PATH
    kept = []
    if path.exists() and not whole:
        for line in files.read_bytes(path).decode("utf-8", "replace").splitlines():
            with suppress(ValueError):
                if json.loads(line)["seed"].partition("!/")[0] not in seen:
                    kept.append(line)
    lines = [
        json.dumps(
            {
                "seed": one.place.path if one.place else "",
                "line": one.place.line if one.place else 0,
                "rule": one.rule,
                "reason": one.text,
                "way_out": one.hint,
            },
            ensure_ascii=False,
        )
        for one in rejects
    ]
    text = "".join(f"{line}\n" for line in sorted({*kept, *lines}))
    if text or path.exists():
        files.write_text(path, text)
