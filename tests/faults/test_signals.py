"""Ctrl-C and SIGTERM while pages are rendered: the code that belongs to it, no traceback, no worker, a whole tree."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen import build

from .made import archive, beside, built, tree, write

# a template that takes longer than any test waits
ENDLESS = (
    "{% for a in 'x' * 9999 %}{% for b in 'x' * 9999 %}{% for c in 'x' * 99 %}{% endfor %}{% endfor %}{% endfor %}"
)
TEMPLATE = "themes/own/templates/article.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    if not Path("/proc/self/task").is_dir():
        pytest.skip("there is no /proc to see a build's workers in")
    write(tmp_path / "site", archive(60))
    built(tmp_path / "site")
    return tmp_path / "site"


def started(site: Path, *flags: str) -> "subprocess.Popen[str]":
    """A build by the command line, in a process group of its own."""
    command = [sys.executable, "-m", "sitegen", "build", "-C", str(site), "--no-search", "--no-import", *flags]
    here = {**os.environ, "PYTHONPATH": str(Path(build.__file__).parents[2]), "XDG_CACHE_HOME": str(site.parent / "c")}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=here, start_new_session=True)


def rendering(site: Path) -> "subprocess.Popen[str]":
    """A build whose two workers are at work, and will be for ever."""
    write(site, {TEMPLATE: ENDLESS})
    process = started(site, "-j", "2")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and len(children.read_text().split()) < 2:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.01)
    assert process.poll() is None
    return process


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """The code and the words of a build and all its workers, which must end soon."""
    try:
        words = process.communicate(timeout=30)[1]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return process.returncode, words


@pytest.mark.parametrize("send", [os.kill, os.killpg])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_build_ends_with_its_code_its_workers_and_a_whole_tree(
    site: Path, number: int, code: int, send: Callable[[int, int], None]
) -> None:
    before, usual = tree(site / "public"), beside(site)
    process = rendering(site)
    send(process.pid, number)
    found, words = ended(process)
    assert found == code
    assert "Traceback" not in words
    assert "Error" not in words
    assert tree(site / "public") == before
    write(site, {TEMPLATE: archive(60)[TEMPLATE]})
    built(site)
    assert tree(site / "public") == before
    assert beside(site) == usual


def test_a_second_build_is_told_who_is_at_work_and_ends_with_75(site: Path) -> None:
    before = tree(site / "public")
    first = rendering(site)
    second = ended(started(site))
    first.send_signal(signal.SIGTERM)
    ended(first)
    assert second[0] == 75
    assert f"Another sitegen (process {first.pid}) is at work here." in second[1]
    assert tree(site / "public") == before


def test_a_second_build_that_waits_builds_when_the_first_has_ended(site: Path) -> None:
    first = rendering(site)
    write(site, {TEMPLATE: '{% extends "standard/article.html" %}{% block foot %}second{% endblock %}'})
    second = started(site, "--wait", "60")
    first.send_signal(signal.SIGTERM)
    assert ended(first)[0] == 143
    assert ended(second)[0] == 0
    assert "second" in (site / "public/news/1950/n3/index.html").read_text("utf-8")


def test_a_build_after_one_that_was_killed_waits_for_its_workers_without_being_told(site: Path) -> None:
    first = rendering(site)
    write(site, {TEMPLATE: '{% extends "standard/article.html" %}{% block foot %}second{% endblock %}'})
    first.send_signal(signal.SIGKILL)
    first.wait(30)
    built(site)
    assert "second" in (site / "public/news/1950/n3/index.html").read_text("utf-8")
    ended(first)
