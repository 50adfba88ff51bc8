"""Claims about the words of each language."""

import datetime as dt
import subprocess
import sys

import pytest
from babel import Locale, localedata
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import dates, locales
from sitegen.model import Edtf
from sitegen.phrases import PHRASES


def _date(text: str) -> Edtf | None:
    return dates.parse(text) if text else None


WORDS = [
    ("en", "2024-01-21", "21 January 2024"),
    ("en", "2024-01", "January 2024"),
    ("en", "1961", "1961"),
    ("en", "196X", "the 1960s"),
    ("en", "1961~", "about 1961"),
    ("en", "196X~", "about the 1960s"),
    ("en", "1961?", "perhaps 1961"),
    ("en", "1961-03%", "perhaps about March 1961"),
    ("en", "2024-11/..", "after November 2024"),
    ("en", "../1990-05-09", "before 9 May 1990"),
    ("en", "1961/1962", "1961 or 1962"),
    ("en", "1961/1963", "between 1961 and 1963"),
    ("en", "1961-03/1962-05", "between March 1961 and May 1962"),
    ("en", "195X/1963", "between the 1950s and 1963"),
    ("en", "1961/1961", "1961"),
    ("en", "1961~/1963", "between 1961 and 1963 (approximate)"),
    ("en", "1961?/1962", "perhaps 1961 or 1962"),
    ("en", "2024-11~/..", "after November 2024 (approximate)"),
    ("en", "", "undated"),
    ("en-US", "2024-01-21", "21 January 2024"),
    ("ar", "1990-05-09", "9 مايو 1990"),
    ("ar", "196X", "ستينيات القرن العشرين"),
    ("ar", "186X", "عقد 1860"),
    ("ar", "1961-03/1962-05", "بين مارس 1961 ومايو 1962"),
    ("ar", "", "بلا تاريخ"),
    ("fr", "1990-05-01", "1er mai 1990"),
    ("fr", "1990-05-01/..", "après le 1er mai 1990"),
    ("fr", "1961-03-09/1961-05-11", "entre le 9 mars 1961 et le 11 mai 1961"),
    ("es", "1990-05-09?", "quizá el 9 de mayo de 1990"),
    ("es", "1990-05-09%", "quizá hacia el 9 de mayo de 1990"),
    ("fr", "1990-05-09?", "peut-être le 9 mai 1990"),
    ("pt", "196X?", "talvez a década de 1960"),
    ("es", "1990-05-09/..", "después del 9 de mayo de 1990"),
    ("es", "196X/1971", "entre la década de 1960 y 1971"),
    ("de", "1990-05-09~", "um den 9. Mai 1990"),
    ("de", "../1990-05-09", "vor dem 9. Mai 1990"),
    ("de", "196X/..", "nach den 1960er-Jahren"),
    ("ru", "1990-05", "май 1990\u202fг."),
    ("ru", "1990-05/..", "после мая 1990\u202fг."),
    ("ru", "196X/..", "после 1960-х годов"),
    ("ru", "1961-03/1962-05", "не ранее марта 1961\u202fг. и не позднее мая 1962\u202fг."),
    ("zh", "1985-06-03", "1985年6月3日"),
    ("zh", "1961%", "可能为1961年前后"),
    ("ja", "1985-06-03", "1985年6月3日"),
    ("ja", "196X", "1960年代"),
    ("ja", "1961~", "1961年頃"),
    ("ja", "", "日付なし"),
    ("fa", "1990-05-09~", "حدود 9 مهٔ 1990"),
    ("he", "1990-05-09", "9 במאי 1990"),
    ("he", "1961-03/1962", "בין מרץ 1961 ובין 1962"),
    ("ur", "../1990-05-09", "9 مئی 1990 سے پہلے"),
    ("hi", "196X/..", "1960 के दशक के बाद"),
    ("pt", "1990-05-01", "1º de maio de 1990"),
    ("pt", "../196X", "antes da década de 1960"),
    ("id", "196X", "tahun 1960-an"),
    ("sw", "1961-03/1962-05", "kati ya Machi 1961 na Mei 1962"),
    ("tr", "1990-05-09~", "about 9 Mayıs 1990"),
    ("th", "1990-05-09", "9 พฤษภาคม 1990"),
    ("xx", "1990-05-09", "9 May 1990"),
    ("", "1990-05-09", "9 May 1990"),
]


