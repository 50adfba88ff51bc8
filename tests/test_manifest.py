import os
from pathlib import Path

import pytest

from sitegen import files, manifest, records
from sitegen.fingerprint import changed
from sitegen.model import Known, Manifest, Output, Trace, Traces
from sitegen.problems import FileError


def _output(path: str, digest: str = "d", **values: object) -> Output:
    return Output(path, digest, **values)  # type: ignore[arg-type]


def _published(out: Path, *outputs: Output) -> Manifest:
    found = files.survey(out).files
    return Manifest("g", {one.path: Output(one.path, one.digest, one.url, stat=found[one.path]) for one in outputs})


SAMPLE = Manifest(
    "g1",
    {
        "a/index.html": _output("a/index.html", url="/a/", stat=(3, 4, 5)),
        "مثال.png": _output("مثال.png", "e"),
    },
)


def test_a_manifest_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    manifest.save(tmp_path / "state/manifest", SAMPLE)
    assert manifest.load(tmp_path / "state/manifest") == SAMPLE


def test_a_manifest_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    assert manifest.load(tmp_path / "none") == manifest.load(tmp_path) == manifest.EMPTY


@pytest.mark.parametrize("at", [0, 20, -1])
def test_a_damaged_manifest_is_an_empty_one(tmp_path: Path, at: int) -> None:
    manifest.save(tmp_path / "manifest", SAMPLE)
    data = bytearray((tmp_path / "manifest").read_bytes())
    data[at] ^= 0xFF
    (tmp_path / "manifest").write_bytes(data)
    assert manifest.load(tmp_path / "manifest") == manifest.EMPTY


@pytest.mark.parametrize("length", [0, 1, 60, 100])
def test_a_cut_manifest_is_an_empty_one(tmp_path: Path, length: int) -> None:
    manifest.save(tmp_path / "manifest", SAMPLE)
    (tmp_path / "manifest").write_bytes((tmp_path / "manifest").read_bytes()[:length])
    assert manifest.load(tmp_path / "manifest") == manifest.EMPTY


def test_a_manifest_of_another_version_is_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest.save(tmp_path / "manifest", SAMPLE)
    monkeypatch.setattr("sitegen.records.code", lambda: "99.0")
    assert manifest.load(tmp_path / "manifest") == manifest.EMPTY


def test_a_manifest_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError):
        manifest.save(tmp_path / "file/manifest", SAMPLE)


def test_a_generation_depends_on_paths_and_digests_alone() -> None:
    a, b = _output("a", "1"), _output("b", "2")
    known = manifest.generation([a, b])
    assert known == manifest.generation([b, _output("a", "1", url="/a", stat=(1, 2, 3)), _output(files.MARK, "9")])
    others = [[a], [a, _output("b", "3")], [_output("a", "2"), _output("b", "1")], [a, _output("c", "2")]]
    assert known not in {manifest.generation(one) for one in others}


def test_only_what_stands_as_published_is_intact(tmp_path: Path) -> None:
    names = ["kept", "same-size", "touched", "lost", "linked", "folder"]
    for name in names:
        files.write_text(tmp_path / "out" / name, "1234")
    was = _published(tmp_path / "out", *(_output(name) for name in names))
    stat = (tmp_path / "out/same-size").stat()
    files.write_text(tmp_path / "out/same-size", "abcd")
    os.utime(tmp_path / "out/same-size", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    os.utime(tmp_path / "out/touched", ns=(1, 1))
    (tmp_path / "out/lost").unlink()
    (tmp_path / "out/linked").replace(tmp_path / "aside")
    (tmp_path / "out/linked").symlink_to(tmp_path / "aside")
    (tmp_path / "out/folder").unlink()
    (tmp_path / "out/folder").mkdir()
    assert manifest.intact(was, files.survey(tmp_path / "out").files) == {"kept"}
    assert manifest.intact(was, files.survey(tmp_path / "none").files) == set()


def test_a_batch_is_known_while_all_its_pages_stand() -> None:
    lists, articles = {"1": ("/a/", "/b/"), "3": ()}, {"2": ("/c/",)}
    traces = Traces("g", Known("mark", lists, articles))
    assert manifest.known(traces, frozenset({"/a/", "/b/"})) == Known("mark", lists, {})
    assert manifest.known(traces, frozenset({"/a/", "/c/"})) == Known("", {"3": ()}, articles)


def test_traces_come_back_as_they_were_saved_with_their_own_manifest_alone(tmp_path: Path) -> None:
    made = Trace({"site": b"1"}, b"12345678", ("x",))
    traces = Traces("g1", Known("mark", {"key": ("/a/",)}), {"/a/": records.encoded(made)}, {"/b/": b"12345678"})
    manifest.save_traces(tmp_path / "traces", traces)
    assert manifest.load_traces(tmp_path / "traces", SAMPLE) == traces
    assert manifest.load_traces(tmp_path / "traces", manifest.EMPTY) == Traces()
    assert (manifest.trace(traces, "/a/"), manifest.trace(traces, "/b/")) == (made, None)


NOW = {"site": b"1", "template": b"2"}


@pytest.mark.parametrize(
    ("now", "was", "intact", "reasons"),
    [
        (NOW, NOW, True, []),
        (None, None, True, []),
        (NOW, None, False, ["/a/: it was not there"]),
        (None, {}, True, ["/a/: it is no longer part of the site"]),
        (NOW, NOW, False, ["/a/: its file is lost, or not as it was published"]),
        (NOW, {"site": b"1", "template": b"3"}, True, ["/a/: its template or one that it includes changed"]),
        (
            NOW,
            {"site": b"0", "template": b"2", "moon": b"4"},
            False,
            [
                "/a/: moon changed",
                "/a/: what every page shows (title, navigation, words, assets) changed",
                "/a/: its file is lost, or not as it was published",
            ],
        ),
    ],
)
def test_the_parts_that_differ_decide_and_are_told_in_words(
    now: dict[str, bytes] | None,
    was: dict[str, bytes] | None,
    intact: bool,  # noqa: FBT001 - a column of the table
    reasons: list[str],
) -> None:
    assert [manifest.reason("/a/", part) for part in changed(now, was, intact=intact)] == reasons
