"""The command line: every verb explains itself, words go to stderr, and each ending has its code."""

import json
import os
import select
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from sitegen import __version__, cli
from sitegen.intake import ledger
from sitegen.lock import hold
from sitegen.model import Place
from sitegen.problems import BuildError, FileError, LockedError, UsageError, problem

ARTICLE = "---\ntitle: The ferry is late\ndate: 2024-01-21\n---\n\nIt came at noon.\n"
BROKEN = "---\ntitle: The ferry is late\n---\n\nSee [the tide](tide.md).\n"
VERBS = sorted(cli.cli.commands)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small site, which is also the folder one stands in."""
    write(tmp_path, "content/news/2024/ferry.md", ARTICLE)
    write(tmp_path, "site.yaml", "title: Archive\nrights: {default: full}\n")
    monkeypatch.chdir(tmp_path)
    for name in ("SITEGEN_BASE_URL", "NETLIFY", "CI", "GITHUB_ACTIONS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command line; return exit code, stdout and stderr."""
    code = cli.run(list(arguments))
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


Capsys = pytest.CaptureFixture[str]


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
    for parameter in cli.cli.commands[verb].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{verb} {parameter.name}"
            assert parameter.opts[-1] in out


@pytest.mark.parametrize("verb", VERBS)
def test_flags_stand_after_the_verb_and_are_the_same_everywhere(verb: str) -> None:
    known = {name for one in cli.cli.commands[verb].params for name in one.opts}
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
    monkeypatch.setattr(cli.cli, "main", raises(error))
    ended, out, _ = run(capsys, "build")
    assert (ended, out) == (code, "")


def test_a_mistake_of_our_own_shows_its_traceback_with_debug_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: Capsys
) -> None:
    monkeypatch.setattr(cli.cli, "main", raises(ZeroDivisionError("by none")))
    assert run(capsys, "build")[2] == (
        "error: ZeroDivisionError: by none. This is a mistake of sitegen's own; --debug shows where.\n"
    )
    with pytest.raises(ZeroDivisionError):
        cli.run(["build", "--debug"])


@pytest.mark.parametrize(("flags", "environment"), [(["--no-color"], {}), ([], {"NO_COLOR": "1"})])
def test_errors_have_no_colour_where_none_is_wanted(
    monkeypatch: pytest.MonkeyPatch, capsys: Capsys, flags: list[str], environment: dict[str, str]
) -> None:
    monkeypatch.setattr(cli.cli, "main", raises(BuildError(FOUND)))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert "\x1b" not in run(capsys, "build", *flags)[2]


# --- the other verbs ------------------------------------------------------------------------------


def test_check_changes_nothing_and_ends_with_3_where_it_finds_something(site: Path, capsys: Capsys) -> None:
    assert run(capsys, "build", "--no-search")[0] == 0
    assert run(capsys, "check")[0] in {0, 3}
    (site / "public/robots.txt").write_text("changed")
    before = sorted(site.rglob("*"))
    code, out, err = run(capsys, "check")
    assert (code, out) == (3, "")
    assert "warning: robots.txt: This is not as it was published." in err
    code, out, err = run(capsys, "check", "--json")
    assert (code, err) == (3, "")
    assert {"output-changed"} <= {one["rule"] for one in json.loads(out)}
    assert sorted(site.rglob("*")) == before


def test_why_names_what_differs(site: Path, capsys: Capsys) -> None:
    run(capsys, "build", "--no-search")
    assert "nothing differs; it is kept." in run(capsys, "why", "/news/2024/ferry/", "--no-search")[1]
    write(site, "content/news/2024/ferry.md", ARTICLE.replace("noon", "one"))
    code, out, _ = run(capsys, "why", "--no-search")
    assert code == 0
    assert "/news/2024/ferry/" in out
    assert "its text changed" in out
    found = json.loads(run(capsys, "why", "--no-search", "--json")[1])
    assert "/news/2024/ferry/" in found


