"""The command line: every verb explains itself, words go to stderr, and each ending has its code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from sitegen import __version__, cli, verbs
from sitegen.lock import hold
from sitegen.model import Place
from sitegen.problems import BuildError, FileError, LockedError, UsageError, problem

from .commands import BROKEN, Capsys, run, write

VERBS = sorted(verbs.cli.commands)


# --- help -----------------------------------------------------------------------------------------


def test_the_version_is_told(capsys: Capsys) -> None:
    assert run(capsys, "--version") == (0, f"sitegen, version {__version__}\n", "")


def test_the_verbs_are_those_that_work(capsys: Capsys) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert set(VERBS) == {
        "build",
        "check",
        "clean",
        "doctor",
        "import",
        "init",
        "new",
        "review",
        "schema",
        "serve",
        "why",
    }
    assert all(f"\n  {verb} " in out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_verb_says_what_it_does_and_what_each_flag_means(capsys: Capsys, verb: str, flag: str) -> None:
    code, out, err = run(capsys, verb, flag)
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: sitegen {verb} [OPTIONS]")
    for parameter in verbs.cli.commands[verb].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{verb} {parameter.name}"
            assert parameter.opts[-1] in out


@pytest.mark.parametrize("verb", VERBS)
def test_flags_stand_after_the_verb_and_are_the_same_everywhere(verb: str) -> None:
    known = {name for one in verbs.cli.commands[verb].params for name in one.opts}
    assert {"--json", "-q", "--quiet", "-v", "--verbose", "--no-color", "--debug"} <= known
    assert verb in {"init", "schema"} or {"-C", "--root"} <= known


def test_a_flag_before_the_verb_is_told_so(capsys: Capsys) -> None:
    code, out, err = run(capsys, "-C", "x", "build")
    assert (code, out) == (2, "")
    assert "No such option" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("bild",),
        ("build", "--strct"),
        ("build", "-j", "many"),
        ("build", "extra"),
        ("import",),
        ("serve", "--port", "99999"),
    ],
)
def test_what_is_no_command_is_a_mistake_of_usage(capsys: Capsys, arguments: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "Error: " in err


def test_a_mistyped_verb_or_flag_is_answered_with_what_is_meant(capsys: Capsys) -> None:
    assert "No such command 'bild'" in run(capsys, "bild")[2]
    assert "--strict" in run(capsys, "build", "--strct")[2]


# --- build ----------------------------------------------------------------------------------------


def test_a_good_build_ends_with_0_and_one_line_on_stderr(site: Path, capsys: Capsys) -> None:
    code, out, err = run(capsys, "build", "--no-search")
    assert (code, out) == (0, "")
    assert err.splitlines()[-1].startswith("public: 1 article, ")
    assert (site / "public/news/2024/ferry/index.html").is_file()


def test_the_second_build_makes_no_page(site: Path, capsys: Capsys) -> None:
    assert site
    run(capsys, "build", "--no-search")
    assert "(0 made, " in run(capsys, "build", "--no-search")[2]


def test_a_site_is_built_from_elsewhere_to_elsewhere(
    site: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    out = site / "somewhere/out"
    assert run(capsys, "build", "--no-search", "-C", str(site), "-o", str(out), "-b", "https://example.org/r")[0] == 0
    assert b'href="/r/' in (out / "index.html").read_bytes()
    assert not (site / "public").exists()


def test_quiet_says_nothing_of_a_good_build_and_all_of_a_failed_one(site: Path, capsys: Capsys) -> None:
    write(site, "content/news/2024/tide.md", BROKEN.replace("tide.md", "none.md"))
    assert run(capsys, "build", "--no-search", "-q") == (0, "", "")
    write(site, "content/news/2024/tide.md", "words")
    code, out, err = run(capsys, "build", "--no-search", "-q")
    assert (code, out) == (1, "")
    assert err.startswith("error: content/news/2024/tide.md:1: There is no front matter.")


def test_json_is_the_only_word_on_stdout(site: Path, capsys: Capsys) -> None:
    write(site, "content/news/2024/tide.md", BROKEN.replace("tide.md", "none.md"))
    code, out, err = run(capsys, "build", "--no-search", "--json", "-v")
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert report["articles"] == 2
    assert {one["rule"] for one in report["problems"]} == {"link-broken", "rights-unknown"}


def test_findings_do_not_stop_a_build_unless_it_is_strict(site: Path, capsys: Capsys) -> None:
    write(site, "content/news/2024/ferry.md", BROKEN)
    code, _, err = run(capsys, "build", "--no-search", "--strict")
    assert code == 3
    assert err.splitlines()[-1] == "Nothing was published: --strict refuses findings."
    assert not (site / "public").exists()
    assert run(capsys, "build", "--no-search")[0] == 0


def test_notes_alone_do_not_stop_a_strict_build(site: Path, capsys: Capsys) -> None:
    assert site
    assert run(capsys, "build", "--no-search", "--strict")[0] == 0


def test_drafts_and_another_clock_never_reach_what_is_deployed(site: Path, capsys: Capsys) -> None:
    write(site, "content/news/2024/tide.md", "---\ntitle: Tide\nstatus: review\n---\n")
    write(site, "content/news/2024/later.md", "---\ntitle: Later\nembargo: 2999-01-01T00:00:00Z\n---\n")
    preview = site / ".sitegen/preview/news/2024"
    assert run(capsys, "build", "--no-search", "-D")[0] == 0
    assert ((preview / "tide").exists(), (preview / "later").exists()) == (True, False)
    assert run(capsys, "build", "--no-search", "--clock", "2999-01-02T00:00:00Z")[0] == 0
    assert ((preview / "tide").exists(), (preview / "later").exists()) == (False, True)
    assert not (site / "public").exists()


@pytest.mark.parametrize("clock", ["tomorrow", "2026-01-01", "2026-01-01T06:00:00"])
def test_a_clock_without_its_zone_is_a_mistake_of_usage(site: Path, capsys: Capsys, clock: str) -> None:
    code, _, err = run(capsys, "build", "--no-search", "--clock", clock)
    assert code == 2
    assert "Write it as 2026-12-01T06:00:00Z." in err
    assert not (site / ".sitegen").exists()


def test_a_wrong_site_file_ends_with_2(site: Path, capsys: Capsys) -> None:
    write(site, "site.yaml", "titel: A\n")
    code, out, err = run(capsys, "build", "--no-search")
    assert (code, out) == (2, "")
    assert err == 'error: site.yaml:1: "titel" is not a key of this file. Did you mean "title"? [key-unknown]\n'


def test_what_the_system_refuses_ends_with_74(site: Path, capsys: Capsys) -> None:
    write(site, "public", "a file where the folder should be")
    (site / "public").unlink()
    write(site, ".sitegen", "a file where the folder should be")
    code, _, err = run(capsys, "build", "--no-search")
    assert code == 74
    assert err.startswith("error: .sitegen")


def test_while_another_is_at_work_the_ending_is_75(site: Path, capsys: Capsys) -> None:
    with hold(site / ".sitegen/lock", 0):
        code, _, err = run(capsys, "build", "--no-search")
    assert code == 75
    assert "--wait SECONDS" in err


# --- endings --------------------------------------------------------------------------------------


def raises(error: BaseException) -> Callable[..., Any]:
    def main(*_: object, **__: object) -> None:
        raise error

    return main


FOUND = [problem("key-unknown", "X.", Place("a.md", 1))]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BuildError(FOUND), 1),
        (UsageError(FOUND), 2),
        (FileError(FOUND), 74),
        (LockedError(FOUND), 75),
        (PermissionError(13, "Permission denied", "a.md"), 74),
        (KeyboardInterrupt(), 130),
        (click.exceptions.Abort(), 130),
        (ZeroDivisionError("x"), 1),
    ],
)
def test_every_ending_has_its_code_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: Capsys, error: BaseException, code: int
) -> None:
    monkeypatch.setattr(verbs.cli, "main", raises(error))
    ended, out, _ = run(capsys, "build")
    assert (ended, out) == (code, "")


def test_a_mistake_of_our_own_shows_its_traceback_with_debug_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: Capsys
) -> None:
    monkeypatch.setattr(verbs.cli, "main", raises(ZeroDivisionError("by none")))
    assert run(capsys, "build")[2] == (
        "error: ZeroDivisionError: by none. This is a mistake of sitegen's own; --debug shows where.\n"
    )
    with pytest.raises(ZeroDivisionError):
        cli.run(["build", "--debug"])


@pytest.mark.parametrize(("flags", "environment"), [(["--no-color"], {}), ([], {"NO_COLOR": "1"})])
def test_errors_have_no_colour_where_none_is_wanted(
    monkeypatch: pytest.MonkeyPatch, capsys: Capsys, flags: list[str], environment: dict[str, str]
) -> None:
    monkeypatch.setattr(verbs.cli, "main", raises(BuildError(FOUND)))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert "\x1b" not in run(capsys, "build", *flags)[2]


# --- as a process ---------------------------------------------------------------------------------


def test_as_a_command_it_ends_with_the_code_and_words_in_any_locale(site: Path) -> None:
    write(site, "content/news/2024/港.md", "---\ntitel: 港\n---\n")
    environment = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "HOME": str(site),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--no-search"],
        cwd=site,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert '港.md:2: "titel" is not a front-matter key. Did you mean "title"?' in ended.stderr.decode("utf-8")


def test_the_version_waits_for_no_heavy_import() -> None:
    code = "import sys; from sitegen import cli; cli.run(['--version']); print(*sorted(m for m in sys.modules))"
    out = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True, check=True
    )
    loaded = set(out.stdout.decode().split())
    assert not {"jinja2", "babel", "PIL", "rich", "markdown_it", "starlette", "uvicorn", "watchdog"} & loaded
