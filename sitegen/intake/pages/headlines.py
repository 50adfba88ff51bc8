"""The headline of a page: the heading that its titles speak of, without the site's name, kicker or subtitle in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.intake.pages.segments import Element, text_of

_PARTS = re.compile(r"\s+(?:[|–—»·•]|-{1,2}|::)\s+")  # noqa: RUF001 - the dashes that pages write
# words of a headline; a page's only main heading of fewer is often its site's or its section's name
_FEWEST, _MOST = 4, 30
_TELLING = re.compile(r"\w{4,}")
_SHORTEST, _KICKER = 8, 80
_KICKERS = re.compile(
    r"kicker|overline|topline|dachzeile|eyebrow|spitzmarke|roofline|surtitre|surtitle|volanta|occhiello|pre-?title",
    re.IGNORECASE,
)
_ENDS = ":|–—-•/»·"  # noqa: RUF001 - what stands between a kicker and a headline
_TAILS = "|»·•–—"  # noqa: RUF001 - and what between a headline and its site or its subtitle


@dataclass(frozen=True, slots=True)
class Headline:
    """A page's headline and the kicker above it; `heading` is the heading in the page that says them, "" if none."""

    title: str = ""
    kicker: str = ""
    heading: str = ""


def read(root: Element, stated: Sequence[str], sites: Iterable[str]) -> Headline:
    """Read the headline of a page, of which its tags state titles, best first; `sites` are names of its site."""
    page = next((text_of(one) for one in root.iter("title")), "")
    said = [_soft(one) for one in (*stated, page) if one]
    names = {squeezed(one) for one in sites} - {""}
    heading = _heading(root, said, names)
    if heading is not None:
        return _parted(heading, said)
    if said:
        return Headline(_without_site(said[0], names))
    return next(
        (Headline(words, heading=words) for one in root.iter("h1") if (words := _soft(text_of(one)))), Headline()
    )


def squeezed(text: str) -> str:
    """Return a text's letters and digits only, in small letters."""
    return re.sub(r"[\W_]+", "", text.lower())


def _soft(text: str) -> str:
    return text.replace("\xad", "").strip()


def _heading(root: Element, said: Sequence[str], names: set[str]) -> Element | None:
    """Return the heading that one of the titles holds, else the one that shares words with them."""
    props = [one for one in root.iter("h1", "h2", "span", "div") if "headline" in (one.get("itemprop") or "")]
    heads = [one for one in (*props, *root.iter("h1")) if _soft(text_of(one)) and not _is_of_site(one, names)]
    whole = [squeezed(one) for one in said]
    held = [one for one in heads if len(text_of(one)) > _SHORTEST and any(squeezed(text_of(one)) in it for it in whole)]
    parts = {squeezed(part) for one in said for part in _PARTS.split(one)[:1]}
    if held:
        return min(held, key=lambda one: squeezed(text_of(one)) not in parts)
    likely = [one for one in heads if _FEWEST <= len(text_of(one).split()) <= _MOST]
    telling = set(_TELLING.findall(" ".join(said).lower()))
    shared = [len(telling & set(_TELLING.findall(_soft(text_of(one)).lower()))) for one in likely]
    if likely and max(shared) >= min(len(heads), 2 if said else 0):
        return likely[shared.index(max(shared))]
    return None


def _is_of_site(heading: Element, names: set[str]) -> bool:
    """Return whether a heading is the name of the site, or leads to its home as a whole."""
    own = squeezed(text_of(heading))
    return own in names or any(
        _is_home(link.get("href") or "") and squeezed(text_of(link)) == own for link in heading.iter("a")
    )


def _is_home(href: str) -> bool:
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return False
    return bool(href.strip()) and parts.path in {"", "/", "/index.html", "/index.php"} and not parts.query


def _parted(heading: Element, said: Sequence[str]) -> Headline:
    """Part a heading where a title of the page is one end of it; by its boxes, unless a title says the whole."""
    whole = _soft(text_of(heading))
    for title in said:
        rest = len(whole) - len(title)
        if not (len(title) > _SHORTEST and 0 < rest <= min(_KICKER, len(title))):
            continue
        if whole.endswith(title) and _parts_at(whole[:rest], heading):
            return Headline(title, _bare(whole[:rest]), whole)
        if whole.startswith(title) and (len(heading) or whole[len(title) :].lstrip()[:1] in tuple(_TAILS)):
            return Headline(title, "", whole)
    if squeezed(whole) not in {squeezed(one) for one in said}:
        for kicker in _kickers(heading):
            title = _bare(whole.replace(kicker, "", 1))
            if len(title) > _SHORTEST:
                return Headline(title, _bare(kicker), whole)
    return Headline(whole, "", whole)


def _kickers(heading: Element) -> Iterator[str]:
    boxes = (one for one in heading.iter("span", "small", "em", "strong", "div") if one is not heading)
    for one in boxes:
        if _KICKERS.search(one.get("class") or "") and (words := _soft(text_of(one))):
            yield words


def _bare(words: str) -> str:
    return words.strip(f" {_ENDS}")


def _parts_at(before: str, heading: Element) -> bool:
    """Return whether what stands before a title in a heading is apart from it."""
    return before != before.rstrip() and (before.rstrip()[-1:] in f"{_ENDS}.!?" or len(heading) > 0)


def _without_site(title: str, names: set[str]) -> str:
    """Return a page's title without the name of its site; a short last part is one."""
    parts = _PARTS.split(title)
    while len(parts) > 1 and (squeezed(parts[-1]) in names or len(parts[-1]) * 2 < len(" ".join(parts[:-1]))):
        parts.pop()
    title = title[: title.rfind(parts[-1]) + len(parts[-1])]
    return title[title.find(parts[1]) :] if len(parts) > 1 and squeezed(parts[0]) in names else title
