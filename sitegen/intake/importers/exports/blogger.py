"""Blogger's export: an Atom file of posts among settings, templates and comments."""

import re
from collections import Counter
from typing import Any

from sitegen.intake import foreign, markup, xml
from sitegen.intake.importers.exports import besides
from sitegen.intake.members import Member, Reading
from sitegen.intake.xml import Element, children, text
from sitegen.model import RawArticle

_HEAD = 65_536
_KIND = "http://schemas.google.com/g/2005#kind"
_POSTS = frozenset(("post", "page"))
_PARAGRAPHS = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)


def knows(member: Member) -> bool:
    """Whether a document is an export of Blogger: a feed of it holds nothing but posts."""
    head = member.data[:_HEAD]
    marks = b"tag:blogger.com" in head and (b"2005#kind" in head or b"schemas.google.com/blogger" in head)
    return marks and xml.first_element(member.data).rpartition(":")[2] == "feed"


def read(member: Member) -> Reading:
    """Read an export. Raises BuildError where it cannot be read."""
    root = xml.parse(member.data, member.name)
    entries = list(children(root, "entry"))
    spans = xml.spans(member.data, ("entry",), len(entries))
    articles = [
        _article(member, one, text(root, "title"), span)
        for one, span in zip(entries, spans, strict=True)
        if _kind(one) in _POSTS
    ]
    left_out = Counter(_kind(one) for one in entries if _kind(one) not in _POSTS)
    return Reading(tuple(articles), tuple(besides.findings(member, left_out)))


def _kind(one: Element) -> str:
    told = text(one, "type").lower()
    kinds = [term.get("term") or "" for term in children(one, "category") if term.get("scheme") == _KIND]
    return told or (kinds[0].rpartition("#")[2] if kinds else "post")


def _article(member: Member, one: Element, source: str, span: tuple[int, int]) -> RawArticle:
    html = "".join(held.itertext()) if (held := xml.child(one, "content")) is not None else ""
    return foreign.article(
        member,
        text(one, "title"),
        markup.read(html, lines=not _PARAGRAPHS.search(html)),
        date=text(one, "published"),
        byline=[text(author, "name") for author in children(one, "author")],
        span=span,
        values=_values(one, source),
    )


def _values(one: Element, source: str) -> dict[str, Any]:
    link = next((held.get("href") or "" for held in children(one, "link") if held.get("rel") == "alternate"), "")
    old = foreign.path_of(link) or foreign.path_of(text(one, "filename"))
    labels = [term.get("term") or "" for term in children(one, "category") if term.get("scheme") != _KIND]
    changed = foreign.day_of(text(one, "updated"))
    draft = "yes" in text(one, "control", "draft") or text(one, "status").lower() in {"draft", "scheduled"}
    return {
        "source": source,
        "topics": foreign.names(labels),
        "canonical_url": foreign.web_address(link),
        "aliases": [old] if old else [],
        "updated": changed.text if changed and changed != foreign.day_of(text(one, "published")) else "",
        "status": "review" if draft else "",
        "extra": {"guid": text(one, "id"), "kind": "page" if _kind(one) == "page" else ""},
    }
