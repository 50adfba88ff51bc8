"""What a page states of its article outside the text: JSON-LD, microdata, OpenGraph, citation tags, links, times."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from sitegen.intake.pages import headlines, jsonld
from sitegen.intake.pages.segments import Element, text_of

_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "sailthru.title", "headline")
_DECKS = ("og:description", "twitter:description", "description", "dc.description")
_DATES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published",
    "date.published", "originalpublicationdate", "rnews:datepublished", "article_date_original",
    "cxenseparse:recs:publishtime", "bt:pubdate",
)  # fmt: skip
# a day of the article, of which the name does not say that it is that of publication
_OTHER_DATES = (
    "date", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "created", "datecreated",
    "last-modified-date",
)  # fmt: skip
_UPDATES = ("article:modified_time", "og:updated_time", "article:modified", "datemodified", "lastmod", "last-modified")
_AUTHORS = (
    "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "byl", "article:author_name", "og:article:author", "dc.creator.personalname", "cxenseparse:author",
    "creator", "bylines",
)  # fmt: skip
_SITES = ("og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher", "citation_journal_title")
_TOPICS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "citation_keywords")
_SECTIONS = ("article:section", "parsely-section", "og:article:section", "section")
_CLOCK, _CLOCKS = 40, 200
_ADDRESS = re.compile(r"https?://|^www\.|^@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states, each "" or empty where it does not; dates and names as written, best first."""

    title: str = ""
    heading: str = ""
    deck: str = ""
    kicker: str = ""
    text: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    other_dates: tuple[tuple[str, str], ...] = ()
    clocks: tuple[str, ...] = ()
    updated: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    holder: str = ""
    terms: str = ""
    url: str = ""
    lang: str = ""
    section: str = ""
    topics: tuple[str, ...] = ()
    kind: str = ""
    free: bool = True
    pictures: Mapping[str, str] = field(default_factory=dict)


def read(root: Element) -> Stated:
    """Read what a page states; JSON-LD before tags, tags before what is written in its boxes."""
    node = jsonld.article_of(jsonld.nodes(root))
    tags = _tags(root)
    titles = [one for one in (*_all(tags, _TITLES, _words(node.get("headline"))), _words(node.get("name"))) if one]
    headline = headlines.read(root, titles, _all(tags, _SITES))
    times = _times(root)
    return Stated(
        title=headline.title,
        heading=headline.heading,
        kicker=headline.kicker,
        deck=next(iter(_all(tags, _DECKS, _words(node.get("description")))), ""),
        text=_text(node.get("articleBody")),
        dates=(*_published(node, tags), *times["published"]),
        other_dates=(*_other_dates(node, tags), *times["other"]),
        clocks=tuple(said for one in root.iter("time") if (said := (one.get("datetime") or "")[:_CLOCK]))[:_CLOCKS],
        updated=next(iter(_all(tags, _UPDATES, _words(node.get("dateModified")))), ""),
        authors=tuple(_authors(node, tags)),
        site=next((one for one in _all(tags, _SITES, _name(node.get("publisher"))) if not _ADDRESS.search(one)), ""),
        holder=_name(node.get("copyrightHolder")),
        terms=_words(node.get("license")),
        url=_url(root, node, tags),
        lang=_lang(root, node),
        section=next(iter(_all(tags, _SECTIONS, _first(node.get("articleSection")))), ""),
        topics=tuple(_topics(node, tags)),
        kind=(tags.get("og:type") or [""])[0].lower(),
        free=str(node.get("isAccessibleForFree", True)).lower() not in {"false", "http://schema.org/false"},
    )


