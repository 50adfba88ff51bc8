"""Claims about what becomes of single articles: what no build could read is never written."""

from pathlib import Path

import pytest

from sitegen.config import Config, Limits
from sitegen.intake import importers, take_in
from sitegen.intake.members import Member, Reading
from sitegen.model import RawArticle

from .shared import ONE, TODAY, TWO, article, said, seed


class Rich:
    """An importer whose documents state what they like."""

    NAME = "rich/1"

    def knows(self, member: Member) -> bool:
        return member.name.endswith(".rich")

    def read(self, member: Member) -> Reading:
        values = {"summary": "A goose.", "topics": ["Geese"], "people": ["Dilys"], "canonical_url": "no address"}
        values |= {"status": "draft", "lang": "not a language", "section": "sea"}
        one = RawArticle(" \n ", (), 0, len(member.data), body="It *was* so.\n\n- a goose\n", values=values)
        return Reading((one,))


def test_an_article_beyond_the_limit_is_put_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE.replace("surprised", "surprised " * 400) + "\n\n\n" + TWO)
    taken = take_in(tmp_path, None, Config(limits=Limits(article_bytes=2000)), TODAY)
    assert len(taken.added) == 1
    (reject,) = taken.rejects
    assert (reject.rule, str(reject.place)) == ("article-too-large", "seeds/town.txt:1")


def test_what_a_document_states_is_kept_as_far_as_front_matter_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importers, "IMPORTERS", (Rich(),))
    seed(tmp_path, "x.rich", "It was so.")
    (tmp_path / "seeds/_seed.yaml").write_text("summary: The curator's word.\n", "utf-8")
    config = Config(sections=("news", "sea"), taxonomies=("topics",))
    taken = take_in(tmp_path, None, config, TODAY)
    assert taken.added == ("content/sea/undated/it-was-so-a-goose.md",)
    found = article(tmp_path, taken.added[0])
    assert found.values["title"].startswith("[It *was* so.")
    assert (found.values["summary"], found.values["topics"]) == ("The curator's word.", ["Geese"])
    assert found.values["status"] == "review"
    assert found.body.strip() == "It *was* so.\n\n- a goose"
    assert any("canonical_url, lang, people cannot stand in front matter" in words for words in said(taken.findings))
