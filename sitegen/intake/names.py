"""People and places that a text names, with how often and by which words: suggested to the curator, never asserted."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from sitegen.intake import monthwords

Suggestion = tuple[str, str, int]

_NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s(?:(?:de|van|von|der|bin|al|el|of the|of)\s)?(?:[A-Z]\.|[A-Z][\w'’-]*)){0,4}")  # noqa: RUF001
_HONORIFIC = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Capt|Captain|President|Minister|Judge|Mayor|King|Queen|Prince|Princess|Professor"
    r"|Secretary|Senator|Governor|Skipper|Inspector|Sergeant|Alderman|Councillor|Chancellor|Ambassador|Chairman|Premier)\.?\s+)$"
)
_SPOKE = re.compile(
    r"^(?:,[^,]{3,80},)?\s+(?:said|says|told|added|noted|wrote|argued|announced|died|called|warned|explained|recalled|replied|declared)\b"
)
_SAID_BEFORE = re.compile(r"\b(?:said|says|told|added|by)\s+$")
_AT_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|off|into|across|around|outside|towards?)\s+(?:the\s+)?(?:\w+\s+of\s+)?$"
)
_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|Capt|Captain|President|Judge|Mayor|King|Queen|Prince|Princess|Professor|Senator|Governor"
    r"|The|In|But|And|At|On|A|An|When|After|Since|According|Both|For|If|As|It|He|She|They|We|This|That|These|Those|There|Then|While|With"
    r"|(?:Foreign|Finance|Prime|Defen[cs]e|Interior|National|Security|Deputy)(?=\s)|Minister)\.?\s+)+"
)
_OWNED = re.compile(r"^[A-Z]\w+(?:\s[A-Z]\w+)?['’]s?\s")  # noqa: RUF001
# "in the Israeli press": a word that another noun follows describes it, it is no place
_ENDS = re.compile(
    r"(?!\s[a-z])|\s(?:and|or|but|on|in|at|by|for|from|to|with|of|over|into|as|after|since|before|during|until|when|where|which|who|while|that|said"
    r"|says|is|was|were|are|has|had|have|will|would|last|this|next|the|a|an|today|yesterday|early|late)\b"
)
_CALENDAR = (
    {day.capitalize() for day in monthwords.weekdays("en")}
    | {month.capitalize() for month in monthwords.MONTH}
    | {
        *(
            "The",
            "But",
            "And",
            "In",
            "At",
            "On",
            "He",
            "She",
            "It",
            "They",
            "We",
            "This",
            "That",
            "His",
            "Her",
            "Their",
        ),
        *("When", "There", "After", "Mr", "Mrs", "Ms", "Miss", "Messrs", "Dr", "Capt", "Sir", "No", "Nos", "St"),
    }
)
_BODIES = re.compile(
    r"\b(?:Ministry|Council|Committee|Party|Army|University|Company|Union|Association|Board|Trust|Agency|Court|Office"
    r"|Police|Parliament|Club|Society|Commission|Department|Institute|Service|Brigade|Navy|Church|School|Hospital|Ltd|Inc"
    r"|Corporation|Authority)\b"
)
# a title before a name says more than a verb after it: states and ministries speak too
_WEIGHTS = {"honorific": ("people", 3), "place": ("places", 2), "spoke": ("people", 1)}
_ENOUGH = 2
_MOST = 24


def suggest(paragraphs: Sequence[str]) -> tuple[tuple[Suggestion, ...], tuple[tuple[str, str], ...]]:
    """Return (taxonomy, name, count) of what cues mark as people, places and organisations, most frequent first.

    With them, for each, (name, the words of its first cue).
    """
    counts: Counter[str] = Counter()
    cues: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[str, str] = {}
    for text in paragraphs:
        for match in _NAME.finditer(text):
            name = _bare(match[0])
            if not name or name in _CALENDAR or not name[0].isupper():
                continue
            counts[name] += 1
            cue, quoted = _cue(text, match, name)
            if cue:
                taxonomy, weight = _WEIGHTS[cue]
                cues[name]["organisations" if _BODIES.search(name) else taxonomy] += weight
                words.setdefault(name, quoted)
    found = [
        (_best(cues[name]), name, count)
        for name, count in counts.items()
        if cues[name] and (" " in name or count >= _ENOUGH)
    ]
    kept = tuple(sorted(found, key=lambda one: (-one[2], one[0], one[1]))[:_MOST])
    return kept, tuple((name, words[name]) for _, name, _ in kept)


def _bare(words: str) -> str:
    return re.sub(r"['’]s?$", "", _OWNED.sub("", _TITLES.sub("", words)).rstrip("."))  # noqa: RUF001


def _best(cues: Counter[str]) -> str:
    return max(sorted(cues), key=lambda taxonomy: cues[taxonomy])


def _cue(text: str, match: re.Match[str], name: str) -> tuple[str, str]:
    """Return what marks a name, and the words that do."""
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 100]
    titled = match[0][: match[0].find(name)]
    if honorific := _HONORIFIC.search(titled) or _HONORIFIC.search(before):
        return "honorific", f"{honorific[0]}{name}"
    if (place := _AT_PLACE.search(before)) and _ENDS.match(after):
        return "place", f"{place[0]}{name}"
    if spoke := _SPOKE.match(after):
        return "spoke", f"{name}{spoke[0]}"
    if (said := _SAID_BEFORE.search(before)) and " " in name:
        return "spoke", f"{said[0]}{name}"
    return "", ""
