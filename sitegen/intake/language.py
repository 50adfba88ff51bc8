"""In which language a text is written: by its script, then by its commonest small words."""

import re
from collections import Counter
from collections.abc import Sequence

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_LETTERS = re.compile(r"[^\W\d_]")
_PERSIAN = re.compile(r"[پچژگی]")
_SMALL_WORDS = {
    "en": "the of and to in that was for with his her said from by which were",
    "fr": "le la les des et une dans pour que qui sur pas au est avec du",
    "de": "der die und das den nicht von ist mit sich auf ein eine dem im",
    "es": "el los las una por con del para que en se como más fue su",
    "it": "il che di per una con non sono della nel gli alla anche è",
    "pt": "os um uma não para com dos das ao pelo foi mais seu em do",
    "nl": "het een van en dat zijn niet met voor ook aan bij naar maar",
    "tr": "bir ve bu için ile de da olarak daha gibi olan sonra kadar",
    "pl": "się nie na jest że do przez jak od po dla oraz był",
    "sw": "ya na wa kwa katika ni za la kuwa hiyo huo yake alisema",
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _SMALL_WORDS.items()}
_SAMPLE = 6_000
_ENOUGH = 3


def guess(paragraphs: Sequence[str], otherwise: str) -> str:
    """Return the language (BCP 47) of a text, or `otherwise` where its words do not tell."""
    text = "\n".join(paragraphs)[:_SAMPLE]
    letters = len(_LETTERS.findall(text))
    if not letters:
        return otherwise
    kana = len(_SCRIPTS[0][1].findall(text))
    for lang, pattern in _SCRIPTS:
        count = len(pattern.findall(text))
        # a few kana among many characters make Japanese; other scripts must be most of the text
        if count * 2 > letters or (lang == "ja" and count * 8 > letters and kana):
            return "fa" if lang == "ar" and len(_PERSIAN.findall(text)) * 20 > count else lang
    words = Counter(re.findall(r"\w+", text.lower()))
    scores = {lang: sum(words[word] for word in known) for lang, known in _WORDS.items()}
    best = max(scores, key=lambda lang: (scores[lang], lang == otherwise))
    return best if scores[best] >= _ENOUGH and scores[best] > scores.get(otherwise, 0) else otherwise
