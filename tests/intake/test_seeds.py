"""Claims about which files are seeds, and what is known of them before they are opened."""

from pathlib import Path

import pytest

from sitegen.intake import importers, seeds
from sitegen.intake.seeds import Seed
from sitegen.problems import BuildError

from .shared import ONE, said, seed


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as caught:
        seeds.head(Seed(tmp_path / "none.txt", "seeds/none.txt"))
    assert said(caught.value.problems) == [
        "seeds/none.txt: This file cannot be read: no such file or directory. See whether it is there and whose it is."
    ]


def test_seeds_come_in_the_order_of_their_names_and_sidecars_are_none(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a.txt", "d.warc.gz"):
        seed(tmp_path, name, ONE, "source: x\n")
    (tmp_path / "seeds/a/_seed.yaml").write_text("", "utf-8")
    (tmp_path / "seeds/d.yaml").write_text("", "utf-8")
    found, problems = seeds.find(tmp_path, None)
    assert [one.name for one in found] == ["seeds/a.txt", "seeds/a/c.txt", "seeds/b.txt", "seeds/d.warc.gz"]
    assert problems == ()


def test_a_sidecar_without_its_dump_is_told(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/lost.yaml").write_text("", "utf-8")
    assert said(seeds.find(tmp_path, None)[1]) == [
        (
            "seeds/lost.yaml: There is no dump beside this sidecar. "
            "Give it the name of its dump, or name it _seed.yaml if it speaks of all in its folder."
        ),
    ]


def test_a_site_without_seeds_has_none(tmp_path: Path) -> None:
    assert seeds.find(tmp_path, None) == ((), ())


def test_a_link_is_named_by_its_path_below_the_site(tmp_path: Path) -> None:
    (tmp_path / "seeds/box").mkdir(parents=True)
    (tmp_path / "seeds/box/link.txt").symlink_to("/etc/hostname")
    (tmp_path / "seeds/box/round").symlink_to(tmp_path / "seeds")
    _, problems = seeds.find(tmp_path, None)
    assert sorted(str(one.place) for one in problems) == ["seeds/box/link.txt", "seeds/box/round"]


def test_files_of_a_folder_from_elsewhere_keep_their_paths_in_it(tmp_path: Path) -> None:
    for name in ("2020/index.txt", "2021/index.txt"):
        seed(tmp_path / "elsewhere", name, ONE)
    found, _ = seeds.find(tmp_path / "site", [tmp_path / "elsewhere/seeds"])
    assert [one.name for one in found] == ["seeds/2020/index.txt", "seeds/2021/index.txt"]


def test_what_a_browser_saved_beside_a_page_is_no_seed(tmp_path: Path) -> None:
    for name in ("The page.html", "The page_files/ad.html", "The page_files/deep/x.html", "other_files/y.html"):
        seed(tmp_path, name, ONE)
    names = [one.name for one in seeds.find(tmp_path, None)[0]]
    assert names == ["seeds/The page.html", "seeds/other_files/y.html"]


def test_the_files_of_a_generators_site_know_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importers, "site", lambda names, *_: {"site": "eleventy"} if ".eleventy.js" in names else {})
    for name in ("blog/.eleventy.js", "blog/posts/one.md", "blog/_config.yml", "loose.txt"):
        seed(tmp_path, name, ONE)
    found, problems = seeds.find(tmp_path, None)
    about = {one.name: dict(one.about) for one in found}
    assert about == {
        "seeds/blog/posts/one.md": {"site": "eleventy", "root": "seeds/blog"},
        "seeds/loose.txt": {},
    }
    assert problems == ()


def test_the_pages_of_a_site_in_a_folder_know_its_settings_but_no_link_is_followed_for_them(tmp_path: Path) -> None:
    seed(tmp_path, "blog/_config.yml", "permalink: pretty\n")
    seed(tmp_path, "blog/_posts/2024-05-01-a.md", ONE)
    seed(tmp_path, "other/_posts/2024-05-01-a.md", ONE)
    (tmp_path / "seeds/other/_config.yml").symlink_to(tmp_path / "seeds/blog/_config.yml")
    found = {one.name: one.about for one in seeds.find(tmp_path, None)[0]}
    assert '"patterns":{"":"pretty"}' in found["seeds/blog/_posts/2024-05-01-a.md"]["settings"]
    assert found["seeds/other/_posts/2024-05-01-a.md"] == {}


@pytest.mark.parametrize(("name", "words"), [("a.xyz", "Save it as plain text"), ("a.PDF", "See whether it is whole")])
def test_what_no_importer_knows_is_told_with_a_way_out(name: str, words: str) -> None:
    assert words in seeds.unknown_kind(name).hint
