"""HTML of feeds and exports to Markdown: the words and their structure survive, raw HTML and scripts do not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sitegen import urls
from sitegen.intake import html as html_tree
from sitegen.intake import inlines
from sitegen.intake.inlines import LINE, PARAGRAPH, Span
from sitegen.model import Picture

MAX_DEPTH = 40
MAX_COLUMNS = 40
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer "  # noqa: SIM905
    "header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul iframe embed video "
    "audio h1 h2 h3 h4 h5 h6".split()
)
_DROPPED = frozenset(
    "script style template noscript svg math form button input select textarea object applet head title "  # noqa: SIM905
    "link meta canvas map".split()
)
_FRAME = {"table", "thead", "tbody", "tfoot", "tr"}
_NO_CELL = {"table", "ul", "ol", "blockquote", "pre", *_HEADINGS}
_PLAYERS = frozenset(("iframe", "embed", "video", "audio"))
_BLANK_LINE = re.compile(r"[ \t\r]*\n(?:[ \t\r]*\n)+")
_MARKER = re.compile(r"- |\d+\. ")
_TICKS = re.compile(r"`{3,}")
_PLAIN = Span()


@dataclass(frozen=True, slots=True)
class Marked:
    """What HTML holds: its text as Markdown, its pictures by their words, and the addresses of those pictures."""

    body: str
    pictures: tuple[Picture, ...] = ()
    sources: tuple[str, ...] = ()


def markdown_of(html: str) -> str:
    """Return HTML as Markdown (CommonMark with tables): safe, without raw HTML; pictures are left out."""
    return read(html).body


def read(html: str, *, lines: bool = False) -> Marked:
    """Read HTML. With `lines`, blank lines part paragraphs and line ends are kept, as blogs' editors mean them."""
    root = parse(html)
    return Marked("") if root is None else read_tree(root, lines=lines)


def parse(html: str) -> Any:  # noqa: ANN401 - lxml's elements have no types
    """Return the root of HTML, None if it holds nothing."""
    return html_tree.parse(inlines.without_controls(html).encode("utf-8", "replace"))


def read_tree(root: Any, *, lines: bool = False) -> Marked:  # noqa: ANN401
    """Read an element of HTML, or of XHTML, with all below it."""
    reader = _Reader(root, lines=lines)
    body = reader.blocks(root, 0)
    return Marked("\n\n".join(body), tuple(reader.pictures), tuple(dict.fromkeys(reader.sources)))


def _name(element: Any) -> str:  # noqa: ANN401
    """Return an element's name, "" for comments and the like."""
    name = element.tag
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""


