"""Names that no authority file has although many articles hold them: proposed to the curator, with their words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.config import Config
from sitegen.intake import mentions, recorded
from sitegen.intake.mentions import Finder
from sitegen.intake.names import Suggestion

LEAST = 3
_EVIDENCE = 3
_Suggested = tuple[str, Sequence[Suggestion], Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that no authority file has: in how many articles, how often, and (article id, words) of the first."""

    taxonomy: str
    name: str
    articles: int
    count: int
    evidence: tuple[tuple[str, str], ...] = ()


def suggest(root: Path, config: Config, least: int = LEAST) -> tuple[Proposal, ...]:
    """Return the names that the records of import hold in `least` articles or more, and no authority file."""
    finder = Finder(mentions.authorities(root, config.taxonomies))
    found = [
        (
            one.id,
            [(name.kind, name.name, name.count) for name in one.suggested if name.kind in config.taxonomies],
            [(words.of.removeprefix("name "), words.words) for words in one.evidence if words.of.startswith("name ")],
        )
        for record in recorded.each(root)
        for one in record.articles
    ]
    return proposals(found, finder, least)


def proposals(found: Iterable[_Suggested], finder: Finder, least: int = LEAST) -> tuple[Proposal, ...]:
    """Return names that no authority file has and that `least` articles or more hold, those of most articles first.

    `found` are (article id, suggestions, (name, words of its first cue)), as `names.suggest` and the decision records
    have them.
    """
    where: dict[str, list[tuple[str, str]]] = defaultdict(list)
    counts: Counter[str] = Counter()
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for identifier, suggestions, cues in found:
        words = dict(cues)
        for taxonomy, name, count in suggestions:
            where[name].append((identifier, words.get(name, name)))
            counts[name] += count
            votes[name][taxonomy] += 1
    kept = [
        Proposal(_best(votes[name]), name, len(seen), counts[name], tuple(seen[:_EVIDENCE]))
        for name, seen in where.items()
        if len(seen) >= least and not finder.knows(name)
    ]
    return tuple(sorted(kept, key=lambda one: (-one.articles, -one.count, one.name)))


def _best(votes: Counter[str]) -> str:
    return max(sorted(votes), key=votes.__getitem__)
