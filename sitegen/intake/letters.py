"""How letters of names are compared: without case, accents and vowel signs; spaces and hyphens are one."""

import unicodedata
from collections.abc import Callable
from typing import Literal


class _Fold(dict[int, str]):
    """Letter -> how it is compared, filled as letters come."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = folded_letter(chr(code))
        return folded


_SAME = {**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ة": "ه", "ـ": "", **dict.fromkeys("’‘ʼ`", "'")}  # noqa: RUF001
_DASHES = frozenset("-‐‑‒–—・=＝·•_")  # noqa: RUF001 - all that papers set between the parts of a name


def folded_letter(letter: str) -> str:
    """Return a letter without case and accent; spaces and hyphens are one."""
    if letter in _SAME:
        return _SAME[letter]
    if letter.isspace() or letter in _DASHES:
        return " "
    if "\u064b" <= letter <= "\u065f" or letter == "\u0670":
        return ""
    # accents of European scripts are set or left out; kana with a mark are other letters
    form: Literal["NFKD", "NFKC"] = "NFKD" if letter < "\u0590" or "\u1e00" <= letter <= "\u1fff" else "NFKC"
    parts = unicodedata.normalize(form, letter).casefold()
    return "".join(part for part in parts if not (form == "NFKD" and unicodedata.combining(part)))


FOLDED = _Fold()


def offsets(text: str, folded: str) -> Callable[[int], int]:
    """Return what gives a place in the text for one in its folded form."""
    if text.isascii():
        return int
    places: list[int] = []
    for place, letter in enumerate(text):
        places += [place] * len(FOLDED[ord(letter)])
    places.append(len(text))
    return places[: len(folded) + 1].__getitem__


def folded(text: str) -> str:
    """Return a text as its names are compared."""
    return text.translate(FOLDED)
