"""What the decision records of intake tell of each article: its line, the words read, the findings, what it is like."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.intake import recorded
from sitegen.intake.recorded import Alike, Article, Record
from sitegen.model import Place


@dataclass(frozen=True, slots=True)
class Told:
    """What a record tells of an article. `findings` are (rule, sentence), `words` (kind, the words it was read from).

    `rule` is that by which it was seen to begin, `score` how sure that is, in log-odds; 0 where nothing was weighed.
    """

    place: Place
    words: tuple[tuple[str, str], ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    alike: tuple[Alike, ...] = ()
    rule: str = ""
    score: float = 0.0


def of_each(root: Path) -> dict[str, Told]:
    """Return by id what is told of each article. A record that cannot be read tells nothing: import makes it again."""
    return {one.id: _told(one, said) for said in recorded.each(root) for one in said.articles}


def _told(one: Article, said: Record) -> Told:
    place = Place(said.seed, one.line)
    # a finding names the line on which its article begins; weighty ones alone are for a curator
    own = [found for found in said.findings if found.place == place and found.severity != "note"]
    return Told(
        place,
        tuple((word.of, word.words) for word in one.evidence),
        tuple((found.rule, found.text) for found in own),
        tuple(other for other in one.alike if not other.sure),
        one.begins.rule,
        one.begins.score,
    )
