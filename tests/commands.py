"""Small hands for tests of the command line."""

from pathlib import Path

import pytest

from sitegen import cli

ARTICLE = "---\ntitle: The ferry is late\ndate: 2024-01-21\n---\n\nIt came at noon.\n"
BROKEN = "---\ntitle: The ferry is late\n---\n\nSee [the tide](tide.md).\n"
Capsys = pytest.CaptureFixture[str]


def write(root: Path, path: str, text: str) -> None:
    """Write a file below a site."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def run(capsys: Capsys, *arguments: str) -> tuple[int, str, str]:
    """Run the command line; return exit code, stdout and stderr."""
    code = cli.run(list(arguments))
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err
