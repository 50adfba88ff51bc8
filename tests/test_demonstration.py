"""The repository is itself an archive: what it holds, and that its imported part comes out of its seeds again."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from sitegen import config, intake
from sitegen.load import load
from sitegen.model import Archive

ROOT = Path(__file__).parents[1]
RECORDED = "2024-12-02"  # the day on which the seeds were imported; it stands in each provenance


@pytest.fixture(scope="module")
def archive() -> Archive:
    settings, problems = config.load(ROOT)
    assert not problems
    read, findings = load(ROOT, settings)
    assert [one for one in findings if one.severity != "note"] == []
    return read


def test_it_is_large_and_mixed_enough_to_show_everything(archive: Archive) -> None:
    languages = Counter(one.card.lang for one in archive.articles)
    assert len(archive.articles) >= 64
    assert languages["en"] >= 45
    assert languages["ar"] >= 12
    assert languages["ja"] >= 3
    assert len(archive.sections) == 4
    assert len(archive.collections) == 3
    assert {one.id for one in archive.taxonomies if one.authority} == {"topics", "people", "places", "organisations"}
    assert sum(one.path.startswith("content/media/") for one in archive.files) >= 12


def test_it_has_the_hard_cases(archive: Archive) -> None:
    articles = {one.card.id: one for one in archive.articles}
    assert any(one.same_story in articles for one in articles.values())
    assert any(one.translation_of in articles for one in articles.values())
    assert any(one.corrections for one in articles.values())
    assert any(one.rights and one.rights.publish == "metadata" for one in articles.values())
    assert {one.id for one in archive.takedowns} <= articles.keys()
    assert archive.takedowns
    precisions = {one.card.date.precision if one.card.date else "undated" for one in articles.values()}
    assert precisions >= {"day", "month", "year", "decade", "interval", "undated"}


def test_every_article_is_of_real_length(archive: Archive) -> None:
    short = [
        one.card.url
        for one in archive.articles
        if one.card.lang == "en" and len((ROOT / one.body.path).read_text("utf-8").split()) < 250
    ]
    assert short == []


def test_its_names_are_all_known_to_its_authority_files(archive: Archive) -> None:
    known = {taxonomy.id: {name.id for name in taxonomy.authority} for taxonomy in archive.taxonomies}
    unknown = {
        (taxonomy, name)
        for one in archive.articles
        for taxonomy, names in one.terms.items()
        for name in names
        if name not in known[taxonomy]
    }
    assert unknown == set()


def test_the_seeds_imported_into_an_empty_copy_give_the_imported_part_byte_for_byte(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    (tmp_path / "content").mkdir()
    shutil.copy(ROOT / "content" / "sources.yaml", tmp_path / "content")
    shutil.copytree(ROOT / "content" / "authority", tmp_path / "content" / "authority")
    settings, _ = config.load(tmp_path)
    taken = intake.take_in(tmp_path, None, settings, RECORDED)
    assert taken.rejects == ()
    assert len(taken.added) == 42
    for path in (*taken.added, "content/ledger.jsonl"):
        assert (tmp_path / path).read_bytes() == (ROOT / path).read_bytes(), path


def test_importing_the_seeds_again_changes_nothing(tmp_path: Path) -> None:
    for name in ("seeds", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site.yaml", tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()}
    settings, _ = config.load(tmp_path)
    taken = intake.take_in(tmp_path, None, settings, "2030-01-01")
    assert taken.added == ()
    assert {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()} == before