@pytest.mark.usefixtures("site")
def test_why_all_tells_of_the_last_build_and_takes_no_address(capsys: Capsys) -> None:
    run(capsys, "build", "--no-search")
    assert "/news/: it was not there" in run(capsys, "why", "--all", "--no-search")[1].splitlines()
    found = json.loads(run(capsys, "why", "--all", "--no-search", "--json")[1])
    assert found["/news/"] == ["/news/: it was not there"]
    assert run(capsys, "why", "/news/", "--all", "--no-search")[0] == cli.USAGE


def test_clean_removes_what_can_be_made_again_and_nothing_else(site: Path, capsys: Capsys) -> None:
    run(capsys, "build", "--no-search")
    code, out, err = run(capsys, "clean")
    assert (code, out) == (0, "")
    assert err.count(" is gone.") >= 2
    assert sorted(path.name for path in site.iterdir()) == ["content", "site.yaml"]


def test_clean_leaves_a_folder_that_is_not_ours(site: Path, capsys: Capsys) -> None:
    write(site, "public/letter.txt", "Dear Ann")
    assert run(capsys, "clean")[0] == 2
    assert (site / "public/letter.txt").read_text() == "Dear Ann"


def test_new_begins_an_article_that_builds_and_prints_its_path(site: Path, capsys: Capsys) -> None:
    code, out, _ = run(capsys, "new", "The tide: a report", "--date", "1974-01")
    assert code == 0
    path = site / out.strip()
    assert path.is_file()
    assert "title: 'The tide: a report'" in path.read_text("utf-8")
    assert run(capsys, "build", "--no-search", "-D")[0] == 0


def test_init_begins_an_archive_that_builds(tmp_path: Path, capsys: Capsys) -> None:
    code, out, err = run(capsys, "init", str(tmp_path / "mine"), "--title", "Mine")
    assert (code, out) == (0, "")
    assert "Next: " in err
    assert run(capsys, "build", "--no-search", "-C", str(tmp_path / "mine"))[0] == 0


@pytest.mark.parametrize("which", ["site", "article"])
def test_schema_prints_a_schema(capsys: Capsys, which: str) -> None:
    code, out, _ = run(capsys, "schema", which)
    assert code == 0
    assert "$schema" in json.loads(out)


def test_import_takes_a_dump_in_and_explain_writes_nothing(site: Path, capsys: Capsys, tmp_path: Path) -> None:
    text = "Storm breaks the wall\n\n" + "\n\n".join(
        f"The sea rose on day {n}, and nobody slept in Quay Street." for n in range(1, 6)
    )
    write(tmp_path, "dump.txt", text + "\n")
    before = sorted((site / "content").rglob("*"))
    assert run(capsys, "import", "dump.txt", "--explain")[0] == 0
    assert sorted((site / "content").rglob("*")) == before
    assert run(capsys, "import", "dump.txt")[0] in {0, 3}
    assert len(sorted((site / "content").rglob("*.md"))) == 2


PILE = "Storm breaks the wall\n\n12 March 2004\n\n" + "\n\n".join(
    f"The sea rose on day {day}, and nobody slept in Quay Street." for day in range(1, 6)
)


def test_import_answers_as_json_and_with_nothing_else(site: Path, capsys: Capsys) -> None:
    write(site, "seeds/dump.txt", PILE)
    write(site, "seeds/empty.txt", "")
    code, out, err = run(capsys, "import", "seeds", "--json", "-j", "2")
    taken = json.loads(out)
    assert (code, err) == (3, "")
    assert taken["added"] == ["content/news/2004/storm-breaks-the-wall.md"]
    assert [one["rule"] for one in taken["rejects"]] == ["seed-empty"]
    assert (taken["documents"], taken["skipped"], taken["differences"]) == (2, 0, [])


def test_import_tells_in_words_what_it_did(site: Path, capsys: Capsys) -> None:
    write(site, "seeds/dump.txt", PILE)
    write(site, "seeds/empty.txt", "")
    code, out, err = run(capsys, "import", "seeds", "-j", "1")
    assert (code, out) == (3, "")
    assert "written: content/news/2004/storm-breaks-the-wall.md" in err
    assert err.splitlines()[-1] == (
        "1 article written, 0 left alone, 1 file put aside (listed in .sitegen/rejects.jsonl)."
    )


