"""One corpus laid out for each generator, so that all make the same pages; a story is written as it passes."""

import json
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus import Story
from spans import Spans

import sitegen

_HERE = Path(__file__).parent
_THEME = Path(sitegen.__file__).parent / "themes/standard"
# the article's template is the site's own, as with the other two, so that a template can be edited
_SITE = "title: Bench\nbase_url: https://example.org\ntheme: bench\ntaxonomies: [topics, people, places]\n"


class Layout(Protocol):
    """A site in the making, in a folder that did not exist."""

    def add(self, one: Story) -> None:
        """Write a story."""

    def finish(self) -> None:
        """Write what is known only when all stories have passed."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is remembered of the stories: the addresses of all, and those that are going to be edited, by number."""

    pages: frozenset[str]
    kept: Mapping[int, Story]


def lay_out(stories: Iterable[Story], layouts: Collection[Layout], keep: Collection[int] = ()) -> Corpus:
    """Lay the stories out in each layout, in one pass, and return what is remembered of them."""
    pages, kept = set(), {}
    for one in stories:
        for layout in layouts:
            layout.add(one)
        pages.add(f"{address(one)}/index.html")
        if one.number in keep:
            kept[one.number] = one
    for layout in layouts:
        layout.finish()
    return Corpus(frozenset(pages), kept)


def address(one: Story) -> str:
    """Return where a story stands, in the sources and on the site."""
    return f"{one.section}/{one.day.year}/{one.slug}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


class SitegenLayout:
    """A site of ours, with the standard theme and an article template of its own."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        _write(folder / "site.yaml", _SITE)
        _write(folder / "themes/bench/theme.yaml", "name: bench\nextends: standard\n")
        template = (_THEME / "templates/article.html").read_text("utf-8")
        _write(folder / "themes/bench/templates/article.html", template)

    def add(self, one: Story) -> None:
        """Write a story."""
        front = (
            f"id: s{one.number:07}\ntitle: {json.dumps(one.title)}\nsummary: {json.dumps(one.summary)}\n"
            f"date: {one.day}\nadded: {one.day}\n"
            + "".join(f"{kind}: {json.dumps(names)}\n" for kind, names in one.terms.items())
            + "rights: {holder: Bench, publish: full}\n"
        )
        _write(self.content / f"{address(one)}.md", f"---\n{front}---\n\n{one.body}\n")

    def finish(self) -> None:
        """Add nothing."""


class HugoLayout:
    """A site for Hugo, with the layouts of `bench/hugo`.

    Which years and months of which lists are pages, Hugo is told: a template would have to find it out at each build.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.spans = folder, Spans()
        shutil.copytree(_HERE / "hugo", folder)
        shutil.copytree(_THEME / "static", folder / "static/assets")

    def add(self, one: Story) -> None:
        """Write a story."""
        self.spans.add(one)
        front = {
            "id": f"s{one.number:07}",
            "title": one.title,
            "summary": one.summary,
            "date": f"{one.day}T00:00:00Z",
            "holder": "Bench",
            **one.terms,
        }
        _write(self.folder / "content" / f"{address(one)}.md", f"{json.dumps(front)}\n\n{one.body}\n")

    def finish(self) -> None:
        """Write the sections and the spans."""
        content = self.folder / "content"
        _write(content / "spans/_index.md", '{"build": {"render": "never", "list": "never"}}\n')
        for name in ("archive", "search", *self.spans.sections):
            _write(content / name / "_index.md", json.dumps({"title": name.capitalize()}))
        _write(self.folder / "data/spans.json", json.dumps(list(self.spans.pages())))


class PelicanLayout:
    """A site for Pelican, with the settings, plugin and theme of `bench/pelican_site`."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        shutil.copytree(_HERE / "pelican_site", folder, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(_THEME / "static", folder / "static")

    def add(self, one: Story) -> None:
        """Write a story."""
        front = (
            f"Title: {one.title}\nDate: {one.day}\nCategory: {one.section}\nSlug: {one.slug}\n"
            f"Id: s{one.number:07}\nHolder: Bench\nSummary: {one.summary}\n"
            + "".join(f"{kind.capitalize()}: {'; '.join(names)}\n" for kind, names in one.terms.items())
        )
        _write(self.content / f"{address(one)}.md", f"{front}\n{one.body}\n")

    def finish(self) -> None:
        """Add nothing."""


LAYOUTS: Mapping[str, Callable[[Path], Layout]] = {
    "sitegen": SitegenLayout,
    "Hugo": HugoLayout,
    "Pelican": PelicanLayout,
}
