"""WordPress's export (WXR): posts and pages with their authors, terms, addresses and pictures."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import markdown
from sitegen.intake import foreign, markup, xml
from sitegen.intake.importers.exports import besides, shortcodes
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member, Reading
from sitegen.intake.xml import Element, children, text
from sitegen.model import Picture, RawArticle

_HEAD = 8192
_ILLEGAL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TECHNICAL = frozenset(
    "attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request feedback "  # noqa: SIM905
    "acf-field acf-field-group shop_order scheduled-action".split()
)
_STATUS = {"publish": "published", "draft": "review", "pending": "review", "future": "review", "private": "withheld"}
_NOT_TAKEN = frozenset(("trash", "auto-draft", "inherit"))
_NOBODYS = frozenset(("uncategorized", "uncategorised"))


@dataclass(frozen=True, slots=True)
class _Export:
    """What the items of an export share."""

    member: Member
    source: str
    language: str
    authors: Mapping[str, str]
    attachments: Mapping[str, Element]


def knows(member: Member) -> bool:
    """Whether a document is an export of WordPress."""
    head = member.data[:_HEAD]
    return b"wordpress.org/export" in head and xml.first_element(member.data) == "rss"


def read(member: Member) -> Reading:
    """Read an export. Raises BuildError where it cannot be read."""
    # WordPress writes control characters of old texts as they are, which XML does not allow
    root = xml.parse(_ILLEGAL.sub(b"", member.data), member.name)
    channel = xml.child(root, "channel")
    items = list(children(channel, "item")) if channel is not None else []
    export = _Export(
        member,
        text(channel, "title"),
        text(channel, "language"),
        {text(one, "author_login"): text(one, "author_display_name") for one in xml.every(root, "author")},
        {text(one, "post_id"): one for one in items if text(one, "post_type") == "attachment"},
    )
    left_out, kept = Counter(_left_out(items)), Counter[str]()
    articles = []
    for one, span in zip(items, xml.spans(member.data, ("item",), len(items)), strict=True):
        if not _why_not(one):
            html, found = shortcodes.made_plain(_raw(one, "content", "encoded"))
            kept += found
            articles.append(_article(export, one, html, span))
    return Reading(tuple(articles), tuple(besides.findings(member, left_out, kept)))


def _why_not(one: Element) -> str:
    """Return the kind of an item that is no article, "" if it is one."""
    kind, status = text(one, "post_type") or "post", text(one, "status")
    if kind in _TECHNICAL or kind.startswith("wp_"):
        return kind
    if status in _NOT_TAKEN:
        return f"{kind} in {status}"
    return "" if text(one, "title") or _raw(one, "content", "encoded").strip() else f"empty {kind}"


def _left_out(items: list[Element]) -> Counter[str]:
    found = Counter(why for one in items if (why := _why_not(one)) and why != "attachment")
    comments = sum(1 for one in items for _ in children(one, "comment"))
    return found + Counter({"comment": comments})


def _raw(one: Element, prefix: str, name: str) -> str:
    """Return the text of an element with its white space; `encoded` stands for the content and for the excerpt."""
    for child in children(one, name):
        if prefix in child.tag.partition("}")[0]:
            return "".join(child.itertext(with_tail=False))
    return ""


def _article(export: _Export, one: Element, html: str, span: tuple[int, int]) -> RawArticle:
    # blocks bring their own paragraphs; what was written before them has them by blank lines
    found = markup.read(html, lines="<!-- wp:" not in html)
    pictures, sources = _pictures(export, one, found)
    written = text(one, "post_date")
    return foreign.article(
        export.member,
        text(one, "title"),
        Marked(found.body, found.pictures, (*found.sources, *sources)),
        date=written if not written.startswith("0000") else text(one, "pubDate"),
        lang=export.language,
        byline=_byline(export, one),
        images=pictures,
        span=span,
        values=_values(export, one, written),
    )


def _byline(export: _Export, one: Element) -> list[str]:
    """Return a post's authors: those that a part for several of them lists, or the one that WordPress knows."""
    terms = [(name, nice.removeprefix("cap-")) for name, domain, nice in _terms(one) if domain == "author"]
    several = [export.authors.get(login) or name for name, login in terms]
    login = text(one, "creator")
    return several or [export.authors.get(login) or login]


def _aliases(one: Element, link: str) -> list[str]:
    """Return the addresses of a post, now and under the names that it had before."""
    now = foreign.path_of(link)
    above = now.rstrip("/").rpartition("/")[0]
    end = "/" if now.endswith("/") else ""
    before = [f"{above}/{slug}{end}" for slug in _metas(one, "_wp_old_slug")] if now else []
    return foreign.names([now, *(foreign.path_of(old) for old in before)])


def _values(export: _Export, one: Element, written: str) -> dict[str, Any]:
    status = "withheld" if text(one, "post_password") else _STATUS.get(text(one, "status"), "review")
    link = text(one, "link") if text(one, "status") in {"publish", "private"} else ""
    changed = foreign.day_of(text(one, "post_modified"))
    terms = [
        name
        for name, domain, nice in _terms(one)
        if domain in {"category", "post_tag"} and (nice or name.lower()) not in _NOBODYS
    ]
    others = {domain: name for name, domain, _ in _terms(one) if domain not in {"category", "post_tag", "author"}}
    kind = text(one, "post_type")
    return {
        "source": export.source,
        "topics": foreign.names(terms),
        "summary": foreign.words(markdown.plain_text(markup.markdown_of(_raw(one, "excerpt", "encoded")))),
        "updated": changed.text if changed and changed != foreign.day_of(written) else "",
        "canonical_url": foreign.web_address(link),
        "aliases": _aliases(one, link),
        "status": status,
        "extra": {**others, "guid": text(one, "post_id"), "kind": kind if kind != "post" else ""},
    }


def _terms(one: Element) -> list[tuple[str, str, str]]:
    return [
        (text(term), term.get("domain") or "category", term.get("nicename") or "") for term in children(one, "category")
    ]


def _pictures(export: _Export, one: Element, found: Marked) -> tuple[tuple[Picture, ...], tuple[str, ...]]:
    """Return the pictures that belong to a post and do not stand in its text."""
    identifier, chosen = text(one, "post_id"), _meta(one, "_thumbnail_id")
    own = [
        held
        for number, held in export.attachments.items()
        if number == chosen or (identifier and text(held, "post_parent") == identifier)
    ]
    pictures, sources = [], []
    for held in own:
        address = foreign.web_address(text(held, "attachment_url"))
        if not address or address in found.sources:
            continue
        sources.append(address)
        caption = foreign.words(markdown.plain_text(markup.markdown_of(_raw(held, "excerpt", "encoded"))))
        alt = _meta(held, "_wp_attachment_image_alt")
        if caption or alt:
            pictures.append(Picture(alt=alt, caption=caption))
    return tuple(pictures), tuple(sources)


def _metas(one: Element, key: str) -> list[str]:
    return [text(meta, "meta_value") for meta in children(one, "postmeta") if text(meta, "meta_key") == key]


def _meta(one: Element, key: str) -> str:
    return next(iter(_metas(one, key)), "")
