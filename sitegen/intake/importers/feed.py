"""The reader of feeds: RSS 0.9 to 2.0, Atom and JSON Feed; full texts, or summaries that say that they are."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from sitegen import markdown
from sitegen.intake import foreign, json, markup, xml
from sitegen.intake.foreign import words
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member, Reading
from sitegen.model import Place, Problem, RawArticle
from sitegen.problems import BuildError, problem

NAME = "feed/1"
_HEAD = 4096
_ROOTS = frozenset(("rss", "feed", "RDF", "channel"))
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF|channel)[\s>]")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[…\\?\]|\[\.\.\.\\?\]|read more|continue reading|more\s*»)\W*$", re.IGNORECASE)
_SUMMARY = "summary"


def knows(member: Member) -> bool:
    """Whether a document is a feed: by its first element, or by the version that JSON Feed demands."""
    head = member.data[:_HEAD]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return b"jsonfeed.org/version" in head.replace(b"\\/", b"/")
    return xml.first_element(head).rpartition(":")[2] in _ROOTS and b"wordpress.org/export" not in head


def read(member: Member) -> Reading:
    """Read a feed. Raises BuildError where it cannot be read."""
    is_json = member.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    found = _of_json(member) if is_json else _of_xml(member)
    articles = tuple(one for one in found if one.title or one.body)
    if not articles:
        hint = "See whether it was saved whole."
        raise BuildError([problem("document-unreadable", "This feed holds no entry.", Place(member.name), hint)])
    return Reading(articles, tuple(_findings(member, articles)))


def _findings(member: Member, articles: Sequence[RawArticle]) -> Iterator[Problem]:
    short = sum(one.values.get("extra", {}).get("text") == _SUMMARY for one in articles)
    if short:
        said = f"{short} of its {len(articles)} entries hold a summary only; it stands as their text."
        hint = "Save the pages themselves where the whole text is wanted."
        yield problem("feed-summary-only", said, Place(member.name), hint)


# --- RSS and Atom -----------------------------------------------------------------------------------


def _of_xml(member: Member) -> Iterator[RawArticle]:
    import feedparser  # noqa: PLC0415 - heavy, and most piles hold no feed

    before = _ROOT.split(member.data.replace(b"\x00", b""), maxsplit=1)[0]
    if b"<!ENTITY" in before:
        hint = "Save it without a <!DOCTYPE […]> that holds <!ENTITY …>."
        said = "This XML declares entities of its own; such files are not read."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)])
    headers = {"content-location": member.about["url"]} if member.about.get("url") else {}
    try:
        found = feedparser.parse(io.BytesIO(member.data), response_headers=headers, sanitize_html=False)
    except Exception as error:  # a library that reads all of the web's mistakes fails in many ways
        said = f"This feed cannot be read: {type(error).__name__}."
        raise BuildError([problem("document-unreadable", said, Place(member.name))]) from error
    spans = xml.spans(member.data, ("item", "entry"), len(found.entries))
    for entry, span in zip(found.entries, spans, strict=True):
        yield _entry(member, entry, found.feed, span)


def _entry(member: Member, entry: Any, feed: Any, span: tuple[int, int]) -> RawArticle:  # noqa: ANN401 - feedparser's
    contents = [_marked(one) for one in entry.get("content", ())]
    summary = _marked(entry.get("summary_detail") or {"value": entry.get("summary", "")})
    text = max(contents, key=lambda one: len(one.body), default=Marked(""))
    is_summary = not text.body and _is_short(summary.body)
    values = {
        "source": words(entry.get("source", {}).get("title")) or words(feed.get("title")),
        "canonical_url": foreign.web_address(entry.get("link") or "") or foreign.web_address(entry.get("id") or ""),
        "topics": foreign.names(one.get("label") or one.get("term") or "" for one in entry.get("tags", ())),
        "updated": _day(_updated(entry)),
        "rights": {"terms": words(entry.get("rights") or feed.get("rights"))},
        "summary": _plain(summary) if text.body and summary.body not in text.body else "",
        "extra": {"guid": _guid(entry), "text": _SUMMARY if is_summary else ""},
    }
    return foreign.article(
        member,
        _title(entry),
        text if text.body else summary,
        date=entry.get("published") or _updated(entry),
        lang=_language(entry, feed),
        byline=[one.get("name", "") for one in entry.get("authors", ())],
        span=span,
        values=values,
    )


def _marked(detail: Any) -> Marked:  # noqa: ANN401 - feedparser's
    value = detail.get("value") or ""
    if "html" in detail.get("type", "html"):
        return markup.read(value)
    return Marked(foreign.paragraphs(value))


def _title(entry: Any) -> str:  # noqa: ANN401
    title = entry.get("title") or ""
    return _plain(markup.read(title)) if "html" in entry.get("title_detail", {}).get("type", "") else words(title)


def _plain(text: Marked) -> str:
    return words(markdown.plain_text(text.body))


def _day(text: str) -> str:
    day = foreign.day_of(text or "")
    return day.text if day and day.precision == "day" else ""


def _updated(entry: Any) -> str:  # noqa: ANN401
    # the library's own look-up would give the day of publication where none is stated
    return str(dict.get(entry, "updated") or "")


def _guid(entry: Any) -> str:  # noqa: ANN401
    return words(entry.get("id")) if entry.get("id") != entry.get("link") else ""


def _language(entry: Any, feed: Any) -> str:  # noqa: ANN401
    own = next((one.get("language") for one in entry.get("content", ()) if one.get("language")), None)
    return str(own or entry.get("language") or feed.get("language") or "")


def _is_short(body: str) -> bool:
    """Whether a description is a summary: one paragraph, or cut short as its end says."""
    return bool(body) and ("\n\n" not in body or bool(_CUT_SHORT.search(body)))


# --- JSON Feed --------------------------------------------------------------------------------------


def _of_json(member: Member) -> Iterator[RawArticle]:
    feed = json.mapping(json.parse(member.data, member.name))
    for one in json.members(feed.get("items")):
        if isinstance(one, dict):
            yield _json_entry(member, one, feed)


def _json_entry(member: Member, one: dict[str, Any], feed: dict[str, Any]) -> RawArticle:
    html, plain = one.get("content_html"), one.get("content_text")
    text = (
        markup.read(html)
        if isinstance(html, str)
        else Marked(foreign.paragraphs(plain if isinstance(plain, str) else ""))
    )
    summary = words(one.get("summary"))
    people = json.members(one.get("authors")) or json.members(one.get("author")) or json.members(feed.get("authors"))
    # many feeds give the summary as content too
    is_summary = not text.body or (bool(summary) and _plain(text) == summary)
    link = json.words(one.get("url")) or json.words(one.get("external_url"))
    values = {
        "source": words(feed.get("title")),
        "canonical_url": foreign.web_address(link),
        "topics": foreign.names(json.words(tag) for tag in json.members(one.get("tags"))),
        "updated": _day(json.words(one.get("date_modified"))),
        "summary": "" if is_summary else summary,
        "extra": {"guid": json.words(one.get("id")), "text": _SUMMARY if is_summary else "", "picture": _image(one)},
    }
    return foreign.article(
        member,
        words(one.get("title")),
        text if text.body else Marked(markdown.escape_paragraph(summary) if summary else ""),
        date=json.words(one.get("date_published")),
        lang=json.words(one.get("language")) or json.words(feed.get("language")),
        byline=[json.words(json.mapping(person).get("name")) for person in people],
        values=values,
    )


def _image(one: dict[str, Any]) -> str:
    return foreign.web_address(json.words(one.get("image")))
