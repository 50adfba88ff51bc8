"""What an export holds besides articles, told in one finding."""

from collections.abc import Iterator, Mapping

from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import problem

_FEW = 6


def findings(member: Member, left_out: Mapping[str, int], kept: Mapping[str, int] | None = None) -> Iterator[Problem]:
    """Yield a finding for what was left out by kind, and one for commands that were kept in texts."""
    if left_out:
        said = f"Besides its articles it holds {_listed(left_out)}; these were not taken in."
        yield problem("entry-left-out", said, Place(member.name), "Nothing is to be done if none of them is wanted.")
    if kept:
        said = f"Commands of its system stand in the texts as they were: {_listed(kept)}."
        yield problem("shortcode-kept", said, Place(member.name), "Replace them by what they showed, or take them out.")


def _listed(counts: Mapping[str, int]) -> str:
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    named = ", ".join(f"{name} ({count:,})" for name, count in ranked[:_FEW])
    return named + (f" and {len(ranked) - _FEW} more kinds" if len(ranked) > _FEW else "")
