"""The bars of saved pages on the private data, by halves of the sites, and the time that a page takes.

Run as `python bench/extraction.py [--every N] [--time] [--jobs N]`. The halves part the pages by site. The weights of
`sitegen/intake/pages/weights.py` are fitted on both halves, so these figures are of pages that were seen;
`page_weights.py --unseen` tells what the same fit gives on sites that it has not seen. With `--jobs` only the
throughput of a whole import in so many processes is measured, the sets repeated until `--pages` (10,000) are read.
"""

import gzip
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
sys.path[:0] = [str(ROOT), str(DATA / "tools")]

from sitegen import config, markdown  # noqa: E402 - runs from a checkout that is not installed
from sitegen.intake import taking  # noqa: E402
from sitegen.intake.importers import page  # noqa: E402
from sitegen.intake.members import Member  # noqa: E402
from sitegen.model import RawArticle  # noqa: E402

SETS = ("aeb", "naeb", "fundus-pages", "trafilatura-eval")
_LOOKS = re.compile(r"</?(?:a|em|strong|code)\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Sample:
    """A saved page of a site, with its gold."""

    set: str
    html: bytes
    url: str
    site: str
    gold: dict[str, Any]

    @property
    def half(self) -> int:
        """0 or 1: to which half of the sites its own belongs."""
        return sha256(self.site.encode()).digest()[0] & 1


@dataclass(frozen=True, slots=True)
class Result:
    """What was read of a page: the text as a reader sees it, and the article, None where there is none."""

    sample: Sample
    text: str
    article: RawArticle | None


def samples(name: str, every: int = 1) -> Iterator[Sample]:
    """Yield the pages of a set, every so many."""
    for folder_name, url, gold in list(_gold(name))[::every]:
        host = urlsplit(url).netloc.split(":")[0] if url else "_".join(folder_name.split("_")[:2])
        html = gzip.decompress((DATA / name / "html" / folder_name).read_bytes())
        yield Sample(name, html, url, ".".join(host.split(".")[-2:]), gold)


def _gold(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    folder = DATA / name
    if name == "aeb":
        for key, one in json.loads((folder / "ground-truth.json").read_bytes()).items():
            yield f"{key}.html.gz", one["url"], {"text": one["articleBody"]}
    elif name == "naeb":
        for one in json.loads((folder / "articles.json").read_bytes()):
            yield one["gz"], one["link"], one
    elif name == "fundus-pages":
        for one in json.loads((folder / "gold.json").read_bytes()):
            yield one["gz"], "", one | {"text": _fundus(one), "date": one["publishing_date"] or ""}
    else:
        for url, one in json.loads((folder / "evaldata.json").read_bytes()).items():
            yield one["gz"], url, one


def _fundus(one: dict[str, Any]) -> str:
    sections = [text for part in one["body"]["sections"] for text in (*part["headline"], *part["paragraphs"])]
    return "\n".join([*one["body"]["summary"], *sections])


def result(sample: Sample) -> Result:
    """Read a page as intake does."""
    about = {"url": sample.url} if sample.url else {}
    article = next(iter(page.read(Member("page.html", sample.html, about)).articles), None)
    shown = markdown.to_html(article.body, {}) if article else ""
    return Result(sample, unescape(re.sub(r"<[^>]+>", " ", _LOOKS.sub("", shown))), article)


def scores(results: Sequence[Result]) -> dict[str, float]:
    """Return the figures of one set by the published scorer."""
    import score_extraction as scorer  # type: ignore[import-not-found]  # noqa: PLC0415 - stands beside the data

    if results[0].sample.set == "trafilatura-eval":
        told = [(one.text, one.sample.gold["with"], one.sample.gold["without"]) for one in results]
        return {"segments F": scorer.segment_scores(told)["f1"]}
    found = {"body F1": scorer.shingle_f1([(one.sample.gold["text"], one.text) for one in results])["f1"]}
    if "title" in results[0].sample.gold:
        found |= _stated(results, scorer)
    heads = [_has_subhead(one, head) for one in results for head in _subheads(one.sample)]
    return found | ({"subheads": _share(heads)} if heads else {})


def _stated(results: Sequence[Result], scorer: ModuleType) -> dict[str, float]:
    found: dict[str, list[float]] = {"title": [], "date": [], "author": []}
    for one in results:
        gold, article = one.sample.gold, one.article
        found["title"].append(scorer.title_key(gold["title"]) == scorer.title_key(article.title if article else ""))
        found["author"].append(scorer.author_f1(gold["authors"], list(article.byline) if article else []))
        if gold["date"]:
            found["date"].append(bool(article and article.date and article.date.text == gold["date"][:10]))
    return {name: _share(values) for name, values in found.items()}


def _share(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)


def _subheads(sample: Sample) -> list[str]:
    return [head for part in sample.gold.get("body", {}).get("sections", ()) for head in part["headline"]]


def _has_subhead(one: Result, head: str) -> bool:
    lines = one.article.body.split("\n") if one.article else []
    wanted = re.sub(r"[\W_]+", "", head.casefold())
    return any(re.sub(r"[\W_]+", "", line.casefold()) == wanted for line in lines if line.startswith("#"))


def tell(name: str, found: Sequence[Result]) -> None:
    """Print the figures of one set: both halves and all."""
    for label, half in (("half 0", 0), ("half 1", 1), ("all", None)):
        some = [one for one in found if half is None or one.sample.half == half]
        told = " ".join(f"{key} {value:.3f}" for key, value in scores(some).items()) if some else "none"
        print(f"{name:17} {label:7} {len(some):4} pages  {told}")


def timing(pages: Sequence[Sample]) -> tuple[float, float]:
    """Return the milliseconds of processor time a page takes here, and in trafilatura alone."""
    import trafilatura  # noqa: PLC0415 - heavy

    begun = time.process_time()
    for one in pages:
        page.read(Member("page.html", one.html, {"url": one.url} if one.url else {}))
    middle = time.process_time()
    for one in pages:
        trafilatura.extract(one.html)
    return tuple(1000 * spent / len(pages) for spent in (middle - begun, time.process_time() - middle))  # type: ignore[return-value]


def throughput(pages: Sequence[Sample], count: int, jobs: int) -> None:
    """Print the time that an import of so many pages takes, with all that is written, beside trafilatura alone.

    The processor time of all processes is told beside the clock's: other work on the machine lengthens only the latter.
    """
    own, clock, read = 0.0, 0.0, 0
    while read < count:
        some = pages[: count - read]
        spent, passed = _imported(some, jobs)
        own, clock, read = own + spent, clock + passed, read + len(some)
    _, alone = timing(pages[:: max(1, len(pages) // 300)])
    busy = 1000 * own / read
    print(f"{read:,} pages imported in {jobs} processes: {1000 * clock / read:.1f} ms a page by the clock, "
          f"{busy:.1f} ms of processor time; trafilatura alone {alone:.1f} ms; "
          f"on {jobs} cores {jobs * alone / busy:.2f} x")  # fmt: skip


def _imported(pages: Sequence[Sample], jobs: int) -> tuple[float, float]:
    """Import pages into a new archive; return the seconds of processor time, in all processes, and of the clock."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        seeds = root / "pile"
        seeds.mkdir()
        for number, one in enumerate(pages):
            (seeds / f"{number:05}.html").write_bytes(one.html)
        before, begun = _busy(), time.perf_counter()
        taking.take_in(root, [seeds], config.Config(), "2026-01-01", jobs=jobs)
        return _busy() - before, time.perf_counter() - begun


def _busy() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _number(flag: str, default: int) -> int:
    return int(sys.argv[sys.argv.index(flag) + 1]) if flag in sys.argv else default


def main() -> None:
    """Print the figures of each set: both halves and all."""
    every = _number("--every", 1)
    if jobs := _number("--jobs", 0):
        throughput([one for name in SETS for one in samples(name, every)], _number("--pages", 10_000), jobs)
        return
    for name in SETS:
        tell(name, [result(one) for one in samples(name, every)])
    if "--time" in sys.argv:
        own, alone = timing([one for name in SETS for one in samples(name, max(every, 6))])
        print(f"{own:.1f} ms a page; trafilatura alone {alone:.1f} ms; on two cores {2 * alone / own:.2f} x")


if __name__ == "__main__":
    main()
