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


def mixed(*parts: bytes) -> bytes:
    inside = b"".join(b"--M\n" + part + b"\n" for part in parts)
    return HEAD + b'Content-Type: multipart/mixed; boundary="M"\n\n' + inside + b"--M--\n"


def test_parts_within_parts_are_found_and_attachments_are_told() -> None:
    both = BOTH[len(HEAD) :]
    pdf = b'Content-Type: application/pdf\nContent-Disposition: attachment; filename="late.pdf"\n\n%PDF'
    logo = b"Content-Type: image/png\nContent-ID: <logo>\n\n."
    found = mail.read(Member("a.eml", mixed(both, pdf, logo)))
    assert [one.title for one in found.articles] == ["Café goose"]
    assert "## Sub" in found.articles[0].body
    assert [one.text for one in found.findings] == [
        "Besides its articles it holds late.pdf (1); these were not taken in."
    ]


def test_a_message_that_is_attached_is_an_article_of_its_own() -> None:
    inner = HEAD.replace(b"=?utf-8?q?Caf=C3=A9?= goose", b"A lamp").replace(b"15 Mar", b"12 Mar") + b"\nIt went out.\n"
    parts = (b"Content-Type: text/plain\n\nSee below.\n", b"Content-Type: message/rfc822\n\n" + inner)
    found = mail.read(Member("a.eml", mixed(*parts)))
    assert [(one.title, one.body, one.date.text if one.date else "") for one in found.articles] == [
        ("Café goose", "See below.", "2004-03-15"),
        ("A lamp", "It went out.", "2004-03-12"),
    ]


def test_parts_too_deep_to_be_read_are_refused() -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(2000))
    with pytest.raises(BuildError) as caught:
        mail.read(Member("a.eml", HEAD + deep))
    assert caught.value.problems[0].rule == "document-unreadable"
