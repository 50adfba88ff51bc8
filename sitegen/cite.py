"""How an article is cited: honest about dates that nobody knows."""

from collections.abc import Mapping

from sitegen import locales, urls
from sitegen.model import Article


def citation(article: Article, archive: str, base_url: str, words: Mapping[str, str]) -> str:
    """Return a citation as one paragraph of plain text: writers, headline, publication, date, archive, address.

    The headline stands in the quotation marks of `words["quoted"]` (such as `“{text}”`).
    """
    card = article.card
    who = locales.join(article.byline, card.lang) if article.byline else article.agency
    source = ", ".join(part for part in (card.source, locales.date_words(card.date, card.lang)) if part)
    title = words.get("quoted", "“{text}”").replace("{text}", card.title)
    parts = [
        who,
        title,
        source,
        archive,
        article.canonical_url or (urls.absolute(card.url, base_url) if base_url else ""),
    ]
    return " ".join(part if part.endswith((".", "。")) else f"{part}." for part in parts if part)
