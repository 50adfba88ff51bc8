"""The only room that prints: progress, problems, reports; data to stdout, words to stderr."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

import click

from sitegen.model import Place, Problem, Report
from sitegen.problems import MAX_PRINTED, BuildError, in_order, problem, sentence
from sitegen.progress import Progress, Silent

if TYPE_CHECKING:  # importing these rooms would cost every start what only their verbs need
    from sitegen.doctor import Finding
    from sitegen.intake import ExplainedArticle, Explanation, Guess, Intake, Proposal

_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], "\ufffd")  # a dump must not move a terminal's cursor
# what is told of an article in words of its own
_TOLD_APART = frozenset(("title", "date", "date_basis", "date_evidence"))


class Console:
    """How this run speaks. `level` is -1 (quiet: errors only), 0, or 1 (every note and every stage)."""

    def __init__(self, *, level: int = 0, as_json: bool = False, color: bool = True) -> None:
        self.level = level
        self.as_json = as_json
        self.color = color

    def say(self, words: str) -> None:
        """Print a sentence for people."""
        if self.level >= 0 and not self.as_json:
            print(words, file=sys.stderr)

    def data(self, value: Any) -> None:  # noqa: ANN401 - whatever a verb answers
        """Print an answer: text as it is, values as JSON."""
        if isinstance(value, str) and not self.as_json:
            print(value)
        else:
            print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))

    def key(self) -> str:
        """Wait for one key; "" where no more will come."""
        try:
            return click.getchar()
        except EOFError:
            return ""

    def line(self, prompt: str) -> str:
        """Ask for a line; "" for none."""
        return str(click.prompt(prompt.strip(), default="", show_default=False, err=True, prompt_suffix=" "))

    def edit(self, path: Path) -> None:
        """Open a file in the editor of $VISUAL or $EDITOR, and return when it is closed. Raises BuildError."""
        try:
            click.edit(filename=str(path))
        except click.ClickException as error:
            hint = "Set EDITOR to your editor's command."
            raise BuildError([problem("answer-refused", error.message, Place(str(path)), hint)]) from error

    def problems(self, found: Iterable[Problem], *, notes: bool = False) -> None:
        """Print problems: sorted, each once, at most 100; notes only if a flag or the verb (`notes`) asks."""
        least = {"error": -1, "warning": 0, "note": 0 if notes else 1}
        shown = [one for one in in_order(found) if self.level >= least[one.severity]]
        for one in shown[:MAX_PRINTED]:
            print(f"{self._painted(one)} {sentence(one)} [{one.rule}]", file=sys.stderr)
        if len(shown) > MAX_PRINTED:
            print(f"… and {len(shown) - MAX_PRINTED:,} more like these.", file=sys.stderr)

    def _painted(self, one: Problem) -> str:
        if not (self.color and sys.stderr.isatty()):
            return f"{one.severity}:"
        tint = {"error": 31, "warning": 33, "note": 36}[one.severity]
        return f"\x1b[{tint}m{one.severity}:\x1b[0m"

    def report(self, report: Report, out: str) -> None:
        """Print how a build ended."""
        if self.as_json:
            self.data(report)
            return
        self.problems(report.problems)
        hidden = sum(one.severity == "note" for one in report.problems)
        if hidden and self.level < 1:
            self.say(f"{_count(hidden, 'note')} not shown; -v shows them.")
        if report.added:
            self.say(f"{_count(len(report.added), 'article')} taken in from seeds/ into content/.")
        took = sum(report.seconds.values())
        self.say(
            f"{out}: {_count(report.articles, 'article')}, {_count(report.pages, 'page')} ({report.made:,} made, "
            f"{report.pages - report.made:,} kept), {_count(report.shards, 'search shard')}, in {took:.2f} s."
        )
        if self.level > 0:
            self.say("  " + ", ".join(f"{name} {length:.2f} s" for name, length in report.seconds.items()))

    def intake(self, taken: "Intake") -> None:
        """Print what an import did."""
        if self.as_json:
            self.data(taken)
            return
        self.problems((*taken.rejects, *taken.findings), notes=True)
        self._some([f"written: {path}" for path in taken.added], "written")
        for reason in dict.fromkeys(reason for _, reason in taken.left):
            paths = [path for path, why in taken.left if why == reason]
            self._some([f"left alone: {path} ({reason})" for path in paths], f"left alone ({reason})")
        # the mistakes of a sidecar are listed beside the dump that was put aside for them
        aside = {one.place.path for one in taken.rejects if one.place and not one.place.path.endswith(".yaml")}
        if taken.documents > 1 or taken.skipped:
            skipped = f"; {_count(taken.skipped, 'file')} stood as before" if taken.skipped else ""
            self.say(f"{_count(taken.documents, 'document')} read{skipped}.")
        for _, diff in taken.differences:
            self.data(diff.translate(_CONTROLS | {10: "\n", 9: "\t"}).rstrip("\n"))
        for path in taken.records if self.level > 0 else ():
            self.say(f"every byte accounted for in {path}")
        self.say(
            f"{_count(len(taken.added), 'article')} written, {len(taken.left):,} left alone, "
            f"{_count(len(aside), 'file')} put aside{' (listed in .sitegen/rejects.jsonl)' if aside else ''}."
        )

    def _some(self, lines: list[str], what: str) -> None:
        """Say lines, at most 100."""
        for line in lines[:MAX_PRINTED]:
            self.say(line)
        if len(lines) > MAX_PRINTED:
            self.say(f"… and {len(lines) - MAX_PRINTED:,} more {what}.")

    def explanations(self, found: Sequence["Explanation"]) -> None:
        """Print what becomes of each line of each file, then what each article would be, with the evidence."""
        if self.as_json:
            self.data(found[0] if len(found) == 1 else found)
        for one in found:
            self.problems(one.findings, notes=True)
            if not self.as_json:
                self._explanation(one)

    def _explanation(self, one: "Explanation") -> None:
        if not one.encoding:
            self.data(f"{one.path}: nothing would be taken in.")
            return
        self.data(f"{one.path}: {_count(one.size, 'byte')}, {one.encoding}, {_count(len(one.articles), 'article')}")
        for line in one.lines:
            where = f"{line.article or '-'} {line.where}".strip()
            text = _cut(line.text.translate(_CONTROLS), 60)
            rule = " ".join(filter(None, (line.rule or line.begins, f"{line.score:+.1f}" if line.score else "")))
            self.data(f"{line.number:>5} {line.verdict:<7} {where:<24} {rule:<18} {text}".rstrip())
        for article in one.articles:
            self.data("\n" + "\n".join(line.translate(_CONTROLS) for line in _told(article)))

    def proposals(self, found: Sequence["Proposal"]) -> None:
        """Print names that no authority file has, by taxonomy, each with its first words."""
        if self.as_json:
            self.data(list(found))
            return
        for taxonomy in sorted({one.taxonomy for one in found}):
            self.data(f"content/authority/{taxonomy}.yaml")
            for one in (one for one in found if one.taxonomy == taxonomy):
                words = f" “{one.evidence[0][1]}”" if one.evidence else ""
                said = f"  {one.name}: {_count(one.articles, 'article')}, {one.count:,} times{words}"
                self.data(said.translate(_CONTROLS))
        hint = "Write those that you want into the file, under an id; the next import finds them." if found else ""
        self.say(f"{_count(len(found), 'name')} that no authority file has. {hint}".rstrip())

    def guesses(self, found: Sequence["Guess"]) -> bool:
        """Print what the columns of tables are taken for; return whether something is wrong with one."""
        self.problems([told for one in found for told in one.findings], notes=True)
        if self.as_json:
            self.data(found)
        for one in found if not self.as_json else ():
            self.data(f"{one.seed}:")
            for column in one.columns:
                self.data(f"  {column.column.translate(_CONTROLS):<24} {column.key:<20} {column.why}".rstrip())
            if one.path:
                self.say(f"written: {one.path}")
        if not found:
            self.say("There is no table among these files.")
        return any(told.severity != "note" for one in found for told in one.findings)

    def examination(self, findings: Iterable["Finding"]) -> None:
        """Print what a look at the machine found."""
        if self.as_json:
            self.data(list(findings))
            return
        for one in findings:
            mark = "ok" if one.good else "!!"
            self.data(f"{mark}  {one.what}: {one.text} {one.hint}".rstrip())

    def progress(self) -> Progress:
        """Return what shows progress here: a bar with the time left on a terminal, lines elsewhere, or nothing."""
        if self.level < 0 or self.as_json:
            return Silent()
        if sys.stderr.isatty():
            return Bars(color=self.color)
        return Lines(sys.stderr) if self.level > 0 else Silent()


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("s" if number != 1 else "")


def _told(article: "ExplainedArticle") -> Iterator[str]:
    """Tell of an article where it would go, its front matter, and the words from which it was read."""
    values, cues = article.values, dict(article.evidence)
    yield f"article {article.number}: {values['title']}"
    if article.left:
        yield f"  would be left alone: {article.path} ({article.left})"
    else:
        yield f"  would be written to: {article.path}"
    date = f"{values['date']} ({values['date_basis']})" if "date" in values else "undated (nothing proves one)"
    yield f"  date: {date}"
    for words in values.get("date_evidence", ()):
        yield f"    “{words}”"
    for key, value in values.items():
        if key not in _TOLD_APART and not _is_nested(value):
            yield f"  {key}: {', '.join(value) if isinstance(value, list) else value}"
    for key, words in article.evidence:
        if key not in _TOLD_APART and not key.startswith("name "):
            yield f"  evidence of {key}: “{words}”"
    for one in article.mentions:
        asserted = "" if one.id in values.get(one.taxonomy, ()) else ", not asserted"
        yield f"  names {one.taxonomy}/{one.id}: {one.count} x, “{one.evidence[0].words}”{asserted}"
    for kind, name, count in article.suggested:
        cue = cues.get(f"name {name}", "")
        yield f"  suggested {kind}: {name} ({count} x{f', “{cue}”' if cue else ''})"


def _is_nested(value: Any) -> bool:  # noqa: ANN401 - a value of the front matter
    return isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(one, str) for one in value))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _plain(value: Any) -> Any:  # noqa: ANN401
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


class Lines:
    """A line for each stage, and one every few seconds of a long one: for logs."""

    EVERY = 5.0

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.name, self.total, self.done, self.told = "", 0, 0, monotonic()

    def stage(self, name: str, total: int = 0) -> None:
        """Print the stage's name."""
        self.name, self.total, self.done, self.told = name, total, 0, monotonic()
        print(f"{name} ({total:,})" if total else name, file=self.stream)

    def step(self, count: int = 1) -> None:
        """Print how far the stage is, now and then."""
        self.done += count
        if monotonic() - self.told >= self.EVERY:
            self.told = monotonic()
            print(f"{self.name}: {self.done:,} of {self.total:,}", file=self.stream)

    def close(self) -> None:
        """Print nothing more."""


class Bars:
    """A bar with the time left, by rich; it goes when the build ends."""

    EVERY = 0.1

    def __init__(self, *, color: bool) -> None:
        # rich is slow to import, and only terminals need it
        from rich.console import Console as Terminal  # noqa: PLC0415
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
        from rich.progress import Progress as RichProgress  # noqa: PLC0415

        self.terminal = Terminal(stderr=True, no_color=not color)
        columns = TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
        # without its own refreshing thread: a build forks its workers, and threads do not survive a fork
        self.bars = RichProgress(*columns, console=self.terminal, auto_refresh=False, transient=True)
        self.bars.start()
        self.task, self.shown = self.bars.add_task("", total=None), monotonic()

    def stage(self, name: str, total: int = 0) -> None:
        """Begin a new bar."""
        self.bars.remove_task(self.task)
        self.task = self.bars.add_task(name, total=total or None)
        self.bars.refresh()

    def step(self, count: int = 1) -> None:
        """Move the bar; it is drawn now and then, for drawing costs as much as a page."""
        self.bars.advance(self.task, count)
        if monotonic() - self.shown >= self.EVERY:
            self.shown = monotonic()
            self.bars.refresh()

    def close(self) -> None:
        """Take the bar off the screen."""
        self.bars.stop()
