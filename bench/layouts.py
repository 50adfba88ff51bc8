"""One corpus laid out for each generator, so that both make the same pages."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus import Story

import sitegen

_HERE = Path(__file__).parent
_LONG = 100  # a list with more articles has pages for its years: `list_by_year` of site.yaml


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _list(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)


def for_sitegen(folder: Path, stories: Iterable[Story]) -> None:
    """Lay the stories out as a site of ours, with the standard theme."""
    _write(folder / "site.yaml", "title: Bench\nbase_url: https://example.org\ntaxonomies: [topics, people, places]\n")
    for one in stories:
        front = (
            f"id: s{one.number:07}\ntitle: {json.dumps(one.title)}\nsummary: {json.dumps(one.summary)}\n"
            f"date: {one.day}\nadded: {one.day}\n"
            f"topics: {_list(one.topics)}\npeople: {_list(one.people)}\nplaces: {_list(one.places)}\n"
            "rights: {holder: Bench, publish: full}\n"
        )
        body = "\n\n".join(one.paragraphs)
        _write(folder / "content" / one.section / str(one.day.year) / f"{one.slug}.md", f"---\n{front}---\n\n{body}\n")


def for_hugo(folder: Path, stories: Sequence[Story]) -> None:
    """Lay the stories out for Hugo, with the layouts of `bench/hugo`.

    What it would have to find out about the archive is written into the front matter, as a script of its user might:
    which years and months of which lists are pages. These are terms and nested sections, its quickest lists.
    """
    shutil.copytree(_HERE / "hugo", folder)
    shutil.copytree(Path(sitegen.__file__).parent / "themes/standard/static", folder / "static/assets")
    content = folder / "content"
    _write(content / "search/_index.md", '{"title": "Search"}\n')
    for kind in ("months", "spans-topics", "spans-people", "spans-places"):  # lists of terms that no page shows
        _write(content / kind / "_index.md", '{"build": {"render": "never", "list": "never"}}\n')
    sections = Counter(one.section for one in stories)
    for section, count in sections.items():
        _write(content / section / "_index.md", json.dumps({"title": section.capitalize()}))
        for year in {one.day.year for one in stories if one.section == section and count > _LONG}:
            _write(content / section / str(year) / "_index.md", json.dumps({"title": f"{section.capitalize()}/{year}"}))
    uses = Counter((kind, name) for one in stories for kind, names in _apparatus(one).items() for name in names)
    long = {pair for pair, count in uses.items() if count > _LONG}
    for one in stories:
        front = json.dumps(_front(one, long), ensure_ascii=False)
        body = "\n\n".join(one.paragraphs)
        _write(content / one.section / str(one.day.year) / f"{one.slug}.md", f"{front}\n\n{body}\n")


def _apparatus(one: Story) -> dict[str, tuple[str, ...]]:
    return {"topics": one.topics, "people": one.people, "places": one.places}


def _front(one: Story, long: set[tuple[str, str]]) -> dict[str, object]:
    year = one.day.year
    names = _apparatus(one)
    spans = {
        f"spans-{kind}": [f"{name}/{year}" for name in found if (kind, name) in long] for kind, found in names.items()
    }
    return {
        "id": f"s{one.number:07}",
        "title": one.title,
        "summary": one.summary,
        "date": f"{one.day}T00:00:00Z",
        "holder": "Bench",
        "years": [str(year)],
        "months": [f"{one.day:%Y/%m}"],
        **names,
        **{kind: found for kind, found in spans.items() if found},
    }
