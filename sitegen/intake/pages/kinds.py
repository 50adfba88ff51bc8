"""What kind of page it is: an article, a list of links, or the stub that a paywall left."""

import re
from collections.abc import Sequence

from sitegen.intake.pages.body import Chosen
from sitegen.intake.pages.segments import Segment
from sitegen.intake.pages.stated import Stated

_FEW, _MANY, _LINE = 140, 900, 60
_LINKED = 0.5
_STUB = 1_600
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TEASERS, _TEASER, _HEADLINE, _ALL = 4, 3, 25, 0.8
_PAYWALL = re.compile(
    r"subscribe (?:now|today|to (?:read|continue))|to continue reading|already a subscriber|for subscribers only"
    r"|this (?:article|story|content) is (?:for|only)|log ?in to (?:read|continue)|jetzt (?:abonnieren|weiterlesen)"
    r"|bereits (?:abonnent|registriert)|weiterlesen mit|réservé aux abonnés|pour lire la suite|ya eres suscriptor",
    re.IGNORECASE,
)


def is_article(stated: Stated, chosen: Chosen) -> bool:
    """Return whether a page is an article and no list of links to others."""
    prose = sum(len(one.text) - one.linked for one in chosen.text)
    whole = sum(len(one.text) for one in chosen.text)
    if prose < _FEW or prose < whole * _LINKED:
        return False
    if not _says_article(stated) and _is_of_teasers(chosen, prose):
        return False
    # what teasers leave of an index page are many short lines; a short article has few
    told = prose > len(chosen.text) * _LINE
    return _says_article(stated) or prose > _MANY or told or not _is_list(chosen)


def _is_of_teasers(chosen: Chosen, prose: int) -> bool:
    """Return whether most of the text stands in a few lines each below headlines that lead elsewhere."""
    runs: list[list[int]] = []
    led = False
    for one, keep in zip(chosen.segments, chosen.kept, strict=True):
        if _leads_elsewhere(one):
            runs.append([])
            led = True
        elif one.tag in _HEADINGS:
            led = False
        elif keep and led:
            runs[-1].append(len(one.text) - one.linked)
    teasers = [run for run in runs if 0 < len(run) <= _TEASER]
    return len(teasers) >= _TEASERS and sum(map(sum, teasers)) > prose * _LINKED


def _leads_elsewhere(one: Segment) -> bool:
    """Return whether a segment is a headline, or a line as long as one, that is a link."""
    if one.tag not in _HEADINGS and not _HEADLINE <= len(one.text) <= _FEW:
        return False
    return one.linked > len(one.text) * _ALL or (one.tag in _HEADINGS and one.box.tag == "a")


def _says_article(stated: Stated) -> bool:
    dated = bool(stated.dates or stated.other_dates)
    return "article" in stated.kind or bool(stated.text) or (dated and bool(stated.authors))


def _is_list(chosen: Chosen) -> bool:
    """Return whether most lines of a page lead elsewhere and hardly any is a paragraph."""
    links = sum(one.linked > len(one.text) * _LINKED for one in chosen.segments)
    return links > len(chosen.segments) * _LINKED and len(chosen.text) * 4 < links


def is_stub(stated: Stated, chosen: Chosen) -> bool:
    """Return whether a paywall kept most of the text: the page says so, and little stands there."""
    length = sum(len(one.text) for one in chosen.text)
    if length > _STUB:
        return False
    return not stated.free or _asks(chosen)


def _asks(chosen: Chosen) -> bool:
    texts: Sequence[str] = [one.text for one in chosen.segments if len(one.text) < _FEW * 3]
    return any(_PAYWALL.search(text) for text in texts)