@pytest.mark.parametrize(("lang", "text", "words"), WORDS)
def test_a_date_is_said_as_certain_as_it_is(lang: str, text: str, words: str) -> None:
    assert locales.date_words(_date(text), lang) == words


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "2024-01-21", "21 Jan 2024"),
        ("en", "2024-11/..", "after Nov 2024"),
        ("en", "196X", "the 1960s"),
        ("fr", "2024-01-21", "21 janv. 2024"),
        ("ru", "1990-05", "май 1990\u202fг."),
        ("ru", "1990-05/..", "после мая 1990\u202fг."),
        ("ja", "1985-06-03", "1985年6月3日"),
        ("ar", "1990-05-09", "9 مايو 1990"),
    ],
)
def test_the_short_form_abbreviates_months_and_no_certainty(lang: str, text: str, words: str) -> None:
    assert locales.date_words(_date(text), lang, short=True) == words


@given(
    day=st.dates(dt.date(1000, 1, 1), dt.date(2099, 12, 31)),
    lang=st.sampled_from(sorted({*PHRASES, "ko", "tr", "pl", "fa-AF", "zh-Hant", "pt-PT", "bn", "ckb"})),
    short=st.booleans(),
)
@settings(deadline=None)  # the first date of a language loads its tables
def test_a_day_names_its_year_in_latin_digits_whatever_the_language(day: dt.date, lang: str, *, short: bool) -> None:
    words = locales.day_words(day.isoformat(), lang, short=short)
    assert str(day.year) in words
    assert str(day.day) in words.replace(str(day.year), "")
    assert "{" not in words
    assert "  " not in words


def test_what_a_script_needs_for_dates_is_a_table_of_its_language() -> None:
    found = locales.date_table("ru")
    assert found["patterns"]["month_in"] == "MMM y\u202f'г'."
    assert found["months"]["MMM"][4] == "мая"
    assert set(found["months"]) == {"LLL", "MMM"}
    assert "decades" not in found
    assert locales.date_table("ar-EG")["decades"]["196"] == "ستينيات القرن العشرين"
    assert locales.date_table("xx") == locales.date_table("en")


def test_a_timestamp_is_said_as_its_day() -> None:
    assert locales.day_words("2026-02-11T06:00:00Z", "en") == "11 February 2026"
    with pytest.raises(ValueError, match="not a date"):
        locales.day_words("yesterday", "en")


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "May"),
        ("ru", "май"),
        ("fa", "مه"),
        ("he", "מאי"),
        ("ja", "5月"),
        ("fr", "mai"),
        ("xx", "May"),
        ("pl", "maj"),
    ],
)
def test_a_month_alone_has_the_name_it_has_alone(lang: str, name: str) -> None:
    assert locales.month_name(5, lang) == name


def test_months_do_not_depend_on_the_language_asked_first() -> None:
    program = (
        "from babel import Locale; from sitegen import locales; Locale('ja').months['stand-alone']['wide'][5];"
        "print([ascii(locales.month_name(5, lang)) for lang in ('he', 'pt', 'ru')])"
    )
    names = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert names == f"{[ascii(name) for name in ('מאי', 'maio', 'май')]}\n"


