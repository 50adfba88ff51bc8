"""Lines that say who wrote an article: names and their roles, the place they wrote from, the agency they wrote for."""

# ruff: noqa: E501, RUF001 - words in many scripts

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 100
_ENGLISH = r"(?:by|text by|story by|words by|reported by|written by)\s+"
# what follows in these must be names of two words and more: many nouns have capitals, and "Von Berlin" is no byline
_FURTHER = (
    r"(?:von|par|por|di|door|av|af|przez|napsala?|oleh|текст|автор|autor(?:in|a)?|auteur|autore|author|yazan|haber|szerző|teksti?|text[eo]?|από τον|από την)"
    r"(?:\s*:\s*|\s+)"
)
_LINE = re.compile(
    rf"{_ENGLISH}(?P<en>[A-Z“\"'(].{{1,90}})|{_FURTHER}(?P<further>\S.{{1,80}})"
    r"|(?:بقلم|كتب|كتبت|كتبه|إعداد|تحرير)\s*[:：]?\s+(?P<ar>\S.{1,70})|(?:نویسنده|گزارش)\s*:\s*(?P<fa>\S.{1,70})"
    r"|(?:文|文責|執筆|取材|取材・文|記者|记者|作者|撰文)\s*[・:：=＝/／ 　]\s*(?P<ja>\S.{0,28})"
    r"|(?P<cjk>[\u3400-\u9fff々ヶぁ-ヿ・ 　]{2,12}?)\s?(?:記者|特派員|通信員)|(?:글\s*[:=]?\s*)?(?P<ko>[가-힣]{2,4}(?:[·, ]+[가-힣]{2,4}){0,3})\s?(?:기자|특파원)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|critic|columnist|staff|agency|korrespondent\w*|redakt\w+|reporter\w*|correspondant\w*|envoyée?|corresponsal"
    r"|enviad[oa]|corrispondente|inviat[oa]|correspondente|redacteur|verslaggever|korespondent\w*|muhabir\w*)s?\b|корреспондент|مراسل",
    re.IGNORECASE,
)
_OWN = r"correspondent|reporter|representative|critic"
_OUR_OWN = re.compile(
    rf"(?:from |by )?(?:our|a|the|special) (?:\w+ )?(?:{_OWN})s?(?: in (?P<place1>.{{2,30}}))?|(?:by )?(?:staff|agency) (?:reporter|writer|correspondent)s?"
    r"|(?:von )?unser(?:em|er|e)? (?:\w+ )?(?:korrespondent|berichterstatter|mitarbeiter|redakteur|reporter)\w*(?: (?:in|aus) (?P<place2>\w[\w ]{1,28}))?"
    r"|(?:de )?notre (?:correspondante?|envoyée? spéciale?)(?: (?:à|en|au) (?P<place3>\w[\w ]{1,28}))?"
    r"|(?:de )?nuestr[oa] (?:corresponsal|enviad[oa] especial)(?: en (?P<place4>\w[\w ]{1,28}))?"
    r"|(?:da[l]? )?(?:il )?nostr[oa] (?:corrispondente|inviat[oa])(?: (?:a|da|in) (?P<place5>\w[\w ]{1,28}))?"
    r"|(?:d[oa] )?noss[oa] (?:correspondente|enviad[oa] especial)(?: em (?P<place6>\w[\w ]{1,28}))?"
    r"|(?:van )?onze (?:correspondent|verslaggever|redacteur)(?: in (?P<place7>\w[\w ]{1,28}))?|(?:från|fra) vår (?:korrespondent|medarbetare|medarbeider)"
    r"|(?:от )?наш(?:его)? (?:\w+ )?корреспондента?|(?:من )?مراسل(?:نا|تنا)(?: في (?P<place8>\S+(?: \S+)?))?|本报(?:记者|讯)|本報(?:記者|訊)|本紙記者",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:the )?(?:associated press|ap|reuters|agence france[- ]presse|afp|dpa|upi|efe|ansa|xinhua|kyodo|tass|bloomberg|pa media|press association|canadian press"
    r"|news agencies|agencies)|وكالات|رويترز|共同通信|時事通信|新华社|연합뉴스",
    re.IGNORECASE,
)
_AGENCY_BEHIND = re.compile(rf"(?P<name>\S+ .+?)\s+(?P<agency>{_AGENCY.pattern})$", re.IGNORECASE)
_PLACE = re.compile(r"(?P<names>.+?)\s+(?:in|aus|à)\s+(?P<place>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]+){0,2})$")
_AND = re.compile(
    r"\s*[,،、;&]\s*|\s+(?:and|und|et|y|e|en|och|og|i|и|ja|ve|و)\s+|\s+و(?=\S{3})|・(?=[\u3400-\u9fff]{3})|(?<=[가-힣])·(?=[가-힣])"
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SMALL_WORDS = "and of de van von der den al el bin la the in our for und et y e en och og du da dos di del des ja ve"
_SMALL = frozenset(_SMALL_WORDS.split())
_STROKE = re.compile(r"\s+[|•·–—-]\s+|\s*\|\s*")
# "for the paper", and an agency that no comma parts from a name
_FOR = re.compile(r"\s+(?:for|für|pour)\s+(?:the )?\S+(?: \S+)?$", re.IGNORECASE)
_MOST_WORDS = 12
_STOPS = ".!?;:"
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Ltd|Jr|Sr|Dr|Mr|Mrs|St)\.)['\"”’)]*$")
# how agencies sign at the end: "(Reporting by A in X and B; Editing by C)"
_TAIL = re.compile(
    r"[(\[]?(?:additional )?reporting by (?P<names>[^;()\[\]]{3,160}?)(?:[;.]\s*(?:additional |writing|editing|compiled).*)?[)\]]?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote, as printed, each with a role where one is named; the place and the agency, "" where none is."""

    people: tuple[str, ...] = ()
    place: str = ""
    agency: str = ""


def joined(found: Iterable[Byline]) -> Byline:
    """Return what several bylines of one article say together."""
    every = list(found)
    people = tuple(dict.fromkeys(name for one in every for name in one.people))
    places = dict.fromkeys(one.place for one in every if one.place)
    return Byline(people, "/".join(places), next((one.agency for one in every if one.agency), ""))


def of(lines: Iterable[str]) -> Byline:
    """Return what the first of these lines says that says who wrote."""
    # a date or the paper stands behind a stroke
    return next(
        (found for line in lines if len(line) <= 2 * LONGEST and (found := read(_STROKE.split(line, maxsplit=1)[0]))),
        Byline(),
    )


def read(line: str) -> Byline | None:
    """Return what a line says that says who wrote; None if it does not."""
    text = line.strip()
    if not text or len(text) > LONGEST:
        return None
    if own := _OUR_OWN.fullmatch(text):
        place = next((words for name, words in own.groupdict().items() if words and name.startswith("place")), "")
        return Byline((re.sub(r"^by ", "", text, flags=re.IGNORECASE),), place)
    match = _LINE.fullmatch(text)
    if match is None or (text[-1] in _STOPS and not _ABBREVIATED.search(text)):
        return None
    names = next(group for group in match.groups() if group)
    if (match["en"] or match["further"]) and not are_names(names):
        return None
    found = parted(names)
    if match["further"] and not (found.people and all(" " in name for name in found.people)):
        return None
    return found


def parted(names: str) -> Byline:
    """Part "Ines Marrow, T. Callow and Hugh Penrose in Wick" into names, place and agency."""
    match = _PLACE.match(names)
    places = [match["place"]] if match and not _ROLE.search(match["place"]) else []
    agency = ""
    found: list[str] = []
    for part in split(match["names"] if match and places else names):
        one = _PLACE.match(part)
        name = _FOR.sub("", one["names"] if one else part)
        if (behind := _AGENCY_BEHIND.match(name)) is not None:
            name, agency = behind["name"], behind["agency"]
        places = [*([one["place"]] if one else []), *places]
        if _AGENCY.fullmatch(name):
            agency = agency or name
        elif (
            found
            and " " in found[-1]
            and " " not in name
            and name.isalpha()
            and name[0].isupper()
            and "," not in found[-1]
        ):
            # a single word behind a whole name is the place
            places.append(name)
        else:
            found.append(name)
    return Byline(tuple(found), "/".join(dict.fromkeys(places)), agency)


def split(names: str) -> tuple[str, ...]:
    """Part names at commas and "and"; a role stays with its name."""
    found: list[str] = []
    for part in filter(None, map(str.strip, _AND.split(names.strip()))):
        if found and _ROLE.search(part):
            found[-1] += f", {part}"
        else:
            found.append(part)
    return tuple(found)


def are_names(text: str) -> bool:
    """Whether all words could be of names: capitals where the script has them, and few."""
    words = _WORD.findall(text)
    if any(sign.isdigit() for sign in text):
        return False
    return bool(words) and len(words) <= _MOST_WORDS and all(not word[0].islower() or word in _SMALL for word in words)


def of_tail(paragraphs: Iterable[str]) -> tuple[Byline, str] | None:
    """Return who reported by an agency's line below the text, and its words; None where there is none."""
    for text in paragraphs:
        match = _TAIL.fullmatch(text.strip()) if len(text) <= 4 * LONGEST else None
        if match and are_names(match["names"]):
            return parted(match["names"]), text.strip()
    return None
