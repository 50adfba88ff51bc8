"""Says how much the law was tried, for the figure that is quoted must be one that was run."""

import sys

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many edits, clean comparisons and kills there were."""
    for name, module in sys.modules.items():
        law = getattr(module, "Law", None) if name.endswith("test_law") else None
        if law is not None and law.edits:
            said = f"{law.edits} edits, {law.compared} compared with a clean build, {law.killed} killed in their midst"
            terminalreporter.write_line(f"law: {said}")