def test_import_reads_with_the_importer_that_is_named(site: Path, capsys: Capsys) -> None:
    write(site, "seeds/dump.dat", PILE)
    assert "No importer knows this kind of file" in run(capsys, "import", "seeds/dump.dat")[2]
    assert run(capsys, "import", "seeds/dump.dat", "--as", "text")[0] == 0
    assert (site / "content/news/2004/storm-breaks-the-wall.md").is_file()


def test_an_importer_that_is_not_there_is_a_mistake_of_usage(site: Path, capsys: Capsys) -> None:
    write(site, "dump.txt", PILE)
    for more in ([], ["--explain"]):
        code, _, err = run(capsys, "import", "dump.txt", "--as", "texd", *more)
        assert code == 2
        assert 'Did you mean "text"?' in err


def test_explain_tells_of_one_document_within_a_container(site: Path, capsys: Capsys) -> None:
    with zipfile.ZipFile(site / "pile.zip", "w") as packed:
        packed.writestr("in/storm.txt", PILE)
        packed.writestr("in/calm.txt", PILE.replace("Storm", "Calm"))
    code, out, err = run(capsys, "import", "pile.zip!/in/storm.txt", "--explain")
    assert (code, err) == (0, "")
    assert out.startswith("pile.zip!/in/storm.txt: ")
    assert "would be written to: content/news/2004/storm-breaks-the-wall.md" in out
    assert (
        "Name one of them: pile.zip!/in/storm.txt, pile.zip!/in/calm.txt."
        in run(capsys, "import", "pile.zip", "--explain")[2]
    )
    assert "It holds pile.zip!/in/storm.txt" in run(capsys, "import", "pile.zip!/in/strom.txt", "--explain")[2]
    assert not (site / ".sitegen").exists()


def test_explain_answers_as_json_one_value_for_one_file_and_a_list_for_several(site: Path, capsys: Capsys) -> None:
    for name in ("a.txt", "b.txt"):
        write(site, name, PILE)
    assert json.loads(run(capsys, "import", "a.txt", "--explain", "--json")[1])["path"] == "a.txt"
    both = json.loads(run(capsys, "import", "a.txt", "b.txt", "--explain", "--json")[1])
    assert [one["path"] for one in both] == ["a.txt", "b.txt"]


def test_one_document_of_a_container_is_explained_and_not_imported(site: Path, capsys: Capsys) -> None:
    with zipfile.ZipFile(site / "pile.zip", "w") as packed:
        packed.writestr("storm.txt", PILE)
    code, _, err = run(capsys, "import", "pile.zip!/storm.txt")
    assert code == 2
    assert "add --explain, or import all of it" in err
    assert run(capsys, "import", "none.zip!/storm.txt", "--explain")[0] == 2


def test_again_prints_what_import_would_change_in_edited_files(site: Path, capsys: Capsys) -> None:
    write(site, "seeds/dump.txt", PILE)
    run(capsys, "import", "seeds")
    path = site / "content/news/2004/storm-breaks-the-wall.md"
    edited = path.read_text("utf-8").replace("day 1,", "day one,")
    path.write_text(edited, "utf-8")
    write(site, "seeds/dump.txt", PILE.replace("Quay Street", "Bell Street"))
    code, out, err = run(capsys, "import", "seeds", "--again")
    assert code == 0
    assert out.startswith("--- content/news/2004/storm-breaks-the-wall.md\n+++ content/news/2004/")
    assert "+The sea rose on day 2, and nobody slept in Bell Street.\n" in out
    assert "(was edited; import would write it otherwise now)" in err
    assert path.read_text("utf-8") == edited


def test_an_import_that_is_stopped_says_how_to_go_on(
    site: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site, "seeds/dump.txt", PILE)
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "write", interrupted)
        code, _, err = run(capsys, "import", "seeds")
    assert (code, err.strip()) == (130, "Stopped. The same command goes on from here.")
    assert run(capsys, "import", "seeds")[0] == 0
    assert len(list((site / "content/news/2004").iterdir())) == 1


def interrupted(*_: object) -> bool:
    raise KeyboardInterrupt


