"""HTML, read as browsers do: broken, too deep or full of attributes, it still gives a tree with its words."""

import re
from typing import Any

Element = Any  # lxml's elements have no types of their own

# beyond this a tag holds data, and the parser's time grows with the square of its attributes
_LONG_TAG = 20_000
_LONG = re.compile(rb"<([a-zA-Z]\w{0,20})\b[^<>]{20000,}>?")
_HUGE = 2_000_000
_BOX = re.compile(
    rb"</?(?:div|span|font|center|section|b|i|em|strong|ul|li|blockquote|table|tr|td)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(rb"<[/a-zA-Z][^<>]*>")


def parse(data: bytes) -> Element | None:
    """Return the root of HTML in UTF-8 without control characters, None if it holds nothing.

    The parser drops what is nested deeper than 254 elements; boxes that mean nothing are taken out where that happens.
    """
    if max(map(len, data.split(b"<"))) > _LONG_TAG:
        data = _LONG.sub(rb"<\1>", data)
    for unwanted in (None, _BOX, _TAG):
        root, whole = _parsed(unwanted.sub(b" ", data) if unwanted else data)
        if whole:
            break
    return root


def _parsed(data: bytes) -> tuple[Element | None, bool]:
    """Return the root, and whether nothing was dropped for its depth."""
    from lxml import etree, html  # noqa: PLC0415 - heavy, and a pasted dump needs none of it

    if not data.strip():
        return None, True
    # a text of more than 10 MB in one element would be lost without a word
    huge = len(data) > _HUGE
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=huge)
    # one class for all elements: lxml.html would ask Python for the class of each
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):  # nothing but comments
        return None, True
    return root, not any("depth" in one.message for one in parser.error_log)
