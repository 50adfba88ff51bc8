"""How much of the sites of other generators is taken in, and why the rest is not: `python bench/sites.py [SHARED]`."""

import sys
import time
from collections import Counter
from pathlib import Path, PurePosixPath

from sitegen import markdown
from sitegen.intake import containers
from sitegen.intake.importers import sites
from sitegen.intake.members import Member
from sitegen.model import Problem
from sitegen.problems import BuildError

SETS = ("site-digitalgov/digitalgov.tar.xz", "site-rubylang/rubylang-7lang.tar.xz")
LIMIT = 50_000_000


def members(path: Path) -> list[Member]:
    """Return the documents of an archive that the importer knows."""
    with path.open("rb") as stream:
        container = containers.of(path.name, stream.read(containers.HEAD))
        if container is None:
            sys.exit(f"{path} is no archive.")
        found = list(containers.walk(container, stream, path.name, path.stat().st_size, LIMIT))
    return [one for one in found if isinstance(one, Member) and sites.knows(one)]


def measure(found: list[Member]) -> None:
    """Print counts, the reasons of losses and what was found out."""
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    folders: Counter[str] = Counter()
    begun = time.perf_counter()
    for one in found:
        problems: tuple[Problem, ...]
        try:
            reading = sites.read(one)
        except BuildError as error:
            reasons[f"refused: {error.problems[0].text}"] += 1
            continue
        problems = reading.findings
        rules.update(problem.rule for problem in problems)
        if not reading.articles:
            reasons[problems[-1].text] += 1
            folders["/".join(PurePosixPath(one.name.partition("!/")[2]).parts[:2])] += 1
        for article in reading.articles:
            counts["articles"] += 1
            counts["with a day"] += bool(article.date and article.date.precision == "day")
            counts["with a language"] += bool(article.lang)
            counts["with an old address"] += bool(article.values.get("aliases"))
            counts["with raw HTML left"] += "<p>&lt;" in markdown.to_html(article.body, {})
            counts["for review"] += article.values.get("status") == "review"
            counts["summary for a text"] += article.values.get("extra", {}).get("text") == "summary"
    print(f"{len(found)} pages in {time.perf_counter() - begun:.1f} s; {dict(counts)}")
    print(f"  findings: {dict(rules)}")
    for reason, count in reasons.most_common(12):
        print(f"  {count:5} {reason}")
    print(f"  folders of what is no article: {folders.most_common(8)}")


def main() -> None:
    """Measure the sets."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    for name in SETS:
        print(name)
        measure(members(root / name))


if __name__ == "__main__":
    main()
