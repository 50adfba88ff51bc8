"""What the front matter of other generators means in the archive's own keys; what has none is kept as `extra`."""

import json
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from sitegen import markdown
from sitegen.intake import foreign
from sitegen.intake.importers.sites.addresses import Where
from sitegen.intake.importers.sites.page import Stated
from sitegen.model import Picture

# our key -> theirs, the surest first
_WORDS = {
    "kicker": ("kicker", "eyebrow", "overline"),
    "deck": ("deck", "subtitle", "subheadline", "subhead", "lead", "standfirst", "tagline"),
    "summary": ("summary", "description", "excerpt", "abstract"),
    "source": ("source", "publication", "publisher"),
    "series": ("series",),
}
_TITLE = ("title", "headline", "name", "display_name")
_DATE = ("date", "publishdate", "pubdate", "publish_date", "published_at", "date_published", "created")
_UPDATED = ("updated", "lastmod", "modified", "last_modified_at", "date_updated", "updated_at")
_LANG = ("lang", "language", "locale")
_PEOPLE = ("authors", "author", "byline")
_TOPICS = ("topics", "tags", "tag", "keywords", "categories", "category")
_CATEGORIES = ("categories", "category")
_SPACED = frozenset(("tags", "categories"))
_WEB = ("canonical_url", "canonical", "source_url", "externalurl", "external_url", "original_url", "link")
_ALIASES = ("aliases", "alias", "redirect_from")
_PICTURES = ("images", "image", "featured_image", "primary_image", "cover", "thumbnail")
_STATUS = ("draft", "published", "status", "hidden", "private")
_ADDRESS = ("slug", "url", "permalink", "path")
# how a page looks is for the new theme to say
_LEFT_OUT = frozenset(("layout", "weight", "toc", "menu", "sitemap", "outputs", "template", "in_search_index"))
_MAX_EXTRA = 2000
_HIDDEN = frozenset(("hidden", "private"))


def understood(given: Mapping[str, Any], where: Where) -> Stated:
    """Return what front matter means."""
    front = {**where.inherited, **_flat(given)}
    web = next((address for key in _WEB if (address := foreign.web_address(_one(front, key)))), "")
    updated = foreign.day_of(_one(front, *_UPDATED))
    values = {
        **{key: unescape(_one(front, *theirs)) for key, theirs in _WORDS.items() if key not in {"kicker", "deck"}},
        "topics": foreign.names(name for key in _TOPICS for name in _terms(front, key, where)),
        "updated": updated.text if updated and updated.precision == "day" else "",
        "canonical_url": web,
        "status": _status(front),
        "extra": _extra({key: one for key, one in front.items() if key not in _WEB or one != web}),
    }
    aliases = [one for key in _ALIASES for one in _names(front.get(key))]
    return Stated(
        title=foreign.words(unescape(_one(front, *_TITLE))),
        date=_one(front, *_DATE),
        lang=_one(front, *_LANG),
        kicker=_one(front, *_WORDS["kicker"]),
        deck=unescape(_one(front, *_WORDS["deck"])),
        byline=tuple(foreign.names(name for key in _PEOPLE for name in _people(front.get(key)))),
        images=tuple(_picture(one) for key in _PICTURES for one in _mappings(front.get(key))),
        aliases=tuple(found for one in aliases if (found := where.beside(one))),
        slug=_one(front, "slug"),
        url=_one(front, "url", "permalink", "path"),
        categories=tuple(foreign.names(name for key in _CATEGORIES for name in _terms(front, key, where))),
        values=values,
    )


def titled(stated: Stated, title: str) -> Stated:
    """Return what is stated with a title that was found elsewhere."""
    return replace(stated, title=title)


def has_text(front: Mapping[str, Any]) -> bool:
    """Whether front matter says something where a page has no text: a summary, or where it leads."""
    return bool(_one(front, *_WORDS["summary"], *_WORDS["deck"])) or any(
        foreign.web_address(_one(front, key)) for key in _WEB
    )


def in_place_of_text(stated: Stated) -> str:
    """Return what stands for a text where there is none: the summary, and a link to where the page leads."""
    words = str(stated.values.get("summary") or stated.deck)
    web = stated.values.get("canonical_url")
    parts = [markdown.escape_paragraph(foreign.words(words))] if words else []
    return "\n\n".join([*parts, f"<{web}>"] if web else parts)


def _flat(given: Mapping[str, Any]) -> dict[str, Any]:
    """Take Zola's tables apart: what stands in `taxonomies` and `extra` means what it means elsewhere."""
    front = dict(given)
    for table in ("taxonomies", "extra", "params"):
        if isinstance(front.get(table), dict):
            front = {**front.pop(table), **front}
    return front


def _one(front: Mapping[str, Any], *keys: str) -> str:
    return next((value for key in keys if isinstance(value := front.get(key), str) and value.strip()), "")


def _names(value: object) -> list[str]:
    """Return a list of names; one text may hold several, parted by commas."""
    if isinstance(value, str):
        return [part.strip() for part in value.strip("[] ").split(",")]
    if isinstance(value, list):
        return [
            one if isinstance(one, str) else _one(one, "name", "title") for one in value if isinstance(one, str | dict)
        ]
    return []


def _terms(front: Mapping[str, Any], key: str, where: Where) -> list[str]:
    """Return the terms that a key holds; Jekyll parts a text in its two lists by spaces."""
    value = front.get(key)
    if where.kind == "jekyll" and key in _SPACED and isinstance(value, str) and "," not in value:
        return value.split()
    return _names(value)


def _people(value: object) -> list[str]:
    if isinstance(value, str):
        return foreign.people(value)
    return _names([value] if isinstance(value, dict) else value)


def _mappings(value: object) -> list[dict[str, Any]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _picture(one: Mapping[str, Any]) -> Picture:
    return Picture(
        alt=_one(one, "alt", "alttext"),
        caption=_one(one, "caption", "title"),
        credit=_one(one, "credit", "attribution"),
    )


def _status(front: Mapping[str, Any]) -> str:
    """Return `review` for a draft, `withheld` for what was hidden."""
    word = _one(front, "status").lower()
    if _one(front, "draft").lower() == "true" or _one(front, "published").lower() == "false" or word == "draft":
        return "review"
    hidden = word in _HIDDEN or any(_one(front, key).lower() == "true" for key in _HIDDEN)
    return "withheld" if hidden else ""


def _extra(front: Mapping[str, Any]) -> dict[str, str]:
    """Return all that has no key of its own."""
    said = {*_TITLE[:1], *_DATE, *_UPDATED, *_LANG, *_PEOPLE, *_TOPICS, *_ALIASES, *_STATUS, *_ADDRESS, *_LEFT_OUT}
    said |= {key for keys in _WORDS.values() for key in keys}
    return {key: words for key, value in front.items() if key not in said and (words := _as_words(value))}


def _as_words(value: object) -> str:
    if isinstance(value, str):
        return foreign.words(value)[:_MAX_EXTRA]
    whole = json.dumps(value, ensure_ascii=False) if value else ""
    return whole if len(whole) <= _MAX_EXTRA else ""
