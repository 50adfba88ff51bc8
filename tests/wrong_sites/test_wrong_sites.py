"""Wrong sites, each with the exact words that `sitegen build` has for it: place, sentence, way out."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sitegen import cli

HERE = Path(__file__).parent
MISTAKES = sorted(path.parent.name for path in HERE.glob("*/expected.txt"))
NOT_COPIED = shutil.ignore_patterns("expected.txt", "recipe.json")


def made(mistake: str, site: Path) -> None:
    """Copy a wrong site, and make what git cannot hold or should not: links, odd names, a megabyte of one letter."""
    shutil.copytree(HERE / mistake, site, ignore=NOT_COPIED, dirs_exist_ok=True)
    if not (site / "site.yaml").exists():
        (site / "site.yaml").write_text("title: The harbour archive\n", "utf-8")
    recipe = HERE / mistake / "recipe.json"
    wanted: list[dict[str, Any]] = json.loads(recipe.read_text("utf-8")) if recipe.exists() else []
    for one in wanted:
        path = site / one["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if "link" in one:
            path.symlink_to(one["link"])
        else:
            path.write_text("".join(text * count for text, count in one["text"]), one.get("encoding", "utf-8"))


def held(site: Path) -> dict[str, bytes]:
    """Return all files of a site but those of `.sitegen/`, by path."""
    found = (path.relative_to(site) for path in site.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path): (site / path).read_bytes() for path in found if path.parts[0] != ".sitegen"}


def spoken(mistake: str) -> tuple[int, list[str], str]:
    """Return exit code, flags and words of `expected.txt`; its first line is `exit N` or `exit N with FLAGS`."""
    first, _, words = (HERE / mistake / "expected.txt").read_text("utf-8").partition("\n")
    code, _, flags = first.removeprefix("exit ").partition(" with ")
    return int(code), flags.split(), words


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_wrong_site_is_told_where_what_and_the_way_out(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made(mistake, tmp_path)
    before = held(tmp_path)
    code, flags, words = spoken(mistake)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITEGEN_BASE_URL", raising=False)
    monkeypatch.delenv("NETLIFY", raising=False)
    monkeypatch.delenv("CI", raising=False)

    ended = cli.run(["build", "--no-search", *flags])
    out, said = capsys.readouterr()

    # the last line of a build that published tells how long it took
    told = [line.replace(f"{tmp_path}/", "") for line in said.splitlines() if not line.startswith("public: ")]
    assert (ended, "\n".join(told) + "\n") == (code, words)
    assert out == ""
    assert "Traceback" not in said
    if code == 0:
        assert (tmp_path / "public/index.html").is_file()
    else:
        assert held(tmp_path) == before, "something was published or changed"
