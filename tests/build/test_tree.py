"""The tree to be: what a content file answers for, and how a folder is known as ours."""

import json

from sitegen.build.tree import generation_mark, places
from sitegen.model import Body, Frame, Head, NotFoundPage, Page, PlainTextPage, Plan

FRAME = Frame("T", "", "", "", "en", "ltr", "/", "/search/", "", (), (), ())


def page(url: str, body: Body | None) -> Page:
    head = Head(url, "page", "en", "ltr", "A")
    context = PlainTextPage(FRAME, head, body, {}) if body else NotFoundPage(FRAME, head)
    return Page(url, "page.html", "en", context)


def test_a_page_is_answered_for_by_the_file_of_its_body() -> None:
    plan = Plan((page("/about/", Body("content/about.md", "d")), page("/404.html", None)), (), ())
    assert places(plan) == {"/about/": "content/about.md"}


def test_the_mark_names_the_generation_and_no_time() -> None:
    mark = json.loads(generation_mark("abc"))
    assert mark["generator"] == "sitegen"
    assert mark["generation"] == "abc"
    assert set(mark) == {"generator", "version", "generation"}
