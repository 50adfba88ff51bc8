"""Teasers: short texts that each lead to a page of their own. Where most of a page's text is such, it is no article."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sitegen.intake.pages.body import Chosen
from sitegen.intake.pages.segments import Element, Segment, text_of
from sitegen.intake.pages.stated import Stated
from sitegen.intake.pages.traits import key

# how many teasers make a page of them, of how many segments each, and how long the words of their links are
_MANY, _SEGMENTS = 4, 3
_HEADLINE, _LABEL, _BESIDE, _LINE = 20, 28, 40, 140
_MOST, _LEAST_LINKED, _DISTINCT = 0.5, 0.8, 0.8
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class _Site:
    """Where a page stands: the domain, "" where the page does not tell it, and the path."""

    host: str
    path: str

    def leads(self, href: str | None) -> str:
        """Return the host and path of another page of the site to which a link leads, "" if it leads to none."""
        try:
            parts = urlsplit((href or "").strip())
        except ValueError:
            return ""
        path = parts.path.rstrip("/")
        away = parts.scheme not in {"", "http", "https", "file"} or (
            self.host != "" and parts.netloc != "" and _domain(parts.netloc) != self.host
        )
        return "" if away or (path == self.path and self.path) else f"{parts.netloc}{path}"


@dataclass(slots=True)
class _Unit:
    """A link to another page and the text that belongs to it: the numbers of its segments."""

    path: str
    at: list[int] = field(default_factory=list)


def are_most(chosen: Chosen, stated: Stated) -> bool:
    """Return whether most of a page's text stands in a few lines each beside links that lead to other pages."""
    prose = [len(one.text) - one.linked if keep else 0 for one, keep in zip(chosen.segments, chosen.kept, strict=True)]
    site = _site(stated)
    for units in (_opened(chosen, stated, site), _closed(chosen, site), _rows(chosen, site)):
        teasers = [one for one in units if 0 < len(one.at) <= _SEGMENTS]
        if len({one.path for one in teasers}) < max(_MANY, len(teasers) * _DISTINCT):
            continue
        if sum(prose[at] for at in {at for one in teasers for at in one.at}) > sum(prose) * _MOST:
            return True
    return False


def _opened(chosen: Chosen, stated: Stated, site: _Site) -> list[_Unit]:
    """Return the texts below headlines, and behind words at the start of a line, that lead elsewhere."""
    titles = {key(stated.title), key(stated.heading)}
    units: list[_Unit] = []
    led = False
    for at, one in enumerate(chosen.segments):
        path = _opening(one, site)
        if path and key(one.text) not in titles:
            units.append(_Unit(path, [at] if len(one.text) - one.linked > _BESIDE else []))
            led = True
        elif one.tag in _HEADINGS:
            led = False
        elif led and len(one.text) > _LABEL:
            units[-1].at.append(at)
    return units


def _opening(one: Segment, site: _Site) -> str:
    """Return where the words lead with which a segment begins, or which are nearly all of it; "" if nowhere."""
    if one.tag in _HEADINGS and one.box.tag == "a":
        return site.leads(one.box.element.get("href"))
    if one.tag in {"table", "pre"} or (one.tag not in _HEADINGS and one.linked < _HEADLINE):
        return ""
    link = next(_links(one), None)
    if link is None:
        return ""
    words = text_of(link)
    alone = len(one.text) <= _LINE and (
        one.linked > len(one.text) * _LEAST_LINKED or len(one.text) - len(words) <= _BESIDE
    )
    return site.leads(link.get("href")) if alone or (len(words) >= _HEADLINE and one.text.startswith(words)) else ""


def _closed(chosen: Chosen, site: _Site) -> list[_Unit]:
    """Return the texts at the end of which the same few words lead to another page each."""
    ends = {at: (text_of(link), site.leads(link.get("href"))) for at, one in enumerate(chosen.segments)
            if (link := _closing(one)) is not None and (site.host or "//" not in (link.get("href") or ""))}  # fmt: skip
    paths: dict[str, set[str]] = defaultdict(set)
    for label, path in ends.values():
        paths[label].add(path)
    units: list[_Unit] = []
    open_at: list[int] = []
    for at, one in enumerate(chosen.segments):
        label, path = ends.get(at, ("", ""))
        if one.tag in _HEADINGS:
            open_at = []
        elif one.linked < len(one.text) * _LEAST_LINKED:
            open_at.append(at)
        if len(paths[label] - {""}) >= _MANY and path:
            units.append(_Unit(path, open_at))
            open_at = []
    return units


def _closing(one: Segment) -> Element | None:
    """Return the link of a few words with which a segment ends, None if there is none."""
    link = next(iter([*_links(one)][-1:]), None)
    return link if link is not None and len(words := text_of(link)) <= _LABEL and one.text.endswith(words) else None


def _rows(chosen: Chosen, site: _Site) -> list[_Unit]:
    """Return the tables in the rows of which headlines lead elsewhere, once for each row."""
    units = []
    for at, one in enumerate(chosen.segments):
        if one.tag == "table" and one.links >= _MANY:
            said = Counter(site.leads(link.get("href")) for link in _links(one) if len(text_of(link)) >= _HEADLINE)
            units += [_Unit(path, [at]) for path in said if path]
    return units


def _links(one: Segment) -> Iterator[Element]:
    return (link for link in one.element.iter("a") if text_of(link))


def _site(stated: Stated) -> _Site:
    try:
        own = urlsplit(stated.url)
    except ValueError:
        own = urlsplit("")
    return _Site(_domain(own.netloc), own.path.rstrip("/"))


def _domain(host: str) -> str:
    return ".".join(host.lower().rsplit(".", 2)[-2:])
