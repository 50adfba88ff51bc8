"""Markdown to HTML, and plain text to Markdown that says exactly that text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen import urls
from sitegen.model import Link

# Signs that mean something inside a line. Nine of ten paragraphs of news have none.
_SIGNS_INSIDE = "\\`*_[]<>&"
_MARK = re.compile(r"[\\`*_\[\]<>&]")
# How a line of prose begins where it does not begin with a letter: with no sign that would begin another kind of block.
_BEGINS = re.compile(
    r"[*_]{1,2}(?=[^\W_])|[-+#~:=](?=[^\W_])|--+ ?(?=[^\W_])|`(?!``)|(?!\d{1,9}[.)](?:\s|$))\d|[^\s\w*+#~:=`|>_-]"
)
_HEADING = re.compile(r"(#{1,6}) ([^\s#]|\S.*[^\s#])")
# What may stand in a line beside plain words and be rendered without the parser, whatever stands around it.
_SPAN = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|(?<![^ \n(\"'-])(?P<run>\*\*?|__?)(?=[^\W_])"
    r"(?P<inner>[^\\`*_\[\]<>&\n]*)(?<=[^\W_])(?P=run)(?=[ \n,.;:!?)\"'-]|$)"
    r"|(?P<literal>>|[\[\]]|(?<=[^\W_])_(?=[^\W_])|&(?!#?\w+;))"
)
_ESCAPES = {'"': "&quot;", "&": "&amp;", "<": "&lt;", ">": "&gt;"}
_RUNS = {"*": "em", "_": "em", "**": "strong", "__": "strong"}


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
    """Render a body of paragraphs, headings and quotations of one line block by block; None if it holds anything else.

    Where every block is of these kinds, none can reach into another, and most need no parser at all. Equal to the
    parser's output; a test holds it to that.
    """
    found = _prose(body)
    if found is None:
        return None
    signs = [sign for sign in _SIGNS_INSIDE if sign in body]
    parts = []
    taken: set[str] = set()
    for kind, text in found:
        is_plain = not signs or not any(sign in text for sign in signs)
        inner = _quoted(text) if is_plain else _inline(text, links, base)
        if kind == "paragraph":
            parts.append(f"<p>{inner}</p>\n")
        elif kind == "quotation":
            parts.append(f"<blockquote>\n<p>{inner}</p>\n</blockquote>\n")
        else:
            name = _anchor(text if is_plain else _words(text), taken)
            parts.append(f'<{kind} id="{name}">{inner}</{kind}>\n')
    return "".join(parts)


def _prose(body: str) -> list[tuple[str, str]] | None:
    """Part a body into pairs ("paragraph", "quotation" or "h1" to "h6", text); None if it holds other blocks."""
    if "\x00" in body or "\r" in body or _may_define(body):
        return None
    found: list[tuple[str, str]] = []
    lines: list[str] = []  # of the paragraph that is under way
    quoted = False  # whether the line before was a quotation, which a line of prose would go on
    for line in body.split("\n"):
        if not line or not line.strip(" \t"):
            quoted = False
            if lines:
                found.append(("paragraph", "\n".join(lines)))
                lines.clear()
        elif quoted or line[-1].isspace():
            return None
        elif line[0].isalpha() or _BEGINS.match(line):
            lines.append(line)
        elif not lines and line.startswith("> ") and (line[2:3].isalpha() or _BEGINS.match(line, 2)):
            found.append(("quotation", line[2:]))
            quoted = True
        elif not lines and (heading := _HEADING.fullmatch(line)):
            found.append((f"h{len(heading[1])}", heading[2]))
        else:
            return None
    if lines:
        found.append(("paragraph", "\n".join(lines)))
    return found


def _may_define(body: str) -> bool:
    """Whether a body may define what a link elsewhere in it means."""
    return "]" in body and "]:" in body  # one sign is found ten times as fast as two


def _spans(text: str) -> list[tuple[str, str]] | None:
    """Part the inside of a block into pairs ("", "em" or "strong", words); None if a sign in it may mean more.

    Each sign is judged by its neighbours alone, so that none depends on what became of another.
    """
    if "](" in text:
        return None
    found = []
    at = 0
    while mark := _MARK.search(text, at):
        span = _SPAN.match(text, mark.start())
        if span is None:
            return None
        found.append(("", text[at : mark.start()]))
        run = span["run"]
        found.append((_RUNS[run], span["inner"]) if run else ("", span["sign"] or span["literal"]))
        at = span.end()
    return [*found, ("", text[at:])]


def _inline(text: str, links: Mapping[str, Link], base: str) -> str:
    spans = _spans(text)
    if spans is not None:
        return "".join(f"<{name}>{_quoted(words)}</{name}>" if name else _escaped(words) for name, words in spans)
    parser = _parser()
    tokens = parser.parseInline(text)
    _lead(tokens, links, base)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _words(text: str) -> str:
    """Return the words of the inside of a block."""
    if not any(sign in text for sign in _SIGNS_INSIDE):
        return text
    spans = _spans(text)
    return _text_of(_parser().parseInline(text)[0]) if spans is None else "".join(words for _, words in spans)


def _escaped(words: str) -> str:
    return _ESCAPES[words] if words in _ESCAPES else _quoted(words)


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
    for token in tokens:
        token.children = list(_without_remote(token.children)) if token.children else token.children
    for token in _inside(tokens):
        key = {"link_open": "href", "image": "src"}.get(token.type)
        if key:
            target = str(token.attrs[key])
            token.attrs[key] = urls.href(links[target].url if target in links else target, base)


def _without_remote(inside: Iterable[Token]) -> Iterator[Token]:
    """Yield the inside of a block with a link for each picture on another server: no reader is to be told to it."""
    linked = 0
    for one in inside:
        linked += one.nesting if one.type in {"link_open", "link_close"} else 0
        source = str(one.attrs.get("src", ""))
        if one.type != "image" or not urls.is_elsewhere(source):
            yield one
            continue
        words = Token("text", "", 0, content=_text_of(one) or source)
        around = Token("link_open", "a", 1, attrs={"href": source}), words, Token("link_close", "a", -1)
        yield from (words,) if linked else around


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
    if "<" not in body and ("]" not in body or ("](" not in body and "]:" not in body)):
        return ()
    tokens = _inside(_parser().parse(body))
    found = {
        str(token.attrs.get("href", token.attrs.get("src", "")))
        for token in tokens
        if token.type in {"link_open", "image"}
    }
    return tuple(sorted(found - {""}))


def remote_pictures(body: str) -> tuple[str, ...]:
    """Return the addresses of the pictures in a body that are on other servers, sorted, each once."""
    if "![" not in body:
        return ()
    sources = (str(one.attrs["src"]) for one in _inside(_parser().parse(body)) if one.type == "image")
    return tuple(sorted({one for one in sources if urls.is_elsewhere(one)}))


# --- Markdown to plain text -----------------------------------------------------------------------


def plain_text(body: str) -> str:
    """Return a body's words without its marks, a blank line between blocks."""
    return "\n\n".join(text for _, text in blocks(body))


def first_paragraph(body: str) -> str:
    """Return the words of the first paragraph, "" if there is none."""
    begun = body.lstrip("\n")
    end = begun.find("\n\n")
    first = _prose(begun[:end]) if end > 0 and not _may_define(body) else None
    if first and first[0][0] == "paragraph":
        return _words(first[0][1])
    return next((text for kind, text in blocks(body) if kind == "paragraph"), "")


def blocks(body: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, words) of each block that holds words: paragraph, heading, td, …, as markdown-it names them."""
    found = _prose(body)
    if found is None:
        yield from _blocks_of(_parser().parse(body))
    else:
        yield from (("heading" if kind[0] == "h" else "paragraph", _words(text)) for kind, text in found)


def _blocks_of(tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
    kind = ""
    for token in tokens:
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
