import importlib
import re
import subprocess
import tomllib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sitegen import doctor, swap
from sitegen.doctor import Finding

PYPROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))


def examined(root: Path) -> Mapping[str, Finding]:
    return {found.what.split(" to ")[0]: found for found in doctor.examine(root, root / "public")}


def test_a_whole_machine_has_no_fault_and_keeps_no_trace(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: The Lamp\n")
    found = examined(tmp_path)
    assert [one for one in found.values() if not one.good] == []
    assert found["site.yaml"].text == 'It can be read: "The Lamp".'
    assert "pagefind 1" in found["Pagefind"].text
    assert [path.name for path in tmp_path.iterdir()] == ["site.yaml"]


def test_every_package_that_sitegen_needs_is_looked_at() -> None:
    needed = {re.split(r"[<>=!~ ]", one)[0].lower() for one in PYPROJECT["project"]["dependencies"]}
    assert needed == set(doctor.CORE)


def test_the_oldest_python_is_that_of_the_project() -> None:
    assert PYPROJECT["project"]["requires-python"] == ">=" + ".".join(map(str, doctor.PYTHON))


def test_a_package_that_is_broken_is_named_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def broken(name: str, package: str | None = None) -> Any:
        if name == "PIL":
            raise ImportError
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", broken)
    assert examined(tmp_path)["pillow"] == Finding(
        "pillow", good=False, text="It cannot be imported: ImportError.", hint="pip install pillow"
    )


def test_an_extra_that_is_not_installed_is_no_fault_but_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    required = [
        "click>=8",
        "pytest>=8; extra == 'dev'",
        'no-such-thing[x]>=1 ; python_version < "4" and extra == "intake"',
    ]
    monkeypatch.setattr(metadata, "requires", lambda _name: required)
    found = examined(tmp_path)
    assert found["sitegen-archive[dev]"] == Finding("sitegen-archive[dev]", good=True, text="Installed.")
    assert found["sitegen-archive[intake]"] == Finding(
        "sitegen-archive[intake]",
        good=True,
        text="Not installed; it would need no-such-thing.",
        hint="pip install 'sitegen-archive[intake]'",
    )


def test_a_sitegen_that_is_not_installed_has_no_extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_name: str) -> list[str]:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "requires", unknown)
    assert not [what for what in examined(tmp_path) if what.startswith("sitegen-archive[")]


@pytest.mark.parametrize("failure", [OSError("Exec format error"), subprocess.TimeoutExpired("pagefind", 20)])
def test_a_pagefind_that_does_not_run_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise failure

    monkeypatch.setattr(subprocess, "run", fail)
    found = examined(tmp_path)["Pagefind"]
    assert not found.good
    assert "--no-search" in found.hint


def test_a_site_file_that_cannot_be_read_is_shown_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: x\ntheem: y\n")
    found = examined(tmp_path)["site.yaml"]
    assert not found.good
    assert found.text == 'site.yaml:2: "theem" is not a key of this file. Did you mean "theme"?'


def test_a_folder_without_a_site_file_is_no_fault(tmp_path: Path) -> None:
    found = examined(tmp_path)["site.yaml"]
    assert found.good
    assert "sitegen init" in found.hint


@pytest.mark.parametrize("method", ["exchange", "rename-pair", "file-by-file"])
def test_the_way_of_publishing_is_the_one_that_works_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    if method != "exchange":
        monkeypatch.setattr("sitegen.files.exchange", lambda _a, _b: False)
    if method == "file-by-file":
        monkeypatch.setattr("sitegen.files.rename", lambda _a, _b: False)
    found = examined(tmp_path / "not/made/yet")["publishing"]
    assert found.good == (method != "file-by-file")
    assert found.text == doctor._SWAPS[method]
    assert list(tmp_path.iterdir()) == []


def test_a_mount_point_is_filled_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda _self: True)
    monkeypatch.setattr(swap, "swap", lambda *_arguments: pytest.fail("nothing is tried"))
    assert not examined(tmp_path)["publishing"].good


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    monkeypatch.setattr("tempfile.TemporaryDirectory", refuse)
    found = examined(tmp_path)
    assert not found[".sitegen"].good
    assert "Permission denied" in found[".sitegen"].text
    assert not found["publishing"].good


def test_a_limit_on_watches_that_is_too_low_is_named_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (tmp_path / f"content/news/{number}").mkdir(parents=True)
    (tmp_path / "limit").write_text("40\n")
    monkeypatch.setattr(doctor, "_WATCHES", tmp_path / "limit")
    found = examined(tmp_path)["watching"]
    assert not found.good
    assert found.hint == "sudo sysctl fs.inotify.max_user_watches=524288"
    (tmp_path / "limit").write_text("4000\n")
    assert examined(tmp_path)["watching"].good
    (tmp_path / "limit").unlink()
    assert examined(tmp_path)["watching"].good


def test_a_full_disk_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=1000))
    assert not examined(tmp_path)["disk"].good
