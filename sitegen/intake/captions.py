"""Captions: the words, and what the bracket at their end says of photographer, agency and file."""

import re

from sitegen.intake import datewords
from sitegen.model import Edtf, Picture

# longer lines are text; the patterns below are not meant for them
MAX_CAPTION = 900
_BRACKET = re.compile(r"\s*[(（\[]([^()（）\[\]]{2,160})[)）\]]\s*\.?$")  # noqa: RUF001 - full-width brackets
_AGENCIES = (
    r"AP|AFP|Reuters|Getty(?: Images)?|Associated Press|Agence France-Presse|EPA(?:-EFE)?|EFE|ANSA|dpa|DPA|UPI|TASS"
    r"|Xinhua|Kyodo|Sputnik|Bloomberg|PA|Anadolu(?: Agency)?|AA|Alamy|Shutterstock|Zuma|Imago|WAFA|SPA|MENA|SANA|NINA"
    r"|رويترز|أ\.?\s?ف\.?\s?ب\.?|أ\.?\s?ب\.?|د\.?\s?ب\.?\s?أ\.?|إ\.?\s?ب\.?\s?أ\.?|الأناضول|وكالة [^،,/]{3,30}"
    r"|共同(?:通信)?|時事(?:通信)?|ロイター"
)
_AGENCY = re.compile(rf"(?:{_AGENCIES})")
_CREDIT_WORD = re.compile(
    r"\b(?:photos?|photograph(?:ed|s|er)?|images?|pictures?|via|file|pool|courtesy|supplied|hand-?out|archives?"
    r"|illustration|screengrab|credit)\b"
    r"|صورة|تصوير|أرشيف|أرشيفية|خاص|撮影|写真|提供|資料",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"(?:(?:file(?: photo| picture| image| photograph)?s?|archives?|library photo)"
    r"|(?:أرشيف|أرشيفية|صورة أرشيفية|資料(?:写真)?))\.?",
    re.IGNORECASE,
)
_FILE_AT_END = re.compile(r"\s+(?:file(?: photo| picture)?|أرشيف|أرشيفية)\.?$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:photo(?:graph)?s?|images?|pictures?)(?:\s+(?:by|credit|courtesy of))?\s*[:：]?\s+"  # noqa: RUF001
    r"|(?:photo|image|picture|credit)s?(?: credit)?\s*[:：]\s*"  # noqa: RUF001
    r"|(?:تصوير|صورة|عدسة)\s*[:：]?\s*|(?:撮影|写真)(?:提供)?\s*[・:：=＝]\s*",  # noqa: RUF001
    re.IGNORECASE,
)
_PHOTO_WORD = re.compile(r"\s+(?:photo|photograph|photos|picture|image)$", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][\w\u064b-\u0652.'’-]*(?: (?:[^\W\d_][\w\u064b-\u0652.'’-]*)){0,4}")  # noqa: RUF001


def bracket_of(text: str) -> tuple[str, str]:
    """Part a caption into its words and the inside of the bracket at its end, "" if there is none."""
    match = _BRACKET.search(text)
    return (text[: match.start()].rstrip(), match[1].strip()) if match else (text, "")


def is_caption(text: str) -> bool:
    """Whether a line that nothing else marks is a caption: the bracket at its end must speak of pictures."""
    if len(text) > MAX_CAPTION:
        return False
    words, credit = bracket_of(text)
    if not credit or len(credit.split()) > 14:  # noqa: PLR2004 - a credit is short
        return False
    if _CREDIT_WORD.search(credit) is not None:
        return _looks_like_credit(credit)
    two_names = credit.count("/") == 1 and all(
        _is_person(part) or _AGENCY.fullmatch(part) for part in _parts(credit.split(",")[0], "/")
    )
    # a paragraph that merely ends with an agency's name in brackets is no caption, unless hardly anything precedes it
    return two_names or (_AGENCY.fullmatch(credit) is not None and len(words.split()) <= 40)  # noqa: PLR2004


