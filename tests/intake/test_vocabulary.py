"""Claims about the words of pages."""

import pytest

from sitegen.intake import vocabulary


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Accept all cookies", "cookies"),
        ("Lesen Sie auch", "related"),
        ("حقوق النشر محفوظة", "rights-notice"),
        ("関連記事", "related"),
        ("Partager sur Facebook", "share-buttons"),
    ],
)
def test_page_words_of_several_languages_are_known(text: str, kind: str) -> None:
    assert kind in vocabulary.kinds_of(text)


def test_a_sentence_of_news_has_small_words_and_no_page_words() -> None:
    text = "The harbour was shut by the storm in the night"
    assert vocabulary.kinds_of(text) == ()
    assert vocabulary.small_words(vocabulary.words_of(text)) == 6
