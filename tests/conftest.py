"""What all tests stand on."""

import signal
from pathlib import Path

import pytest

from .commands import ARTICLE, write


def pytest_configure() -> None:
    # a shell starts what runs in the background deaf to Ctrl-C, and so would be all builds that tests interrupt
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small site, which is also the folder one stands in."""
    write(tmp_path, "content/news/2024/ferry.md", ARTICLE)
    write(tmp_path, "site.yaml", "title: Archive\nrights: {default: full}\n")
    monkeypatch.chdir(tmp_path)
    for name in ("SITEGEN_BASE_URL", "NETLIFY", "CI", "GITHUB_ACTIONS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
