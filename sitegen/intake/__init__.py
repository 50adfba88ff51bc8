"""The pile becomes the archive: seeds are read, cleaned, curated and written to content/, each byte accounted for."""

from sitegen.intake.explain import ExplainedLine, Explanation, explain
from sitegen.intake.taking import Intake, take_in

__all__ = ["ExplainedLine", "Explanation", "Intake", "explain", "take_in"]
