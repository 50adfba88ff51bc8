"""Claims about lines that were wrapped: paragraphs again, each with its bytes; what was none stays apart."""

import textwrap

import pytest

from sitegen.intake import record, wrapped
from sitegen.intake.importers import text
from sitegen.intake.lines import read
from sitegen.model import Block

from .shared import ONE, TWO, dump_of

FIRST = (
    "The ferry from Cape Ellory was late again on Friday, for the ninth day, and nobody on the quay was surprised, "
    "since the clock in the tower had been wrong from the spring on and the ferry keeps to the clock in the tower."
)
SECOND = (
    "The council said that a new clock had been bought, but that it was still at sea, on the ferry that was late, "
    "and that nothing could be done about either of them until the wind went round to the west, as it would in June."
)
CJK = (
    "港の時計は春から狂っており、岬から来る渡し船は金曜日も遅れたが、岸壁で驚いた者はひとりもいなかった。"
    "町議会は新しい時計を買ったと述べたが、それはまだ海の上にあり、遅れているその船に積まれているという。"
)


def blocks(words: str) -> list[Block]:
    return [block for article in dump_of(words).articles for block in article.blocks]


def texts(words: str) -> list[str]:
    return [line.text for line in wrapped.unwrap(read(words.encode()).lines).lines if line.text]


@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_wrapped_paragraphs_are_whole_again(width: int) -> None:
    words = f"Ferry late again\n\n{textwrap.fill(FIRST, width)}\n\n{textwrap.fill(SECOND, width)}\n"
    assert [block.text for block in blocks(words)] == [FIRST, SECOND]


def test_wrapped_paragraphs_without_a_blank_line_between_part_where_a_word_had_room() -> None:
    assert texts(f"{textwrap.fill(FIRST, 72)}\n{textwrap.fill(SECOND, 72)}\n") == [FIRST, SECOND]


def test_a_paragraph_of_two_lines_is_as_wide_as_its_neighbours() -> None:
    short = "Its master said that the clock was wrong, and that he had told the council."
    words = f"{textwrap.fill(FIRST, 60)}\n\n{textwrap.fill(short, 60)}\n\n{textwrap.fill(SECOND, 60)}\n"
    assert texts(words) == [FIRST, short, SECOND]


def test_what_is_written_without_spaces_is_joined_without() -> None:
    assert texts("\n".join(CJK[at : at + 25] for at in range(0, len(CJK), 25))) == [CJK]


def test_a_blank_line_is_never_joined_over() -> None:
    lines = textwrap.wrap(FIRST, 60)
    assert len(texts("\n\n".join(lines))) == len(lines)


@pytest.mark.parametrize(
    "words",
    [
        "Ferry late again\nCouncil buys a goose\nThe clock in the tower\nA night without a lamp\nBoats lost\n",
        f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}\n",
        "The ferry was late.\nIt was the ninth day.\nThe clock was wrong.\nNobody was surprised at all.\n",
        "By Dilys Orme\n12 March 2004\nPhoto: The quay at Cape Ellory\nShare on the harbour board\n",
    ],
    ids=["headlines", "long lines", "sentences", "header"],
)
def test_lines_that_nobody_wrapped_stay_as_they_are(words: str) -> None:
    assert texts(words) == words.splitlines()


def test_a_joined_line_has_the_bytes_of_all_its_lines() -> None:
    data = f"Ferry late again\r\n\r\n{textwrap.fill(FIRST, 60)}\r\n".replace("e", "é").encode()
    (block,) = blocks(data.decode())
    whole = data[block.start : block.end].decode()
    assert " ".join(whole.split()) == block.text


def test_what_a_curator_names_stands_alone() -> None:
    lines = read(textwrap.fill(FIRST + SECOND, 60).encode()).lines
    assert [line.number for line in wrapped.unwrap(lines).lines] == [1]
    assert [line.number for line in wrapped.unwrap(lines, alone={1}).lines] == [1, 2]
    assert [line.number for line in wrapped.unwrap(lines, begins={4}).lines] == [1, 4]


def test_what_is_quoted_in_a_mail_is_a_quotation_without_its_marks() -> None:
    quoted = textwrap.indent(textwrap.fill(SECOND, 60), "> ")
    words = f"Ferry late again\n\n{FIRST}\n\n{quoted}\n>\n> It was so.\n\n{FIRST}\n"
    found = blocks(words)
    assert [(block.kind, block.text) for block in found] == [
        ("paragraph", FIRST),
        ("quote", SECOND),
        ("quote", "It was so."),
        ("paragraph", FIRST),
    ]
    assert words.encode()[found[1].start : found[1].end].startswith(b"> The council")


def test_a_text_that_is_quoted_as_a_whole_is_text() -> None:
    assert {block.kind for block in blocks(textwrap.indent(ONE, "> ", lambda _: True))} == {"paragraph"}


def test_one_line_after_a_mark_is_no_quotation() -> None:
    assert [block.kind for block in blocks(f"{ONE}\n> It was so, said the master of the ferry on Friday.\n")] == (
        ["paragraph"] * 3
    )


def test_every_byte_of_wrapped_and_quoted_text_is_accounted_for() -> None:
    quoted = textwrap.indent(f"{textwrap.fill(FIRST, 60)}\n\nYes.\n", "> ", lambda _: True)
    lines = read(f"{ONE}\n{textwrap.fill(SECOND, 60)}\n\n{quoted}\n\n\n{TWO}\n- 4 -\n(Continued on page 5)\n".encode())
    spans = record.spans(lines, text.dump(lines))
    assert [span.start for span in spans][1:] == [span.end for span in spans][:-1]
    assert "unread" not in {span.dropped for span in spans}
    assert {"mail-quoting", "page-number", "continued"} <= {span.dropped for span in spans}
