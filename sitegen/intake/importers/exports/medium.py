"""Medium's export: a page of HTML for each post."""

from typing import Any

from sitegen.intake import encodings, foreign, markup
from sitegen.intake.members import Member, Reading
from sitegen.model import Place
from sitegen.problems import BuildError, problem

_HEAD = 16_384


def knows(member: Member) -> bool:
    """Whether a document is a post that Medium exported."""
    name, head = member.name.lower(), member.data[:_HEAD]
    return name.endswith(".html") and b"h-entry" in head and b"p-name" in head and b"data-field=" in head


def read(member: Member) -> Reading:
    """Read a post. Raises BuildError where it holds none."""
    encoding = encodings.find(member.data)
    root = markup.parse(member.data[encoding.mark :].decode(encoding.codec, "replace"))
    body = _first(root, "section", "data-field", "body") if root is not None else None
    if root is None or body is None:
        said = "This page holds no text of a post."
        hint = "Export it again, or --as page takes it for a saved page."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)])
    title = _words(_classed(root, "p-name"))
    _without_title(body, title)
    published, canonical = _classed(root, "dt-published"), _classed(root, "p-canonical")
    address = foreign.web_address(canonical.get("href") or "") if canonical is not None else ""
    file = member.name.rpartition("/")[2]
    draft = file.startswith("draft_") or published is None
    return Reading(
        (
            foreign.article(
                member,
                title,
                markup.read_tree(body),
                date=(published.get("datetime") or "") if published is not None else "",
                byline=[_words(_classed(root, "p-author"))],
                deck=_words(_first(root, "section", "data-field", "subtitle")),
                values={
                    "canonical_url": address,
                    "aliases": [path] if (path := foreign.path_of(address)) else [],
                    "status": "review" if draft else "",
                },
            ),
        )
    )


def _first(root: Any, name: str, key: str, value: str) -> Any:  # noqa: ANN401 - lxml's elements
    return next((one for one in root.iter(name) if one.get(key) == value), None)


def _classed(root: Any, name: str) -> Any:  # noqa: ANN401
    return next((one for one in root.iter() if name in (one.get("class") or "").split()), None)


def _words(element: Any) -> str:  # noqa: ANN401
    return foreign.words("".join(element.itertext())) if element is not None else ""


def _without_title(body: Any, title: str) -> None:  # noqa: ANN401
    """Take the headline out of the text, where Medium repeats it."""
    for one in list(body.iter("h1", "h2", "h3", "h4")):
        if _words(one) == title:
            one.drop_tree()
            return
