"""Claims about what curation knows of the archive."""

from pathlib import Path

from sitegen.config import Config
from sitegen.intake import house


def test_the_names_of_publications_are_those_of_sources_yaml(tmp_path: Path) -> None:
    assert house.of(tmp_path, Config()).own_names == {}
    (tmp_path / "content").mkdir()
    (tmp_path / "content/sources.yaml").write_text("a:\n  name: The A\n  names: {ar: ألف}\n", "utf-8")
    assert house.of(tmp_path, Config()).own_names == {"a": frozenset({"The A", "ألف"})}
    (tmp_path / "content/sources.yaml").write_text("a: [\n", "utf-8")
    assert house.of(tmp_path, Config()).own_names == {}


def test_names_are_looked_for_in_the_taxonomies_of_the_site_alone(tmp_path: Path) -> None:
    (tmp_path / "content/authority").mkdir(parents=True)
    (tmp_path / "content/authority/people.yaml").write_text("ada-finch: {name: Ada Finch}\n", "utf-8")
    text = "Ada Finch waited."
    assert [one.id for one in house.of(tmp_path, Config()).finder.mentions(text)] == ["ada-finch"]
    assert house.of(tmp_path, Config(taxonomies=("topics",))).finder.mentions(text) == ()