def test_import_waits_for_no_build_unless_asked(site: Path, capsys: Capsys) -> None:
    write(site, "seeds/dump.txt", PILE)
    with hold(site / ".sitegen/lock", 0):
        assert run(capsys, "import", "seeds")[0] == 75
    assert not (site / "content/news/2004/storm-breaks-the-wall.md").exists()


def test_import_of_a_file_that_is_not_there_is_a_mistake_of_usage(site: Path, capsys: Capsys) -> None:
    assert site
    code, _, err = run(capsys, "import", "none.txt")
    assert code == 2
    assert "none.txt" in err


@pytest.mark.parametrize("host", ["CI", "NETLIFY", "GITHUB_ACTIONS"])
def test_a_build_on_a_host_that_took_seeds_in_asks_to_commit_them(
    site: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    text = "Storm breaks the wall\n\n" + "The sea rose, and nobody slept in Quay Street.\n\n" * 5
    write(site, "seeds/dump.txt", text)
    monkeypatch.setenv(host, "true")
    code, _, err = run(capsys, "build", "--no-search")
    assert code == 0
    assert "commit what import made" in err
    assert "commit what import made" not in run(capsys, "build", "--no-search")[2]


def test_init_and_clean_answer_as_json_too(tmp_path: Path, capsys: Capsys) -> None:
    folder = str(tmp_path / "mine")
    assert "site.yaml is written." in json.loads(run(capsys, "init", folder, "--json")[1])
    assert run(capsys, "build", "--no-search", "-C", folder)[0] == 0
    assert str(tmp_path / "mine/public") in json.loads(run(capsys, "clean", "-C", folder, "--json")[1])


def test_a_folder_that_is_not_there_is_a_mistake_of_usage_and_not_made(tmp_path: Path, capsys: Capsys) -> None:
    code, _, err = run(capsys, "build", "-C", str(tmp_path / "nowhere"))
    assert code == 2
    assert "nowhere" in err
    assert not (tmp_path / "nowhere").exists()


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


# --- review ---------------------------------------------------------------------------------------


def test_review_ends_with_3_while_something_waits_and_with_0_when_nothing_does(site: Path, capsys: Capsys) -> None:
    code, out, err = run(capsys, "review")
    assert (code, out, err) == (0, "", "Nothing waits.\n")
    write(site, "content/news/2024/ferry.md", ARTICLE.replace("date:", "status: review\ndate:"))
    code, out, err = run(capsys, "review")
    assert (code, out) == (3, "")
    assert "--list lists them" in err
    code, out, _ = run(capsys, "review", "--list")
    assert (code, out.splitlines()[0]) == (3, "content/news/2024/ferry.md: The ferry is late")
    code, out, err = run(capsys, "review", "--json")
    assert (code, json.loads(out)[0]["doubts"][0]["kind"], err) == (3, "waits", "")
    code, out, _ = run(capsys, "review", "--html", "waiting.html")
    assert (code, "The ferry is late" in (site / "waiting.html").read_text("utf-8")) == (3, True)


def test_review_asks_at_a_terminal_and_a_key_answers(site: Path) -> None:
    write(site, "content/news/2024/ferry.md", ARTICLE.replace("\n---\n\n", "\nstatus: review\n---\n\n"))
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "sitegen", "review", "--clock", "2024-12-01T00:00:00Z"]
    home = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=site, env=home) as asked:
        os.close(theirs)
        shown = b"".join(_pressing(ours, b"a"))
    os.close(ours)
    assert asked.returncode == 0
    assert b"a accept" in shown
    assert b"content/news/2024/ferry.md is settled." in shown
    text = (site / "content/news/2024/ferry.md").read_text("utf-8")
    assert text == ARTICLE.replace("\n---\n\n", "\nreviewed: 2024-12-01\nstatus: published\n---\n\n")


def _pressing(terminal: int, key: bytes) -> Iterator[bytes]:
    """Yield what is shown, and press a key whenever nothing more comes: one pressed before the question is lost."""
    while True:
        if not select.select([terminal], [], [], 0.2)[0]:
            os.write(terminal, key)
            continue
        try:
            piece = os.read(terminal, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            return
        if not piece:
            return
        yield piece
