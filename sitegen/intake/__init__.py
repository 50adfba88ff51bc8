"""The pile becomes the archive: seeds are read, cleaned, curated and written to content/, each byte accounted for."""

from sitegen.intake.explain import ExplainedArticle, ExplainedLine, Explanation, explain
from sitegen.intake.guess import Guess, guess
from sitegen.intake.suggesting import Proposal, suggest
from sitegen.intake.taking import Intake, take_in

__all__ = [
    "ExplainedArticle", "ExplainedLine", "Explanation", "Guess", "Intake", "Proposal", "explain", "guess", "suggest",
    "take_in",
]  # fmt: skip
