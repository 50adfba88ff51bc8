"""NITF, the XML of agencies' texts: header, body, pictures."""

from dataclasses import dataclass
from typing import Any

from sitegen.intake import foreign, markup, xml
from sitegen.intake.importers.agency.ninjs import STATUS
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member
from sitegen.intake.xml import Element, child, children, every, text
from sitegen.model import Picture, RawArticle

# what a text is marked with -> what HTML calls it
_AS_HTML = {"hl1": "h2", "hl2": "h3", "bq": "blockquote", "block": "div", "credit": "p", "nitf-table": "div"}


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above a text."""

    title: str = ""
    deck: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    summary: str = ""
    images: tuple[Picture, ...] = ()


def header(root: Element) -> Header:
    """Return what stands above a text."""
    head = child(root, "body", "body.head")
    decks = [text(one) for one in children(child(head, "hedline"), "hl2")] if child(head, "hedline") is not None else []
    bylines = [_byline(one) for one in children(head, "byline")] if head is not None else []
    return Header(
        title=text(head, "hedline", "hl1") or text(root, "head", "title"),
        deck=" ".join(decks),
        byline=tuple(foreign.names(name for line in bylines for name in foreign.people(line))),
        dateline=text(head, "dateline", "location") or text(head, "dateline"),
        summary=text(head, "abstract"),
        images=tuple(_picture(one) for one in every(root, "media") if one.get("media-type", "image") == "image"),
    )


def _byline(line: Element) -> str:
    """Return a byline's people, without what their office is."""
    people = foreign.names(text(one) for one in every(line, "person"))
    if people:
        return " and ".join(people)
    words = "".join(line.xpath("text()")).strip(" ,\n\t")
    return words or text(line)


def _picture(one: Element) -> Picture:
    reference = child(one, "media-reference")
    alt = reference.get("alternate-text") or "" if reference is not None else ""
    return Picture(caption=text(one, "media-caption"), credit=text(one, "media-producer"), alt=alt)


def text_of(root: Element) -> Marked:
    """Return the body as Markdown; the tree is changed to HTML's names on the way."""
    body = child(root, "body", "body.content")
    if body is None:
        return Marked("")
    for one in list(body.iter()):
        name = xml.tag(one)
        if name == "media":
            _leave_out(one)
        elif name in _AS_HTML:
            one.tag = _AS_HTML[name]
    return markup.read_tree(body)


def _leave_out(one: Element) -> None:
    """Take an element out, not the words behind it."""
    tail, attributes = one.tail, dict(one.attrib)
    one.clear()
    one.tag, one.tail = "span", tail
    one.attrib.update(attributes)


def story(member: Member, root: Element) -> RawArticle:
    """Return the one story of a document."""
    above = header(root)
    data = child(root, "head", "docdata")
    issued = _norm(data, "date.issue") or _norm(data, "date.release") or _published(root)
    return foreign.article(
        member,
        above.title,
        text_of(root),
        date=issued or text(root, "body", "body.head", "dateline", "story.date"),
        lang=root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        byline=above.byline,
        dateline=above.dateline,
        deck=above.deck,
        agency=text(root, "body", "body.head", "distributor"),
        images=above.images,
        values=_values(root, data, above),
    )


def _norm(parent: Element | None, name: str) -> str:
    found = child(parent, name)
    return str(found.get("norm") or "") if found is not None else ""


def _published(root: Element) -> str:
    found = next(every(root, "pubdata"), None)
    return str(found.get("date.publication") or "") if found is not None else ""


def _values(root: Element, data: Element | None, above: Header) -> dict[str, Any]:
    paper, rights = next(every(root, "pubdata"), None), child(data, "doc.copyright")
    urgency, identifier = child(data, "urgency"), child(data, "doc-id")
    about = next(every(root, "identified-content"), None)
    keywords = [one.get("key") or "" for one in every(root, "keyword")]
    subjects = [one.get("tobject.subject.type") or "" for one in every(root, "tobject.subject")]
    return {
        "source": str(paper.get("name") or "") if paper is not None else "",
        "summary": above.summary,
        "topics": foreign.names([*subjects, *keywords, *_identified(about, "classifier")]),
        "people": _identified(about, "person"),
        "organisations": _identified(about, "org"),
        "places": _identified(about, "location"),
        "series": next((str(one.get("series.name") or "") for one in every(root, "series")), ""),
        "status": STATUS.get(str(data.get("management-status") or ""), "") if data is not None else "",
        "embargo": _embargo(data),
        "rights": {"holder": str(rights.get("holder") or "") if rights is not None else ""},
        "extra": {
            "guid": str(identifier.get("id-string") or "") if identifier is not None else "",
            "urgency": str(urgency.get("ed-urg") or "") if urgency is not None else "",
            "ednote": next((str(one.get("info") or "") for one in every(root, "ed-msg")), ""),
        },
    }


def _embargo(data: Element | None) -> str:
    """Return the moment of release of a text that is said to be under embargo."""
    if data is None or data.get("management-status") != "embargoed":
        return ""
    return foreign.moment_of(_norm(data, "date.release"))


def _identified(about: Element | None, name: str) -> list[str]:
    found = list(every(about, name)) if about is not None else []
    return foreign.names(text(one) or one.get("value") or "" for one in found)
