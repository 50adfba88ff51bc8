"""Claims about garbled letters: put right where there is no doubt, told of, and left alone where there is."""

from pathlib import Path

import pytest

from sitegen.intake import mojibake, record
from sitegen.intake.importers import text
from sitegen.intake.lines import read
from sitegen.intake.members import Member

from .shared import ONE, seed, take

SOUND = "“The ferry’s clock is wrong,” said the master of it – and he’d know."


def mended(*lines: str) -> list[str]:
    found, _ = mojibake.mend(read("\n".join(lines).encode()))
    return [line.text for line in found.lines]


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("latin-1", "Der Zöllner grüßte die Fähre, die später käme."),
        ("cp1252", "L’été à Wick Ness était très beau"),
        ("cp1251", "Паром снова опоздал, и никто не удивился"),
    ],
)
def test_what_was_read_in_a_wrong_encoding_is_put_right(codec: str, words: str) -> None:
    assert mended(words.encode().decode(codec)) == [words]


def test_quotation_marks_and_dashes_come_back() -> None:
    assert mended("The ferryâ€™s clock â€“ it was wrong â€“ is mended.") == [
        "The ferry’s clock – it was wrong – is mended."
    ]


@pytest.mark.parametrize(
    "words", [SOUND, "MISUTÂ\u00a0AJIKKO", "Ã was the name of it", "Český Těšín, Łódź, Århus", "港の時計"]
)
def test_where_there_is_doubt_nothing_is_touched(words: str) -> None:
    assert mended(words) == [words]


def test_two_letters_that_were_one_are_put_right_where_the_file_shows_that_they_can_be() -> None:
    assert mended("Bake at 400Â°F.") == ["Bake at 400Â°F."]
    assert mended("Bake at 400Â°F.", "Itâ€™s a pie, and itâ€™s good.") == [
        "Bake at 400°F.",
        "It’s a pie, and it’s good.",
    ]


def test_what_was_put_right_is_told_and_stands_in_the_record(tmp_path: Path) -> None:
    words = ONE.replace("the clock was wrong", "the ferryâ€™s clock was wrong, and that itâ€™s known")
    found = text.read(Member("seeds/x.txt", words.encode()))
    assert found.articles[0].blocks[-1].text.endswith("the ferry’s clock was wrong, and that it’s known.")
    assert [(one.rule, one.place.line if one.place else 0) for one in found.findings] == [("seed-mojibake", 8)]
    seed(tmp_path, "x.txt", words)
    take(tmp_path)
    told = record.read(tmp_path, record.path_of("seeds/x.txt", ""))["articles"][0]["evidence"]
    assert [one["words"][:9] for one in told if one["of"] == "mojibake"] == ["“ferryâ€™"]


def test_the_bytes_stay_those_of_the_file() -> None:
    before = read("Itâ€™s a pie, and itâ€™s good.\nIt is.".encode())
    after, _ = mojibake.mend(before)
    assert [(line.start, line.end) for line in after.lines] == [(line.start, line.end) for line in before.lines]
