"""Claims about what single verbs answer."""

import json
import os
import select
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.intake import ledger
from sitegen.lock import hold

from .commands import ARTICLE, Capsys, run, write


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


def test_suggest_proposes_names_of_what_was_imported_and_takes_nothing_in(site: Path, capsys: Capsys) -> None:
    for number in range(3):
        text = f"Judge Tom Lark spoke of the goose number {number}, and nobody in the court was surprised by that."
        write(site, f"seeds/{number}.txt", f"Goose number {number}\n\n12 March 200{number}\n\n{text}\n")
    assert run(capsys, "import", "seeds")[0] == 0
    code, out, err = run(capsys, "import", "--suggest")
    assert (code, out.splitlines()) == (
        0,
        ["content/authority/people.yaml", "  Tom Lark: 3 articles, 3 times “Judge Tom Lark”"],
    )
    assert err.startswith("1 name that no authority file has.")
    assert json.loads(run(capsys, "import", "--suggest", "--json")[1])[0]["name"] == "Tom Lark"
    assert run(capsys, "import", "--suggest", "seeds")[0] == cli.USAGE
    assert run(capsys, "import")[0] == cli.USAGE


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