class _Reader:
    """Walks a tree once; pictures are gathered on the way, blocks are returned."""

    def __init__(self, root: Any, *, lines: bool) -> None:  # noqa: ANN401
        self.lines = lines
        self.pictures: list[Picture] = []
        self.sources: list[str] = []
        self.captions: dict[Any, str] = {}
        self.told: set[Any] = set()
        self.holders = _holders(root)
        used = sorted({name for one in root.iter() if (name := _name(one)) in _HEADINGS})
        # the article's own headline is the page's h1; what stands below it begins with h2, without gaps
        self.levels = {name: min(number + 2, 6) for number, name in enumerate(used)}

    def blocks(self, parent: Any, depth: int) -> list[str]:  # noqa: ANN401
        """Return the blocks in an element."""
        found: list[str] = []
        run: list[Span] = []
        self._text(parent.text, run)
        for child in parent:
            name = _name(child)
            if name in _BLOCKS or child in self.holders:
                found += inlines.paragraphs(run)
                run = []
                found += self._block(child, name, depth + 1)
            else:
                self._inline(child, run)
            self._text(child.tail, run)
        return _apart(found + inlines.paragraphs(run))

    def _block(self, element: Any, name: str, depth: int) -> list[str]:  # noqa: ANN401
        if name in _DROPPED or element in self.told:
            return []
        if depth > MAX_DEPTH:
            return self._flat(element)
        own = getattr(self, f"_{name}", None) if name in _OWN else None
        if own:
            found: list[str] = own(element, depth)
            return found
        if name in _HEADINGS:
            return self._heading(element, name)
        if name in _PLAYERS:
            return _player(element)
        return self.blocks(element, depth)

    def _text(self, words: str | None, run: list[Span], look: Span = _PLAIN) -> None:
        if not words:
            return
        if not self.lines or "\n" not in words:
            run.append(look.saying(words))
            return
        for number, part in enumerate(_BLANK_LINE.split(words)):
            run += [Span(PARAGRAPH)] if number else []
            for line_number, line in enumerate(part.split("\n")):
                run += [Span(LINE)] if line_number else []
                run.append(look.saying(line))

    def _inline(self, element: Any, run: list[Span], look: Span = _PLAIN) -> None:  # noqa: ANN401
        """Take an element into a run, with all in it."""
        name = _name(element)
        if name in _DROPPED or not name:
            return
        if name == "br":
            run.append(Span(LINE))
        elif name == "img":
            self._img(element)
        else:
            run += [Span(" ")] if name in _BLOCKS else []
            run += [look.saying("“")] if name == "q" else []
            self._inside(element, run, inlines.looking(look, name, element.get("href") or ""))
            run += [look.saying("”")] if name == "q" else []

    def _inside(self, element: Any, run: list[Span], look: Span = _PLAIN) -> None:  # noqa: ANN401
        self._text(element.text, run, look)
        for child in element:
            self._inline(child, run, look)
            self._text(child.tail, run, look)

    def _heading(self, element: Any, name: str) -> list[str]:  # noqa: ANN401
        run: list[Span] = []
        self._inside(element, run)
        words = inlines.line(run)
        return ["#" * self.levels[name] + " " + re.sub(r"(#+)$", r"\\\1", words)] if words else []

    def _hr(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401, ARG002 - as all of these
        return ["---"]

    def _pre(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401, ARG002
        words = "".join(element.itertext()).strip("\n").replace("\r", "")
        fence = "`" * (max((len(run) for run in _TICKS.findall(words)), default=2) + 1)
        return [f"{fence}\n{words}\n{fence}"] if words.strip() else []

    def _blockquote(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401
        inner = "\n\n".join(self.blocks(element, depth))
        return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []

    def _ul(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401
        return self._list(element, depth, 0)

    def _ol(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401
        first = element.get("start") or "1"
        return self._list(element, depth, int(first) if first.isascii() and first.isdigit() and len(first) < 9 else 1)  # noqa: PLR2004

    def _list(self, element: Any, depth: int, first: int) -> list[str]:  # noqa: ANN401
        """Return a list as one block; `first` is its first number, 0 for a list without numbers."""
        entries = [blocks for blocks in self._entries(element, depth) if blocks]
        tight = all(len([one for one in blocks if not _MARKER.match(one)]) <= 1 for blocks in entries)
        between = "\n" if tight else "\n\n"
        lines = []
        for number, blocks in enumerate(entries):
            mark = f"{first + number}. " if first else "- "
            inner = between.join(blocks).split("\n")
            indented = [inner[0], *(" " * len(mark) + line if line else "" for line in inner[1:])]
            lines.append(mark + "\n".join(indented))
        return [between.join(lines)] if lines else []

    def _entries(self, element: Any, depth: int) -> Iterator[list[str]]:  # noqa: ANN401
        yield inlines.paragraphs([Span(element.text or "")])
        for child in element:
            name = _name(child)
            # a list straight in a list, and words beside its entries, as old pages have them
            is_entry = name == "li" and depth < MAX_DEPTH
            yield self.blocks(child, depth + 1) if is_entry else self._block(child, name, depth + 1)
            yield inlines.paragraphs([Span(child.tail or "")])

    def _flat(self, element: Any) -> list[str]:  # noqa: ANN401
        run: list[Span] = []
        self._inside(element, run)
        return inlines.paragraphs(run)

    def _figure(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401
        """Give a figure's caption to its first picture; without a picture it is text."""
        caption = next((one for one in element.iter() if _name(one) == "figcaption"), None)
        image = next((one for one in element.iter() if _name(one) == "img"), None)
        if image is not None and caption is not None:
            self.told.add(caption)
            self.captions[image] = " ".join("".join(caption.itertext()).split())
        return self.blocks(element, depth)

    def _img(self, image: Any) -> None:  # noqa: ANN401
        alt = " ".join((image.get("alt") or "").split())
        caption = self.captions.get(image, "")
        if caption or alt:
            self.pictures.append(Picture(alt=alt, caption=caption))
        source = (image.get("src") or "").strip()
        if source and urls.is_safe(source) and not re.search(r"\s", source):
            self.sources.append(source)

    def _dt(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401, ARG002
        run: list[Span] = []
        self._inside(element, run, Span(strong=True))
        return inlines.paragraphs(run)

    def _table(self, element: Any, depth: int) -> list[str]:  # noqa: ANN401
        caption = next((one for one in element if _name(one) == "caption"), None)
        rows = [row for row in _own_rows(element) if row]
        if _is_layout(element, rows):
            return self.blocks(element, depth)
        title = self.blocks(caption, depth) if caption is not None else []
        return [*title, *self._grid(rows)]

    def _grid(self, rows: Sequence[Sequence[Any]]) -> list[str]:
        written = [self._row(row) for row in rows]
        width = min(max(len(row) for row in written), MAX_COLUMNS)
        head = written.pop(0) if any(_name(cell) == "th" for cell in rows[0]) else []
        lines = [head, ["---"] * width, *written]
        return ["\n".join("| " + " | ".join((row + [""] * width)[:width]) + " |" for row in lines)] if written else []

    def _row(self, row: Sequence[Any]) -> list[str]:
        cells: list[str] = []
        for cell in row:
            run: list[Span] = []
            self._inside(cell, run)
            span = cell.get("colspan") or "1"
            empty = min(int(span), MAX_COLUMNS) - 1 if span.isascii() and span.isdigit() and len(span) < 4 else 0  # noqa: PLR2004
            cells += [inlines.line(run).replace("|", "\\|"), *[""] * empty]
        return cells


_OWN = frozenset(("hr", "pre", "blockquote", "ul", "ol", "figure", "dt", "table"))


def _holders(root: Any) -> set[Any]:  # noqa: ANN401
    """Return the elements in which a block stands: a link around a heading is not a part of a line."""
    found: set[Any] = set()
    for one in root.iter():
        if _name(one) in _BLOCKS:
            above = one.getparent()
            while above is not None and above not in found:
                found.add(above)
                above = above.getparent()
    return found


def _is_layout(table: Any, rows: Sequence[Sequence[Any]]) -> bool:  # noqa: ANN401
    """Whether a table only places what stands in it: one column, blocks in its cells, or words beside them."""
    if max((len(row) for row in rows), default=0) < 2:  # noqa: PLR2004 - one column is no table
        return True
    cells = {cell for row in rows for cell in row}
    frame = [one for one in table.iter() if _name(one) in _FRAME and one.getparent() not in cells]
    loose = any((one.text or "").strip() for one in frame) or any(
        (child.tail or "").strip() or _name(child) not in _FRAME | {"td", "th", "caption", "col", "colgroup"}
        for one in frame
        for child in one
    )
    return loose or any(_name(one) in _NO_CELL for cell in cells for one in cell.iter() if one is not cell)


def _own_rows(table: Any) -> Iterator[list[Any]]:  # noqa: ANN401
    for child in table:
        if _name(child) in {"thead", "tbody", "tfoot"}:
            yield from _own_rows(child)
        elif _name(child) == "tr":
            yield [cell for cell in child if _name(cell) in {"td", "th"}]


def _player(element: Any) -> list[str]:  # noqa: ANN401
    """Return a link to what a player plays: the page it stood on is not the place where it can be seen."""
    inner = next((one.get("src") for one in element.iter() if one.get("src")), "")
    if not re.match(r"(?:https?:)?//", inner):
        return []
    title = element.get("title") or inner
    return inlines.paragraphs([Span(" ".join(title.split()), target=inlines.target_of(inner))])


def _apart(blocks: Sequence[str]) -> list[str]:
    """Keep two lists that stand one after the other from becoming one: the second gets another mark."""
    found: list[str] = []
    for kind, group in groupby(blocks, key=_kind_of_list):
        for number, block in enumerate(group):
            found.append(_REMARKED[kind](block) if kind and number % 2 else block)
    return found


def _kind_of_list(block: str) -> str:
    if not _MARKER.match(block):
        return ""
    return "-" if block[0] == "-" else "1"


_REMARKED = {
    "-": lambda block: re.sub(r"^- ", "* ", block, flags=re.MULTILINE),
    "1": lambda block: re.sub(r"^(\d+)\. ", r"\1) ", block, flags=re.MULTILINE),
}
