"""What pages are planned from, each part looked up when it is first asked for; and the mark of all that lists show."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from operator import attrgetter
from typing import Any

from sitegen import digest
from sitegen.config import Config
from sitegen.model import Article, Frame, Link, Page, Site, Theme
from sitegen.plan.around import Surroundings
from sitegen.plan.articles import article, ties
from sitegen.plan.frame import Edition, editions, frames
from sitegen.plan.register import Register, register

# what stands in an article's body alone: no other page is planned from it
_TEXT = frozenset({"body", "opening", "links", "remote"})
_rest = attrgetter("body.path", *(name for name in Article.__slots__ if name not in _TEXT))
_text = attrgetter("body.digest", "opening", "links")
_entered = attrgetter("card.added", "card.id")


@dataclass(frozen=True)
class Desk:
    """The site, and what is known of it by looking: who is where, what every page shows, what stands around whom."""

    site: Site
    theme: Theme
    config: Config

    @cached_property
    def register(self) -> Register:
        """Who is where."""
        return register(self.site, self.config)

    @cached_property
    def framed(self) -> dict[str, Frame]:
        """What every page shows, by language."""
        return frames(self.site, self.config, self.theme, self.register)

    @cached_property
    def spoken(self) -> tuple[Edition, ...]:
        """The editions, the site's own language first."""
        return editions(self.config, self.framed)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What stands around each article."""
        return Surroundings(self.register, self.config.limits.related)

    @cached_property
    def _sections(self) -> Mapping[tuple[str, str], Link]:
        titles = {one.id: one for one in self.site.sections}
        return {
            (name, lang): Link(f"/{name}/", one.titles.get(lang, one.title))
            for name, one in titles.items()
            for lang in self.framed
        }

    def look_up(self) -> None:
        """Look up all that drafts are made of: once, before there are processes, which then have it all."""
        _ = self.surroundings, self._sections

    def article(self, identifier: str) -> Page:
        """Plan the page of an article."""
        one = self.register.articles[identifier]
        lang = one.card.lang
        frame = self.framed.get(lang) or self.framed.get(lang.partition("-")[0]) or self.framed[self.config.language]
        led = ties(one, self._sections[one.card.section, frame.lang], frame, self.register)
        return article(one, frame, self.surroundings.of(identifier), led)


def outline(site: Site, theme: Theme, config: Config) -> bytes:
    """Return the mark of a site but for the texts of its articles: while it stands, so does every list.

    Of the openings it holds those that the feed may show.
    """
    fed = nlargest(config.limits.feed, site.articles, key=_entered)
    rest: dict[str, Any] = {name: getattr(site, name) for name in Site.__slots__ if name != "articles"}
    articles = digest.joined(digest.mark(_rest(one)) for one in site.articles)
    return digest.mark([theme, config, rest, [one.opening for one in fed], articles])


def text(one: Article) -> bytes:
    """Return the mark of what an outline leaves out of an article, and of the article itself."""
    return digest.mark((one.card.id, *_text(one)))
