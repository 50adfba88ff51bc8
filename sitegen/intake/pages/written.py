"""The chosen segments as Markdown, and the pictures among them with their captions and credits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote, urljoin

from sitegen.intake import captions, markup
from sitegen.intake.pages.body import Chosen
from sitegen.intake.pages.segments import DROPPED, Box, Element, Segment, text_of
from sitegen.intake.pages.traits import key
from sitegen.model import Picture

_NOT_OF_IT = frozenset(("<aside>", "<nav>", "<footer>", "related", "comment", "side", "letter", "author"))
_MAX_CAPTION, _BARE_CAPTION = 1_000, 200
_MAX_PATH = 500
_ABOVE = 12


@dataclass(frozen=True, slots=True)
class Written:
    """The text of an article in Markdown, and its pictures."""

    body: str
    pictures: tuple[Picture, ...]


def write(chosen: Chosen, base: str) -> Written:
    """Write what was chosen. The tree is spent: all else is taken out of it."""
    figures = _figures(chosen)
    pictures = tuple(_picture(one) for one in figures)
    _take_out(chosen)
    top = _around([one.element for one in chosen.text])
    if top is None:
        return Written("", _told(pictures))
    _bare(top, base)
    return Written(markup.read_tree(top).body, _told(pictures))


def _take_out(chosen: Chosen) -> None:
    """Take out what is not text: whole boxes in which nothing is, and single segments."""
    alive: set[Box] = set()
    for one in chosen.text:
        box: Box | None = one.box
        while box is not None and box not in alive:
            alive.add(box)
            box = box.above
    gone: set[Box] = set()
    for one, keep in zip(chosen.segments, chosen.kept, strict=True):
        if keep:
            continue
        element, box = one.element, one.box
        while box is not None and box not in alive:
            if box in gone:
                break
            gone.add(box)
            element, box = box.element, box.above
        if element.getparent() is not None:
            element.getparent().remove(element)


def _around(elements: Sequence[Element]) -> Element | None:
    """Return the smallest element around all of these."""
    if not elements:
        return None
    if len(elements) == 1:
        return elements[0].getparent()
    chains = [[*reversed([one, *one.iterancestors()])] for one in (elements[0], elements[-1])]
    top = [one for one, other in zip(*chains, strict=False) if one is other][-1]
    inside = set(top.iter())
    while any(one not in inside for one in elements):
        top = top.getparent()
        inside = set(top.iter())
    return top


def _bare(top: Element, base: str) -> None:
    """Take out pictures, players and boxes that hold no words, and make the addresses of links whole."""
    for one in list(top.iter("img", "picture", *(DROPPED - {"head", "title", "dialog"}))):
        parent = one.getparent()
        if parent is not None and one is not top:
            one.drop_tree()
    for one in top.iter("a"):
        href = (one.get("href") or "").strip()
        if base and href and not href.startswith("#"):
            one.set("href", _joined(base, href))
        elif href:
            del one.attrib["href"]


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""


def _figures(chosen: Chosen) -> list[Element]:
    """Return the figures with a caption that stand in the text, or between the headline and the text."""
    places = [at for at, keep in enumerate(chosen.kept) if keep]
    if not places:
        return []
    found: dict[Any, None] = {}
    for one in chosen.segments[max(0, places[0] - _ABOVE) : places[-1] + 1]:
        figure = _figure_of(one)
        if figure is not None and _NOT_OF_IT.isdisjoint(one.box.within):
            found[figure] = None
    return list(found)


def _figure_of(one: Segment) -> Element | None:
    if one.tag == "figure":
        return one.element
    box: Box | None = one.box
    while box is not None:
        if box.tag == "figure":
            return box.element if _is_picture(box) else None
        box = box.above
    return None


def _is_picture(box: Box) -> bool:
    """Return whether a figure is a picture; one that was never closed holds half of the article."""
    captioned = next(iter(box.element.iter("figcaption")), None) is not None
    return (captioned or box.chars <= _BARE_CAPTION) and any(
        True for _ in box.element.iter("img", "picture", "amp-img")
    )


def _picture(figure: Element) -> Picture:
    """Read a figure: its caption, and the credit where a box is named for it."""
    caption = next(iter(figure.iter("figcaption")), None)
    place = caption if caption is not None else figure
    credits_ = [one for one in place.iter("span", "cite", "small", "div", "p", "figcaption") if _is_credit(one)]
    words = text_of(place)
    credit = text_of(credits_[0]) if credits_ and credits_[0] is not place else ""
    plain = words.replace(credit, "", 1).strip(" |()[]-–—,") if credit else words  # noqa: RUF001 - what parts them
    alt = next((" ".join(said.split()) for one in figure.iter("img") if (said := one.get("alt"))), "")
    src = next((said for one in figure.iter("img") if (said := _beside(one.get("src") or ""))), "")
    picture = captions.read(plain[:_MAX_CAPTION])
    picture = replace(picture, src=src, alt="" if key(alt) == key(plain) else alt[:_MAX_CAPTION])
    if not credit:
        return picture
    told = captions.read(f"x. ({credit.strip('()[] ')})")
    if told.caption != "x.":
        return replace(picture, credit=credit)
    return replace(
        picture, credit=told.credit, photographer=told.photographer, agency=told.agency, via=told.via, file=told.file
    )


def _beside(address: str) -> str:
    """Return the path of a file that lies beside the page, "" for any other address."""
    path = unquote(address.strip()).removeprefix("./")
    parts = path.split("/")
    plain = len(path) <= _MAX_PATH and path.isprintable() and not {":", "\\", "?", "#"} & set(path)
    return path if plain and len(parts) > 1 and not {"", ".", ".."} & set(parts) else ""


def _is_credit(element: Element) -> bool:
    names = (element.get("class") or "").lower()
    return any(word in names for word in ("credit", "copyright", "source", "photographer", "author", "quelle"))


def _told(pictures: Sequence[Picture]) -> tuple[Picture, ...]:
    """Return the pictures of which something is said, each once."""
    told = {
        (one.caption, one.credit, one.alt): one
        for one in pictures
        if one.caption or one.credit or one.photographer or one.src
    }
    return tuple(told.values())
