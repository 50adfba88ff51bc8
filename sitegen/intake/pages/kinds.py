"""What kind of page it is: an article, a list of links, or the stub that a paywall left."""

import re
from collections.abc import Sequence

from sitegen.intake.pages import teasers
from sitegen.intake.pages.body import Chosen
from sitegen.intake.pages.stated import Stated

_FEW, _MANY, _LINE = 140, 900, 60
_LINKED = 0.5
_STUB = 1_600
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
    if not _says_article(stated) and teasers.are_most(chosen, stated):
        return False
    # what teasers leave of an index page are many short lines; a short article has few
    told = prose > len(chosen.text) * _LINE
    return _says_article(stated) or prose > _MANY or told or not _is_list(chosen)


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
