"""Claims about captions and the bracket at their end."""

import pytest

from sitegen.intake import captions
from sitegen.model import Picture


@pytest.mark.parametrize(
    ("line", "photographer", "agency", "via", "credit", "file"),
    [
        ("A boat. (P. Lowe/Northern, File)", "P. Lowe", "Northern", "", "", True),
        (
            "A boat. (P. Lowe/Northern, Palace Pool Photo via AP, File)",
            "P. Lowe",
            "Northern",
            "AP",
            "Palace Pool",
            True,
        ),
        ("A boat. (AP Photo/Ann Lee, File)", "Ann Lee", "AP", "", "", True),
        ("A boat. (Reuters/Ann Lee)", "Ann Lee", "Reuters", "", "", False),
        ("A boat. (Getty Images/AFP file)", "", "", "", "Getty Images/AFP", True),
        ("A boat. (Photo by Ann Lee)", "Ann Lee", "", "", "", False),
        ("A boat. (Ann Lee)", "Ann Lee", "", "", "", False),
        ("A boat. (Supplied)", "", "", "", "Supplied", False),
        ("A boat. (Northern)", "", "", "", "Northern", False),
        ("A boat. (Bloomberg via Getty Images)", "", "Bloomberg", "Getty Images", "", False),
        ("قارب في المرفأ. (تصوير: هدى صالح)", "هدى صالح", "", "", "", False),
        ("قارب في المرفأ. (هدى الصوّاف/الشمال، أرشيف)", "هدى الصوّاف", "الشمال", "", "", True),
        ("قارب في المرفأ (رويترز)", "", "رويترز", "", "", False),
        ("港の船（撮影・高木良子）", "高木良子", "", "", "", False),
    ],
)
def test_a_bracket_tells_who_took_the_picture_and_whose_it_is(
    line: str,
    photographer: str,
    agency: str,
    via: str,
    credit: str,
    file: bool,  # noqa: FBT001
) -> None:
    found = captions.read(line)
    assert (found.photographer, found.agency, found.via, found.credit, found.file) == (
        photographer,
        agency,
        via,
        credit,
        file,
    )
    assert "(" not in found.caption
    assert "（" not in found.caption


def test_a_caption_keeps_its_words_and_its_date() -> None:
    found = captions.read("The mole at Wick Ness, Sunday, March 4, 1962. (P. Lowe/Northern)")
    assert found.caption == "The mole at Wick Ness, Sunday, March 4, 1962."
    assert found.date is not None
    assert found.date.text == "1962-03-04"


def test_a_bracket_that_is_part_of_the_sentence_stays_in_it() -> None:
    assert captions.read("The mayor (left) and the new office (TCO)") == Picture(
        caption="The mayor (left) and the new office (TCO)"
    )


@pytest.mark.parametrize(
    "line", ["A boat. (P. Lowe/Northern, File)", "(Image: Anadolu via Getty Images)", "A boat (Supplied)"]
)
def test_a_line_with_a_credit_is_a_caption_wherever_it_stands(line: str) -> None:
    assert captions.is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Congressional office (CBO) said so.",
        "The budget was cut by the office (CBO)",
        "He laughed. (Nobody else did.)",
        "There are many of them (see the pictures on page four)",
    ],
)
def test_a_paragraph_that_ends_in_brackets_is_no_caption(line: str) -> None:
    assert not captions.is_caption(line)
