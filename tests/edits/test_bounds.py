"""What an edit of a larger archive costs: few pages when an article is added, and none that shows nothing new."""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import answers, build, files
from sitegen.progress import Silent

ARTICLES = 300
CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
# lists are cut into years, as those of a large archive are; years are not cut into months: that begins at 500 a year
SITE = """\
title: The Lamp
base_url: https://example.org/lamp
theme: own
limits: {list_newest: 10, list_by_year: 20, feed: 10}
"""
MARKED = '{% extends "standard/article.html" %}{% block foot %}{% include "mark.html" %}{% endblock %}'
TERMS = ("topics: [t1, t2, harbour]", "people: [p3, Ada]", "places: [x5]")
# what may be made anew for an article that is added: DESIGN's promise
BOUND, RELATED = 2 * 6 + 12, 10


def article(number: int, title: str, date: str, terms: str, body: str = "The text.") -> str:
    stated = f"date: {date}\n" if date else ""
    return f"---\nid: a{number:04}\ntitle: {title}\n{stated}added: 2025-01-01\n{terms}\n---\n{body}\n\nIts end.\n"


def path_of(number: int) -> str:
    return f"content/{('news', 'sea', 'town')[number % 3]}/{1949 + number % 70}/n{number}.md"


def invented(number: int) -> str:
    chance = random.Random(number)
    day = f"{1949 + number % 70}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    date = chance.choice((day, day, day, day, day[:7], day[:4], f"{day[:3]}X", ""))
    names = {"topics": ("t", 12, 3), "people": ("p", 40, 2), "places": ("x", 25, 1)}
    terms = "\n".join(
        f"{kind}: [{', '.join(f'{letter}{one}' for one in chance.sample(range(most), count))}]"
        for kind, (letter, most, count) in names.items()
    )
    return article(number, f"Story {number} of the quay", date, terms)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("large") / "site"
    held = {path_of(number): invented(number) for number in range(ARTICLES)}
    held |= {"site.yaml": SITE, "themes/own/theme.yaml": "name: own\nextends: standard\n"}
    held |= {"themes/own/templates/article.html": MARKED, "themes/own/templates/mark.html": ""}
    for path, text in held.items():
        files.write_text(root / path, text)
    build.build(request(root), Silent())
    return root


@pytest.fixture
def site(large: Path) -> Iterator[Path]:
    """The large archive, as built; each test's edits are taken back."""
    before = {path: (large / "content" / path).read_bytes() for path in files.survey(large / "content").files}
    template = (large / "themes/own/templates/mark.html").read_bytes()
    yield large
    for path in set(files.survey(large / "content").files) - set(before):
        (large / "content" / path).unlink()
    for path, data in before.items():
        if (large / "content" / path).read_bytes() != data:
            files.write_bytes(large / "content" / path, data)
    files.write_bytes(large / "themes/own/templates/mark.html", template)
    build.build(request(large), Silent())


def request(root: Path) -> build.Request:
    cache = root.parent / "cache"
    return build.Request(root, root / "public", CLOCK, jobs=1, search=False, take_in=False, cache=cache)


def published(root: Path) -> dict[str, int]:
    """The pages that are published, by address, each with its inode: one that was made anew has another."""
    found = files.survey(root / "public").files
    return {f"/{path.removesuffix('index.html')}": stat[2] for path, stat in found.items() if path != files.MARK}


def shown(root: Path, words: str) -> set[str]:
    """The addresses of the pages in which words stand."""
    places = (path for path in (root / "public").rglob("*") if path.is_file() and words in path.read_text("utf-8"))
    return {f"/{path.relative_to(root / 'public')}".removesuffix("index.html") for path in places}


def remade(root: Path) -> dict[str, list[str]]:
    """Build, and return the pages that were made anew with the reasons that were given before."""
    reasons = answers.reasons(request(root))
    was = published(root)
    report = build.build(request(root), Silent())
    assert report.made == len(reasons)
    now = published(root)
    assert {url for url in now if now[url] != was.get(url)} == set(reasons)
    return reasons


@pytest.mark.parametrize(
    "date", ["1931-05-06", "1949-02-03", "1961-02-03", "1987-06", "1998", "197X", "2011-05/..", "", "2024-12-31"]
)
def test_an_added_article_remakes_few_pages_whatever_its_date(site: Path, date: str) -> None:
    was = published(site)
    text = article(9000, "A later find", date, "\n".join(TERMS))
    files.write_text(site / f"content/news/{date[:4] if date[:4].isdigit() else 'undated'}/found.md", text)
    found = remade(site)
    related = {url for url, why in found.items() if why == [f"{url}: its related articles changed"]}
    others = {url for url in found if url not in related and (url in was or url.endswith("/found/"))}
    assert len(related) <= RELATED
    assert 6 < len(others) <= BOUND


@pytest.mark.parametrize("number", [0, 101, 299])
def test_an_edited_body_remakes_its_page_alone(site: Path, number: int) -> None:
    path = site / path_of(number)
    files.write_text(path, path.read_text("utf-8").replace("Its end.", "Another end."))
    assert list(remade(site)) == [f"/{path_of(number).removeprefix('content/').removesuffix('.md')}/"]


@pytest.mark.parametrize("number", [0, 101, 299])
def test_an_edited_title_remakes_the_pages_that_show_it_and_no_other(site: Path, number: int) -> None:
    path = site / path_of(number)
    before = shown(site, f"Story {number} of the quay")
    files.write_text(path, path.read_text("utf-8").replace(f"Story {number} of the quay", "Another story altogether"))
    found = remade(site)
    assert set(found) == before == shown(site, "Another story altogether")
    assert 4 < len(found) < 30


def test_an_edited_template_remakes_the_pages_that_include_it_and_no_other(site: Path) -> None:
    files.write_text(site / "themes/own/templates/mark.html", "<i>marked</i>")
    found = remade(site)
    assert set(found) == shown(site, "<i>marked</i>")
    assert len(found) == ARTICLES
    assert {reason.partition(": ")[2] for why in found.values() for reason in why} == {
        "its template or one that it includes changed"
    }
