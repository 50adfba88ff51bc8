"""What the reader makes of a file, line by line, without writing anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sitegen.config import Config
from sitegen.intake import importers, record, seeds
from sitegen.intake.lines import Line
from sitegen.intake.record import Span
from sitegen.intake.seeds import Seed
from sitegen.model import Place, Problem, RawArticle
from sitegen.problems import BuildError, problem


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line of the file, its bytes (`stop` exclusive), and what becomes of it.

    `kept` is text of an article, `cut` went into a key of its front matter, `dropped` went nowhere; `where` names the
    block or the key, `rule` the rule by which it was cut or dropped. `article` counts from 1, 0 for none.
    """

    number: int
    start: int
    stop: int
    text: str
    verdict: Literal["kept", "cut", "dropped"]
    article: int = 0
    where: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A file explained: its lines, its articles with their evidence, and what would be found fault with."""

    path: str
    size: int = 0
    encoding: str = ""
    lines: tuple[ExplainedLine, ...] = ()
    articles: tuple[RawArticle, ...] = ()
    findings: tuple[Problem, ...] = ()


def explain(root: Path, path: Path, config: Config) -> Explanation:
    """Read a file as `take_in` would and tell of each line what becomes of it; nothing is written."""
    inside = path.resolve().is_relative_to(root.resolve())
    name = path.resolve().relative_to(root.resolve()).as_posix() if inside else path.name
    importer = importers.for_file(path.name)
    if importer is None:
        hint = "Save it as plain text (.txt)."
        return Explanation(
            name, findings=(problem("seed-unknown-kind", "No importer knows this kind of file.", Place(name), hint),)
        )
    try:
        read = seeds.read(Seed(path, name), config.limits.seed_bytes)
    except BuildError as error:
        return Explanation(name, findings=error.problems)
    dump = importer.read(read.lines)
    rules = {cut.start: cut.rule for cut in dump.cuts}
    lines = tuple(_explained(read.lines.lines, record.spans(read.lines, dump), rules))
    return Explanation(name, read.lines.size, read.lines.encoding.codec, lines, dump.articles, read.findings)


def _explained(lines: tuple[Line, ...], spans: tuple[Span, ...], rules: dict[int, str]) -> Iterator[ExplainedLine]:
    starting = {span.start: span for span in spans}
    for line in lines:
        span = starting.get(line.start) if line.text else None
        if span is None:
            yield ExplainedLine(line.number, line.first, line.stop, line.text, "dropped", rule="blank-line")
            continue
        rule = rules.get(line.start, "")
        verdict: Literal["kept", "cut", "dropped"] = "dropped" if span.dropped else "cut" if rule else "kept"
        yield ExplainedLine(
            line.number, line.first, line.stop, line.text, verdict, span.article + 1, span.kept, rule or span.dropped
        )
