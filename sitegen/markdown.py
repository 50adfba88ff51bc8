"""Markdown to HTML, and plain text to Markdown that says exactly that text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen import urls
from sitegen.model import Link

# A line that begins like nothing but a paragraph: no sign that begins another block, and no reference definition.
_PROSE = re.compile(r"(?![\s+\-*#>=~|:`\[\\&_<]|\d{1,9}[.)](?:\s|$))[^\n\x00]*[^\s\x00]")
# A character that means something inside a line. Nine of ten paragraphs of news have none.
_MARK = re.compile(r"[\\`*_\[\]<>&]")
_HEADING = re.compile(r"(#{1,6}) ([^\\`*_\[\]<>&\s\x00#](?:[^\\`*_\[\]<>&\n\x00#]*[^\\`*_\[\]<>&\s\x00#])?)")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.validateLink = urls.is_safe  # type: ignore[assignment,method-assign] # the documented way to set the allowed schemes
    return parser


# --- Markdown to HTML -----------------------------------------------------------------------------


def to_html(body: str, links: Mapping[str, Link], base: str = "") -> str:
    """Render a body. `links` maps targets in it to the addresses they mean; those get the base path in front."""
    quick = _by_blocks(body, links, base)
    if quick is not None:
        return quick
    parser = _parser()
    tokens = parser.parse(body)
    _lead(tokens, links, base)
    _name_headings(tokens)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _by_blocks(body: str, links: Mapping[str, Link], base: str) -> str | None:
    """Render a body of one-line paragraphs and plain headings block by block; None if it holds anything else.

    Where every block is of these kinds, none can reach into another, and most need no parser at all. Equal to the
    parser's output; a test holds it to that.
    """
    parts = []
    taken: set[str] = set()
    for block in _BLANK.split(body):
        if _PROSE.fullmatch(block):
            inner = _inline(block, links, base) if _MARK.search(block) else _quoted(block)
            parts.append(f"<p>{inner}</p>\n")
        elif match := _HEADING.fullmatch(block):
            level, text = len(match[1]), match[2]
            parts.append(f'<h{level} id="{_anchor(text, taken)}">{_quoted(text)}</h{level}>\n')
        elif block.strip(" \t\n"):
            return None
    return "".join(parts)


def _inline(line: str, links: Mapping[str, Link], base: str) -> str:
    parser = _parser()
    tokens = parser.parseInline(line)
    _lead(tokens, links, base)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _quoted(text: str) -> str:
    return text.replace('"', "&quot;")


def _anchor(text: str, taken: set[str]) -> str:
    stem = urls.slug(text) or "part"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name


def _lead(tokens: Sequence[Token], links: Mapping[str, Link], base: str) -> None:
    for token in _inside(tokens):
        key = {"link_open": "href", "image": "src"}.get(token.type)
        if key:
            target = str(token.attrs[key])
            token.attrs[key] = urls.href(links[target].url if target in links else target, base)


def _name_headings(tokens: Sequence[Token]) -> None:
    taken: set[str] = set()
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrs["id"] = _anchor(_text_of(inline), taken)


def _inside(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def link_targets(body: str) -> tuple[str, ...]:
    """Return the targets of links and pictures in a body, sorted, each once."""
    if "](" not in body and "]:" not in body and "<" not in body:
        return ()
    tokens = _inside(_parser().parse(body))
    found = {
        str(token.attrs.get("href", token.attrs.get("src", "")))
        for token in tokens
        if token.type in {"link_open", "image"}
    }
    return tuple(sorted(found - {""}))


# --- Markdown to plain text -----------------------------------------------------------------------


def plain_text(body: str) -> str:
    """Return a body's words without its marks, a blank line between blocks."""
    return "\n\n".join(text for _, text in blocks(body))


def first_paragraph(body: str) -> str:
    """Return the words of the first paragraph, "" if there is none."""
    first = _BLANK.split(body.strip("\n"), maxsplit=1)[0]
    if _PROSE.fullmatch(first) and not _MARK.search(first):
        return first
    return next((text for kind, text in blocks(body) if kind == "paragraph"), "")


def blocks(body: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, words) of each block that holds words: paragraph, heading, td, …, as markdown-it names them."""
    kind = ""
    for token in _parser().parse(body):
        if token.type == "inline":
            yield kind, _text_of(token)
        elif token.type in {"code_block", "fence"}:
            yield "code", token.content.rstrip("\n")
        elif token.nesting == 1:
            kind = token.type.removesuffix("_open")


def _text_of(inline: Token) -> str:
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(breaks.get(token.type, token.content) for token in inline.children or ())


# --- plain text to Markdown -----------------------------------------------------------------------

_SIGNS = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_BEGINNINGS = re.compile(r"(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[#>~+|:=]|-(?:\s|$)|[-:|\s]+$)")
_SPACE_BEGINS = re.compile(r"^\s+")
_SPACE_ENDS = re.compile(r"\s+$")


def escape_paragraph(text: str) -> str:
    """Return Markdown that renders as a paragraph of exactly this text; a line end in it stays a line end."""
    lines = [_escape_line(line) for line in text.split("\n")]
    # beside an empty line, a line end would end the paragraph
    ends = ["\n" if line and after else "&#10;" for line, after in pairwise(lines)]
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def escape_subhead(text: str, level: int = 2) -> str:
    """Return Markdown that renders as a heading of exactly this text on one line."""
    signs = _entities(_SIGNS.sub(r"\\\g<0>", " ".join(text.split("\n"))))
    return "#" * level + " " + re.sub(r"(#+)$", lambda match: "\\#" * len(match[1]), signs)


def _escape_line(line: str) -> str:
    signs = _SIGNS.sub(r"\\\g<0>", line)
    begun = _BEGINNINGS.match(line) if line else None
    if begun and not line[0].isspace():  # a space will be an entity, and that begins no block
        number = begun["number"] or ""
        signs = f"{number}\\{signs[len(number) :]}" if not signs.startswith("\\") else signs
    return _entities(signs)


def _entities(line: str) -> str:
    """Write outer white space as entities: CommonMark would strip it, or take it for code."""
    if line.strip() == line:
        return line
    spelt = _SPACE_BEGINS.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), line)
    return _SPACE_ENDS.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), spelt)
