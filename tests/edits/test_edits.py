"""Stories of an edit: the pages that it makes anew, and why, in the words of `sitegen why`.

Each `*.md` beside this file has a front matter with what its site has beside `archive.yaml` (path -> text) and the edit
(path -> text, or nothing where the file is deleted); below it the claim in prose, and the pages expected, each as
`- /address/: reason; reason`.
"""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen import answers, build, files
from sitegen.progress import Silent

HERE = Path(__file__).parent
STORIES = sorted(path.stem for path in HERE.glob("*.md"))
CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
COMMON: dict[str, Any] = yaml.safe_load((HERE / "archive.yaml").read_text("utf-8"))
EXPECTED = re.compile(r"^- (/\S*): (.+)$", re.MULTILINE)


def told(story: str) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """A story's values, and the reasons it expects by address."""
    head, _, prose = (HERE / f"{story}.md").read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    values: dict[str, Any] = yaml.safe_load(head)
    return values, {url: reasons.split("; ") for url, reasons in EXPECTED.findall(prose)}


def write(root: Path, made: dict[str, str | None]) -> None:
    for path, text in made.items():
        if text is None:
            files.remove_tree(root / path)
        else:
            files.write_text(root / path, text)


@pytest.mark.parametrize("story", STORIES)
def test_an_edit_makes_the_pages_that_its_story_tells_for_the_reasons_it_gives(story: str, tmp_path: Path) -> None:
    values, expected = told(story)
    asked = build.Request(tmp_path, tmp_path / "public", CLOCK, jobs=1, search=False, take_in=False)
    write(tmp_path, COMMON | values.get("site", {}))
    build.build(asked, Silent())
    write(tmp_path, values["edit"])
    found = {url: [one.removeprefix(f"{url}: ") for one in words] for url, words in answers.reasons(asked).items()}
    assert found == expected
    gone = [url for url, words in found.items() if words == ["it is no longer part of the site"]]
    assert build.build(asked, Silent()).made == len(found) - len(gone)
    assert answers.reasons(asked) == {}
