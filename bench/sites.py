"""How much of the sites of other generators is taken in, and why the rest is not: `python bench/sites.py [SHARED]`."""

import sys
import tarfile
import time
from collections import Counter
from pathlib import Path, PurePosixPath

from sitegen import markdown
from sitegen.intake.importers import sites
from sitegen.intake.members import Member
from sitegen.model import Problem
from sitegen.problems import BuildError

# archive, and what its container would say of it
SETS = {
    "site-digitalgov/digitalgov.tar.xz": {"site": "hugo", "root": ""},
    "site-rubylang/rubylang-7lang.tar.xz": {"site": "jekyll", "root": "", "permalink": "pretty"},
}


def members(path: Path, about: dict[str, str]) -> list[Member]:
    """Return the documents of an archive that the importer knows."""
    with tarfile.open(path) as archive:
        held = [(one.name.removeprefix("./"), archive.extractfile(one)) for one in archive if one.isfile()]
        found = [Member(name, file.read(), about) for name, file in held if file]
    return [one for one in found if sites.knows(one)]


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
            folders["/".join(PurePosixPath(one.name).parts[:2])] += 1
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
    for name, about in SETS.items():
        print(name)
        measure(members(root / name, about))


if __name__ == "__main__":
    main()
