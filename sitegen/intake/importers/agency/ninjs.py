"""ninjs, the JSON of news agencies, in its versions 1 to 3."""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.intake import foreign, json, markup
from sitegen.intake.json import mapping, members, words
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member
from sitegen.model import Picture, RawArticle

_HEAD = 1 << 16
_SIGNS = (b'"versioncreated"', b'"pubstatus"', b'"body_xhtml"', b'"body_text"', b'"bodies"', b'"headlines"')
_STORIES = frozenset(("", "text", "composite"))
_PICTURES = frozenset(("picture", "graphic"))
_MAX_DEPTH = 4
SUMMARY = "summary"
STATUS = {"usable": "published", "withheld": "withheld", "canceled": "withdrawn", "cancelled": "withdrawn"}
# front-matter key -> the key of versions 1, and of 2 and 3
_NAMES = {
    "topics": ("subject", "subjects"),
    "people": ("person", "people"),
    "places": ("place", "places"),
    "organisations": ("organisation", "organisations"),
}


def knows(data: bytes) -> bool:
    """Whether a document has the keys of ninjs."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"{", b"[")) and b'"uri"' in head and any(sign in head for sign in _SIGNS)


def read(member: Member) -> Iterator[RawArticle]:
    """Yield the stories of a document, also those in a package. Raises BuildError where it is no JSON."""
    for one in members(json.parse(member.data, member.name)):
        yield from _stories(member, _lower(one), 0)


def _lower(value: object) -> dict[str, Any]:
    """Return a mapping by the keys of version 2, which version 3 writes with capitals."""
    return {key.lower(): one for key, one in mapping(value).items()}


def _stories(member: Member, one: Mapping[str, Any], depth: int) -> Iterator[RawArticle]:
    text, summary = _text(one), _description(one)
    if words(one.get("type")) in _STORIES and text.body:
        yield _story(member, one, text)
    elif words(one.get("type")) == "text" and summary:
        # agencies send flashes so: a headline, and a description in place of a text
        yield _story(member, one, Marked(foreign.paragraphs(summary)), is_summary=True)
    if depth < _MAX_DEPTH:
        for other in _associated(one):
            yield from _stories(member, other, depth + 1)


def _associated(one: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the objects that stand in one; versions 1 and 2 name each."""
    found = one.get("associations")
    return [_lower(other) for other in (found.values() if isinstance(found, dict) else members(found))]


def _story(member: Member, one: Mapping[str, Any], text: Marked, *, is_summary: bool = False) -> RawArticle:
    title, further = _headlines(one)
    further |= {"text": SUMMARY} if is_summary else {}
    names, agency = _signed(one)
    created = words(one.get("firstcreated")) or words(one.get("contentcreated")) or words(one.get("versioncreated"))
    return foreign.article(
        member,
        title,
        text,
        date=created,
        lang=words(one.get("language")),
        byline=names,
        dateline=words(one.get("located")),
        agency=_first_name(one, "infosource", "infosources") or agency,
        images=tuple(_picture(other) for other in _associated(one) if words(other.get("type")) in _PICTURES),
        values=_values(one, further, created),
    )


def _signed(one: Mapping[str, Any]) -> tuple[list[str], str]:
    """Return who signed a story, and the agency where it signed itself, alone or behind a name."""
    line, holder = words(one.get("by")) or words(one.get("byline")), words(one.get("copyrightholder"))
    name, comma, last = line.rpartition(", ")
    if holder and line.casefold() == holder.casefold():
        return [], line
    if comma and holder and last.casefold() == holder.casefold():
        return foreign.people(name), last
    return foreign.people(line), ""


def _values(one: Mapping[str, Any], further: Mapping[str, str], created: str) -> dict[str, Any]:
    named = {key: foreign.names(_names(one, *forms)) for key, forms in _NAMES.items()}
    version = foreign.day_of(words(one.get("versioncreated")))
    kept = ("uri", "version", "urgency", "slugline", "ednote", "profile", "expires", "copyrightnotice")
    return {
        **named,
        "summary": "" if "text" in further else _description(one),
        "updated": version.text if version and version != foreign.day_of(created) else "",
        "rights": {
            "holder": words(one.get("copyrightholder")),
            "terms": words(one.get("usageterms") or one.get("copyrightnotice")),
        },
        "embargo": foreign.moment_of(words(one.get("embargoeduntil")) or words(one.get("embargoed"))),
        "status": STATUS.get(words(one.get("pubstatus")).lower(), ""),
        "canonical_url": foreign.web_address(words(one.get("uri"))),
        "extra": {**further, **{key: words(one.get(key)) for key in kept}},
    }


def _headlines(one: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """Return the main headline, and the others by their roles."""
    by_role = {
        words(_lower(line).get("role")): words(_lower(line).get("value")) for line in members(one.get("headlines"))
    }
    by_role |= {key.partition("_")[2]: words(one[key]) for key in one if key.startswith("headline_")}
    main = (
        words(one.get("headline")) or by_role.get("main", "") or by_role.get("", "") or next(iter(by_role.values()), "")
    )
    title = main or words(one.get("title"))
    return title, {f"headline_{role}": line for role, line in by_role.items() if role and line != title}


def _texts(one: Mapping[str, Any], many: str, single: str) -> list[tuple[str, str]]:
    """Return (role and media type, words) of texts in the way of any version."""
    found = [_lower(text) for text in members(one.get(many))]
    texts = [(f"{words(text.get('role'))} {words(text.get('contenttype'))}", text.get("value")) for text in found]
    texts += [(key, value) for key, value in one.items() if key.startswith(single)]
    return [(kind.lower(), value) for kind, value in texts if isinstance(value, str) and value.strip()]


def _text(one: Mapping[str, Any]) -> Marked:
    """Return the body with the most structure."""
    texts = _texts(one, "bodies", "body_")
    for kind, value in texts:
        if "html" in kind:
            return markup.read(value)
    return Marked(foreign.paragraphs(texts[0][1])) if texts else Marked("")


def _description(one: Mapping[str, Any]) -> str:
    texts = _texts(one, "descriptions", "description_")
    summary = [value for kind, value in texts if "summary" in kind] or [
        value for kind, value in texts if "text" in kind
    ]
    return foreign.words(summary[0]) if summary else ""


def _names(one: Mapping[str, Any], *keys: str) -> list[str]:
    return [words(_lower(name).get("name")) for key in keys for name in members(one.get(key))]


def _first_name(one: Mapping[str, Any], *keys: str) -> str:
    return next(iter(foreign.names(_names(one, *keys))), "")


def _picture(one: Mapping[str, Any]) -> Picture:
    caption = _description(one)
    credit = words(one.get("copyrightholder"))
    return Picture(
        alt=_headlines(one)[0], caption=caption, photographer=words(one.get("byline") or one.get("by")), credit=credit
    )
