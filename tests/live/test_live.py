import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest

from sitegen import build, files, lock
from sitegen.live import Preview, serve
from sitegen.problems import FileError, LockedError, UsageError
from sitegen.progress import Silent

PATIENCE = 30.0
ARTICLE = "---\ntitle: Light at Gull Rock\ndate: 1953-02-01\n---\nThe lamp was lit.\n"
URL = "/sea/1953/light/"
# serve() in a process of its own, as a person runs it; what it says and reports goes to standard output
PROGRAM = """
import datetime as dt, sys
from pathlib import Path
from sitegen import build, live
from sitegen.progress import Silent
root = Path(sys.argv[1])
request = build.Request(root, root / "public", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), jobs=1, search=False)
how = {"open_browser": False, "poll": False, "progress": Silent(), "report": lambda made: None}
live.serve(request, "127.0.0.1", 0, say=lambda words: print(words, flush=True), **how)
print("ended", flush=True)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/sea/1953").mkdir(parents=True)
    (tmp_path / "content/sea/1953/light.md").write_text(ARTICLE)
    (tmp_path / "site.yaml").write_text("title: The Lamp\n")
    return tmp_path


def request_of(site: Path) -> build.Request:
    return build.Request(site, site / "public", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), jobs=1, search=False)


def preview_of(site: Path, port: int = 0) -> Preview:
    return Preview(
        request_of(site),
        "127.0.0.1",
        port,
        poll=False,
        progress=Silent(),
        say=lambda _words: None,
        report=lambda _made: None,
    )


@pytest.fixture
def preview(site: Path) -> Iterator[Preview]:
    one = preview_of(site)
    thread = Thread(target=one.run, daemon=True)
    thread.start()
    yield one
    one.stop()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def get(preview: Preview, url: str = URL) -> str:
    connection = HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
    try:
        connection.request("GET", url)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def until(true: Any) -> bool:
    end = monotonic() + PATIENCE
    while not (reached := true()) and monotonic() < end:
        sleep(0.02)
    return bool(reached)


def test_an_edit_is_served_and_told(preview: Preview, site: Path) -> None:
    first = preview.bulletin.news.revision
    assert "The lamp was lit." in get(preview)
    (site / "content/sea/1953/light.md").write_text(ARTICLE.replace("lit", "blown out"))
    assert until(lambda: "The lamp was blown out." in get(preview))
    assert until(lambda: preview.bulletin.news.revision not in {"", first})
    assert f'data-revision="{preview.bulletin.news.revision}"' in get(preview)


def test_a_mistake_keeps_the_pages_until_it_is_mended(preview: Preview, site: Path) -> None:
    (site / "content/sea/1953/light.md").write_text(ARTICLE.replace("title", "titel"))
    assert until(lambda: preview.bulletin.news.problems)
    assert "The lamp was lit." in get(preview)
    (site / "content/sea/1953/light.md").write_text(ARTICLE.replace("lit", "mended"))
    assert until(lambda: "The lamp was mended." in get(preview))
    assert until(lambda: not preview.bulletin.news.problems)


def test_a_site_that_cannot_be_built_yet_waits_for_its_first_good_build(site: Path) -> None:
    (site / "site.yaml").write_text("titel: x\n")
    one = preview_of(site)
    thread = Thread(target=one.run, daemon=True)
    thread.start()
    assert until(lambda: "Nothing here yet" in get(one, "/"))
    (site / "site.yaml").write_text("title: The Lamp\n")
    assert until(lambda: "The Lamp" in get(one, "/"))
    one.stop()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_a_taken_port_is_said_before_anything_is_built(site: Path) -> None:
    one = preview_of(site)
    files.remove_tree(site / "public")
    with pytest.raises(UsageError) as caught:
        preview_of(site, one.port)
    one.socket.close()
    assert [found.rule for found in caught.value.problems] == ["port-taken"]
    assert not (site / "public").exists()


def test_a_folder_that_is_not_ours_is_not_served(site: Path) -> None:
    (site / "public").mkdir()
    (site / "public/thesis.doc").write_text("mine")
    with pytest.raises(UsageError) as caught:
        preview_of(site)
    assert [found.rule for found in caught.value.problems] == ["output-not-ours"]


def test_a_locked_site_is_not_served_and_its_port_is_free_again(site: Path) -> None:
    one = preview_of(site)
    one.socket.close()
    with lock.hold(site / ".sitegen/lock", 0), pytest.raises(LockedError):
        preview_of(site, one.port)
    preview_of(site, one.port).socket.close()


def test_what_ends_the_builder_ends_the_preview_and_is_raised(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = preview_of(site)

    def fail(*_arguments: object) -> None:
        raise FileError([])

    monkeypatch.setattr("sitegen.live.rebuild.Rebuild.keep_up", fail)
    with pytest.raises(FileError):
        one.run()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(site: Path, ending: signal.Signals) -> None:
    command = [sys.executable, "-c", PROGRAM, str(site)]
    environment = {**os.environ, "PYTHONPATH": str(Path(build.__file__).parents[1])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stdout
        assert running.stderr
        words = running.stdout.readline()
        assert words.endswith("public. Ctrl-C ends.\n")
        port = int(words.split(":")[2].split("/")[0])
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", URL)
        assert connection.getresponse().status == 200
        connection.close()
        running.send_signal(ending)
        code = running.wait(PATIENCE)
        said, errors = running.stdout.read(), running.stderr.read()
    assert errors == ""
    assert (code, said) == ((0, "ended\n") if ending == signal.SIGINT else (-signal.SIGTERM, ""))
    with lock.hold(site / ".sitegen/lock", 0):
        pass


def test_an_interrupt_before_anything_is_served_ends_it_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sitegen.build.build", interrupt)
    said: list[str] = []
    serve(
        request_of(site),
        "127.0.0.1",
        0,
        open_browser=False,
        poll=False,
        progress=Silent(),
        say=said.append,
        report=lambda _made: None,
    )
    assert said == []
