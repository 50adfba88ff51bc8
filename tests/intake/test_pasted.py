"""Claims about what is no text, and what is told of one that was hard to read."""

import pytest

from sitegen.intake import pasted
from sitegen.intake.members import Member
from sitegen.problems import BuildError

from .shared import said


def refusal(words: bytes) -> list[str]:
    with pytest.raises(BuildError) as caught:
        pasted.lines_of(Member("seeds/x.txt", words))
    return said(caught.value.problems)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (b"", "seeds/x.txt: This file is empty. Paste the articles into it, or remove it."),
        (b"\n \r\n\t\n", "seeds/x.txt: This file is empty. Paste the articles into it, or remove it."),
        (
            b"PK\x03\x04\x00\x00words",
            "seeds/x.txt: This file holds no text, but binary data. Save the text it holds as plain text (.txt).",
        ),
        (
            b"\n\nOnly one line, which is a pity.\n",
            (
                "seeds/x.txt:3: This file has one line only; an article has a headline and a text. "
                "Put the headline on a line of its own, and each paragraph on another."
            ),
        ),
        (
            b"Title\n\n" + b"long " * 50_000,
            (
                "seeds/x.txt:3: This line is 249,999 characters long; 200,000 is the limit. "
                "Put each paragraph on a line of its own."
            ),
        ),
    ],
)
def test_a_file_without_articles_is_put_aside(words: bytes, reason: str) -> None:
    assert refusal(words) == [reason]


def test_another_encoding_is_read_as_best_can_be_and_said_so() -> None:
    words = "Le café\n\nLe café a été fermé à la fin de l’été, après la fête.\n".encode("cp1252")
    lines, findings = pasted.lines_of(Member("seeds/x.txt", words))
    assert lines.lines[2].text == "Le café a été fermé à la fin de l’été, après la fête."
    assert said(findings) == [
        (
            "seeds/x.txt: This file is not UTF-8; it was read as cp1252, which fits its letters best. "
            "If letters are wrong, save it as UTF-8 and import it again."
        )
    ]


@pytest.mark.parametrize(("times", "lines"), [(1, "1 line holds"), (2, "2 lines hold")])
def test_bytes_that_are_no_letters_are_told_with_the_first_line_of_them(times: int, lines: str) -> None:
    words = "Le café\n\n" + "Le café \x81\x8d a été fermé à la fin de la fête.\n" * times
    assert said(pasted.lines_of(Member("seeds/x.txt", words.encode("latin-1")))[1])[1] == (
        f"seeds/x.txt:3: {lines} bytes that are no letters in cp1252; a � stands for each. "
        "Compare them with the source."
    )


def test_a_file_of_more_lines_than_can_be_held_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasted, "MAX_LINES", 3)
    assert refusal(b"a\n" * 4) == ["seeds/x.txt: This file has 4 lines; 3 are read. Cut it in parts."]
