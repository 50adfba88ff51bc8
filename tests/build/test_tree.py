"""The tree to be: what a content file answers for, and how a folder is known as ours."""

import json

from sitegen.build.tree import generation_mark, places
from sitegen.model import Article, Body, Card, PlainPage, Section, Site


def test_a_page_is_answered_for_by_the_file_of_its_body() -> None:
    about = PlainPage("about", "About", "en", Body("content/about.md", "d"))
    article = Article(Card("a", "/news/a/", "A", "en", "news"), Body("content/news/a.md", "d"))
    described = Section("news", "News", body=Body("content/news/_index.md", "d"))
    site = Site((article,), (described, Section("sea", "Sea")), (), (), (about,), (), (), ())
    assert places(site) == {
        "/about/": "content/about.md",
        "/news/a/": "content/news/a.md",
        "/news/": "content/news/_index.md",
    }


def test_the_mark_names_the_generation_and_no_time() -> None:
    mark = json.loads(generation_mark("abc"))
    assert mark["generator"] == "sitegen"
    assert mark["generation"] == "abc"
    assert set(mark) == {"generator", "version", "generation"}
