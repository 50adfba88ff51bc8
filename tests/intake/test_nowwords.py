"""Claims about words that say how a dated day lies to the day of writing."""

import pytest

from sitegen.intake import nowwords


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("It broke yesterday, Monday 4 March 1974, at noon.", "1974-03-05", "yesterday, Monday 4 March 1974"),
        ("Today, March 5, 1974, it broke.", "1974-03-05", "Today, March 5, 1974"),
        ("It sails tomorrow (6 March 1974).", "1974-03-05", "tomorrow (6 March 1974)"),
        ("Er kam gestern, am 4. März 1974, an.", "1974-03-05", "gestern, am 4. März 1974"),
        ("Hier, lundi 4 mars 1974, le bras cassa.", "1974-03-05", "Hier, lundi 4 mars 1974"),
        ("Ayer, 4 de marzo de 1974, se rompió.", "1974-03-05", "Ayer, 4 de marzo de 1974"),
        ("أمس الاثنين 4 مارس 1974", "1974-03-05", "أمس الاثنين 4 مارس 1974"),
        ("hôm qua, 4 tháng 3 năm 1974", "1974-03-05", "hôm qua, 4 tháng 3 năm 1974"),
        ("วันนี้ 5 มีนาคม 2517", "1974-03-05", "วันนี้ 5 มีนาคม 2517"),
        ("It broke last week, on 6 March 1974, and was mended.", "1974-03-10/1974-03-17", "last week, on 6 March 1974"),
        ("It broke last month, in February 1974.", "1974-03", "last month, in February 1974"),
        ("Last year (1973) it held.", "1974", "Last year (1973)"),
        ("Im vergangenen Jahr 1973 hielt er.", "1974", "vergangenen Jahr 1973"),
        ("L’année dernière (1973), il tenait.", "1974", "L’année dernière (1973)"),
        ("в прошлом году (1973)", "1974", "прошлом году (1973)"),
        ("العام الماضي 1973", "1974", "العام الماضي 1973"),
        ("昨年（1973年）は", "1974", "昨年（1973年）"),
        ("지난해(1973년)", "1974", "지난해(1973년)"),
        ("This year, 1974, it broke.", "1974", "This year, 1974"),
        ("Next year, in 1975, it will be mended.", "1974", "Next year, in 1975"),
    ],
)
def test_a_relative_word_beside_a_date_dates_the_text(text: str, date: str, words: str) -> None:
    found = nowwords.read([text])
    assert found is not None
    assert found.date.text == date
    assert len(found.words) == 1
    assert words in found.words[0]


@pytest.mark.parametrize(
    "text",
    [
        "He said: “Yesterday, 4 March 1974, it broke.”",
        'He said: "Last year (1973) it held."',
        "Last year the 1973 crane broke.",
        "Yesterday the council met. On 4 March 1974 it broke.",
        "It broke yesterday.",
        "Last month, in 1974, it broke.",
        "Last year, 1973-74, it held.",
    ],
)
def test_quoted_words_and_dates_that_stand_apart_do_not(text: str) -> None:
    assert nowwords.read([text]) is None


def test_words_that_agree_narrow_each_other_and_words_that_do_not_prove_nothing() -> None:
    agreed = nowwords.read(["Last year (1973) it held.", "It broke last month, in February 1974."])
    assert agreed is not None
    assert (agreed.date.text, len(agreed.words)) == ("1974-03", 2)
    assert nowwords.read(["Last year (1973) it held.", "It broke last month, in February 1973."]) is None
