"""What is printed, and where: answers on stdout, words on stderr, each problem once, and never a hundred and one."""

import io
import json
import sys
from pathlib import Path

import pytest

from sitegen import console
from sitegen.console import Console
from sitegen.intake import ExplainedArticle, ExplainedLine, Explanation, Intake
from sitegen.model import Place, Problem, Report
from sitegen.problems import BuildError, problem, sentence
from sitegen.progress import Silent

ERROR = problem("key-unknown", '"x" is not a key.', Place("a.md", 4), "Take it out.")
WARNING = problem("link-broken", "The link leads nowhere.", Place("a.md"))
NOTE = problem("rights-unknown", "Nobody says.", Place("a.md"))
REPORT = Report(
    articles=1,
    pages=1200,
    made=3,
    files=1300,
    removed=0,
    shards=2,
    generation="g",
    method="swap",
    problems=(WARNING, NOTE),
    seconds={"plan": 0.5, "render": 1.0},
)


def spoken(capsys: pytest.CaptureFixture[str]) -> tuple[str, list[str]]:
    out, err = capsys.readouterr()
    return out, err.splitlines()


@pytest.mark.parametrize(
    ("level", "lines"),
    [
        (-1, ['error: a.md:4: "x" is not a key. Take it out. [key-unknown]']),
        (
            0,
            [
                'error: a.md:4: "x" is not a key. Take it out. [key-unknown]',
                "warning: a.md: The link leads nowhere. [link-broken]",
            ],
        ),
        (
            1,
            [
                'error: a.md:4: "x" is not a key. Take it out. [key-unknown]',
                "warning: a.md: The link leads nowhere. [link-broken]",
                "note: a.md: Nobody says. [rights-unknown]",
            ],
        ),
    ],
)
def test_how_much_is_said_depends_on_how_loud_it_was_asked(
    capsys: pytest.CaptureFixture[str], level: int, lines: list[str]
) -> None:
    Console(level=level).problems([NOTE, WARNING, ERROR, ERROR])
    assert spoken(capsys) == ("", lines)


def test_a_hundred_problems_are_printed_and_the_rest_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    Console().problems(Problem("key-unknown", "error", f"{n}.", Place("a.md", n)) for n in range(1, 1_351))
    _, lines = spoken(capsys)
    assert len(lines) == 101
    assert lines[-1] == "… and 1,250 more like these."


def test_text_is_answered_as_it_is_and_values_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    Console().data("content/news/é.md")
    assert spoken(capsys)[0] == "content/news/é.md\n"
    Console().data({"problems": (ERROR,)})
    found = json.loads(spoken(capsys)[0])
    assert found["problems"][0]["place"] == {"path": "a.md", "line": 4}
    Console(as_json=True).data("é")
    assert spoken(capsys)[0] == '"é"\n'


def test_as_json_nothing_but_the_answer_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    loud = Console(level=1, as_json=True)
    loud.say("Words.")
    loud.report(REPORT, "public")
    out, lines = spoken(capsys)
    assert lines == []
    assert json.loads(out)["pages"] == 1200


def test_a_report_counts_in_words_and_says_what_it_does_not_show(capsys: pytest.CaptureFixture[str]) -> None:
    Console().report(REPORT, "public")
    assert spoken(capsys) == (
        "",
        [
            "warning: a.md: The link leads nowhere. [link-broken]",
            "1 note not shown; -v shows them.",
            "public: 1 article, 1,200 pages (3 made, 1,197 kept), 2 search shards, in 1.50 s.",
        ],
    )


def test_a_loud_report_tells_the_length_of_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    Console(level=1).report(REPORT, "public")
    assert spoken(capsys)[1][-1] == "  plan 0.50 s, render 1.00 s"


def test_a_quiet_report_of_a_good_build_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    Console(level=-1).report(REPORT, "public")
    assert spoken(capsys) == ("", [])


def test_colour_is_for_terminals_and_for_those_who_want_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Console().problems([ERROR])
    assert "\x1b" not in capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    Console().problems([ERROR])
    assert capsys.readouterr().err.startswith("\x1b[31merror:\x1b[0m a.md:4")
    Console(color=False).problems([ERROR])
    assert "\x1b" not in capsys.readouterr().err


def test_a_value_cannot_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    Console().problems([problem("key-unknown", "\x1b[2J\r is no key.", Place("a\n.md"))])
    assert capsys.readouterr().err == "error: a\\n.md: \\x1b[2J\\r is no key. [key-unknown]\n"


@pytest.mark.parametrize(
    ("level", "as_json", "terminal", "kind"),
    [
        (-1, False, True, Silent),
        (0, True, True, Silent),
        (0, False, False, Silent),
        (1, False, False, console.Lines),
        (0, False, True, console.Bars),
    ],
)
def test_progress_is_a_bar_on_a_terminal_lines_in_a_log_and_nothing_where_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, level: int, *, as_json: bool, terminal: bool, kind: type
) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: terminal)
    monkeypatch.setattr("sys.stderr", screen)
    shown = Console(level=level, as_json=as_json).progress()
    try:
        assert type(shown) is kind
        shown.stage("render", 3)
        shown.step()
        shown.step(2)
        shown.stage("check")
    finally:
        shown.close()


