"""How the weights of `sitegen/intake/weights.py` came about: learned from saved pages whose text is known.

Run as `python bench/learn_dumps.py [--pages FILE] [--check]`; it prints the module. It reads `../shared/data`, and
needs what sitegen itself does not: `pip install scikit-learn trafilatura resiliparse`. Pages of the sites that the
unseen half of `dumps` is made of are left out. `--pages` keeps the words of the pages between runs, since taking them
from the pages is what lasts; `--check` learns from two thirds of the sites and says how well the rest is read.
"""

import argparse
import gzip
import json
import random
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from dumps import half_of  # noqa: E402 - runs from a checkout that is not installed
from seed_style import DATA  # noqa: E402

from sitegen.intake import cleaning, lines, neighbours, parts, seams, split, traits, weights  # noqa: E402
from sitegen.intake.headers import Row  # noqa: E402
from sitegen.intake.traits import Measured  # noqa: E402

# how dumps are joined, and how many pages each holds
JOINS = ("\n\n\n\n", "\n\n\n\n", "\n\n", "\n", "\n\n-----\n\n", "\n\f\n")
SIZES = (1, 2, 2, 2, 3, 4, 6)
# how often each way of taking words from a page is used: with a reader's help, the same by a second one, everything
ENGINES = {"main": 2, "traf": 1, "full": 1}
# what pages alone teach too strictly: whole sentences would go where a short text stands among a page's words
BOUNDS = {"page-share": -1.0, "starts-small-in-text": -1.0}
_PAGE = cleaning.Judgement(kept=False, score=0.0, rule="")
RUN, LEAST, WORTH = 4, 150, 0.02
TEXT, PAGE = 0.5, 0.2


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page: its site, headline and body as people wrote them down, and its words by each engine."""

    site: str
    unseen: bool
    title: str
    body: list[str]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A dump made of pages: its bytes, its rows, how much of each is text (0 to 1), the page of each, all headlines."""

    data: bytes
    rows: list[Row]
    shares: list[float]
    pages: list[int]
    titles: frozenset[str]
    engine: str


# --- what is learned from ----------------------------------------------------------------------------


def pages(kept: Path | None) -> list[Page]:
    """Return all pages; from a file of an earlier run if there is one."""
    if kept and kept.exists():
        return [Page(**one) for one in json.loads(gzip.decompress(kept.read_bytes()))]
    found = list(_pages())
    if kept:
        kept.write_bytes(gzip.compress(json.dumps([asdict(page) for page in found]).encode()))
    return found


def _pages() -> Iterator[Page]:
    golds = list(_golds())
    site_of = {(name, one): site for name, one, site, _, _ in golds}
    unseen = set()
    for dump in half_of(json.loads((DATA / "dumps" / "gold.json").read_bytes()), "unseen"):
        for article in dump["articles"]:
            name = "naeb" if article["src"] == "naeb" else "fundus-pages"
            unseen |= {article["id"], site_of.get((name, article["id"]), "")}
    for name, one, site, title, body in golds:
        html = gzip.decompress((DATA / name / "html" / one).read_bytes()).decode("utf-8", "replace")
        yield Page(site, site in unseen or one in unseen, title, body, _words(html))


