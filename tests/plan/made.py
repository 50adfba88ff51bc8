"""Made-up archives for the tests of plan: values only, no files."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from sitegen import dates, digest, theme
from sitegen.config import Config, Limits
from sitegen.fingerprint import fingerprints
from sitegen.model import Article, Body, Card, ListPage, Page, Section, Site, Taxonomy, Theme, as_page
from sitegen.plan import plan
from sitegen.plan.frame import Edition, editions, frames
from sitegen.plan.register import Register, register

CARD_KEYS = frozenset(Card.__slots__)
SMALL = Limits(list_newest=3, list_by_year=5, list_by_month=4, feed=4, related=2)
Prints = Mapping[str, Mapping[str, bytes]]
EMPTY = Site((), (), (), (), (), (), (), ())


@cache
def standard() -> Theme:
    """The packaged theme; no site's folder is looked into."""
    return theme.load(Path("/nowhere"), "standard", {})


def article(name: str, date: str = "", **more: Any) -> Article:
    """Make an article of section `news`; keys of its card and of the article itself may be given together."""
    own = {key: more.pop(key) for key in list(more) if key in CARD_KEYS}
    section = own.pop("section", "news")
    if "source" in own:
        more["source"] = own["source"]
    values = {
        "id": name,
        "url": f"/{section}/{name}/",
        "title": f"Title {name}",
        "lang": "en",
        "date": dates.parse(date) if date else None,
        "added": "2026-01-01",
        **own,
    }
    body = more.pop("body", Body(f"content/{section}/{name}.md", digest.of_bytes(name.encode())))
    return Article(Card(section=section, **values), body, **more)


def site(articles: Iterable[Article], **more: Any) -> Site:
    """Make a site of articles, with the sections and taxonomies that they name."""
    held = tuple(dates.in_order(articles, lambda one: (one.card.date, one.card.id)))
    sections = tuple(Section(name, name.capitalize()) for name in sorted({one.card.section for one in held}))
    named = tuple(Taxonomy(name) for name in sorted({name for one in held for name in one.terms}))
    return replace(EMPTY, **{"articles": held, "sections": sections, "taxonomies": named, **more})


def config(limits: Limits = SMALL, **more: Any) -> Config:
    """A site.yaml with small limits, so that lists are cut."""
    return Config(**{"title": "The Lamp", "base_url": "https://example.org/lamp", "limits": limits, **more})


def planned(made: Site, settings: Config | None = None) -> dict[str, Page]:
    """Plan a site; its pages by address."""
    return {page.url: page for page in map(as_page, plan(made, standard(), settings or config()).pages)}


def prints(made: Site, settings: Config | None = None) -> dict[str, Mapping[str, bytes]]:
    """The parts of each page's fingerprint, by address."""
    take = fingerprints(standard(), "1")
    return {url: take(page).parts for url, page in planned(made, settings).items()}


def remade(before: Site, after: Site, settings: Config | None = None) -> dict[str, tuple[str, ...]]:
    """Which pages an edit makes anew, and the parts that differ; a new page has all its parts."""
    return differing(prints(before, settings), prints(after, settings))


def differing(was: Prints, now: Prints) -> dict[str, tuple[str, ...]]:
    """The pages of `now` that `was` has not, or not so, and the parts that differ."""
    return {
        url: tuple(sorted(key for key in parts if was.get(url, {}).get(key) != parts[key]))
        for url, parts in now.items()
        if parts != was.get(url)
    }


def known(made: Site, settings: Config | None = None) -> Register:
    """The register of a site."""
    return register(made, settings or config())


def main_edition(made: Site, settings: Config | None = None) -> Edition:
    """The edition in the site's own language."""
    chosen = settings or config()
    return editions(chosen, frames(made, chosen, standard(), register(made, chosen)))[0]


def groups(page: Page) -> list[tuple[str, list[str]]]:
    """A list page's groups: heading, ids."""
    assert isinstance(page.context, ListPage)
    return [(group.title, [card.id for card in group.cards]) for group in page.context.listing.groups]


def spans(page: Page) -> list[tuple[str, int]]:
    """A list page's shorter spans: words, count."""
    assert isinstance(page.context, ListPage)
    return [(link.title, link.count) for link in page.context.listing.spans]


TERMS = {"topics": 24, "people": 60, "places": 30, "organisations": 40}


def invented(number: int, chance: random.Random, date: str = "") -> Article:
    """An article with about eight names, some of them on everybody's lips."""
    day = date or f"{chance.randint(1949, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if not date and chance.random() < 0.15:
        day = chance.choice([day[:7], day[:4], day[:3] + "X", ""])
    terms = {
        kind: tuple(dict.fromkeys(f"{kind} {int(most * chance.random() ** 2)}" for _ in range(chance.randint(1, 3))))
        for kind, most in TERMS.items()
    }
    section = chance.choice(["news", "sea", "town"])
    return article(f"n{number:05}", day, section=section, terms=terms, opening=f"Opening {number}.")


def made_up(count: int, seed: int = 4) -> list[Article]:
    """An archive of some size; the same seed, the same archive."""
    chance = random.Random(seed)
    return [invented(number, chance) for number in range(count)]
