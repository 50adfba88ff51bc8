"""Claims about lines that say when an article was published."""

import pytest

from sitegen.intake import published


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published March 5, 1974 9:26pm Updated March 6, 1974 4:23pm", "1974-03-05"),
        ("Updated 6 March 1974 | Published 5 March 1974", "1974-03-05"),
        ("This story was originally published March 5, 1974, 12:20 PM.", "1974-03-05"),
        ("Ada Finch 4:00 PM on March 5, 1974", "1974-03-05"),
        ("05.03.1974, 20:59 Uhr", "1974-03-05"),
        ("Veröffentlicht am 5. März 1974 um 15:44", "1974-03-05"),
        ("Publié le 5 mars 1974 à 10h22", "1974-03-05"),
        ("Publicado el 5 de marzo de 1974 a las 10:22", "1974-03-05"),
        ("Опубликовано 5 марта 1974, 10:22", "1974-03-05"),
        ("نشر في: 5 مارس 1974 الساعة 10:22", "1974-03-05"),
        ("公開: 1974年3月5日 10時22分", "1974-03-05"),
        ("입력 1974.03.05 10:22", "1974-03-05"),
        ("Updated 5 March 1974 at 10.22 GMT", "1974-03-05?"),
        ("Stand: 05.03.1974 17:23 Uhr", "1974-03-05?"),
        ("https://courier.example.org/1974/03/05/the-arm-broke/", "1974-03-05"),
    ],
)
def test_a_line_of_date_with_clock_label_or_name_says_when(line: str, date: str) -> None:
    found = published.of(["The arm broke", line, "The arm of the crane broke on Tuesday."])
    assert found is not None
    assert found.date.text == date
    assert found.words in line


@pytest.mark.parametrize(
    "line",
    [
        "On March 5, 1974 the arm of the crane broke.",
        "It’s March 5, 1974.",
        "— Harbour Watch (@harbour) March 5, 1974",
        "Published in March 1974",
        "Born March 5, 1974 in Port Ansel, he was harbour master for ten years.",
        "https://courier.example.org/1974/33/05/x",
    ],
)
def test_a_sentence_a_quoted_post_or_a_month_does_not(line: str) -> None:
    assert published.of(["The arm broke", line]) is None


def test_the_surest_line_wins_and_far_below_only_one_that_says_so() -> None:
    text = ["The arm broke", "Updated 9 March 1974", "7 March 1974", *["It broke at noon."] * 12]
    found = published.of([*text, "8 March 1974"])
    assert (found.date.text if found else None) == "1974-03-07"
    found = published.of([*text, "First published 5 March 1974"])
    assert (found.date.text if found else None) == "1974-03-05"
    assert published.of([*["It broke at noon."] * 12, "8 March 1974"]) is None


def test_the_day_of_the_last_change_is_told_apart() -> None:
    assert published.updated(["The arm broke", "Published 5 March 1974 Updated 6 March 1974 at noon"]) == "1974-03-06"
    assert published.updated(["The arm broke", "Published 5 March 1974"]) == ""
    assert published.updated(["It was updated on 6 March 1974, as the harbour office said."]) == ""