def _golds() -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Yield (folder, file, site, headline, paragraphs) of each page."""
    for one in json.loads((DATA / "naeb" / "articles.json").read_bytes()):
        body = [text for text in re.split(r"\n+", one["text"]) if text.strip()]
        yield "naeb", one["gz"].rpartition("/")[2], one["site"], one["title"], body
    for one in json.loads((DATA / "fundus-pages" / "gold.json").read_bytes()):
        body = list(one["body"]["summary"])
        for part in one["body"]["sections"]:
            body += part["headline"] + part["paragraphs"]
        yield "fundus-pages", one["gz"], one["country"] + one["publisher"], one["title"], body


def _words(html: str) -> dict[str, str]:
    import trafilatura  # noqa: PLC0415 - not needed with the pages of an earlier run
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    found = {
        "traf": trafilatura.extract(html),
        "main": extract_plain_text(html, main_content=True),
        "full": extract_plain_text(html),
    }
    return {engine: (words or "").strip("\n") for engine, words in found.items()}


class Gold:
    """The known text of a page, to be asked how much of a line belongs to it."""

    def __init__(self, body: Sequence[str]) -> None:
        self.paragraphs = {" ".join(_tokens(text)) for text in body}
        tokens = _tokens("\n".join(body))
        self.runs = set(_runs(tokens))
        self.joined = f" {' '.join(tokens)} "

    def share(self, line: str) -> float:
        """Return which share of a line is text."""
        tokens = _tokens(line)
        if len(tokens) < RUN:
            words = " ".join(tokens)
            return float(words in self.paragraphs or (len(tokens) == RUN - 1 and f" {words} " in self.joined))
        runs = _runs(tokens)
        return sum(run in self.runs for run in runs) / len(runs)

    def is_in(self, words: str) -> bool:
        """Whether most of the text stands in words."""
        return len(words) >= LEAST and len(self.runs & set(_runs(_tokens(words)))) >= 0.6 * len(self.runs)


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _runs(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(tokens[at : at + RUN]) for at in range(max(1, len(tokens) - RUN + 1))]


def dumps(found: Sequence[Page], rounds: int, seed: int) -> Iterator[Made]:
    """Yield dumps made of pages, each page in `rounds` of them and more."""
    chance = random.Random(seed)
    golds = {id(page): Gold(page.body) for page in found}
    for engine, share in ENGINES.items():
        good = [page for page in found if golds[id(page)].is_in(page.words[engine])]
        for _ in range(rounds * share):
            chance.shuffle(good)
            at = 0
            while at < len(good):
                group = good[at : at + chance.choice(SIZES)]
                at += len(group)
                yield _made(group, [golds[id(page)] for page in group], engine, chance.choice(JOINS))


def _made(group: Sequence[Page], golds: Sequence[Gold], engine: str, join: str) -> Made:
    pieces = [page.words[engine].encode() for page in group]
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece) + len(join.encode())
    data = join.encode().join(pieces)
    rows = rows_of(data)
    of = [sum(start <= row.line.start for start in starts) - 1 for row in rows]
    shares = [golds[number].share(row.text) for number, row in zip(of, rows, strict=True)]
    return Made(data, rows, shares, of, frozenset(page.title for page in group), engine)


def rows_of(data: bytes) -> list[Row]:
    """Return the rows of a dump as the reader measures them."""
    return parts.rows_of(lines.read(data).lines)[0]


def typed() -> Iterator[tuple[list[Row], list[float], set[int], str]]:
    """Yield the files of `seed-style`, which people laid out: rows, shares of text, the rows that begin an article."""
    for one in json.loads((DATA / "seed-style" / "gold.json").read_bytes()):
        rows = rows_of((DATA / "seed-style" / one["file"]).read_bytes())
        gold = Gold([block["text"] for article in one["articles"] for block in article["blocks"]])
        titles = {article["title"].strip() for article in one["articles"]}
        begins = {min(at for at, row in enumerate(rows) if row.text == title) for title in titles}
        yield rows, [-1.0 if row.text in titles else gold.share(row.text) for row in rows], begins, one["file"]


# --- learning ----------------------------------------------------------------------------------------

Example = tuple[dict[str, float], bool, float]


def of_cleaning(made: Iterable[Made]) -> Iterator[Example]:
    """Yield traits, whether the line is text, and what the example weighs: long lines more, people's own twice."""
    for one in made:
        yield from _lines(one.rows, one.shares, one.titles, 1.0)
    for rows, shares, _, _ in typed():
        yield from _lines(rows, shares, frozenset(), 2.0)


