"""Claims about the words of the interface in the languages that the standard theme speaks."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel import Locale

from sitegen import theme
from sitegen.phrases import PHRASES

LOCALES = Path(theme.__file__).parent.parent / "themes/standard/locales"
# English that a translator leaves standing by mistake.
ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|was|has|been|in the|by|with|this|that|article|articles|archive|search|years?|names?|date"
    r"|held|kept|shown|found|copy|related|withdrawn|newest|oldest|undated|record|excerpt|rights|nothing|script)\b",
    re.IGNORECASE,
)
# The words of that list that are words of these languages too.
SHARED = {"de": {"name"}, "fr": {"date", "article", "articles"}}
# What a word of the interface may have of another script: names of programs, files and formats.
LATIN_NAMES = re.compile(r"\{\w+\}|seeds/|JavaScript|Atom|CLDR")
# The letters in which each language is written; all others here are written in Latin ones.
SCRIPTS = {
    "ar": "\u0600-\u06ff",
    "fa": "\u0600-\u06ff",
    "ur": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "ja": "\u3040-\u30ff\u4e00-\u9fff",
    "ru": "\u0400-\u04ff",
    "zh": "\u4e00-\u9fff",
}
MARKS = {
    "ar": "«»",
    "de": "„“",
    "en": "“”",
    "es": "«»",
    "fa": "«»",
    "fr": "«»",
    "he": "״״",
    "hi": "“”",
    "id": "“”",
    "ja": "「」",
    "pt": "“”",
    "ru": "«»",
    "sw": "“”",
    "ur": "”“",
    "zh": "“”",
}
FULL_STOPS = {"hi": "।", "ja": "。", "ur": "۔", "zh": "。"}
COMMAS = {"ar": "، ", "fa": "، ", "ja": "、", "ur": "، ", "zh": "、"}


def read(lang: str) -> dict[str, str | dict[str, str]]:
    return yaml.safe_load((LOCALES / f"{lang}.yaml").read_text("utf-8"))  # type: ignore[no-any-return]


WORDS = {lang: read(lang) for lang in PHRASES}


def texts(lang: str) -> Iterator[tuple[str, str]]:
    """Every text of a language, with its key."""
    for key, words in WORDS[lang].items():
        for text in words.values() if isinstance(words, dict) else [words]:
            yield key, text


def places(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_the_theme_speaks_the_languages_whose_dates_it_says() -> None:
    assert {path.stem for path in LOCALES.iterdir()} == set(PHRASES)


@pytest.mark.parametrize("lang", PHRASES)
def test_a_language_has_every_word_in_the_order_of_english(lang: str) -> None:
    assert list(WORDS[lang]) == list(WORDS["en"])
    empty = {key for key, text in texts(lang) if not text.strip()}
    assert empty <= {"search_part_failed"}  # Arabic's form for none, which is never said


@pytest.mark.parametrize("lang", PHRASES)
def test_a_plural_has_the_forms_that_cldr_has_and_no_other(lang: str) -> None:
    forms = {*Locale.parse(lang).plural_form.tags, "other"}
    for key, words in WORDS["en"].items():
        if isinstance(words, dict):
            assert set(WORDS[lang][key]) == forms, key
        else:
            assert isinstance(WORDS[lang][key], str), key


@pytest.mark.parametrize("lang", PHRASES)
def test_a_word_is_filled_in_where_english_is(lang: str) -> None:
    for key, words in WORDS["en"].items():
        own = WORDS[lang][key]
        if isinstance(words, dict):
            assert isinstance(own, dict)
            assert places(own["other"]) == places(words["other"]), key
            # one, two and none may be said without a figure
            assert all(places(text) <= places(words["other"]) for text in own.values()), key
        else:
            assert places(str(own)) == places(words), key


@pytest.mark.parametrize("lang", sorted(set(PHRASES) - {"en"}))
def test_no_english_is_left_standing(lang: str) -> None:
    left = [(key, word) for key, text in texts(lang) for word in ENGLISH.findall(LATIN_NAMES.sub("", text))]
    assert [(key, word) for key, word in left if word.lower() not in SHARED.get(lang, ())] == []
    alike = {
        key for key, words in texts("en") if WORDS[lang][key] == words and len(re.findall(r"\w+", words)) > len("of")
    }
    assert {key for key in alike if places(str(WORDS["en"][key])) == set()} == set()


@pytest.mark.parametrize("lang", SCRIPTS)
def test_a_language_of_another_script_is_written_in_it(lang: str) -> None:
    for key, text in texts(lang):
        bare = LATIN_NAMES.sub("", text)
        assert not re.search(r"[A-Za-z]", bare), key
        if re.search(r"\w", bare):
            assert re.search(f"[{SCRIPTS[lang]}]", bare), key


@pytest.mark.parametrize("lang", MARKS)
def test_quotations_stand_in_the_marks_of_the_language(lang: str) -> None:
    start, end = WORDS[lang]["quoted"].split("{text}")  # type: ignore[union-attr]
    assert (start.strip(), end.strip()) == tuple(MARKS[lang])


@pytest.mark.parametrize("lang", PHRASES)
def test_sentences_end_and_lists_are_parted_as_the_language_does_it(lang: str) -> None:
    stop = FULL_STOPS.get(lang, ".")
    assert WORDS[lang]["sentence_end"] == stop
    assert WORDS[lang]["comma"] == COMMAS.get(lang, ", ")
    for key, words in WORDS["en"].items():
        own = WORDS[lang][key]
        if isinstance(words, str) and words.endswith(".") and not words.endswith("{date}."):
            assert str(own).endswith(stop), key
    foreign = {",": "ar fa ur", ";": "ar fa ur", "?": "ar fa ur", "，": "ja"}
    for mark, langs in foreign.items():
        if lang in langs.split():
            assert [key for key, text in texts(lang) if mark in text] == [], mark


@pytest.mark.parametrize("lang", PHRASES)
def test_no_space_is_doubled_or_stands_before_a_stop(lang: str) -> None:
    for key, text in texts(lang):
        assert "  " not in text, key
        assert not re.search(r" [.,،。।۔]", text), key
        assert "..." not in text, key


def test_a_russian_date_ends_with_its_own_stop() -> None:
    ended = {key for key, text in texts("ru") if text.endswith("{date}.")}
    assert ended == set()