def test_importing_the_room_does_not_load_babel() -> None:
    program = "import sys; import sitegen.locales; raise SystemExit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("n", "lang", "text"),
    [
        (2418, "en", "2,418"),
        (2418, "de", "2.418"),
        (1234567, "hi", "12,34,567"),
        (1234567, "fr", "1\u202f234\u202f567"),
        (2418, "ar", "2,418"),
        (2418, "fa", "2,418"),
        (2418, "ur", "2,418"),
        (0, "en", "0"),
        (0.5, "de", "0,5"),
    ],
)
def test_numbers_are_grouped_as_the_language_does_it_in_latin_digits(n: float, lang: str, text: str) -> None:
    assert locales.number(n, lang) == text


def test_a_plural_takes_the_form_of_the_language_and_falls_back_to_other() -> None:
    english = {"one": "{n} article", "other": "{n} articles"}
    assert [locales.plural(n, english, "en") for n in (0, 1, 2418)] == ["0 articles", "1 article", "2,418 articles"]
    russian = {"one": "{n} статья", "few": "{n} статьи", "many": "{n} статей", "other": "{n} статьи"}
    assert [locales.plural(n, russian, "ru") for n in (1, 3, 11, 21)] == [
        "1 статья",
        "3 статьи",
        "11 статей",
        "21 статья",
    ]
    arabic = {"one": "مقال واحد", "two": "مقالان", "other": "{n} مقال"}
    assert [locales.plural(n, arabic, "ar") for n in (1, 2, 5)] == ["مقال واحد", "مقالان", "5 مقال"]
    with pytest.raises(KeyError):
        locales.plural(2, {"one": "{n} article"}, "en")


def test_a_language_is_written_in_the_direction_that_cldr_gives_it() -> None:
    for lang in (tag for tag in localedata.locale_identifiers() if "_" not in tag):
        assert locales.direction(lang) == Locale.parse(lang).text_direction, lang


def test_a_script_in_the_tag_decides_the_direction() -> None:
    assert locales.direction("ku-Arab") == "rtl"
    assert locales.direction("ur-Latn-PK") == "ltr"
    assert locales.direction("ar-EG") == "rtl"
    assert locales.direction("en_US") == "ltr"


@pytest.mark.parametrize(
    ("lang", "in_lang", "name"),
    [
        ("ar", "en", "Arabic"),
        ("ar", "ar", "العربية"),
        ("fr", "fr", "français"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("en-KE", "en", "English"),
        ("de", "xx", "German"),
        ("grc", "en", "Ancient Greek"),
        ("qqq", "en", "qqq"),
    ],
)
def test_a_language_is_named_in_another_or_in_itself(lang: str, in_lang: str, name: str) -> None:
    assert locales.language_name(lang, in_lang) == name


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("Émile", "EMILE", "fr"),
        ("Łódź", "lodz", "pl"),
        ("Straße", "strasse", "de"),
        ("“Quoted”", "quoted”", "en"),
        ("أحمد", "احمد", "ar"),
        ("مُحَمَّد", "محمد", "ar"),
    ],
)
def test_case_accents_and_quotes_do_not_count_in_sorting(one: str, other: str, lang: str) -> None:
    assert locales.sort_key(one, lang) == locales.sort_key(other, lang)


def test_kana_and_vowel_signs_count_in_sorting() -> None:
    assert locales.sort_key("か", "ja") < locales.sort_key("が", "ja") < locales.sort_key("き", "ja")
    assert locales.sort_key("がく", "ja")[0] == "が"
    assert locales.sort_key("가나", "ko") == "가나"
    assert locales.sort_key("कि", "hi") != locales.sort_key("की", "hi")
    assert locales.sort_key("…", "en") == locales.sort_key("...", "en") == "..."


def test_lists_are_joined_as_the_language_does_it() -> None:
    assert locales.join(["a", "b", "c"], "en") == "a, b and c"
    assert locales.join(("a", "b", "c"), "xx") == "a, b and c"
    assert locales.join(["a", "b"], "ja") == "a、b"
    assert locales.join(["أ", "ب", "ج"], "ar") == "أ وب وج"
    assert locales.join([], "en") == ""
    assert locales.join(["a"], "en") == "a"
