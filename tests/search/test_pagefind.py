"""One run of the Pagefind command, and what is done when it fails."""

import os
import signal
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sitegen.problems import BuildError, sentence
from sitegen.search import pagefind


def _stub(folder: Path, name: str = "a") -> None:
    folder.mkdir(exist_ok=True)
    page = '<!doctype html><html lang="en"><meta charset="utf-8"><body><p data-pagefind-body>A quay.</p></body></html>'
    (folder / f"{name}.html").write_text(page)


def _pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    command = tmp_path / "pretended"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind, "executable", lambda: str(command))


def _said(tmp_path: Path, articles: int = 1) -> str:
    _stub(tmp_path / "in")
    with pytest.raises(BuildError) as caught:
        pagefind.run(tmp_path / "in", tmp_path / "out", articles, "shard en 1961")
    return sentence(caught.value.problems[0])


def test_a_run_leaves_a_bundle_whose_files_are_there(tmp_path: Path) -> None:
    _stub(tmp_path / "in")
    bundle = pagefind.run(tmp_path / "in", tmp_path / "out", 1, "shard en all")
    assert bundle.wasm == "en"
    assert all((bundle.folder / name).is_file() for name in pagefind.needed(bundle))


def test_a_missing_page_is_noticed(tmp_path: Path) -> None:
    assert _said(tmp_path, articles=2).startswith(
        "Pagefind left an index of 1 articles where 2 were given while indexing shard en 1961."
    )


def test_a_failure_is_told_with_its_first_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, monkeypatch, "echo 'No space left on device.' >&2; exit 3")
    assert _said(tmp_path).startswith(
        "Pagefind ended with code 3: No space left on device while indexing shard en 1961."
    )


def test_a_silent_failure_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, monkeypatch, "exit 1")
    assert "ended with code 1: it gave no reason" in _said(tmp_path)


def test_a_hanging_command_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, monkeypatch, "exec sleep 60")
    monkeypatch.setattr(pagefind, "BASE_SECONDS", 0.1)
    monkeypatch.setattr(pagefind, "ARTICLE_SECONDS", 0.0)
    assert _said(tmp_path).startswith("Pagefind did not end within 0 seconds")


def test_garbage_is_not_taken_for_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, monkeypatch, 'mkdir -p "$4/fragment"; echo "[1]" > "$4/pagefind-entry.json"')
    assert _said(tmp_path).startswith("Pagefind left an index that cannot be read")


def test_a_command_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "executable", lambda: str(tmp_path / "nowhere"))
    assert "could not be started (No such file or directory)" in _said(tmp_path)


def test_a_spoilt_fragment_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pagefind.executable()
    _pretend(tmp_path, monkeypatch, f'"{real}" "$@"; for f in "$4"/fragment/*; do echo x > "$f"; done')
    assert "left an index of 0 articles where 1 were given" in _said(tmp_path)


def test_a_missing_pagefind_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pagefind_bin", None)
    with pytest.raises(BuildError) as caught:
        pagefind.executable()
    assert "pip install pagefind-bin" in sentence(caught.value.problems[0])


def test_memory_grows_with_the_articles() -> None:
    assert pagefind.megabytes(1000) > pagefind.megabytes(10) > 0


def _hanging(tmp_path: Path) -> tuple[str, Path]:
    """The script of a command that hangs, and a pipe that it holds open while it lives."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    return f'exec 9>"{pipe}"; exec sleep 600', pipe


def test_a_run_that_is_stopped_ends_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script, pipe = _hanging(tmp_path)
    _pretend(tmp_path, monkeypatch, script)
    with ThreadPoolExecutor(1) as pool:
        said = pool.submit(_said, tmp_path)
        with pipe.open("rb") as alive:
            pagefind.stop()
            assert alive.read() == b""  # which is when the command has ended
        assert "ended with code -9" in said.result(60)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_run_ends_with_a_build_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script, pipe = _hanging(tmp_path)
    _pretend(tmp_path, monkeypatch, script)
    program = (
        "import sys; from pathlib import Path; from sitegen.search import pagefind\n"
        "pagefind.executable = lambda: sys.argv[1]\n"
        "pagefind.run(Path(), Path('out'), 1, 'shard')"
    )
    here = {**os.environ, "PYTHONPATH": str(Path(pagefind.__file__).parents[2])}
    command = [sys.executable, "-c", program, pagefind.executable()]
    with subprocess.Popen(command, env=here, cwd=tmp_path) as build, pipe.open("rb") as alive:
        build.kill()
        assert alive.read() == b""
    assert build.returncode == -signal.SIGKILL
