"""The same edit in each generator's own files, another in each round, and the proof that it arrived."""

import re
from pathlib import Path
from typing import NamedTuple

from corpus import Story
from layouts import address

_MARK = re.compile(r'<p class="round">Template \d+</p>\n')


class Victims(NamedTuple):
    """The numbers of the stories that a round edits: one gets a paragraph, the other another title."""

    body: int
    title: int


def victims(count: int, nth: int) -> Victims:
    """Return which stories round `nth` of `count` stories edits; no two rounds edit the same one."""
    return Victims((count // 3 + nth) % count, (2 * count // 3 + nth) % count)


def edit_body(content: Path, one: Story, nth: int) -> None:
    """Add a paragraph at the end."""
    path = content / f"{address(one)}.md"
    path.write_text(f"{path.read_text('utf-8')}\nAdded in round {nth}.\n", "utf-8")


def edit_title(content: Path, one: Story, nth: int) -> None:
    """Add words to the title, in the front matter."""
    path = content / f"{address(one)}.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace(one.title, f"{one.title}, round {nth}", 1), "utf-8")


def edit_template(template: Path, main: str, nth: int) -> None:
    """Put a paragraph at the head of the article's main block, which begins with the line `main`."""
    text = _MARK.sub("", template.read_text("utf-8"))
    if main not in text:
        words = f"{template.name} has no {main}"
        raise ValueError(words)
    template.write_text(text.replace(main, f'{main}\n<p class="round">Template {nth}</p>', 1), "utf-8")


def arrived(out: Path, case: str, one: Story, nth: int) -> bool:
    """Whether an edit of a story is on the site: on its page, and a title also in the list of its month."""
    page = (out / address(one) / "index.html").read_text("utf-8")
    if case == "body":
        return f"Added in round {nth}." in page
    if case == "title":
        month = (out / f"archive/{one.day:%Y/%m}/index.html").read_text("utf-8")
        return all(f"{one.title}, round {nth}" in text for text in (page, month))
    return f"Template {nth}<" in page
