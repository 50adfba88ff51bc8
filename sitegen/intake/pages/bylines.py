"""Who wrote an article: the names in a page's statements, else in the lines that its boxes call a byline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sitegen.intake.pages.segments import Element, text_of
from sitegen.intake.pages.stated import Stated
from sitegen.intake.pages.traits import key

_BY = re.compile(
    r"^(?:story |words |text |written |reporting |report |posted |published |updated |article |review "
    r"|reviewed |compiled )?"
    r"(?:by|von|par|por|di|door|av|af|przez|autor(?:in|es)?|author|text|texte|tekst|od|oleh|автор|بقلم|كتب|"
    r"(?:foto|photo)graphs? by)\b\s*:?\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;|•·/&\n]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bwith\b|\bmit\b|\bog\b|\boch\b|、)\s*")
_NAME = re.compile(r"^[^\W\d_][\w.'’\- ]{1,39}$")  # noqa: RUF001
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|staff|journalist|columnist|author|redakt|redaktion|chief|senior|producer"
    r"|bureau|updated|published|min read|minutes?|contributor|news|online|team|posted|admin|webmaster"
    r"|desk|service|photograph"
    r"|analyst|professor|fellow|director|http|www|share|comment|follow|am|pm|est|gmt|utc|see|view|all|more|about|posts?)\b",
    re.IGNORECASE,
)
_SAYS_BY = re.compile(r"(?:written |words |story |reporting )?(?:by|von|par|por|بقلم)[: ]", re.IGNORECASE)
_SIGNED = re.compile(r"[^\W\d_][^\d|•–—]{4,38}\s[|•–—-]\s.{0,20}\b(?:19|20)\d\d\b")  # noqa: RUF001
_BELOW, _PARTS = 60, 6
_DATE_TAIL = re.compile(
    r"\s*(?:[|•·–—(]|(?<=\s)-\s|\bon\b|\bin\b(?= [A-Z])|\bfor\b|\bat\b|\bpublished\b|\bupdated\b|\bposted\b|\b(?:19"  # noqa: RUF001 - the signs that pages write
    r"|20)\d\d\b|\d{1,2}[.:/]).*$",
    re.IGNORECASE | re.DOTALL,
)
_HOUSES = frozenset(
    "afp ap reuters dpa upi xinhua kyodo tass efe ansa bloomberg anadolu associatedpress theassociatedpress apnews "  # noqa: SIM905
    "agencefrancepresse usatoday theeconomist financialtimes nytimes thenewyorktimes cnn bbc bbcnews npr".split()
)
_MAX_WORDS, _MAX_LINE, _MAX_NAMES = 5, 160, 12
_BOXES = re.compile(
    r"(?:^|[\s_-])(?:author|byline|autor|auteur|contributor|writer)s?(?:$|[\s_-]|name|link)", re.IGNORECASE
)


def of(root: Element, stated: Stated) -> tuple[str, ...]:
    """Return the names of those who wrote an article, each once, in order."""
    if named := _persons(stated.authors, stated.site):
        return named
    looks = (_by_attribute, _by_class, _under_headline)
    return next((named for look in looks if (named := _persons(look(root), stated.site))), ())


def _persons(lines: Iterable[str], site: str) -> tuple[str, ...]:
    return tuple(name for name in _names(lines) if not _is_house(name, site))


def _is_house(name: str, site: str) -> bool:
    """Return whether a name is that of the publication or of an agency, which no person bears."""
    own, house = key(name), key(site)
    return own in _HOUSES or (len(own) > 3 and (own in house or (len(house) > 3 and house in own)))  # noqa: PLR2004


def _by_attribute(root: Element) -> list[str]:
    found = []
    for one in root.iter("a", "span", "div", "p", "address", "meta"):
        if one.get("rel") == "author" or "author" in (one.get("itemprop") or "").split():
            inner = next((part for part in one.iter() if "name" in (part.get("itemprop") or "").split()), one)
            found.append(inner.get("content") or text_of(inner))
    return found[:_MAX_NAMES]


def _by_class(root: Element) -> list[str]:
    """Return the lines of the first boxes that are called bylines; a short one that begins with "By" wins."""
    found = []
    for one in root.iter("a", "span", "div", "p", "address", "li", "h4", "h5", "h6", "strong"):
        if _BOXES.search(one.get("class") or "") or _BOXES.search(one.get("id") or ""):
            words = text_of(one)
            if words and len(words) <= _MAX_LINE:
                found.append(words)
        if len(found) >= _MAX_NAMES:
            break
    said = [one for one in found if _BY.match(one)]
    return (said or found)[:1]


def _under_headline(root: Element) -> list[str]:
    """Return the first line below the headline that says by whom, or is a name before a date."""
    headline = next((one for one in root.iter("h1") if text_of(one)), None)
    if headline is None:
        return []
    below = headline.xpath("following::*[self::p or self::div or self::span or self::address or self::td or self::h5]")
    # a span that ends a line is the credit of a picture's caption
    short = (text_of(one) for one in below[:_BELOW] if len(one) <= _PARTS and (one.tag != "span" or _begins(one)))
    lines = (words for words in short if len(words) <= _MAX_LINE and (_SAYS_BY.match(words) or _SIGNED.match(words)))
    return list(islice(lines, 1))


def _begins(span: Element) -> bool:
    """Return whether nothing stands before a span in its box."""
    return span.getprevious() is None and not (span.getparent().text or "").strip()


def _names(lines: Iterable[str]) -> tuple[str, ...]:
    found = [name for line in lines for name in _parted(line)]
    return tuple(dict.fromkeys(found))[:_MAX_NAMES]


def _parted(line: str) -> Iterator[str]:
    bare = _DATE_TAIL.sub("", _BY.sub("", " ".join(line.split())[: _MAX_LINE * 2]))
    for part in _AND.split(bare):
        name = _BY.sub("", part).strip(" .,:-–—")  # noqa: RUF001
        if _is_name(name.split()) and _NAME.match(name) and not _ROLE.search(name):
            yield name.title() if name.isupper() and " " in name else name


def _is_name(words: Sequence[str]) -> bool:
    """Return whether words can be a person's name: few, and in scripts that have capitals, begun with one."""
    return 0 < len(words) <= _MAX_WORDS and (words[0][0].isupper() or words[0][0].lower() == words[0][0].upper())