def _lines(rows: list[Row], shares: list[float], titles: frozenset[str], weight: float) -> Iterator[Example]:
    for example, _ in _weighed(traits.measure(rows), shares, titles, weight):
        yield example


def _weighed(
    measured: Measured, shares: list[float], titles: frozenset[str], weight: float
) -> Iterator[tuple[Example, int]]:
    """Yield an example and its line for each line of which it is known what it is."""
    for at, (row, share, own) in enumerate(zip(measured.rows, shares, measured.traits, strict=True)):
        if row.text not in titles and share >= 0 and not PAGE < share < TEXT:
            yield (dict(own), share >= TEXT, weight * (1 + measured.words[at]) ** 0.6), at


def of_articles(made: Iterable[Made]) -> Iterator[Example]:
    """Yield the same with what a line is among those of its article, judged alone by the weights learned before."""
    for one in made:
        firsts = sorted({one.pages.index(page) for page in set(one.pages)})
        yield from _within(one.rows, one.shares, one.titles, firsts, 1.0)
    for rows, shares, begins, _ in typed():
        yield from _within(rows, shares, frozenset(), sorted(begins | {0}), 2.0)


def _within(
    rows: list[Row], shares: list[float], titles: frozenset[str], begins: list[int], weight: float
) -> Iterator[Example]:
    measured = traits.measure(rows)
    alone = [one.score for one in cleaning.judge(measured)]
    more = list(neighbours.measure(measured, alone, begins))
    for (own, is_text, weighs), at in _weighed(measured, shares, titles, weight):
        yield {**own, **more[at]}, is_text, weighs


def of_seams(made: Iterable[Made]) -> Iterator[Example]:
    """Yield traits of a seam before a line and whether there is one; lines of a page between two texts say neither."""
    for one in made:
        begins = {one.pages.index(page) for page in set(one.pages)} - {0}
        unsure = _between(one, begins)
        yield from _before(one.rows, begins, unsure, 1.0)
    for rows, _, begins, name in typed():
        if zlib.crc32(name.encode()) % 2:
            yield from _before(rows, begins, set(), 3.0)


def _between(one: Made, begins: set[int]) -> set[int]:
    """Return the lines of the page around each beginning."""
    found = set()
    for first in begins:
        at = first - 1
        while at >= 0 and one.shares[at] < TEXT and one.pages[at] == one.pages[first] - 1:
            found.add(at)
            at -= 1
        at = first
        while at < len(one.rows) and one.shares[at] < TEXT and one.pages[at] == one.pages[first]:
            found.add(at)
            at += 1
        found.add(at)
    return found - begins


def _before(rows: list[Row], begins: set[int], unsure: set[int], weight: float) -> Iterator[Example]:
    measured = traits.measure(rows)
    found = seams.traits_of(measured, cleaning.judge(measured), proposed(rows))
    for at, own in enumerate(found):
        if at and at not in unsure:
            yield dict(own), at in begins, weight


def proposed(rows: Sequence[Row]) -> dict[int, str]:
    """Return where the rules of `split` see an article begin."""
    plain, _ = parts.without_furniture(rows)
    at = {row.line.number: number for number, row in enumerate(rows)}
    return {at[plain[start.row].line.number]: start.rule for start in split.starts(plain) if start.row}


