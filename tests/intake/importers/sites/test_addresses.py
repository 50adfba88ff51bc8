"""Claims about where pages stand."""

import pytest

from sitegen.intake.importers.sites import addresses
from sitegen.intake.importers.sites.settings import Settings


@pytest.mark.parametrize(("name", "lang"), [("ja", "ja"), ("zh_cn", "zh-CN"), ("js", ""), ("news", ""), ("_posts", "")])
def test_folders_that_name_a_language(name: str, lang: str) -> None:
    assert addresses.language_of_folder(name) == lang


def test_the_texts_stand_in_the_folder_that_the_settings_name() -> None:
    where = addresses.place("site/pages/news/lamp.md", "eleventy", Settings(content="site/pages"))
    assert (where.folders, where.stem) == (("news",), "lamp")


def test_a_folder_that_the_settings_keep_for_a_language_is_no_section() -> None:
    where = addresses.place("content/french/news/lamp.md", "hugo", Settings(langs={"french": "fr"}))
    assert (where.lang, where.section, where.suffix) == ("fr", "news", "fr")
