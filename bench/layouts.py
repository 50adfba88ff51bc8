"""One corpus laid out for each generator, so that both make the same pages."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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

    Which years and months of which lists are pages, Hugo is told: a template would have to find it out at each build.
    """
    shutil.copytree(_HERE / "hugo", folder)
    shutil.copytree(Path(sitegen.__file__).parent / "themes/standard/static", folder / "static/assets")
    content = folder / "content"
    _write(content / "spans/_index.md", '{"build": {"render": "never", "list": "never"}}\n')
    for name in ("archive", "search", *sorted({one.section for one in stories})):
        _write(content / name / "_index.md", json.dumps({"title": name.capitalize()}))
    _write(folder / "data/spans.json", json.dumps(list(_spans(stories))))
    for one in stories:
        front = json.dumps(_front(one), ensure_ascii=False)
        body = "\n\n".join(one.paragraphs)
        _write(content / one.section / str(one.day.year) / f"{one.slug}.md", f"{front}\n\n{body}\n")


def _front(one: Story) -> dict[str, object]:
    return {
        "id": f"s{one.number:07}",
        "title": one.title,
        "summary": one.summary,
        "date": f"{one.day}T00:00:00Z",
        "holder": "Bench",
        **_apparatus(one),
    }


def _apparatus(one: Story) -> dict[str, tuple[str, ...]]:
    return {"topics": one.topics, "people": one.people, "places": one.places}


def _spans(stories: Sequence[Story]) -> Iterator[dict[str, object]]:
    """Yield the years of the archive and of each long list, and the archive's months: title, address, what is in it."""
    lists: dict[tuple[str, str], list[Story]] = {}
    for one in stories:
        lists.setdefault(("", one.section.capitalize()), []).append(one)
        for kind, names in _apparatus(one).items():
            for name in names:
                lists.setdefault((kind, name), []).append(one)
    yield from _calendar(stories)
    for (kind, name), found in lists.items():
        slug = name.lower().replace(" ", "-")
        own = f"/{kind}/{slug}/" if kind else f"/{slug}/"
        trail = [[f"/{kind}/", kind.capitalize()]] if kind else []
        if len(found) > _LONG:
            yield from _cut(found, own, kind or slug, [*trail, [own, name]], f"{name}: ")


def _calendar(stories: Sequence[Story]) -> Iterator[dict[str, object]]:
    trail = [["/archive/", "Archive"]]
    years = list(_cut(stories, "/archive/", "archive", trail))
    names = ["", *(str(one["title"]) for one in reversed(years)), ""]
    around = dict(zip(names[1:-1], zip(names, names[2:], strict=False), strict=True))
    for one in years:
        year = str(one["title"])
        yield {**one, "earlier": around[year][0], "later": around[year][1]}
    for one in _cut(stories, "/archive/", "archive", trail, month=True):
        year = str(one["url"])[9:13]
        yield {**one, "trail": [*trail, [f"/archive/{year}/", year]]}


def _cut(
    found: Iterable[Story], url: str, here: str, trail: list[list[str]], title: str = "", *, month: bool = False
) -> Iterator[dict[str, object]]:
    """Yield the spans of a list, newest first: each is `count` articles from `start` on, as Hugo sorts them."""
    sizes = Counter(one.day.replace(day=1) if month else one.day.replace(month=1, day=1) for one in found)
    start = 0
    for first in sorted(sizes, reverse=True):
        below, words = (f"{first:%Y/%m/}", f"{first:%B %Y}") if month else (f"{first:%Y/}", f"{first:%Y}")
        yield {
            "url": url + below,
            "title": title + words,
            "of": url,
            "here": here,
            "trail": trail,
            "shape": "month" if month else "year",
            "start": start,
            "count": sizes[first],
        }
        start += sizes[first]