def _words(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return " ".join(unescape(text).replace("\xa0", " ").split())


def _first(value: object) -> str:
    return _words(value[0] if isinstance(value, list) and value else value)


def _text(value: object) -> str:
    """Return an article's text as JSON-LD gives it, without the tags that some put in."""
    text = unescape(value) if isinstance(value, str) else ""
    return re.sub(r"<[^<>]{1,500}>", " ", text)


def _name(value: object) -> str:
    if isinstance(value, list):
        return next((found for one in value if (found := _name(one))), "")
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _tags(root: Element) -> dict[str, list[str]]:
    """Return the contents of a page's meta tags by their names in small letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in root.iter("meta"):
        words = _words(one.get("content"))
        for name in {(one.get(key) or "").lower() for key in ("property", "name", "itemprop")} if words else ():
            if name and words not in found[name]:
                found[name].append(words)
    return found


def _all(tags: Mapping[str, Sequence[str]], names: Iterable[str], first: str = "") -> list[str]:
    return [one for one in (first, *(words for name in names for words in tags.get(name, ()))) if one]


def _published(node: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return (where, words) of each statement of the day of publication, best first."""
    told = _first(node.get("datePublished"))
    found = [("json-ld", told)] if told else []
    return found + [(f"meta {name}", words) for name in _DATES for words in tags.get(name, ())]


def _other_dates(node: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    told = _first(node.get("dateCreated"))
    found = [("json-ld dateCreated", told)] if told else []
    return found + [(f"meta {name}", words) for name in _OTHER_DATES for words in tags.get(name, ())]


def _times(root: Element) -> dict[str, list[tuple[str, str]]]:
    """Return what the elements for times state: those named for publication, and the rest from the headline on."""
    found: dict[str, list[tuple[str, str]]] = {"published": [], "other": []}
    above: list[tuple[str, str]] = []
    for one in root.iter("h1", "time", "abbr", "span", "div", "p"):
        if one.tag == "h1":
            above, found["other"] = [*found["other"], *above], []
            continue
        published = "datePublished" in (one.get("itemprop") or "") or (one.tag == "time" and one.get("pubdate"))
        if (one.tag != "time" and not published) or _is_update(one):
            continue
        words = one.get("datetime") or one.get("content") or one.get("title") or text_of(one)
        if words:
            found["published" if published else "other"].append(("time", _words(words)))
    found["other"] += above
    return found


def _is_update(element: Element) -> bool:
    names = " ".join((element.get(key) or "") for key in ("itemprop", "class", "pubdate")).lower()
    return "modif" in names or "update" in names


def _authors(node: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> list[str]:
    said = node.get("author") or node.get("creator")
    many = said if isinstance(said, list) else [said]
    found = [_name(one) for one in many if not (isinstance(one, dict) and "Organization" in jsonld.types(one))]
    if not any(found):
        found = next(
            (list(tags[name]) for name in _AUTHORS if any(not _ADDRESS.search(one) for one in tags.get(name, ()))), []
        )
    return [one for one in found if one and not _ADDRESS.search(one)]


def _topics(node: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> list[str]:
    said = node.get("keywords")
    many = said if isinstance(said, list) else [said]
    found = [_name(one) for one in many]
    if not any(found):
        found = next((list(tags[name]) for name in _TOPICS if tags.get(name)), [])
    parted = [part.strip() for one in found for part in re.split(r"[,;،、]", one) if ":" not in part]
    return [one for one in dict.fromkeys(parted) if 1 < len(one) <= 60][:12]  # noqa: PLR2004


def _url(root: Element, node: Mapping[str, Any], tags: Mapping[str, Sequence[str]]) -> str:
    links = [
        one.get("href") or "" for one in root.iter("link") if "canonical" in (one.get("rel") or "").lower().split()
    ]
    said = [*links, *_all(tags, ("og:url", "twitter:url")), _words(node.get("url"))]
    return next((one.strip() for one in said if re.match(r"https?://[^\s\"<>]+$", one.strip())), "")


def _lang(root: Element, node: Mapping[str, Any]) -> str:
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or _first(node.get("inLanguage"))
    plain = said.strip().replace("_", "-")
    return plain if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", plain) else ""
