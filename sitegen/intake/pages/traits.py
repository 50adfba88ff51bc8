"""What can be seen of a segment: its shape, its words, its box and its neighbours, as numbers to be weighed."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from sitegen.intake.pages.segments import Box, Segment, of_links

Traits = dict[str, float]


class Seen(NamedTuple):
    """The traits of a segment: those of its place, shared by all of its box, and its own."""

    place: Traits
    own: Traits


_OF_LINKS: Traits = {"of-links": 1.0}
_LIST = 4

_ENDS = re.compile(r"[.!?。！？…।؟][\"'”’»)\]]*$|[.:;]$")  # noqa: RUF001
WORDS = re.compile(r"\w+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\bago\b|\bvor \d")
_BUTTON = re.compile(
    r"^(?:read|see|click|learn|find out|watch|listen|view|load|show|get|download|sign|subscribe|follow|share|like|join"
    r"|tweet|print|email|e-mail|copy|save|continue|back|next|previous|skip|close|menu|search|log ?in|advert"
    r"|related|more (?:from|on|stories|about|news)|recommended|most (?:read|popular)|popular|trending|latest|also"
    r"|lesen sie|mehr (?:zum|dazu|zu)|zum thema|weitere|teilen|anzeige|werbung|newsletter|jetzt|hier|lire aussi"
    r"|à lire|leia|lee también|te puede|leggi|czytaj|читайте|اقرأ|المزيد|関連|続きを)\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"©|\bcopyright\b|all rights reserved|\(c\) ?\d|alle rechte|tous droits|reserved\.", re.IGNORECASE)
_CREDIT = re.compile(
    r"^(?:photo|image|picture|foto|bild|credit|source|quelle|illustration|video|above|below)\b.{0,20}?[:/]"
    r"|getty|shutterstock|\(ap photo|reuters/|/reuters|afp|dpa\b|imago|picture alliance|file photo|courtesy of",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:by|von|par|por|written by|reporting by|edited by|editing by|text|autor|author|از|بقلم)\b", re.IGNORECASE
)
_CONTACT = re.compile(
    r"@\w|\bsubscri|newsletter|sign up|sign in|log in|cookie|privacy policy|terms of|e-?mail"
    r"|follow (?:us|him|her|me|on)"
    r"|facebook|twitter|whatsapp|instagram|linkedin|our app|podcast|comments?\b|abonn|anmeld|kommentar|datenschutz"
    r"|support (?:our|us)|donat|advertis|affiliate|commission",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^(?:[A-ZÄÖÜÉ][\w.'’-]+ ?){1,4}$")  # noqa: RUF001
_PHRASES = (
    ("date", _DATE),
    ("button", _BUTTON),
    ("rights", _RIGHTS),
    ("credit", _CREDIT),
    ("by", _BY),
    ("contact", _CONTACT),
    ("named", _NAMED),
)
_LONG = 80
# a stated text shorter than this is a summary
_WHOLE, _NOT_IN_IT = 400, 0.2
_CHAIN = 4
_MUCH, _FAR = 300, 20
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def of_page(segments: Sequence[Segment], title: str, stated: str, deck: str) -> list[Seen]:
    """Return what is seen of each segment; `stated` is the text in the page's JSON-LD, "" where it gives none."""
    best, lists = _best(segments), _lists(segments)
    titled = title_at(segments, title)
    keys = [key(one.text) for one in segments]
    again, titles, decks = Counter(keys), {key(title)} - {""}, {key(deck)} - {""}
    told: set[str] = set()
    pieces = shingles(stated) if len(stated) > _WHOLE else frozenset()
    found = []
    places: dict[Box, Traits] = {}
    for at, (one, mine) in enumerate(zip(segments, keys, strict=True)):
        if one.box in lists:
            found.append(Seen(_OF_LINKS, {}))
            continue
        if one.box not in places:
            places[one.box] = _place(one.box, best)
        own = _shape(one) | _words(one.text) | _at(at, titled, len(segments))
        if mine in told:
            own["again"] = 1.0
        elif again[mine] > 1:
            own["first-of-many"] = 1.0
        told.add(mine)
        if mine in titles:
            own["is-title"] = 1.0
        if mine in decks:
            own["is-deck"] = 1.0
        if pieces:
            own |= _agreed(one.text, pieces)
        found.append(Seen(places[one.box], own))
    return found


