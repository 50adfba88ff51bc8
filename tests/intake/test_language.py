"""Claims about the language of a text."""

import pytest

from sitegen.intake import language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The ship was late and the crew was not on it, which surprised nobody in the town.", "en"),
        ("Le bateau est rentré dans la nuit et les marins ne sont pas avec lui.", "fr"),
        ("Das Schiff ist in der Nacht und mit der Flut ohne den Kapitän zurück.", "de"),
        ("Barco volvió al puerto por la noche sin el capitán, y nadie sabe qué pasó.", "es"),
        ("Skibet kom tilbage til havnen om natten uden kaptajnen, og ingen ved hvad der skete.", "da"),
        ("Skeppet kom tillbaka till hamnen på natten utan kaptenen, och ingen vet vad som hände.", "sv"),
        ("Laiva palasi satamaan yöllä ilman kapteenia, eikä kukaan tiedä mitä tapahtui.", "fi"),
        ("Statek wrócił do portu w nocy bez kapitana i nikt nie wie, co się stało.", "pl"),
        ("Con tàu trở về cảng trong đêm mà không có thuyền trưởng, và không ai biết chuyện gì.", "vi"),
        ("Meli ilirudi bandarini usiku bila nahodha, na hakuna anayejua kilichotokea.", "sw"),
        ("Jirgin ruwan ya dawo tashar jiragen ruwa da dare ba tare da kyaftin ba.", "ha"),
        ("Корабль пропал в тумане", "ru"),
        ("Корабель зник у тумані, і ніхто не знає, що сталося з його капітаном.", "uk"),
        ("ضاعت السفينة ليل الأحد في الضباب", "ar"),
        ("کشتی در مه گم شد و صبح پیدا شد", "fa"),
        ("جہاز رات کو کپتان کے بغیر بندرگاہ واپس آیا اور کسی کو معلوم نہیں کہ کیا ہوا۔", "ur"),
        ("灯台に猫が住みついた", "ja"),
        ("他们的船没有回来", "zh"),
        ("배는 돌아오지 않았다", "ko"),
        ("הספינה אבדה בערפל", "he"),
        ("Το πλοίο χάθηκε", "el"),
        ("เรือกลับมาที่ท่าเรือตอนกลางคืน", "th"),
        ("जहाज रात में कप्तान के बिना बंदरगाह लौट आया और कोई नहीं जानता कि क्या हुआ।", "hi"),
        ("জাহাজটি রাতে ক্যাপ্টেন ছাড়াই বন্দরে ফিরে এসেছে এবং কেউ জানে না কী ঘটেছে।", "bn"),
        ("1234", "xx"),
        ("Herring, 9 crowns", "xx"),
    ],
)
def test_script_small_words_and_model_tell_the_language_or_nothing_does(text: str, lang: str) -> None:
    assert language.guess([text], "xx") == lang


def test_english_arabic_and_japanese_do_not_load_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_model", lambda: pytest.fail("the model was loaded"))
    assert language.guess(["The crew of the ship said that it was late."], "") == "en"
    assert language.guess(["ضاعت السفينة ليل الأحد"], "") == "ar"
    assert language.guess(["灯台に猫が住みついた"], "") == "ja"


FRENCH = "Le bateau est rentré dans la nuit sans son capitaine, et les marins ne savent pas ce qui est arrivé."


def test_a_block_of_another_language_is_told_if_it_is_sure() -> None:
    assert language.of_block(FRENCH, "en") == "fr"
    assert language.of_block(FRENCH, "fr") == language.of_block(FRENCH, "fr-CA") == ""
    assert language.of_block("Le bateau est rentré.", "en") == ""
    assert language.of_block("ضاعت السفينة ليل الأحد في الضباب ولم يعرف أحد ما حدث للقبطان في تلك الليلة", "en") == "ar"


def test_a_block_of_a_neighbouring_language_is_not_told_apart() -> None:
    danish = "Skibet kom tilbage til havnen om natten uden kaptajnen, og ingen ved hvad der skete med ham."
    assert language.of_block(danish, "no") == ""
    assert language.of_block(danish, "en") == "da"
