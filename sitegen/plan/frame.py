"""What every page of one language shows around its content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import locales, urls
from sitegen.config import Config
from sitegen.model import Card, Frame, Head, Kind, Link, Site, Theme
from sitegen.plan.register import Register


@dataclass(frozen=True, slots=True)
class Edition:
    """The archive in one language: the prefix of its lists' addresses, its frame, and which articles its lists hold.

    The site's own language lists everything; each further language what is written in it.
    """

    lang: str
    prefix: str
    frame: Frame
    main: bool

    def holds(self, card: Card) -> bool:
        """Whether the lists of this edition show an article."""
        return self.main or card.lang == self.lang


def frames(site: Site, config: Config, theme: Theme, register: Register) -> dict[str, Frame]:
    """Return a frame for each language in which the theme can speak and a page does."""
    spoken = {one.card.lang for one in register.newest}
    spoken |= {one.lang for one in site.pages} | {one.lang for one in site.collections}
    wanted = sorted({*config.languages, *(lang for lang in spoken if _words_in(theme, lang))})
    return {lang: _frame(lang, site, config, theme, register) for lang in wanted}


def editions(config: Config, framed: Mapping[str, Frame]) -> tuple[Edition, ...]:
    """Return the editions, the site's own language first."""
    return tuple(
        Edition(lang, "" if lang == config.language else f"/{lang}", framed[lang], lang == config.language)
        for lang in config.languages
    )


def _words_in(theme: Theme, lang: str) -> Mapping[str, str] | None:
    return theme.words.get(lang) or theme.words.get(lang.partition("-")[0])


def _frame(lang: str, site: Site, config: Config, theme: Theme, register: Register) -> Frame:
    words = _words_in(theme, lang) or _words_in(theme, config.language) or next(iter(theme.words.values()))
    prefix = f"/{lang}" if lang in config.languages and lang != config.language else ""
    return Frame(
        title=config.titles.get(lang, config.title),
        description=config.descriptions.get(lang, config.description),
        base_url=config.base_url,
        base_path=urls.base_path(config.base_url),
        lang=lang,
        direction=locales.direction(lang),
        home=f"{prefix}/",
        search="/search/",
        feed="/feed.xml" if config.feeds.site else "",
        nav=config.nav or tuple(_nav(lang, prefix, words, site, register)),
        languages=tuple(
            Link("/" if one == config.language else f"/{one}/", locales.language_name(one, one), lang=one)
            for one in config.languages
            if one != lang
        ),
        footer=tuple(
            Link(f"/{one.id}/", one.title, lang=one.lang) for one in site.pages if one.lang in {lang, config.language}
        ),
        assets=theme.assets,
        words=words,
        options=theme.options,
        extra=config.extra,
    )


def _nav(lang: str, prefix: str, words: Mapping[str, str], site: Site, register: Register) -> Iterator[Link]:
    """Yield the ways into the archive that this language has: a link to an empty list is none."""
    here = [one for one in register.newest if not prefix or one.card.lang == lang]
    if here:
        yield Link(f"{prefix}/archive/", words["years"])
    for taxonomy in site.taxonomies:
        if any(one.terms.get(taxonomy.id) for one in here):
            yield Link(f"{prefix}/{taxonomy.id}/", words.get(taxonomy.id, taxonomy.id.capitalize()))
    if site.collections:
        yield Link("/collections/", words["collections"])
    yield Link("/search/", words["search"])


def head(
    frame: Frame,
    url: str,
    kind: Kind,
    title: str,
    *,
    lang: str = "",
    trail: tuple[Link, ...] = (),
    **more: Any,  # noqa: ANN401 - the other fields of Head
) -> Head:
    """Make a page's head; the canonical address is its own."""
    own = lang or frame.lang
    above = {url, *(link.url for link in trail)}
    nav = next((link for link in (frame.home, *(one.url for one in frame.nav)) if link in above), "")
    canonical = urls.absolute(url, frame.base_url) if frame.base_url else ""
    return Head(
        url, kind, own, locales.direction(own), title, **{"canonical": canonical, "trail": trail, "nav": nav, **more}
    )
