"""Small sites on disk and their pages, for the tests of render."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from sitegen import config, digest, gate, theme
from sitegen.load import load
from sitegen.model import Article, Body, Card, Frame, Head, Page, Theme, as_page
from sitegen.plan import plan
from sitegen.render.pages import Press, press

BASE = "https://example.org/lamp"
CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@cache
def standard() -> Theme:
    """The packaged theme."""
    return theme.load(Path("/nowhere"), "standard", {})


def frame(**more: Any) -> Frame:
    """What stands around a page."""
    values = {
        "title": "The Lamp",
        "description": "",
        "base_url": BASE,
        "base_path": "/lamp",
        "lang": "en",
        "direction": "ltr",
        "home": "/",
        "search": "/search/",
        "feed": "/feed.xml",
        "nav": (),
        "languages": (),
        "footer": (),
        "assets": standard().assets,
        "words": standard().words["en"],
        "options": standard().options,
    }
    return Frame(**{**values, **more})


def head(url: str = "/a/", **more: Any) -> Head:
    """What a page says of itself."""
    return Head(**{"url": url, "kind": "page", "lang": "en", "direction": "ltr", "title": "T", **more})


def article(**more: Any) -> Article:
    """One article, at /news/a/."""
    card = {name: more.pop(name) for name in list(more) if name in Card.__slots__ and name != "source"}
    values = {"id": "a", "url": "/news/a/", "title": "Title", "lang": "en", "section": "news", **card}
    return Article(Card(**values), more.pop("body", Body("content/news/a.md", digest.of_bytes(b"x"))), **more)


def write(root: Path, files: dict[str, str]) -> Path:
    """Write the files of a site."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def planned(root: Path) -> tuple[dict[str, Page], Theme]:
    """Load, judge and plan a site; its pages by address, and its theme."""
    settings, _ = config.load(root, {}, BASE)
    archive, _ = load(root, settings)
    site, _ = gate.judge(archive, settings.rights, CLOCK)
    look = theme.load(root, settings.theme, settings.options)
    return {page.url: page for page in map(as_page, plan(site, look, settings).pages)}, look


def pressed(root: Path) -> tuple[dict[str, Page], Press]:
    """The pages of a site and what makes bytes of them."""
    pages, look = planned(root)
    return pages, press(look, "/lamp")
