"""How an article is cited: honest about dates that nobody knows."""

from collections.abc import Mapping

from sitegen import locales, urls
from sitegen.model import Article

_OPENING, _CLOSING = tuple('"“”„«「『״'), tuple('"“”»」』״')
_STOPS = (".", "。", "۔", "।")  # noqa: RUF001 - the full stops of languages


def citation(article: Article, archive: str, base_url: str, words: Mapping[str, str]) -> str:
    """Return a citation as one paragraph of plain text: writers, headline, publication, date, archive, address.

    The headline stands in the quotation marks of `words["quoted"]` (such as `“{text}”`), or in those it has itself.
    """
    card = article.card
    who = locales.join(article.byline, card.lang) if article.byline else article.agency
    source = ", ".join(part for part in (card.source, locales.date_words(card.date, card.lang)) if part)
    marked = card.title.startswith(_OPENING) and card.title.endswith(_CLOSING)
    title = card.title if marked else words.get("quoted", "“{text}”").replace("{text}", card.title)
    parts = [
        who,
        title,
        source,
        # a newspaper that is its own archive is named once
        archive if archive != card.source else "",
        article.canonical_url or (urls.absolute(card.url, base_url) if base_url else ""),
    ]
    return " ".join(part if part.endswith(_STOPS) else f"{part}." for part in parts if part)
