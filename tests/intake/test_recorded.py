"""Claims about records that are read again."""

from pathlib import Path

from sitegen.config import Config
from sitegen.intake import recorded, take_in

from .shared import ONE, TODAY, seed


def test_a_record_is_read_with_what_was_concluded_and_a_broken_one_is_passed_over(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", ONE)
    take_in(tmp_path, None, Config(), TODAY)
    (tmp_path / ".sitegen/intake/seeds/b.txt.json").write_text("{", "utf-8")
    (one,) = recorded.each(tmp_path)
    assert one.seed == "seeds/a.txt"
    (article,) = one.articles
    assert recorded.Words("date", "12 March 2004") in article.evidence
    assert article.line == 1


def test_names_are_read_under_the_keys_of_the_record(tmp_path: Path) -> None:
    folder = tmp_path / ".sitegen/intake/seeds"
    folder.mkdir(parents=True)
    words = '{"articles": [{"id": "a", "suggested": [{"as": "people", "name": "Tom Lark", "count": 2}]}]}'
    (folder / "a.txt.json").write_text(words, "utf-8")
    (one,) = recorded.each(tmp_path)
    assert one.articles[0].suggested == (recorded.Name("people", "Tom Lark", 2),)