def is_caption_under_headline(text: str) -> bool:
    """Whether the line under a headline is a caption: here a name in brackets after its last full stop is enough."""
    if len(text) > MAX_CAPTION:
        return False
    words, credit = bracket_of(text)
    named = len(credit.split()) in {2, 3, 4} and _is_person(credit)
    return is_caption(text) or (named and words.endswith((".", "。", "!", "?")) and len(words.split()) <= 50)  # noqa: PLR2004


def _looks_like_credit(credit: str) -> bool:
    # "(see photos on page 4)" speaks of pictures too, but not as a credit does
    return (
        credit[0].isupper()
        or not credit[0].isascii()
        or _FILE.fullmatch(credit) is not None
        or credit.lower().startswith(("via ", "photo", "file", "courtesy", "supplied", "image", "picture", "handout"))
    )


def read(text: str) -> Picture:
    """Read a caption line; what its bracket says goes into the fields, what is not understood into `credit`."""
    words, inside = bracket_of(text)
    if not inside or not _is_credit(words, inside):
        return Picture(caption=text, date=_date(text))
    inside, file = _without_file(inside)
    photographer = agency = via = ""
    credit: list[str] = []
    for part in _parts(inside, ",،、"):
        rest, _, through = re.sub(r"(?:^|\s+)(?:via|عبر)\s+", "\0", part, count=1).partition("\0")
        via = via or through
        label = _LABEL.match(rest)
        rest = rest[label.end() :] if label else rest
        person, maker = _person_and_agency(rest, named=label is not None, alone="," not in inside and not credit)
        photographer, agency = photographer or person, agency or maker
        if rest and not person and not maker:
            credit.append(_PHOTO_WORD.sub("", rest))
    return Picture(
        caption=words,
        credit=", ".join(credit),
        photographer=photographer,
        agency=agency,
        via=via,
        file=file,
        date=_date(words),
    )


def _is_credit(words: str, inside: str) -> bool:
    """Whether a bracket at the end of a known caption is a credit and not a part of its sentence."""
    if _CREDIT_WORD.search(inside) or _AGENCY.search(inside) or "/" in inside:
        return True
    if words.endswith((".", "。", "!", "?")):
        return True
    return inside[0].isupper() and _PERSON.fullmatch(inside) is not None and len(inside.split()) > 1


def _parts(text: str, marks: str) -> list[str]:
    return [part.strip() for part in re.split(f"[{marks}]", text) if part.strip()]


def _without_file(inside: str) -> tuple[str, bool]:
    parts = re.split(r"\s*[,،、]\s*", inside)
    kept = [part for part in parts if not _FILE.fullmatch(part)]
    text = ", ".join(kept)
    shorter = _FILE_AT_END.sub("", text)
    return shorter, len(kept) < len(parts) or shorter != text


def _is_person(text: str) -> bool:
    """Whether words could be a person's name: capitals (where the script has them), no agency among them."""
    if _AGENCY.search(text) or _CREDIT_WORD.search(text) or not _PERSON.fullmatch(text):
        return False
    return all(
        word[0].isupper() or not word[0].isascii() or word in {"de", "van", "von", "al", "el", "bin", "da"}
        for word in text.split()
    )


def _person_and_agency(text: str, *, named: bool, alone: bool) -> tuple[str, str]:
    """Return photographer and agency that a part of a credit names; "" for what it does not."""
    sides = _parts(text, "/／")  # noqa: RUF001
    if len(sides) == 2:  # noqa: PLR2004 - "photographer/agency", or the other way round
        left, right = (_PHOTO_WORD.sub("", side) for side in sides)
        if _AGENCY.fullmatch(left):
            return (right, left) if _is_person(right) and not _AGENCY.fullmatch(right) else ("", "")
        return (left, right) if _is_person(left) else ("", "")
    if len(sides) == 1 and _AGENCY.fullmatch(_PHOTO_WORD.sub("", text)):
        return "", _PHOTO_WORD.sub("", text)
    if len(sides) == 1 and _is_person(text) and (named or (alone and len(text.split()) > 1)):
        return text, ""
    return "", ""


def _date(text: str) -> Edtf | None:
    days = [found.date for found in datewords.find(text)]
    return days[-1] if days else None
