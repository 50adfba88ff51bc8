"""XML, read as if an enemy had written it: no entities of its own, nothing fetched, limits of depth and of text."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.model import Place
from sitegen.problems import BuildError, problem

Element = Any  # lxml's elements have no types of their own

_HEAD = 8192
# declaration, instructions, comments and document type; none of these holds what could end it earlier
_BEFORE = re.compile(r"\A(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\][^>]*)?>)+", re.DOTALL)
_FIRST = re.compile(r"\s*<([A-Za-z_][\w.:-]*)")
_HINT = "See whether the file is whole; fetch or export it again."


def parse(data: bytes, name: str) -> Element:
    """Return the root of a document. Raises BuildError where it cannot be read, or declares entities of its own."""
    from lxml import etree  # noqa: PLC0415 - heavy, and most runs meet no XML

    # libxml2's own limits stand: 256 levels, 10 MB in one text, no growth by entities
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = f"This XML cannot be read: {_said(error)}."
        line = getattr(error, "lineno", None) or 0
        raise BuildError([problem("document-unreadable", said, Place(name, line), _HINT)]) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        said = "This XML declares entities of its own; such files are not read."
        hint = "Save it without a <!DOCTYPE […]> that holds <!ENTITY …>."
        raise BuildError([problem("document-unreadable", said, Place(name, 1), hint)])
    return root


def first_element(data: bytes) -> str:
    """Return the name of a document's first element with its prefix, by a look at its first bytes; "" if it is none."""
    head = data[:_HEAD].replace(b"\x00", b"").decode("utf-8", "replace")
    found = _FIRST.match(_BEFORE.sub("", head.lstrip("\ufeff\ufffd")))
    return found[1] if found else ""


def _said(error: Exception) -> str:
    words = str(error).partition(" (")[0].partition(", line")[0].strip().rstrip(".")
    return words[:1].lower() + words[1:] if words else "it is not XML"


def tag(element: Element) -> str:
    """Return an element's name without its namespace, "" for a comment or an instruction."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these names, whatever their namespace; all where none is named."""
    for child in element:
        found = tag(child)
        if found and (not names or found in names):
            yield child


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element down a path of names, None if there is none."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def every(element: Element, *names: str) -> Iterator[Element]:
    """Yield all elements of these names below one, in the order of the document."""
    return (one for one in element.iter() if tag(one) in names)


def text(element: Element | None, *path: str) -> str:
    """Return the words in the first element down a path, white space joined; "" if there is none."""
    found = child(element, *path)
    return " ".join("".join(found.itertext(with_tail=False)).split()) if found is not None else ""


def spans(data: bytes, names: Sequence[str], count: int) -> list[tuple[int, int]]:
    """Return the bytes of each of `count` elements of these names; all of the file's where texts make these unsure."""
    either = b"|".join(re.escape(name).encode() for name in names)
    begins = [one.start() for one in re.finditer(rb"<(?:\w+:)?(?:" + either + rb")[\s>/]", data)]
    ends = [one.end() for one in re.finditer(rb"</(?:\w+:)?(?:" + either + rb")\s*>", data)]
    if len(begins) == len(ends) == count and all(a < b for a, b in zip(begins, ends, strict=True)):
        return list(zip(begins, ends, strict=True))
    return [(0, len(data))] * count
