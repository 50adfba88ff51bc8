"""Claims about the weekday beside a date."""

import pytest

from sitegen.intake import datewords, weekdays


@pytest.mark.parametrize(
    "words",
    [
        "Tuesday, March 6, 2024",
        "6 March 2024 (Tuesday)",
        "Mardi 6 mars 2024",
        "Dienstag, den 6. März 2024",
        "wtorek, 6 marca 2024",
        "الثلاثاء 6 مارس 2024",
        "2024年3月6日（火）",
        "วันอังคารที่ 6 มีนาคม 2567",
    ],
)
def test_a_weekday_that_is_not_the_days_contradicts_it(words: str) -> None:
    (found,) = datewords.find(words)
    assert (found.date.text, bool(found.contradicts)) == ("2024-03-06", True)
    right = datewords.find(words.replace("6", "5", 1))[0]
    assert (right.date.text, right.contradicts) == ("2024-03-05", "")


def test_a_weekday_of_another_sentence_is_not_beside() -> None:
    assert weekdays.beside("It was Sunday when they met on 5 March 2024", 31, 43) == -1
    assert weekdays.beside("Sunday, 5 March 2024", 8, 20) == 6


def test_the_weekday_of_words_is_known() -> None:
    assert weekdays.weekday_of("said late Sunday") == 6
    assert weekdays.weekday_of("أمس الأحد") == 6
    assert weekdays.weekday_of("الإثنين") == 0
    assert weekdays.weekday_of("said") == -1
