"""What the names that a page gives its boxes say of what stands in them."""

import re
from functools import lru_cache

# name of the sign -> what a class, an id or a role says; in the languages in which pages are made
_WORDS = {
    "comment": r"comment|komment|disqus|respond|replies|reacties|reaction",
    "related": r"relat|recirc|recommend|empfehl|verwandt|read-?next|up-?next|readmore|read-more"
    r"|more-?(?:from|on|stor|news|in)"
    r"|also|popular|trending|most-?(?:read|view|pop)|outbrain|taboola|similar|latest|mehr-?zum|weitere|associ|next-?post",
    "teaser": r"teaser|card|promo|tile|feed|list-?item|river|thumb",
    "share": r"share|sharing|social|twitter|facebook|whatsapp|follow|addthis|teilen|shariff",
    "letter": r"newsletter|subscri|sign-?up|signup|mailing|register|abo-|optin|membership|donat|support-?us",
    "caption": r"caption|bildunter|legende|credit|copyright|photo|image|img|picture|bild|media|video"
    r"|figure|player|embed",
    "author": r"author|autor|byline|by-line|bio\b|contributor|writer|profile|avatar",
    "meta": r"meta|date|time|publish|info\b|dateline|posted|stamp|details",
    "ad": r"\bad[s\d]?[-_]|[-_]ad[s\d]?\b|\bads?\b|advert|sponsor|banner|dfp|anzeige|werbung|promoted"
    r"|commercial|affiliate",
    "nav": r"\bnav|navi|menu|breadcrumb|crumb|toolbar|\btabs?\b|pagination|pager|skip|topbar|hamburger",
    "foot": r"foot|copyright|legal|imprint|impressum|disclaim|bottom|below|after-?(?:article|post|content|entry)",
    "side": r"side|\baside|rail|widget|secondary|right-?col|col-?right|complementary",
    "head": r"header|masthead|kopf",
    "hidden": r"hidden|visually|sr-only|screen-?reader|invisible|d-none|modal|popup|overlay|lightbox|dialog|tooltip",
    "pay": r"paywall|piano|premium|regwall|locked|gate|cookie|consent|gdpr|login|privacy",
    "tags": r"\btags?\b|tag-?(?:list|cloud|links)|topics?\b|keyword|categor|schlagw|label",
    "body": r"article-?_?body|story-?_?body|entry-?_?content|post-?_?content|post-?_?body"
    r"|article-?_?(?:content|text)|story-?_?"
    r"(?:content|text)|content-?_?body|body-?_?(?:content|text|copy)|rich-?_?text|articlebody|field-?name-?body|artikel-?text",
    "article": r"article|story|\bpost\b|entry|artikel|news|beitrag",
    "content": r"content|main|text|inhalt|body|copy|para",
    "lead": r"lead|intro|standfirst|\bdeck|\bdek\b|sub-?_?(?:title|head|line)|summary|excerpt|abstract"
    r"|vorspann|chapo|teaser-?text"
    r"|sommaire|description|kicker",
    "title": r"title|headline|heading|titre|titel|h1",
    "gallery": r"gallery|galerie|slide|carousel|swiper|slick",
    "quote": r"quote|zitat",
    "box": r"\bbox|info-?box|fact|inset|callout|highlight|key-?points|accordion|panel|toc",
}
_SIGNS = tuple((name, re.compile(words)) for name, words in _WORDS.items())
_MAX_NAME, _MAX_NAMES = 80, 12
_HUMP = re.compile(r"([a-z])([A-Z])")
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


@lru_cache(maxsize=16384)
def of_names(names: str) -> frozenset[str]:
    """Return the signs in a box's class, id and role."""
    return frozenset().union(*map(_of_name, names.split()[:_MAX_NAMES]))


@lru_cache(maxsize=16384)
def _of_name(name: str) -> frozenset[str]:
    # camelCase counts as words
    words = _HUMP.sub(r"\1-\2", name[:_MAX_NAME]).lower()
    return frozenset(sign for sign, pattern in _SIGNS if pattern.search(words))


@lru_cache(maxsize=4096)
def of_style(style: str) -> bool:
    """Return whether an inline style hides a box."""
    return _HIDES.search(style) is not None
