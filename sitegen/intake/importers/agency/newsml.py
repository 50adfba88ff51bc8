"""NewsML-G2, and the texts that stand in it: NITF, HTML or plain."""

from collections.abc import Iterator
from typing import Any

from sitegen.intake import foreign, markup, xml
from sitegen.intake.importers.agency import nitf
from sitegen.intake.importers.agency.ninjs import STATUS
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member
from sitegen.intake.xml import Element, child, children, text
from sitegen.model import RawArticle

ROOTS = frozenset(("newsItem", "newsMessage", "packageItem", "knowledgeItem", "conceptItem", "planningItem", "nitf"))
# the kind of a subject's concept -> front-matter key; all others are topics
_KINDS = {"person": "people", "organisation": "organisations", "geoarea": "places", "poi": "places"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(member: Member) -> Iterator[RawArticle]:
    """Yield the stories of a document. Raises BuildError where it is no XML, or declares entities."""
    root = xml.parse(member.data, member.name)
    if xml.tag(root) == "nitf":
        yield nitf.story(member, root)
        return
    found = list(xml.every(root, "newsItem"))
    for one, span in zip(found, xml.spans(member.data, ("newsItem",), len(found)), strict=True):
        body = _text(one)
        if body.body and _word(child(one, "itemMeta", "itemClass")) in {"", "text", "composite"}:
            yield _story(member, one, body, span)


def _word(element: Element | None) -> str:
    """Return the last part of a code, `text` of `ninat:text`."""
    code = element.get("qcode") or element.get("uri") or "" if element is not None else ""
    return str(code).rstrip("/").rpartition(":")[2].rpartition("/")[2].lower()


def _text(one: Element) -> Marked:
    """Return the first text of an item's content."""
    for content in xml.every(one, "inlineXML", "inlineData"):
        kind = (content.get("contenttype") or "").lower()
        if xml.tag(content) == "inlineData":
            raw = "".join(content.itertext())
            found = markup.read(raw) if "html" in kind else Marked(foreign.paragraphs(raw))
        else:
            held = next(xml.every(content, "nitf"), None)
            found = nitf.text_of(held) if held is not None else markup.read_tree(content)
        if found.body:
            return found
    return Marked("")


def _story(member: Member, one: Element, body: Marked, span: tuple[int, int]) -> RawArticle:
    about = child(one, "contentMeta")
    held = next(xml.every(one, "nitf"), None)
    inside = nitf.header(held) if held is not None else nitf.Header()
    created = (
        text(about, "contentCreated")
        or text(one, "itemMeta", "firstCreated")
        or text(one, "itemMeta", "versionCreated")
    )
    tag = child(about, "language")
    return foreign.article(
        member,
        _headline(about) or inside.title,
        body,
        date=created,
        lang=(tag.get("tag") or "" if tag is not None else "") or one.get(_LANG) or "",
        byline=foreign.people(text(about, "by")) or list(inside.byline) or _names(about, "creator"),
        dateline=text(about, "dateline") or inside.dateline or next(iter(_names(about, "located")), ""),
        agency=next(iter(_names(about, "infoSource")), ""),
        deck=_subheadline(about) or inside.deck,
        images=inside.images,
        span=span,
        values={**_values(one, about, created), **_subjects(one, about)},
    )


def _headline(about: Element | None) -> str:
    lines = list(children(about, "headline")) if about is not None else []
    main = [line for line in lines if (line.get("role") or "main").rpartition(":")[2] == "main"] or lines
    return text(main[0]) if main else ""


def _subheadline(about: Element | None) -> str:
    lines = children(about, "headline") if about is not None else ()
    return next((text(line) for line in lines if "sub" in (line.get("role") or "").rpartition(":")[2].lower()), "")


def _values(one: Element, about: Element | None, created: str) -> dict[str, Any]:
    item, rights = child(one, "itemMeta"), child(one, "rightsInfo")
    version = foreign.day_of(text(item, "versionCreated"))
    holder = child(rights, "copyrightHolder")
    source = next(iter(_names(item, "provider")), "")
    return {
        "source": source,
        "updated": version.text if version and version != foreign.day_of(created) else "",
        "embargo": foreign.moment_of(text(item, "embargoed")),
        "status": STATUS.get(_word(child(item, "pubStatus")), ""),
        "summary": _summary(about),
        "rights": {
            "holder": text(holder, "name") or (holder.get("literal") or "" if holder is not None else ""),
            "terms": text(rights, "usageTerms") or text(rights, "copyrightNotice"),
        },
        "extra": {
            "guid": one.get("guid") or "",
            "version": one.get("version") or "",
            "urgency": text(about, "urgency"),
            "slugline": text(about, "slugline"),
            "ednote": text(item, "edNote"),
            "credit": text(about, "creditline"),
            "signal": _word(child(item, "signal")),
            "provider": "" if source else _word(child(item, "provider")),
        },
    }


def _summary(about: Element | None) -> str:
    if about is None:
        return ""
    found = [one for one in children(about, "description") if "summary" in (one.get("role") or "summary")]
    return text(found[0]) if found else ""


def _names(parent: Element | None, name: str) -> list[str]:
    if parent is None:
        return []
    return foreign.names(text(one, "name") or one.get("literal") or "" for one in children(parent, name))


def _subjects(one: Element, about: Element | None) -> dict[str, list[str]]:
    """Return the names of subjects by kind; a name may stand apart, in an assertion on the same code."""
    if about is None:
        return {}
    asserted = {other.get("qcode"): text(other, "name") for other in children(one, "assert")}
    found: dict[str, list[str]] = {}
    for subject in children(about, "subject"):
        kind = (subject.get("type") or "").rpartition(":")[2].lower()
        name = text(subject, "name") or asserted.get(subject.get("qcode"), "") or subject.get("literal") or ""
        found.setdefault(_KINDS.get(kind, "topics"), []).append(name)
    return {key: foreign.names(names) for key, names in found.items()}
