"""Ghost's export: JSON tables of posts, tags and users."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from sitegen import markdown
from sitegen.intake import foreign, json, markup
from sitegen.intake.importers.exports import besides
from sitegen.intake.importers.sites import patterns
from sitegen.intake.json import mapping, members, words
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member, Reading
from sitegen.model import Picture, Place, RawArticle
from sitegen.problems import BuildError, problem

_HEAD = 4096
_STATUS = {"published": "published", "sent": "published", "draft": "review", "scheduled": "review"}
Row = Mapping[str, Any]


def knows(member: Member) -> bool:
    """Whether a document is an export of Ghost."""
    head = b"".join(member.data[:_HEAD].split())
    return head.startswith((b'{"db":[', b'{"meta":{"exported_on"', b'{"data":{')) and b"exported_on" in head


def read(member: Member) -> Reading:
    """Read an export. Raises BuildError where it cannot be read."""
    whole = mapping(json.parse(member.data, member.name))
    held = mapping(next(iter(members(whole.get("db"))), whole))
    data = mapping(held.get("data"))
    posts = [one for one in members(data.get("posts")) if isinstance(one, dict)]
    if not posts:
        said, hint = "This export holds no post.", "See whether it was written whole; export it again."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)])
    tags = _joined(data, "posts_tags", "tag_id", "tags")
    authors = _joined(data, "posts_authors", "author_id", "users")
    pattern = _pattern(data)
    articles = tuple(
        _article(member, one, tags, authors, pattern) for one in posts if _text(one).body or words(one.get("title"))
    )
    unread = Counter({"post whose text is in Ghost's own form": sum(not _text(one).body for one in posts)})
    return Reading(articles, tuple(besides.findings(member, +unread)))


def _joined(data: Mapping[str, Any], table: str, key: str, named: str) -> dict[str, list[str]]:
    """Return the names that a table between two others gives to each post, in its order."""
    names = {words(one.get("id")): words(one.get("name")) for one in members(data.get(named)) if isinstance(one, dict)}
    found: dict[str, list[str]] = defaultdict(list)
    rows = [one for one in members(data.get(table)) if isinstance(one, dict)]
    for one in sorted(rows, key=lambda row: words(row.get("sort_order")).zfill(9)):
        found[words(one.get("post_id"))].append(names.get(words(one.get(key)), ""))
    return found


def _text(one: Row) -> Marked:
    if isinstance(html := one.get("html"), str) and html.strip():
        return markup.read(html)
    plain = one.get("plaintext")
    return Marked(foreign.paragraphs(plain) if isinstance(plain, str) else "")


def _pattern(data: Mapping[str, Any]) -> str:
    """Return how posts were addressed: early Ghost had a setting for it, and the rest is by the slug alone."""
    settings = [one for one in members(data.get("settings")) if isinstance(one, dict)]
    return next((words(one.get("value")) for one in settings if one.get("key") == "permalinks"), "") or "/:slug/"


def _old_address(one: Row, pattern: str, kind: str) -> str:
    slug, day = words(one.get("slug")), foreign.day_of(words(one.get("published_at")))
    if not slug or words(one.get("status")) == "draft":
        return ""
    known = dt.date.fromisoformat(day.text) if day and day.precision == "day" else None
    return foreign.path_of(patterns.jekyll("/:slug/" if kind else pattern, known, {"slug": slug}))


def _article(
    member: Member, one: Row, tags: Mapping[str, list[str]], authors: Mapping[str, list[str]], pattern: str
) -> RawArticle:
    identifier, picture = words(one.get("id")), _picture(one)
    return foreign.article(
        member,
        words(one.get("title")),
        _text(one),
        date=words(one.get("published_at")) or words(one.get("created_at")),
        lang=words(one.get("locale")),
        byline=authors.get(identifier, ()),
        images=(picture,) if picture != Picture() else (),
        values=_values(one, foreign.names(tags.get(identifier, ())), pattern),
    )


def _picture(one: Row) -> Picture:
    caption = one.get("feature_image_caption")
    plain = markdown.plain_text(markup.markdown_of(caption)) if isinstance(caption, str) else ""
    return Picture(alt=words(one.get("feature_image_alt")), caption=foreign.words(plain))


def _values(one: Row, topics: list[str], pattern: str) -> dict[str, Any]:
    changed, status = foreign.day_of(words(one.get("updated_at"))), words(one.get("status"))
    kind = "page" if words(one.get("type")) == "page" or one.get("page") in (1, True) else ""
    old = _old_address(one, pattern, kind)
    visible = words(one.get("visibility"))
    return {
        "topics": [name for name in topics if not name.startswith("#")],  # Ghost's own, which readers do not see
        "summary": words(one.get("custom_excerpt")),
        "canonical_url": foreign.web_address(words(one.get("canonical_url"))),
        "aliases": [old] if old else [],
        "updated": changed.text if changed and changed != foreign.day_of(words(one.get("published_at"))) else "",
        "status": _STATUS.get(status, "review"),
        "extra": {
            "guid": words(one.get("uuid")),
            "picture": foreign.web_address(words(one.get("feature_image"))),
            "visibility": visible if visible != "public" else "",
            "kind": kind,
        },
    }
