"""Import at scale: a made-up pile of texts, pages and JSON lines is taken in, with its seconds and peak memory.

Run as `python bench/intake_scale.py [documents]`: 100,000 unless told otherwise, which takes 4 GB of a RAM disk. What
is printed is what a fresh archive costs with so many processes, what `--again` costs where nothing is better now, and
whether both ways wrote the same bytes.
"""

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

from corpus import Story, stories
from measuring import FailedError, Used, run
from workplace import workplace

ROOT = Path(__file__).parents[1]
# of each ten documents: five texts, four pages, one of JSON lines
_KINDS = ("txt", "html", "txt", "html", "txt", "jsonl", "txt", "html", "txt", "html")
_ROWS = 3
_IN_A_FOLDER = 500
_PARAGRAPHS = 4
_PAUSE = 0.2
_CLOCK = "2026-11-24T12:00:00Z"


def main() -> None:
    """Lay the pile out, take it in with each number of processes, and print what that cost."""
    given = _flags().parse_args()
    with workplace(given.documents, 1) as place:
        _lay_out(place.folder / "site", given.documents)
        print(f"{given.documents:,} documents, {place.disk}")
        trees = [_measured(place.folder / "site", jobs, again=given.again) for jobs in given.jobs]
    if len(set(trees)) > 1:
        sys.exit("the runs wrote different bytes")


def _flags() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int, nargs="?", default=100_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="numbers of processes (default: 1 2)")
    parser.add_argument("--again", action="store_true", help="measure `import --again` after each import")
    return parser


def _measured(site: Path, jobs: int, *, again: bool) -> str:
    """Take a pile in from nothing and print what it cost; return a digest of what was written."""
    for made in ("content", ".sitegen"):
        shutil.rmtree(site / made, ignore_errors=True)
    _tell(f"-j {jobs}", _import(site, "-j", str(jobs)))
    digest, articles = _tree(site / "content")
    print(f"{'':12}{articles:,} articles")
    if again:
        _tell(f"-j {jobs} --again", _import(site, "-j", str(jobs), "--again"))
        if _tree(site / "content")[0] != digest:
            sys.exit("--again changed what need not be changed")
    return digest


def _import(site: Path, *flags: str) -> Used:
    command = [sys.executable, "-m", "sitegen", "import", str(site / "seeds"), "-q", "--clock", _CLOCK, *flags]
    env = {"PYTHONPATH": str(ROOT)}
    return run([*command, "-C", str(site)], env, memory=True, pause=_PAUSE)


def _tell(what: str, used: Used) -> None:
    print(f"{what:12}{used.wall:8.1f} s wall {used.cpu:8.1f} s CPU {used.peak / 1e6:8,.0f} MB peak, all processes")


def _tree(content: Path) -> tuple[str, int]:
    """Return a digest over the names and bytes of all files, and how many articles there are."""
    found = hashlib.blake2b(digest_size=16)
    articles = 0
    for path in sorted(content.rglob("*")):
        if path.is_file():
            found.update(f"{path.relative_to(content)}\0".encode() + path.read_bytes())
            articles += path.suffix == ".md"
    return found.hexdigest(), articles


# --- the pile -----------------------------------------------------------------------------------------


def _lay_out(site: Path, documents: int) -> None:
    """Write a pile of so many documents as the seeds of a site."""
    made = stories(documents * _ROWS)
    for number in range(documents):
        kind = _KINDS[number % len(_KINDS)]
        path = site / "seeds" / f"{number // _IN_A_FOLDER:04}" / f"{number:06}.{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        told = [next(made) for _ in range(_ROWS if kind == "jsonl" else 1)]
        path.write_text(_WRITTEN[kind](told), "utf-8")
    (site / "site.yaml").write_text("title: A pile\nsections: [news]\n", "utf-8")


def _text(told: Sequence[Story]) -> str:
    (one,) = told
    day = f"{one.day.day} {one.day:%B %Y}"
    return "\n\n".join([one.title, f"By {one.people[0]}\n{day}", *one.paragraphs[:_PARAGRAPHS]]) + "\n"


def _page(told: Sequence[Story]) -> str:
    (one,) = told
    text = "".join(f"<p>{escape(words)}</p>\n" for words in one.paragraphs[:_PARAGRAPHS])
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("news", "sea", "town", "letters"))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{one.title}</title>\n'
        f'<meta property="article:published_time" content="{one.day}"><meta name="author" content="{one.people[0]}">\n'
        f"</head><body><nav><ul>{links}</ul></nav>\n<article><h1>{one.title}</h1>\n{text}</article>\n"
        f"<footer><p>All rights reserved.</p></footer></body></html>\n"
    )


def _rows(told: Sequence[Story]) -> str:
    rows = (
        {"title": one.title, "date": str(one.day), "author": one.people[0], "text": "\n\n".join(one.paragraphs[:2])}
        for one in told
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


_WRITTEN = {"txt": _text, "html": _page, "jsonl": _rows}

if __name__ == "__main__":
    try:
        main()
    except FailedError as error:
        sys.exit(str(error))
