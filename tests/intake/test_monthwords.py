"""Claims about the names of months and weekdays."""

import pytest
from babel.dates import get_day_names, get_month_names

from sitegen.intake import monthwords

LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs hu ro ru uk tr ar ar_LB ar_DZ fa he hi bn ur th id el"


@pytest.mark.parametrize("lang", LANGUAGES.split())
def test_cldr_names_of_months_and_weekdays_are_known(lang: str) -> None:
    months = get_month_names("wide", "format", locale=lang)
    # Persian dates end their months with a sign that no paper prints
    assert [monthwords.month_of(str(months[number]).rstrip("\u0654")) for number in range(1, 13)] == [*range(1, 13)]
    days = get_day_names("wide", "format", locale=lang)
    bare = [
        str(days[number]).removeprefix("\u05d9\u05d5\u05dd ").removeprefix("\u0e27\u0e31\u0e19") for number in range(7)
    ]
    bare = [name.replace("\u02bc", "'") for name in bare]
    assert [monthwords.weekday_of(name) for name in bare] == [*range(7)] or lang == "fi"


def test_no_name_means_two_months() -> None:
    meant: dict[str, set[int]] = {}
    for lang in LANGUAGES.split():
        for number, name in enumerate(monthwords.months(lang)):
            meant.setdefault(name, set()).add(number % 12)
    assert [name for name, numbers in meant.items() if len(numbers) > 1] == []


def test_capitals_of_turkish_are_its_own() -> None:
    assert [monthwords.month_of(name) for name in ("KASIM", "N\u0130SAN", "Kas\u0131m", "EKIM")] == [11, 4, 11, 10]
    assert monthwords.weekday_of("CUMARTES\u0130") == 5


@pytest.mark.parametrize("word", ["ago", "out", "set", "maybe", "Marchand", "", "sun"])
def test_words_that_only_look_alike_are_none(word: str) -> None:
    assert monthwords.month_of(word) == 0
    assert monthwords.weekday_of(word) == -1
