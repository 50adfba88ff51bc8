"""Claims about which dates a text tells of as past."""

import pytest

from sitegen.intake import datewords, pastwords


def judged(text: str) -> tuple[bool, str]:
    (found,) = datewords.find(text)
    return pastwords.is_past(text, found), pastwords.quoted(text, found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor closed it shortly after his election in June 1971.", "after his election in June 1971"),
        ("It was bought in May 1968, and nobody knew why.", "in May 1968"),
        ("Nothing has been painted since May 3, 1968.", "since May 3, 1968"),
        ("أغلق العمدة السوق بعد انتخابه في يونيو (حزيران) 1971.", "بعد انتخابه في يونيو (حزيران) 1971"),
        ("لم يفتح السوق منذ مايو ١٩٦٨، ولا أحد يعرف السبب.", "منذ مايو ١٩٦٨"),
        ("وكانت الإوزة قد عادت إلى الميناء في 3 مايو 1968.", "في 3 مايو 1968"),
        ("أعلنت البلدية إغلاق الجسر في أيار 1968.", "في أيار 1968"),
        ("市長は1971年6月の就任以来、市場を閉めている。", "1971年6月の就任以来"),
        ("橋は1968年5月に開通した。", "1968年5月に"),
        ("灯台は昭和43年5月の嵐の後に建てられた。", "昭和43年5月の嵐の後"),
        ("Die Brücke wurde im Mai 1968 eröffnet und seither nicht gestrichen.", "im Mai 1968"),
        ("Le pont a été ouvert en mai 1968 et n’est plus peint depuis longtemps.", "en mai 1968"),
        ("El puente fue abierto en mayo de 1968 por el alcalde de la ciudad.", "en mayo de 1968"),
        ("Il ponte fu aperto nel maggio 1968 dal sindaco della città.", "nel maggio 1968"),
        ("A ponte foi aberta em maio de 1968 pelo prefeito da cidade.", "em maio de 1968"),
        ("De brug werd in mei 1968 geopend en is sindsdien niet geverfd.", "in mei 1968"),
        ("Мост был открыт в мае 1968 мэром города и с тех пор не окрашен.", "в мае 1968"),
    ],
)
def test_what_is_told_as_past_is_past_and_its_clause_is_quoted(text: str, words: str) -> None:
    assert judged(text) == (True, words)


@pytest.mark.parametrize(
    "text",
    [
        "It will be painted in May 1968.",
        "The work is expected to have ended in May 1968.",
        "It was to be finished by May 1968.",
        "The market in May 1968.",
        "سيفتتح الجسر بعد إصلاحه في مايو 1968.",
        "وستعود الإوزة إلى الميناء بعد علاجها في مايو 1968.",
        "قالت البلدية إن من المقرر افتتاح الجسر في مايو 1968.",
        "كان يجب أن ينتهي العمل في مايو 1968.",
        "كان الجسر مغلقا حتى مايو 1968.",
        "الميناء في مايو 1968.",
        "橋は1968年5月に開通する予定だった。",
        "市は1968年5月に橋を閉じると発表した。",
        "市は1968年5月の市を開かないことを決めた。",
        "橋は1968年5月までに塗られた。",
        "1968年5月の港。",
        "Die Brücke wird im Mai 1968 eröffnet, sagte der Bürgermeister der Stadt.",
        "Was im Mai 1968 in der Stadt geplant ist, weiß der Bürgermeister noch nicht.",
        "Le pont sera ouvert en mai 1968, a dit le maire de la ville.",
        "El puente será abierto en mayo de 1968 por el alcalde de la ciudad.",
        "Il ponte sarà aperto nel maggio 1968 dal sindaco della città.",
        "De brug zal in mei 1968 worden geopend door de burgemeester.",
        "Мост будет открыт в мае 1968 мэром города.",
        "Most otwarto w maju 1968 i od tego czasu nikt go nie malował.",
    ],
)
def test_what_is_still_to_come_or_only_named_is_not_past(text: str) -> None:
    assert not judged(text)[0]


def test_only_the_dates_own_sentence_is_asked() -> None:
    assert judged("It will be painted. It was bought in May 1968. It will be sold.")[0]
    assert judged("سيباع السوق. وكانت البلدية قد اشترته في مايو 1968. وسوف يهدم.")[0]
    assert judged("橋は塗られる予定だ。1968年5月に開通した。売られる予定だ。")[0]


@pytest.mark.parametrize("word", ["السياسة", "سيارة", "سيدة", "ستة", "سنوات", "سيطر"])
def test_words_that_only_begin_like_the_future_are_none(word: str) -> None:
    assert not pastwords.is_to_come(f"وصل {word} يوم الأحد")
    assert pastwords.is_to_come("سيصل يوم الأحد")