def _lists(segments: Sequence[Segment]) -> set[Box]:
    """Return the boxes of lists of links: most of a page's segments stand there, and hardly ever one of its text."""
    return {box for box, highest in of_links(segments).items() if highest.count >= _LIST}


def key(text: str) -> str:
    """Return a text's letters and digits only, in small letters."""
    return "".join(WORDS.findall(text.lower()))


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words in a text."""
    words = WORDS.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _agreed(text: str, pieces: frozenset[tuple[str, ...]]) -> Traits:
    own = shingles(text)
    if not own:
        return {"stated:short": 1.0}
    share = len(own & pieces) / len(own)
    return {"stated:yes": share, "stated:no": float(share < _NOT_IN_IT)}


def _best(segments: Sequence[Segment]) -> Box | None:
    """Return the box that holds most prose straight in it, or in boxes right below."""
    straight: Counter[Box] = Counter()
    for one in segments:
        if len(one.text) >= _LONG and one.linked * 3 < len(one.text):
            weight = min(len(one.text), 600)
            box: Box | None = one.box
            for factor in (1.0, 0.6, 0.3):
                if box is None:
                    break
                straight[box] += int(weight * factor * (0.3 if _is_page(box) else 1.0))
                box = box.above
    return max(straight, key=lambda box: straight[box], default=None)


_PAGE_SIGNS = frozenset(("comment", "related", "foot", "side", "<aside>", "<footer>", "<nav>"))


def _is_page(box: Box) -> bool:
    return not _PAGE_SIGNS.isdisjoint(box.within)


def title_at(segments: Sequence[Segment], title: str) -> int:
    """Return where the headline stands: the segment that says it, else the first h1, else -1."""
    wanted = key(title)
    first = -1
    for at, one in enumerate(segments):
        if one.tag in {"h1", "h2"} and wanted and key(one.text) == wanted:
            return at
        if first < 0 and one.tag == "h1":
            first = at
    return first


def _shape(one: Segment) -> Traits:
    length = len(one.text)
    found = {f"tag:{one.tag}": 1.0, "length": log(1 + length) - 4, "linked": one.linked / length}
    for name, limit in (("l<25", 25), ("l<60", 60), ("l<120", 120), ("l<250", 250)):
        if length < limit:
            found[name] = 1.0
            break
    else:
        found["long"] = 1.0
    if one.linked * 10 > length * 9:
        found["all-link"] = 1.0
    if one.bold * 10 > length * 9:
        found["all-bold"] = 1.0
    if one.images:
        found["image"] = 1.0
    if one.links > 2:  # noqa: PLR2004
        found["many-links"] = 1.0
    for sign in one.signs:
        found[f"own:{sign}"] = 1.0
    return found


def _words(text: str) -> Traits:
    found: Traits = {}
    ends = _ENDS.search(text[-8:]) is not None
    short = len(text) < _LONG
    found["ends" if ends else ("open-short" if short else "open-long")] = 1.0
    end = ":short" if len(text) < _LONG * 2 else ":long"
    said = text[: _LONG * 4]
    for name, pattern in _PHRASES:
        if pattern.search(said):
            found[name + end] = 1.0
    return found


def _place(box: Box, best: Box | None) -> Traits:
    found: Traits = {f"in:{sign}": 1.0 for sign in box.within}
    found |= {f"box:{sign}": 1.0 for sign in box.signs}
    found["box-linked"] = box.linked / max(box.chars, 1)
    found["box-prose"] = box.prose / max(box.chars, 1)
    found["box-single"] = float(box.count == 1)
    if best is None:
        return found
    found["best"] = float(box is best)
    apart, above = 0, box
    chain = set()
    up: Box | None = best
    while up is not None:
        chain.add(id(up))
        up = up.above
    inside = False
    step: Box | None = box
    while step is not None:
        if step is best:
            inside = True
            break
        if id(step) in chain:
            break
        apart += 1
        above = step
        step = step.above
    if inside:
        found["in-best"] = 1.0
        found[f"in-best:{min(apart, _CHAIN)}"] = 1.0
        if apart:
            found["child-linked"] = above.linked / max(above.chars, 1)
            found["child-share"] = above.prose / max(best.prose, 1)
    elif step is not None:
        found["near-share"] = best.prose / max(step.prose, 1)
        found[f"beside:{min(apart, _CHAIN)}"] = 1.0
        if step is best.above:
            found["beside-best"] = 1.0
    found["within-page"] = float(_is_page(box) and not _is_page(best))
    return found


def _at(at: int, titled: int, count: int) -> Traits:
    found = {"at": at / max(count, 1)}
    if titled < 0:
        found["untitled"] = 1.0
    elif at <= titled:
        found["above-title"] = 1.0
    else:
        found["below-title"] = 1.0
        if at - titled <= 3:  # noqa: PLR2004
            found["under-title"] = 1.0
    return found


def around(seen: Sequence[Seen], scores: Sequence[float], segments: Sequence[Segment]) -> list[Traits]:
    """Return traits of a second look: how the neighbours, and the box as a whole, were judged at the first."""
    squashed = [max(-4.0, min(4.0, score)) / 4 for score in scores]
    sums = _sums(segments, squashed)
    kept = [at for at, score in enumerate(scores) if score > 0 and len(segments[at].text) > _LONG]
    first, last = (kept[0], kept[-1]) if kept else (-1, -1)
    found: list[Traits] = []
    for at, one in enumerate(segments):
        if seen[at].place is _OF_LINKS:
            found.append({})
            continue
        own = _near(at, squashed)
        own["box"] = sums[one.box][0] / sums[one.box][1]
        if one.box.above is not None:
            own["upper"] = sums[one.box.above][0] / sums[one.box.above][1]
        own |= _beyond(at, first, last)
        if one.tag in _HEADINGS or "all-bold" in seen[at].own:
            own["head:after"], own["head:before"] = own["after"], own["before"]
            own["head:same-box"] = float(at + 1 < len(segments) and segments[at + 1].box is one.box)
        if one.tag == "li":
            own["li:box"], own["li:upper"] = own["box"], own.get("upper", 0.0)
        found.append(own)
    return found


def _sums(segments: Sequence[Segment], scores: Sequence[float]) -> dict[Box, list[float]]:
    """Return for each box, and the box around it, the weighed sum of the scores in it and of the weights."""
    found: dict[Box, list[float]] = {}
    for one, score in zip(segments, scores, strict=True):
        weight = min(len(one.text), _MUCH)
        for box in (one.box, one.box.above):
            if box is not None:
                told = found.setdefault(box, [0.0, 0.0])
                told[0] += score * weight
                told[1] += weight
    return found


def _near(at: int, scores: Sequence[float]) -> Traits:
    return {
        "own": scores[at],
        "before": scores[at - 1] if at else -1.0,
        "after": scores[at + 1] if at + 1 < len(scores) else -1.0,
        "before2": sum(scores[max(0, at - 3) : at]) / 3,
        "after2": sum(scores[at + 1 : at + 4]) / 3,
    }


def _beyond(at: int, first: int, last: int) -> Traits:
    """Return where a segment stands to the first and the last paragraph of the text."""
    if at < first:
        return {"ahead": 1.0, "far-ahead": min((first - at) / _FAR, 1.0)}
    if at > last:
        return {"behind": 1.0, "far-behind": min((at - last) / _FAR, 1.0)}
    return {"amid": 1.0}
