"""An article's page: what its own words lead to, what stands around it, and nothing that rights withhold."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from sitegen import cite
from sitegen.model import Article, ArticlePage, Body, Dossier, Frame, Link, Names, Page, Source
from sitegen.plan.around import Around
from sitegen.plan.frame import head
from sitegen.plan.links import resolve
from sitegen.plan.register import Register, names_of

DESCRIPTION = 200


class Ties(NamedTuple):
    """What an article's own words lead to: its section, names, collections, publication, links."""

    section: Link
    names: tuple[Names, ...]
    collections: tuple[Dossier, ...]
    source: Source | None
    links: Mapping[str, Link]


def ties(one: Article, section: Link, frame: Frame, register: Register) -> Ties:
    """Return what an article's own words lead to."""
    return Ties(
        section=section,
        names=names_of(one, register, frame.words, frame.lang),
        collections=tuple(_dossiers(one, register, frame)),
        source=register.sources.get(one.source.casefold()),
        links=resolve(one.links, one.body.path, one.card.url, register) if one.card.publish == "full" else {},
    )


def article(one: Article, frame: Frame, around: Around, led: Ties) -> Page:
    """Plan an article's page."""
    card = one.card
    own = head(
        frame,
        card.url,
        "article",
        card.title,
        lang=card.lang,
        description=_description(one),
        alternates=tuple(Link(other.url, other.title, lang=other.lang) for other in around.translations),
        trail=(led.section,),
    )
    context = ArticlePage(
        site=frame,
        page=own,
        # its words are those of `body`, `excerpt` and the head, where they may be shown
        article=replace(one, body=Body(one.body.path, ""), opening=""),
        body=one.body if card.publish == "full" else None,
        excerpt=(card.summary or one.opening) if card.publish == "excerpt" else "",
        citation=cite.citation(one, frame.title, frame.base_url, frame.words),
        **around._asdict(),
        **led._asdict(),
    )
    return Page(card.url, "article.html", card.lang, context)


def _description(one: Article) -> str:
    """Return what search engines may show: the summary or deck, else the first words of a text shown in full."""
    words = one.card.summary or one.deck or (one.opening if one.card.publish == "full" else "")
    return words if len(words) <= DESCRIPTION else words[:DESCRIPTION].rsplit(" ", 1)[0] + "…"


def _dossiers(one: Article, register: Register, frame: Frame) -> Iterator[Dossier]:
    """Yield the collections an article is in, without their sizes: else each addition would remake all of them."""
    for found in register.collections.values():
        if found.id in one.collections or any(entry.id == one.card.id for entry in found.entries):
            title = found.titles.get(frame.lang, found.title)
            yield Dossier(f"/collections/{found.id}/", title, found.lang, "", None, 0)
