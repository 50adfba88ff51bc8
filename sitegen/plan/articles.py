"""Articles with their apparatus: names, neighbours, translations, the same story elsewhere, what is related."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sitegen import cite, dates
from sitegen.config import Config
from sitegen.model import (
    Article,
    ArticlePage,
    Batch,
    Body,
    Card,
    Dossier,
    Frame,
    Link,
    Names,
    Page,
    Site,
    Source,
)
from sitegen.plan.frame import head
from sitegen.plan.links import resolve
from sitegen.plan.memo import Memo
from sitegen.plan.register import Register, names_of
from sitegen.plan.related import related

DESCRIPTION = 200


class Around(NamedTuple):
    """What stands around an article, by the kinds of its page's context."""

    translations: tuple[Card, ...]
    also_ran: tuple[Card, ...]
    related: tuple[Card, ...]
    earlier: Card | None
    later: Card | None


class Ties(NamedTuple):
    """What an article's own words lead to: its section, names, collections, publication, links."""

    section: Link
    names: tuple[Names, ...]
    collections: tuple[Dossier, ...]
    source: Source | None
    links: Mapping[str, Link]


def articles(
    site: Site, config: Config, framed: Mapping[str, Frame], register: Register, memo: Memo
) -> Iterator[Batch]:
    """Plan a page for each article."""
    around = _surroundings(register, config.limits.related)
    sections = {
        (one.id, lang): Link(f"/{one.id}/", one.titles.get(lang, one.title)) for one in site.sections for lang in framed
    }
    for one in register.newest:
        lang = one.card.lang
        frame = framed.get(lang) or framed.get(lang.partition("-")[0]) or framed[config.language]
        ties = _ties(one, sections[one.card.section, frame.lang], frame, register)
        yield memo.batch(article, one, frame, around(one.card.id), ties)


def _ties(one: Article, section: Link, frame: Frame, register: Register) -> Ties:
    return Ties(
        section=section,
        names=names_of(one, register, frame.words, frame.lang),
        collections=tuple(_dossiers(one, register, frame)),
        source=register.sources.get(one.source.casefold()),
        links=resolve(one.links, one.body.path, one.card.url, register) if one.card.publish == "full" else {},
    )


def article(one: Article, frame: Frame, around: Around, ties: Ties) -> Iterator[Page]:
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
        trail=(ties.section,),
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
        **ties._asdict(),
    )
    yield Page(card.url, "article.html", card.lang, context)


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


def _surroundings(register: Register, most: int) -> Callable[[str], Around]:
    """Return the function that gives what stands around an article, by its id."""
    dated = (one.card for one in register.newest if dates.year_of(one.card.date))
    chain = dates.in_order(dated, lambda card: (card.date, card.id))
    earlier = {later.id: earlier for earlier, later in pairwise(chain)}
    later = {earlier.id: later for earlier, later in pairwise(chain)}
    stories = _clusters({one.card.id: one.same_story for one in register.newest}, register)
    tongues = _clusters({one.card.id: one.translation_of for one in register.newest}, register)
    near = related(register, most)

    def around(one: str) -> Around:
        ran = stories.get(one, ())
        close = near.get(one, ())
        others = tuple(card for card in close if card not in ran) if ran else close
        return Around(tongues.get(one, ()), ran, others, earlier.get(one), later.get(one))

    return around


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
