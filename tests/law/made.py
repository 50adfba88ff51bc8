"""A small archive as values: what each of its files holds, and the edits that change it."""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sitegen import frontmatter

LIMITS = {"list_newest": 5, "list_by_year": 5, "list_by_month": 5, "feed": 5, "related": 3}
NAMES = ("Ada Quay", "ada quay", "Bo", "رياح", "storms", "Gull Rock")
DATES = (
    *("1953-02-01", "1953-02", "1953-03-04", "1953", "1953-12-31", "195X", "1961~", "1961-12-31", "1961-12-30"),
    *("2011-05/..", "../1950", "1949-10-03", "2024-06", ""),
)
TITLES = ("Light", "The <b>Storm</b>", "رسالة", "Quay & harbour", "light")
# some of one length: in place, a size does not tell them apart
BODIES = (
    *("One.\n", "Two.\n", "One.\n\nTwo.\n", "## Part\n\nSee [it](../1953/n1.md) or [a picture](/media/a.png).\n"),
    *("[lost](nowhere.md)\n", "![pic](../../media/b.png) and [fragment](../1953/n3.md#part)\n", ""),
)
FOLDERS = ("sea/1953", "news/undated", "news/2024", "sea/1961")
# what `site.yaml` may say beside what it begins with, key by key; None takes the key out
SETTINGS: Mapping[str, tuple[Any, ...]] = {
    "title": ("The Lamp", "Другой"),
    "description": (None, "Of lamps."),
    "languages": (["en"], ["en", "ar"]),
    "language": ("en", "ar"),
    "base_url": ("https://example.org/lamp", "https://example.org", None),
    "theme": ("own", "standard"),
    "options": (None, {"accent": "moss"}, {"accent": "ink"}),
    "limits": (LIMITS, LIMITS | {"list_newest": 3, "related": 0}, LIMITS | {"list_by_year": 9, "feed": 2}),
    "search": ({"shard_size": 5}, {"shard_size": 7}),
    "sections": (None, ["sea", "news", "empty"]),
    "taxonomies": (None, ["people", "topics"], ["topics", "people", "places"]),
    "rights": (None, {"default": "excerpt", "holder": "The heirs"}),
    "feeds": (None, {"site": False}),
    "nav": (None, [{"title": "Sea", "url": "/sea/"}]),
    "timezone": (None, "Asia/Tokyo"),
}
TEMPLATES = ("page.html", "list.html", "home.html", "article.html", "names.html")
# a file of the site -> what it may hold; None takes it out
OTHERS: Mapping[str, tuple[str | bytes | None, ...]] = {
    "content/about.md": (None, "---\ntitle: About\n---\n[x](sea/1953/n1.md)\n", "---\ntitle: Us\nlang: ar\n---\n"),
    "content/sea/_index.md": (None, "---\ntitle: The sea\n---\nAll.\n", "---\ntitle: Sea\ndescription: Salt.\n---\n"),
    "content/collections/c.md": (
        None,
        "---\ntitle: C\nitems: [{id: n1, note: First.}, {id: n4}]\n---\nEssay.\n",
        "---\ntitle: D\nitems: [{id: n4}, {id: n2}, {id: nobody}]\n---\n[x](../sea/1953/n2.md)\n",
    ),
    "content/authority/topics.yaml": (
        None,
        "ada: {name: Ada Quay, aliases: [ada quay]}\n",
        "ada: {name: Ada Q., aliases: [Ada Quay], description: A keeper., broader: storms}\nstorms: {name: Storms}\n",
    ),
    "content/authority/people.yaml": (None, "bo: {name: Bo}\n", "bo: {name: Bo Lee, same_as: [https://b.org/1]}\n"),
    "content/sources.yaml": (
        None,
        "paper: {name: The Paper}\n",
        "paper: {name: The Paper, rights: {publish: excerpt, holder: P}}\n",
    ),
    "content/ledger.jsonl": (
        None,
        '{"id": "n2", "addresses": ["/sea/1949/old/", "/sea/1953/n2/"]}\n{"id": "gone", "addresses": ["/gone/"]}\n',
    ),
    "static/a.txt": (None, "1", "2"),
    "static/sub/deep/b.txt": (None, "", "b"),
    "static/robots.txt": (None, "User-agent: *\n"),
    "themes/own/static/own.css": ("p{}", "b{}"),
    "themes/own/locales/en.yaml": (None, "archive: All of it\n"),
    "themes/own/templates/mark.html": ("", "<i></i>"),
}
FOOT = '{{% extends "standard/{name}" %}}{{% block foot %}}{words}{{% include "mark.html" %}}{{% endblock %}}'


def picture(width: int) -> bytes:
    """Return a PNG of this width and the height of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    head = width.to_bytes(4) + (1).to_bytes(4) + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress(bytes(width + 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES: Mapping[str, tuple[bytes | None, ...]] = {
    f"content/media/{name}.png": (None, picture(3), picture(7), b"no picture") for name in ("a", "b")
}


@dataclass(slots=True)
class Archive:
    """All that a site's files say. Articles go by their numbers: front matter, text, and the path of their file."""

    articles: dict[int, dict[str, Any]] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)
    paths: dict[int, str] = field(default_factory=dict)
    down: set[int] = field(default_factory=set)
    site: dict[str, Any] = field(default_factory=dict)
    others: dict[str, str | bytes] = field(default_factory=dict)

    def add(self, number: int, **keys: Any) -> None:
        """Add an article, or write one anew."""
        own = {"id": f"n{number}", "title": TITLES[number % len(TITLES)], "added": f"2026-01-{number % 9 + 1:02}"}
        self.articles[number] = own | keys
        self.paths.setdefault(number, f"content/{FOLDERS[number % len(FOLDERS)]}/n{number}.md")
        self.bodies.setdefault(number, BODIES[number % len(BODIES)])

    def delete(self, number: int) -> None:
        """Delete an article, wherever it is known."""
        self.articles.pop(number, None)
        self.down.discard(number)

    def change(self, number: int, **keys: Any) -> None:
        """Set keys of an article, if it is there."""
        if number in self.articles:
            self.articles[number] |= keys

    def put(self, path: str, what: str | bytes | None) -> None:
        """Write or remove a file."""
        if what is None:
            self.others.pop(path, None)
        else:
            self.others[path] = what

    def files(self) -> dict[str, bytes]:
        """Return what each file holds."""
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for number, keys in self.articles.items():
            yield self.paths[number], _article(json.dumps(_said(keys)), self.bodies[number])
        for path, what in self.others.items():
            yield path, what if isinstance(what, bytes) else what.encode()
        yield "site.yaml", json.dumps(_said(self.site)).encode()
        yield "themes/own/theme.yaml", b"name: own\nextends: standard\n"
        down = "".join(f"- {{id: n{one}, date: 2026-01-01}}\n" for one in sorted(self.down))
        yield "content/takedowns.yaml", (down or "[]\n").encode()


@lru_cache(maxsize=1000)
def _article(keys: str, body: str) -> bytes:
    return frontmatter.write(json.loads(keys), body).encode()


def _said(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value not in (None, "", [])}
