"""Articles with their apparatus: names, neighbours, translations, the same story elsewhere, what is related."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from sitegen import cite, dates
from sitegen.config import Config
from sitegen.model import Article, ArticlePage, Body, Card, Dossier, Frame, Link, Page, Site
from sitegen.plan.frame import head
from sitegen.plan.links import resolve
from sitegen.plan.register import Register, names_of
from sitegen.plan.related import related

DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """What stands around each article, by id."""

    earlier: Mapping[str, Card]
    later: Mapping[str, Card]
    stories: Mapping[str, tuple[Card, ...]]
    tongues: Mapping[str, tuple[Card, ...]]
    related: Mapping[str, tuple[Card, ...]]


def articles(site: Site, config: Config, framed: Mapping[str, Frame], register: Register) -> Iterator[Page]:
    """Plan a page for each article."""
    around = _neighbours(register, config.limits.related)
    sections = {one.id: one for one in site.sections}
    for one in register.newest:
        lang = one.card.lang
        frame = framed.get(lang) or framed.get(lang.partition("-")[0]) or framed[config.language]
        section = sections[one.card.section]
        way = Link(f"/{section.id}/", section.titles.get(frame.lang, section.title))
        yield Page(one.card.url, "article.html", lang, _context(one, frame, way, register, around))


def _context(one: Article, frame: Frame, section: Link, register: Register, around: _Neighbours) -> ArticlePage:
    card = one.card
    full = card.publish == "full"
    tongues = around.tongues.get(card.id, ())
    own = head(
        frame,
        card.url,
        "article",
        card.title,
        lang=card.lang,
        description=_description(one),
        alternates=tuple(Link(other.url, other.title, lang=other.lang) for other in tongues),
        trail=(section,),
    )
    return ArticlePage(
        site=frame,
        page=own,
        # its words are those of `body`, `excerpt` and the head, where they may be shown
        article=replace(one, body=Body(one.body.path, ""), opening=""),
        body=one.body if full else None,
        links=resolve(one.links, one.body.path, card.url, register) if full else {},
        excerpt=(card.summary or one.opening) if card.publish == "excerpt" else "",
        section=section,
        source=register.sources.get(one.source.casefold()),
        names=names_of(one, register, frame.words, frame.lang),
        collections=tuple(_dossiers(one, register, frame)),
        translations=tongues,
        also_ran=around.stories.get(card.id, ()),
        related=around.related.get(card.id, ()),
        earlier=around.earlier.get(card.id),
        later=around.later.get(card.id),
        citation=cite.citation(one, frame.title, frame.base_url, frame.words),
    )


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


def _neighbours(register: Register, most: int) -> _Neighbours:
    dated = (one.card for one in register.newest if dates.year_of(one.card.date))
    chain = dates.in_order(dated, lambda card: (card.date, card.id))
    stories = _clusters({one.card.id: one.same_story for one in register.newest}, register)
    tongues = _clusters({one.card.id: one.translation_of for one in register.newest}, register)
    return _Neighbours(
        earlier={later.id: earlier for earlier, later in pairwise(chain)},
        later={earlier.id: later for earlier, later in pairwise(chain)},
        stories=stories,
        tongues=tongues,
        related=related(register, most),
    )


def _clusters(leads: Mapping[str, str], register: Register) -> dict[str, tuple[Card, ...]]:
    """Return for each article the others that point to the same lead, or are it; in the order of their ids."""
    groups: dict[str, set[str]] = {}
    for identifier, lead in leads.items():
        if lead in register.articles and lead != identifier:
            groups.setdefault(lead, {lead}).add(identifier)
    return {
        one: tuple(register.articles[other].card for other in sorted(group) if other != one)
        for group in groups.values()
        for one in group
    }
