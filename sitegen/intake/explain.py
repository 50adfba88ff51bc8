"""What import would make of a file: what becomes of each line, and what would be written; nothing is."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from sitegen.config import Config
from sitegen.intake import curate, house, reading, seeds
from sitegen.intake.containers import INSIDE
from sitegen.intake.curate import Find
from sitegen.intake.ledger import Known
from sitegen.intake.lines import Line
from sitegen.intake.members import Reading
from sitegen.intake.mentions import Mention
from sitegen.intake.pile import Closing, Pile
from sitegen.intake.reading import Document
from sitegen.intake.record import Span
from sitegen.intake.seeds import Seed
from sitegen.intake.shelf import WHY, Shelf, after_all
from sitegen.intake.sidecar import Sidecar, Sidecars
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

_WORDS = 100
# documents of a container that are named where none was meant
_NAMED = 5


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line of the file, its bytes (`stop` exclusive), and what becomes of it.

    `kept` is text of an article, `cut` went into a key of its front matter, `dropped` went nowhere; `where` names the
    block or the key, `rule` the rule by which it was cut or dropped. `article` counts from 1, 0 for none. `begins` is
    the rule by which an article begins on this line. `score` says how sure that is, or on other lines that they are
    text, in log-odds: 0 where nothing was weighed.
    """

    number: int
    start: int
    stop: int
    text: str
    verdict: Literal["kept", "cut", "dropped"]
    article: int = 0
    where: str = ""
    rule: str = ""
    begins: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class ExplainedArticle:
    """An article as it would be written: `number` in the dump from 1, `path` of its content file, front-matter values.

    `left` says why nothing would be written, "" if the article is new; then `path` is where it stands. `evidence` is
    (of what, the words), `suggested` (taxonomy, name, how often it stands in the text), `mentions` the names of the
    authority files that stand there.
    """

    number: int
    path: str
    left: str
    values: Mapping[str, Any]
    evidence: tuple[tuple[str, str], ...] = ()
    suggested: tuple[tuple[str, str, int], ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A file explained: its lines, its articles with their evidence, and what would be found fault with."""

    path: str
    size: int = 0
    encoding: str = ""
    lines: tuple[ExplainedLine, ...] = ()
    articles: tuple[ExplainedArticle, ...] = ()
    findings: tuple[Problem, ...] = ()


def explain(root: Path, path: Path, config: Config, importer: str = "", inner: str = "") -> Explanation:
    """Read a file and its sidecars as `take_in` would and tell what would become of them; nothing is written.

    `importer` names one that is to read it, `inner` a document within it. Raises BuildError where the ledger cannot
    be read.
    """
    seed = seeds.named(root, path)
    if path.is_dir():
        said = "This is a folder; one file at a time is explained."
        found = problem("seed-unknown-kind", said, Place(seed.name), "Name a file in it.")
        return Explanation(seed.name, findings=(found,))
    wanted = f"{seed.name}{INSIDE}{inner}" if inner else seed.name
    try:
        document = _document(root, seed, config, importer, wanted)
        read = reading.read(document)
    except BuildError as error:
        return Explanation(wanted, findings=error.problems)
    one, stated = reading.understood(document, read), document.stated
    findings = list(one.findings)
    articles = _articles(root, one.finds, stated, config, findings)
    stated_in = {place.path for place in stated.places.values()}
    findings += reading.unmatched(stated, dict.fromkeys(stated_in, one.titles), folders=False)
    lines = read.lines.lines if read.lines else tuple(_pieces(one.spans, document.member.data))
    told = tuple(_explained(lines, one.spans, read))
    return Explanation(wanted, one.size, one.encoding or "read as it states itself", told, articles, tuple(findings))


def _document(root: Path, seed: Seed, config: Config, importer: str, wanted: str) -> Document:
    """Return the document of a name: the seed's own, or one within it. Raises BuildError where there is none."""
    names: list[str] = []
    for one in Pile(Sidecars(root, config), config.limits.seed_bytes, importer).documents(seed):
        if isinstance(one, Document):
            if one.member.name == wanted:
                return one
            names.append(one.member.name)
            if wanted == seed.name and len(names) == _NAMED:
                break
        elif refused := _refused(one, wanted):
            raise BuildError(refused)
    raise BuildError([_elsewhere(seed, wanted, names)])


def _refused(closing: Closing, wanted: str) -> tuple[Problem, ...]:
    """Return the reasons for which nothing is read under a name."""
    told = (*closing.refused, *closing.findings)
    return tuple(one for one in told if not closing.container or (one.place and one.place.path == wanted))


def _elsewhere(seed: Seed, wanted: str, names: Sequence[str]) -> Problem:
    """Return what is told where a file holds documents, and none of them was meant."""
    if wanted != seed.name:
        said = "No document of this name is in it that an importer knows."
        near = get_close_matches(wanted, names, _NAMED, 0)
        return problem("seed-unknown-kind", said, Place(wanted), f"It holds {', '.join(near) or 'none'}.")
    said = "This holds documents of its own; one at a time is explained."
    return problem("seed-unknown-kind", said, Place(seed.name), f"Name one of them: {', '.join(names) or 'none'}.")


def _pieces(spans: Sequence[Span], data: bytes) -> Iterator[Line]:
    """Yield the spans of a document that is no lines as if they were: each with the words it begins with."""
    for number, span in enumerate(spans, 1):
        words = " ".join(data[span.start : span.start + _WORDS].decode("utf-8", "replace").split())
        yield Line(number, words or "…", span.start, span.start, span.end, span.end)


def _articles(
    root: Path, finds: Sequence[Find], stated: Sidecar, config: Config, findings: list[Problem]
) -> tuple[ExplainedArticle, ...]:
    shelf, known = Shelf(root), house.of(root, config)
    gone = shelf.gone_from(finds[0].seed, {find.digest for find in finds}) if finds else []
    told = []
    for find in finds:
        curated = curate.curate(find, stated, known)
        same = shelf.recognised(find, gone)
        if same is None:
            findings += curated.findings
            identifier, path, there = shelf.place(curated, find, ascii_only=config.slugs == "ascii")
            # for what follows in the dump only: this shelf is not saved
            shelf.wrote(find, identifier, path, curated.added)
            left = WHY["known"] if there else ""
        else:
            path, left = _left(shelf, same, find)
        evidence, suggested = find.article.evidence, find.article.suggested
        told.append(ExplainedArticle(find.number, path, left, curated.values, evidence, suggested, curated.mentions))
    return tuple(told)


def _left(shelf: Shelf, known: Known, find: Find) -> tuple[str, str]:
    path, became = shelf.whereabouts(known)
    return path or known.path, WHY[after_all(became, known, find)]


def _explained(lines: Sequence[Line], spans: Sequence[Span], reading: Reading) -> Iterator[ExplainedLine]:
    rules = {cut.start: cut.rule for cut in reading.cuts}
    beginnings = {article.start: article.begins for article in reading.articles if article.begins}
    for line in lines:
        if not line.text:
            yield ExplainedLine(line.number, line.first, line.stop, line.text, "dropped", rule="blank-line")
            continue
        # a paragraph may stand on several lines
        span = spans[bisect_right(spans, line.start, key=lambda one: one.start) - 1]
        rule = rules.get(span.start, "")
        verdict: Literal["kept", "cut", "dropped"] = "dropped" if span.dropped else "cut" if rule else "kept"
        begins = beginnings.get(line.start)
        yield ExplainedLine(
            line.number, line.first, line.stop, line.text, verdict, span.article + 1, span.kept, rule or span.dropped,
            begins.rule if begins else "", begins.score if begins else span.score,
        )  # fmt: skip