def test_an_import_says_what_was_written_left_alone_and_put_aside(capsys: pytest.CaptureFixture[str]) -> None:
    left = (("content/a.md", "is already in the archive"), ("content/b.md", "was edited; it stays as it is"))
    rejects = (
        problem("key-unknown", '"x" is not a key.', Place("seeds/d.yaml", 1)),
        problem("seed-put-aside", "This dump was put aside.", Place("seeds/d.txt")),
    )
    note = problem("seed-encoding", "This file is not UTF-8.", Place("seeds/e.txt"))
    Console().intake(Intake(("content/c.md",), left, rejects, (note,), (".sitegen/intake/seeds/c.txt.json",)))
    assert spoken(capsys)[1] == [
        'error: seeds/d.yaml:1: "x" is not a key. [key-unknown]',
        "warning: seeds/d.txt: This dump was put aside. [seed-put-aside]",
        "note: seeds/e.txt: This file is not UTF-8. [seed-encoding]",
        "written: content/c.md",
        "left alone: content/a.md (is already in the archive)",
        "left alone: content/b.md (was edited; it stays as it is)",
        "1 article written, 2 left alone, 1 file put aside (listed in .sitegen/rejects.jsonl).",
    ]


def test_of_a_large_import_a_hundred_of_each_kind_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    left = [(f"content/{n}.md", "is already in the archive") for n in range(1_350)]
    Console().intake(Intake((), (*left, ("content/x.md", "was deleted; it stays deleted"))))
    lines = spoken(capsys)[1]
    assert len(lines) == 103
    assert lines[100:] == [
        "… and 1,250 more left alone (is already in the archive).",
        "left alone: content/x.md (was deleted; it stays deleted)",
        "0 articles written, 1,351 left alone, 0 files put aside.",
    ]


LINE = ExplainedLine(1, 0, 14, "Ferry \x1b[2Jlate", "cut", 1, "title", "title")
FERRY = ExplainedArticle(
    1,
    "content/sea/2004/ferry-late.md",
    "",
    {
        "title": "Ferry late",
        "lang": "en",
        "date": "2004-03-12",
        "date_basis": "curator",
        "date_evidence": ["seeds/a.yaml: 2004-03-12"],
        "byline": ["Dilys Orme", "T. Callow"],
        "agency": "Meridian",
        "images": [{"caption": "The ferry."}],
        "status": "published",
    },
    (
        ("date", "12 March"),
        ("agency", "told Meridian"),
        ("agency", "told Meridian"),
        ("name Cape Ellory", "from Cape Ellory"),
    ),
    (("places", "Cape Ellory", 3), ("people", "T. Callow", 1)),
)


def test_an_explanation_tells_of_lines_and_then_of_what_would_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    bare = ExplainedArticle(2, "content/sea/undated/goose.md", "was deleted; it stays deleted", {"title": "Goose"})
    Console().explanations([Explanation("seeds/a.txt", 1_400, "utf-8", (LINE,), (FERRY, bare))])
    assert (
        spoken(capsys)[0]
        == """\
seeds/a.txt: 1,400 bytes, utf-8, 2 articles
    1 cut     1 title                  title              Ferry \ufffd[2Jlate

article 1: Ferry late
  would be written to: content/sea/2004/ferry-late.md
  date: 2004-03-12 (curator)
    “seeds/a.yaml: 2004-03-12”
  lang: en
  byline: Dilys Orme, T. Callow
  agency: Meridian
  status: published
  evidence of agency: “told Meridian”
  evidence of agency: “told Meridian”
  suggested places: Cape Ellory (3 x, “from Cape Ellory”)
  suggested people: T. Callow (1 x)

article 2: Goose
  would be left alone: content/sea/undated/goose.md (was deleted; it stays deleted)
  date: undated (nothing proves one)
"""
    )


def test_of_a_file_that_cannot_be_read_the_reason_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    empty = problem("seed-empty", "This file is empty.", Place("seeds/a.txt"))
    Console().explanations([Explanation("seeds/a.txt", findings=(empty,))])
    assert spoken(capsys) == (
        "seeds/a.txt: nothing would be taken in.\n",
        ["warning: seeds/a.txt: This file is empty. [seed-empty]"],
    )


def test_a_log_has_a_line_a_stage_and_one_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    log, clock = io.StringIO(), iter([0.0, 0.0, 1.0, 6.0, 6.0, 7.0])
    monkeypatch.setattr("sitegen.console.monotonic", lambda: next(clock))
    lines = console.Lines(log)
    lines.stage("render", 12_000)
    lines.step(10)
    lines.step(4_000)
    lines.step()
    assert log.getvalue().splitlines() == ["render (12,000)", "render: 4,010 of 12,000"]


def test_a_key_a_line_and_an_editor_are_asked_for_and_an_end_is_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended() -> str:
        raise EOFError

    desk = Console()
    monkeypatch.setattr("click.getchar", lambda: "a")
    assert desk.key() == "a"
    monkeypatch.setattr("click.getchar", ended)
    assert desk.key() == ""
    monkeypatch.setattr("sys.stdin", io.StringIO("content/a.md\n"))
    assert desk.line("Which? ") == "content/a.md"
    article = tmp_path / "a.md"
    article.write_text("x", "utf-8")
    monkeypatch.setenv("VISUAL", f'{sys.executable} -c "import sys; open(sys.argv[1], chr(119)).write(chr(121))"')
    desk.edit(article)
    assert article.read_text("utf-8") == "y"


def test_an_editor_that_fails_is_told_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-here")
    with pytest.raises(BuildError) as caught:
        Console().edit(tmp_path / "a.md")
    assert "Set EDITOR to your editor's command." in sentence(caught.value.problems[0])