def learned(examples: Iterable[Example]) -> tuple[float, dict[str, float]]:
    """Return base and weights by logistic regression."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - for learning only
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.preprocessing import MaxAbsScaler  # noqa: PLC0415

    measured, answers, weighed = zip(*examples, strict=True)
    table = DictVectorizer(sparse=True)
    mean = sum(weighed) / len(weighed)
    model, scaled = LogisticRegression(C=1.0, max_iter=1000), MaxAbsScaler()
    model.fit(
        scaled.fit_transform(table.fit_transform(measured)), answers, sample_weight=[one / mean for one in weighed]
    )
    pairs = zip(table.get_feature_names_out(), model.coef_[0] / scaled.scale_, strict=True)
    found = {name: round(max(float(value), BOUNDS.get(name, -99)), 2) for name, value in pairs if abs(value) >= WORTH}
    return round(float(model.intercept_[0]), 2), found


def learn(found: Sequence[Page], rounds: int = 3) -> None:
    """Learn cleaning, then with it what lines are within articles, and seams; let the reader use them."""
    weights.CLEANING_BASE, weights.CLEANING = learned(of_cleaning(dumps(found, 1, 1)))
    cleaning.CLEANING_BASE, cleaning.CLEANING = weights.CLEANING_BASE, weights.CLEANING  # type: ignore[attr-defined]
    weights.ARTICLES_BASE, weights.ARTICLES = learned(of_articles(dumps(found, 1, 1)))
    cleaning.ARTICLES_BASE, cleaning.ARTICLES = weights.ARTICLES_BASE, weights.ARTICLES  # type: ignore[attr-defined]
    weights.SEAMS_BASE, weights.SEAMS = learned(of_seams(dumps(found, rounds, 4)))
    seams.SEAMS_BASE, seams.SEAMS = weights.SEAMS_BASE, weights.SEAMS  # type: ignore[attr-defined]


# --- telling -----------------------------------------------------------------------------------------


def check(found: Sequence[Page]) -> str:
    """Learn from two thirds of the sites; return how many dumps of the rest have the right count, and words' F1."""
    apart = [zlib.crc32(page.site.encode()) % 3 == 0 for page in found]
    learn([page for page, one in zip(found, apart, strict=True) if not one], 1)
    tested = list(dumps([page for page, one in zip(found, apart, strict=True) if one], 2, 9))
    right, of = Counter[str](), Counter[str]()
    kept = true = both = 0.0
    for one in tested:
        read = parts.part(lines.read(one.data).lines)
        right[one.engine] += len(read.parts) == one.pages[-1] + 1
        of[one.engine] += 1
        for row, share in zip(one.rows, one.shares, strict=True):
            size, is_kept = len(_tokens(row.text)), read.judged.get(row.line.number, _PAGE).kept
            kept, true, both = kept + size * is_kept, true + size * share, both + size * share * is_kept
    shares = ", ".join(f"{engine} {right[engine] / of[engine]:.1%}" for engine in of)
    precision, recall = both / kept, both / true
    return f"counts {right.total() / of.total():.1%} ({shares}), P {precision:.3f} R {recall:.3f}"


def module() -> str:
    """Return the module of the weights as Python's text."""
    kinds = (
        ("CLEANING", "for a line being an article's text (positive) or the page's own (negative)"),
        ("ARTICLES", "for the same, once it is known where the article of a line begins and ends"),
        ("SEAMS", "for a line being the first of an article"),
    )
    said = [
        '"""What each trait of a line weighs, in log-odds, as `bench/learn_dumps.py` learned it from pages."""\n',
        "from collections.abc import Mapping\n",
    ]
    for name, what in kinds:
        table: dict[str, Any] = getattr(weights, name)
        rows = [f'    "{key}": {value},' for key, value in sorted(table.items(), key=lambda pair: (pair[1], pair[0]))]
        base = getattr(weights, f"{name}_BASE")
        said += [f"# {what}", f"{name}_BASE = {base}", f"{name}: Mapping[str, float] = {{", *rows, "}"]
    return "\n".join(said)


def main() -> None:
    """Learn, and print the module or the check."""
    flags = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    flags.add_argument("--pages", type=Path, help="keep the words of the pages in this file (.json.gz)")
    flags.add_argument("--check", action="store_true", help="measure on sites that were not learned from")
    said = flags.parse_args()
    found = [page for page in pages(said.pages) if not page.unseen]
    if said.check:
        print(check(found))
        return
    learn(found)
    print(module())


if __name__ == "__main__":
    main()
