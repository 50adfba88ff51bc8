"""Claims about messages of e-mail."""

import pytest

from sitegen.intake.importers import mail
from sitegen.intake.members import Member
from sitegen.problems import BuildError

HEAD = b"From: The Harbour Courier <news@courier.example>\nSubject: =?utf-8?q?Caf=C3=A9?= goose\nDate: Mon, 15 Mar 2004 23:11:12 -0500\nMessage-ID: <7@courier.example>\nMIME-Version: 1.0\n"  # noqa: E501
BOTH = HEAD + (
    b'Content-Type: multipart/alternative; boundary="B"\n\n--B\nContent-Type: text/plain\n\nPlain words.\n'
    b"--B\nContent-Type: text/html; charset=utf-8\n\n<h2>Sub</h2><p>The goose made <i>no</i> comment.</p>\n--B--\n"
)


def test_a_newsletter_is_read_by_its_page_and_its_headers() -> None:
    member = Member("a.eml", BOTH)
    assert mail.knows(member)
    (one,) = mail.read(member).articles
    assert (one.title, one.date.text if one.date else "", one.date_basis) == ("Café goose", "2004-03-15", "stated")
    assert "## Sub" in one.body
    assert "The goose made" in one.body
    assert one.values["source"] == "The Harbour Courier"
    assert one.values["extra"] == {"from": "news@courier.example", "message_id": "7@courier.example"}


def test_a_message_of_plain_text_is_read_too_and_an_empty_one_is_none() -> None:
    (one,) = mail.read(Member("a.eml", HEAD + b"\nIt was *so*.\n\nNobody knew.\n")).articles
    assert one.body == "It was \\*so\\*.\n\nNobody knew."
    with pytest.raises(BuildError):
        mail.read(Member("a.eml", HEAD + b"\n"))


def test_other_texts_are_no_messages() -> None:
    assert not mail.knows(Member("a.eml", b"It was so.\n"))
    assert not mail.knows(Member("a.txt", BOTH))
