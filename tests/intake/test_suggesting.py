"""Claims about names that are proposed."""

from pathlib import Path

from sitegen.config import Config
from sitegen.intake import names, suggesting, take_in
from sitegen.intake.mentions import Finder
from sitegen.model import Authority

from .shared import TODAY, seed


def test_names_that_many_articles_hold_and_no_file_has_are_proposed() -> None:
    texts = {
        "a": "Judge Ada Finch saw Judge Tom Lark.",
        "b": "Judge Tom Lark laughed. Judge Tom Lark slept.",
        "c": "Dr Ivo Crane.",
    }
    found = [(name, *names.suggest([text])) for name, text in texts.items()]
    (one,) = suggesting.proposals(found, Finder({"people": (Authority("ada-finch", "Ada Finch", {}, ()),)}), least=2)
    assert (one.taxonomy, one.name, one.articles, one.count) == ("people", "Tom Lark", 2, 3)
    assert one.evidence == (("a", "Judge Tom Lark"), ("b", "Judge Tom Lark"))


def test_names_are_gathered_from_the_records_of_all_seeds_in_the_taxonomies_of_the_site(tmp_path: Path) -> None:
    for number in range(3):
        text = f"Judge Tom Lark spoke of the goose number {number}, and nobody in the court was surprised by that."
        seed(tmp_path, f"{number}.txt", f"Goose number {number}\n\n12 March 200{number}\n\n{text}\n")
    take_in(tmp_path, None, Config(), TODAY)
    (one,) = suggesting.suggest(tmp_path, Config())
    assert (one.taxonomy, one.name, one.articles, one.count) == ("people", "Tom Lark", 3, 3)
    assert suggesting.suggest(tmp_path, Config(), least=4) == ()
    assert suggesting.suggest(tmp_path, Config(taxonomies=("topics",))) == ()
    (tmp_path / "content/authority").mkdir()
    (tmp_path / "content/authority/people.yaml").write_text("tom-lark: {name: Tom Lark}\n", "utf-8")
    assert suggesting.suggest(tmp_path, Config()) == ()
