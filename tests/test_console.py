"""What is printed, and where: answers on stdout, words on stderr, each problem once, and never a hundred and one."""

import io
import json

import pytest

from sitegen import console
from sitegen.console import Console
from sitegen.model import Place, Problem, Report
from sitegen.problems import problem
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


def test_a_log_has_a_line_a_stage_and_one_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    log, clock = io.StringIO(), iter([0.0, 0.0, 1.0, 6.0, 6.0, 7.0])
    monkeypatch.setattr("sitegen.console.monotonic", lambda: next(clock))
    lines = console.Lines(log)
    lines.stage("render", 12_000)
    lines.step(10)
    lines.step(4_000)
    lines.step()
    assert log.getvalue().splitlines() == ["render (12,000)", "render: 4,010 of 12,000"]
