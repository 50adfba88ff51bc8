"""What an article says of itself to machines: schema.org, nothing invented."""

import json
from typing import Any

from markupsafe import Markup

from sitegen import dates, urls
from sitegen.model import Article, Frame, Head

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def jsonld(article: Article, site: Frame, page: Head) -> Markup:
    """Return a NewsArticle as JSON that is safe inside a script element; what is not known is left out."""
    card = article.card
    values: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": card.title,
        "alternativeHeadline": article.deck,
        "description": page.description,
        "inLanguage": card.lang,
        **dates.json_ld(card.date),
        "dateModified": article.updated,
        "author": [{"@type": "Person", "name": name} for name in article.byline],
        "publisher": {"@type": "Organization", "name": card.source} if card.source else None,
        "copyrightHolder": {"@type": "Organization", "name": article.rights.holder}
        if article.rights and article.rights.holder
        else None,
        "correction": [f"{one.date}: {one.note}" for one in article.corrections],
        "isBasedOn": article.canonical_url,
        "isPartOf": {"@type": "ArchiveComponent", "name": site.title},
        "url": urls.absolute(card.url, site.base_url) if site.base_url else "",
    }
    known = {key: value for key, value in values.items() if value}
    text = _encoded(known)
    # inside a script element only these can end it or open a comment
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704
