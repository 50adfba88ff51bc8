"""In which encoding a file was written: by its mark, by UTF-8's own proof, else by how plausible its letters are."""

import codecs
import re
from dataclasses import dataclass
from functools import cache

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_FEW = 4
_ISO_2022_JP = re.compile(rb"\x1b\$[@B].{2,}?\x1b\([BJ]", re.DOTALL)
_PUNCTUATION = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00ab\u00bb\u00a0"

# letters of a script in rows: a stray accent of French, misread, stands alone
_ARABIC = "[ابتةجحخدرزسشصضطعغفقكلمنهوىيأإآءئؤ،؛؟]{3,}"
_CYRILLIC = "[\u0430-\u044f\u0451]{3,}"
_KANA = "[ぁ-んァ-ヶー、。「」]"
_HANGUL = "[이다는에의가을하고지은한를로사도서인기자어으시대아정리그나있해]"
_SIMPLIFIED = "[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重,。、]"  # noqa: E501 - one set of letters
_TRADITIONAL = "[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重,。、]"  # noqa: E501 - one set of letters

# (codec, letters that its texts are made of, share of the non-ASCII characters that they usually are)
_CANDIDATES: tuple[tuple[str, str, float], ...] = (
    ("shift_jis", _KANA, 0.5),
    ("euc_jp", _KANA, 0.5),
    ("euc_kr", _HANGUL, 0.45),
    ("gb18030", _SIMPLIFIED, 0.45),
    ("big5", _TRADITIONAL, 0.45),
    ("cp1256", _ARABIC, 0.95),
    ("iso8859_6", _ARABIC, 0.95),
    ("cp1251", _CYRILLIC, 0.95),
    ("koi8_r", _CYRILLIC, 0.95),
)
# Latin letters stand alone between ASCII letters; in a misread text of another script they stand in rows
_LATIN: tuple[tuple[str, str], ...] = (
    ("cp1252", "àâäáçéèêëîïíôöóùûüúñßœæÀÉ"),
    ("cp1250", "ąćęłńóśźżŚŁŻ"),
    ("cp1254", "çğıöşüâîİŞÇÖÜ"),
    ("mac_roman", "àâäáçéèêëîïíôöóùûüúñßœæÀÉ"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec of Python's, the length in bytes of the file's byte order mark, and whether it was proved or guessed."""

    codec: str
    mark: int = 0
    proved: bool = True


def find(data: bytes) -> Encoding:
    """Return the encoding of a file's bytes; a guess says so."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(codec, len(mark))
    try:
        data.decode()
    except UnicodeDecodeError:
        return Encoding(_wide(data) or _guess(_whole_lines(data)), proved=False)
    if b"\x00" in data and (wide := _wide(data)):
        return Encoding(wide, proved=False)
    if _ISO_2022_JP.search(data[:_SAMPLE]):
        return Encoding("iso2022_jp", proved=False)
    return Encoding("utf-8")


def _wide(data: bytes) -> str:
    """Return the kind of UTF-16 that a text without a mark is in, "" if it is none."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 2:  # noqa: PLR2004 - one unit of UTF-16
        return ""
    blank, line = sample.count(b"\x00"), len(sample) // 2
    for codec, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[::2].count(0))):
        # spaces, digits and line ends have a zero byte in every script; text has few others
        if zeros >= _FEW and zeros * 10 >= line and zeros * 20 >= blank * 19:
            return codec
    return ""


def _whole_lines(data: bytes) -> bytes:
    return data if len(data) <= _SAMPLE else data[: data.rfind(b"\n", 0, _SAMPLE) + 1] or data[:_SAMPLE]


def _guess(sample: bytes) -> str:
    scored = [(_score(sample, codec, letters) / usual, codec) for codec, letters, usual in _CANDIDATES]
    scored += [(_score(sample, codec, f"(?<![^\0-\x7f])[{letters}](?![^\0-\x7f])"), codec) for codec, letters in _LATIN]
    best = max(score for score, _ in scored)
    return next(codec for score, codec in scored if score == best) if best > 0 else "cp1252"


@cache
def _pattern(letters: str) -> re.Pattern[str]:
    return re.compile(letters)


def _score(sample: bytes, codec: str, letters: str) -> float:
    """Return which share of the non-ASCII characters is what a text in this encoding is made of."""
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError as error:
        # the sample may end within a character, nothing else
        if error.end < len(sample):
            return 0.0
        text = sample[: error.start].decode(codec)
    foreign = sum(not char.isascii() and char not in _PUNCTUATION for char in text)
    return sum(map(len, _pattern(letters).findall(text))) / foreign if foreign else 0.0
