"""A page as segments: paragraphs, headings, list entries, cells, in order, each with its boxes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sitegen.intake.pages import signs

Element = Any  # lxml's elements have no types of their own

BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "  # noqa: SIM905
    "header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul "
    "h1 h2 h3 h4 h5 h6".split()
)
DROPPED = frozenset(
    "script style template noscript svg math button input select textarea object applet head title "  # noqa: SIM905
    "link meta canvas map iframe embed video audio source track dialog".split()
)
WHOLE = frozenset(("pre", "table"))
_INSIDE = frozenset("article main aside nav header footer figure figcaption blockquote table form li section".split())  # noqa: SIM905
_LINKS = 0.6


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds segments; its sums grow while the page is walked and stand when it is done.

    `signs` are those of its own names, `within` those of all boxes around it too.
    """

    element: Element
    above: "Box | None"
    tag: str
    signs: frozenset[str]
    within: frozenset[str]
    chars: int = 0
    linked: int = 0
    prose: int = 0
    count: int = 0


@dataclass(slots=True, eq=False)
class Segment:
    """A piece of text that is kept or left as a whole."""

    element: Element
    tag: str
    text: str
    linked: int
    box: Box
    signs: frozenset[str]
    links: int = 0
    bold: int = 0
    images: int = 0


@dataclass(slots=True)
class _Walk:
    holders: set[Element]
    found: list[Segment] = field(default_factory=list)


def read(root: Element) -> list[Segment]:
    """Return the segments below an element. The tree is changed: bare text gets paragraphs of its own."""
    walk = _Walk(_holders(root))
    _box(root, None, walk)
    for one in walk.found:
        _sum(one)
    return walk.found


def of_links(segments: Iterable[Segment]) -> dict[Box, Box]:
    """Return the boxes without prose in which most is links, each with the largest such box around it."""
    found: dict[Box, Box] = {}
    for box in {one.box for one in segments}:
        highest, step = None, box
        while step is not None and not step.prose and step.linked > _LINKS * step.chars:
            highest, step = step, step.above  # type: ignore[assignment]
        if highest is not None:
            found[box] = highest
    return found


def _holders(root: Element) -> set[Element]:
    found: set[Element] = set()
    for one in root.iter(*BLOCKS):
        above = one.getparent()
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return found


def _own_signs(element: Element, tag: str) -> frozenset[str]:
    get = element.get
    found = signs.of_names(f"{get('class') or ''} {get('id') or ''} {get('role') or ''}")
    own = set()
    if tag in _INSIDE:
        own.add(f"<{tag}>")
    if (style := get("style")) and signs.of_style(style):
        own.add("unseen")
    if get("hidden") is not None or get("aria-hidden") == "true":
        own.add("unseen")
    prop = get("itemprop")
    if prop:
        own.add("prop:body" if "articleBody" in prop else "prop")
    return found | own if own else found


def _box(element: Element, above: Box | None, walk: _Walk) -> None:
    tag = element.tag
    own = _own_signs(element, tag) if tag not in {"html", "body"} else frozenset()
    box = Box(element, above, tag, own, own | above.within if above else own)
    _paragraphs_of_runs(element, walk.holders)
    for child in element:
        name = child.tag
        if not isinstance(name, str) or name in DROPPED:
            continue
        if child in walk.holders and not (name in WHOLE and _is_whole(child)):
            _box(child, box, walk)
        else:
            _segment(child, name, box, walk)


def _is_whole(element: Element) -> bool:
    """Return whether a table is one of data: nothing in its cells but lines."""
    if element.tag == "pre":
        return True
    rows = 0
    for one in element.iter("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "tr"):
        if one.tag == "tr":
            rows += 1
        elif one is not element and (one.tag != "p" or one.getparent().tag not in {"td", "th"}):
            return False
    return rows > 1 and any(len(row) > 1 for row in element.iter("tr"))


def _segment(element: Element, tag: str, box: Box, walk: _Walk) -> None:
    text = text_of(element)
    if not text:
        return
    linked = links = bold = images = 0
    for one in element.iter("a", "b", "strong", "img") if len(element) else ():
        if one.tag == "a":
            linked += len(text_of(one))
            links += 1
        elif one.tag == "img":
            images += 1
        else:
            bold += len(text_of(one))
    if tag == "a":
        linked = len(text)
    own = _own_signs(element, tag)
    walk.found.append(
        Segment(element, tag, text, min(linked, len(text)), box, own, links, min(bold, len(text)), images)
    )


def text_of(element: Element) -> str:
    """Return an element's words, white space joined; without what scripts and styles hold."""
    if len(element) == 0:
        return " ".join(element.text.split()) if element.text else ""
    parts: list[str] = []
    _texts(element, parts)
    return " ".join("".join(parts).split())


def _texts(element: Element, parts: list[str]) -> None:
    if element.text:
        parts.append(element.text)
    for child in element:
        name = child.tag
        if isinstance(name, str) and name not in DROPPED:
            if name in BLOCKS or name == "br":
                parts.append(" ")
            _texts(child, parts)
            if name in BLOCKS:
                parts.append(" ")
        if child.tail:
            parts.append(child.tail)


def _sum(one: Segment) -> None:
    prose = len(one.text) - one.linked if len(one.text) > 60 and one.tag != "table" else 0  # noqa: PLR2004
    box: Box | None = one.box
    while box is not None:
        box.chars += len(one.text)
        box.linked += one.linked
        box.prose += prose
        box.count += 1
        box = box.above


def _paragraphs_of_runs(element: Element, holders: set[Element]) -> None:
    """Put text and inline elements that stand beside blocks, or between two line ends, into paragraphs."""
    children = list(element)
    if not _says(element.text) and all(_parts(child, holders) and not _says(child.tail) for child in children):
        return
    runs = _Runs(element)
    if _says(element.text):
        runs.say(element.text)
        element.text = None
    for child in children:
        tail, child.tail = child.tail, None
        if _parts(child, holders):
            runs.end(child)
        elif child.tag == "br":
            runs.line_end(child)
        else:
            runs.hold(child)
        if tail:
            runs.say(tail)


def _says(text: str | None) -> bool:
    return bool(text and text.strip())


def _parts(child: Element, holders: set[Element]) -> bool:
    """Return whether a child ends the run before it: a block, a comment, what is dropped."""
    return not isinstance(child.tag, str) or child.tag in BLOCKS or child.tag in DROPPED or child in holders


class _Runs:
    """The paragraphs that are made in an element while its children are looked at in order."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.run: Element | None = None
        self.last: Element | None = None
        self.broken = False

    def end(self, block: Element) -> None:
        """End the run at a block."""
        self.run, self.last, self.broken = None, block, False

    def line_end(self, br: Element) -> None:
        """Take a line end; the second in a row ends the run."""
        if self.broken or self.run is None:
            self.run = None
            self.element.remove(br)
        else:
            self.run.append(br)
        self.broken = True

    def hold(self, child: Element) -> None:
        """Take an inline element into the run."""
        self._open().append(child)
        self.broken = False

    def say(self, words: str) -> None:
        """Take text into the run; blank text begins none."""
        if self.run is None and not words.strip():
            return
        run = self._open()
        self.broken = self.broken and not words.strip()
        if len(run):
            run[-1].tail = (run[-1].tail or "") + words
        else:
            run.text = (run.text or "") + words

    def _open(self) -> Element:
        if self.run is None:
            self.run = self.element.makeelement("p")
            if self.last is None:
                self.element.insert(0, self.run)
            else:
                self.last.addnext(self.run)
            self.last = self.run
        return self.run
