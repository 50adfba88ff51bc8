"""Claims about what columns are taken to hold."""

import pytest

from sitegen.intake.importers.table import columns


@pytest.mark.parametrize(
    ("header", "mapping"),
    [
        (["Titre", "Contenu"], {"Titre": "title", "Contenu": "text"}),
        (["العنوان", "النص", "التاريخ"], {"العنوان": "title", "النص": "text", "التاريخ": "date"}),
        (["見出し", "本文", "日付"], {"見出し": "title", "本文": "text", "日付": "date"}),
        (["Überschrift", "Titel", "Text"], {"Titel": "title", "Text": "text"}),
        (["Title", "Headline", "Body"], {"Title": "title", "Body": "text"}),
        (["Published At", "URL"], {"Published At": "date", "URL": "canonical_url"}),
    ],
)
def test_columns_are_known_by_their_names(header: list[str], mapping: dict[str, str]) -> None:
    assert columns.guess(header, []) == mapping


def test_a_column_of_long_texts_is_the_text() -> None:
    rows = [["A", "x" * 300, "y"], ["B", "x" * 400, ""]]
    assert columns.guess(["title", "c1", "c2"], rows) == {"title": "title", "c1": "text"}
    assert columns.guess(["title", "c1"], [["A", "short"]]) == {"title": "title"}
