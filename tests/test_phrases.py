"""Claims about the tables of phrases."""

import string

import pytest
from babel import Locale

from sitegen.phrases import DECADES, OWN_MONTHS, PATTERNS, PHRASES

FIELDS = {
    "undated": set(),
    "first": set(),
    "or": {"a", "b"},
    "between": {"a", "b"},
    "decade": {"decade"},
    "perhaps": {"date"},
    "roughly": {"date"},
    "about": {"date"},
    "after": {"date"},
    "before": {"date"},
}
OPTIONAL = {"first"}
PRECISIONS = {"day", "month", "year", "decade"}


def _fields(phrase: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(phrase) if field}


def test_the_languages_that_the_archive_speaks_are_there() -> None:
    assert set(PHRASES) == set("en ar fr es de ru zh ja fa he ur hi pt id sw".split())  # noqa: SIM905 - reads better


@pytest.mark.parametrize("lang", PHRASES)
def test_every_language_has_every_phrase_with_its_places_to_fill(lang: str) -> None:
    assert set(PHRASES[lang]) >= set(FIELDS) - OPTIONAL
    for name, phrase in PHRASES[lang].items():
        if name in FIELDS:
            assert _fields(phrase) == FIELDS[name], name


@pytest.mark.parametrize("lang", PHRASES)
def test_a_phrase_of_one_precision_is_for_a_phrase_that_exists(lang: str) -> None:
    for name, phrase in PHRASES[lang].items():
        if name not in FIELDS:
            kind, _, precision = name.partition("_")
            assert kind in {"about", "after", "before", "in", "perhaps"}
            assert precision in PRECISIONS
            assert len(_fields(phrase)) == 1
            assert _fields(phrase) < {"date", "decade"}


def test_decades_that_have_names_are_the_same_in_every_language_that_names_them() -> None:
    assert {tuple(names) for names in DECADES.values()} == {tuple(map(str, range(190, 203)))}


def test_patterns_and_months_are_for_languages_that_babel_knows() -> None:
    for lang in {*PATTERNS, *DECADES, *OWN_MONTHS["wide"], *OWN_MONTHS["abbreviated"]}:
        assert Locale.parse(lang).language == lang
