"""Claims about the language of a text."""

import pytest

from sitegen.intake import language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The ship was late and the crew was not on it, which surprised nobody in the town.", "en"),
        ("Le bateau est rentré dans la nuit et les marins ne sont pas avec lui.", "fr"),
        ("Das Schiff ist in der Nacht und mit der Flut ohne den Kapitän zurück.", "de"),
        ("ضاعت السفينة ليل الأحد في الضباب", "ar"),
        ("کشتی در مه گم شد و صبح پیدا شد", "fa"),
        ("灯台に猫が住みついた", "ja"),
        ("他们的船没有回来", "zh"),
        ("배는 돌아오지 않았다", "ko"),
        ("Корабль пропал в тумане", "ru"),
        ("1234", "xx"),
        ("Herring, 9 crowns", "xx"),
    ],
)
def test_script_and_small_words_tell_the_language_or_nothing_does(text: str, lang: str) -> None:
    assert language.guess([text], "xx") == lang
