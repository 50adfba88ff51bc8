"""Many pages become bytes, in one process or in several."""

from dataclasses import replace
from pathlib import Path

from sitegen.model import Page, Theme
from sitegen.render import ALONE, Chunk, render

from .made import planned, write


def many(root: Path) -> tuple[tuple[Page, ...], Theme]:
    files = {
        f"content/news/1961/n{n:02}.md": (
            f"---\ntitle: N {n}\ndate: 1961-01-{n % 28 + 1:02}\ntopics: [x, y{n % 5}]\n---\nText {n}.\n"
        )
        for n in range(ALONE)
    }
    pages, look = planned(write(root, files))
    return tuple(pages.values()), look


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_several_processes_make_the_bytes_of_one(tmp_path: Path) -> None:
    pages, look = many(tmp_path)
    steps: list[int] = []
    one = render(Chunk(pages, look, tmp_path, tmp_path / "one", "/lamp"), 1, steps.append)
    two = render(Chunk(pages, look, tmp_path, tmp_path / "two", "/lamp"), 2, steps.append)
    assert one == two
    assert [receipt.url for receipt in one] == [page.url for page in pages]
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert sum(steps) == 2 * len(pages)


def test_no_page_is_no_work(tmp_path: Path) -> None:
    _, look = many(tmp_path)
    assert render(Chunk((), look, tmp_path, tmp_path / "none", ""), 2) == ()
    assert not (tmp_path / "none").exists()


def test_a_page_that_fails_comes_home_with_its_problem_and_the_others_go_on(tmp_path: Path) -> None:
    pages, look = many(tmp_path)
    broken = replace(pages[3], template="no.html")
    found = render(Chunk((*pages[:3], broken, *pages[4:8]), look, tmp_path, tmp_path / "out", ""), 1)
    assert [bool(receipt.problems) for receipt in found] == [False] * 3 + [True] + [False] * 4
    assert broken.url in found[3].problems[0].text
