"""In which language a text is written: its script tells it, or its commonest words, or else py3langid."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# a language, and the letters of its script
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
)
# whose script others of the papers' languages have too
_SHARED = frozenset(("ar", "ru", "hi", "bn"))
_LETTERS = re.compile(r"[^\W\d_]")
# letters that Arabic itself does not have; Persian has the first of them
_NOT_ARABIC = re.compile(r"[پچژگیکےہڑٹڈںۆێڵڕېۍټډړ]")
_WORD = re.compile(r"[^\W\d_]+")
# English is known by these without the model, which takes longer to load than a small pile to read
_ENGLISH = frozenset("the of and to was that with for his her from which were said by is are in".split())  # noqa: SIM905 - reads better
_ENGLISH_SHARE, _ENOUGH = 0.15, 3
_SAMPLE, _SAMPLE_OF_MODEL = 6_000, 2_000
# the model's own probability. On 45 letters of 19 languages: all of 968 above were right, 254 of 289 below
_SURE, _QUITE_SURE = 0.8, 0.95
# fewer letters tell nothing, and a block must tell more than a text of nobody knows which language
_LEAST, _LEAST_OF_A_BLOCK = 20, 60
# dialects and stages of a language that papers are not written in, and what the model calls no language
_CALLED = {"arz": "ar", "ary": "ar", "wuu": "zh", "hbo": "he", "grc": "el", "uzs": "uz", "zxx": "", "la": ""}
# so near that a paragraph can be of either
_NEAR = (
    frozenset(("no", "nn", "da", "sv")),
    frozenset(("hr", "bs", "sr", "sl")),
    frozenset(("id", "ms", "jv")),
    frozenset(("es", "gl", "pt", "ca", "an", "ext", "oc")),
    frozenset(("cs", "sk")),
    frozenset(("en", "pcm")),
    frozenset(("de", "lb")),
    frozenset(("nl", "af", "fy")),
    frozenset(("ru", "uk", "be", "bg", "mk")),
)


def guess(paragraphs: Sequence[str], otherwise: str) -> str:
    """Return the language (BCP 47) of a text, or `otherwise` where its words do not tell."""
    text = "\n".join(paragraphs)[:_SAMPLE]
    letters = len(_LETTERS.findall(text))
    if not letters:
        return otherwise
    by_script = _by_script(text, letters)
    return _told(text, by_script, _SURE if letters >= _LEAST else 1.0) or by_script or otherwise


def of_block(text: str, of_article: str) -> str:
    """Return the language of a paragraph that is not its article's, "" where it is or may be."""
    text = text[:_SAMPLE]
    letters = len(_LETTERS.findall(text))
    if letters < _LEAST_OF_A_BLOCK:
        return ""
    lang, own = _told(text, _by_script(text, letters), _QUITE_SURE), of_article.partition("-")[0]
    return "" if lang in {"", own} or any({lang, own} <= near for near in _NEAR) else lang


def _told(text: str, by_script: str, sure: float) -> str:
    """Return the language of a text in a script, "" where the model is less sure than wanted."""
    if by_script and (by_script not in _SHARED or (by_script == "ar" and not _NOT_ARABIC.search(text))):
        return by_script
    if not by_script and _is_english(text):
        return "en"
    lang, probability = _model().classify(text[:_SAMPLE_OF_MODEL]) if sure < 1 else ("", 0.0)
    return _CALLED.get(lang, lang) if probability >= sure else ""


def _by_script(text: str, letters: int) -> str:
    """Return the language of a script, or the commonest of it; "" for Latin and what is not known."""
    kana = len(_SCRIPTS[0][1].findall(text))
    for lang, pattern in _SCRIPTS:
        count = len(pattern.findall(text))
        # a few kana among many characters make Japanese; other scripts must be most of the text
        if count * 2 > letters or (lang == "ja" and count * 8 > letters and kana):
            return lang
    return ""


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    known = sum(word in _ENGLISH for word in words)
    return "the" in words and known >= _ENOUGH and known >= len(words) * _ENGLISH_SHARE


@cache
def _model() -> "LanguageIdentifier":
    from py3langid import langid  # noqa: PLC0415 - its model takes a quarter of a second to load

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
