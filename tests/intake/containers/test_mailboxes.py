"""Claims about boxes of mail."""

from .made import walked

BOX = b"""From dilys@example.org Mon Mar 15 10:11:12 2004
From: Dilys <dilys@example.org>
Subject: Ferry

It was late.

>From the quay nothing was seen.

From callow@example.org Tue Mar 16 10:11:12 2004
From: Callow <callow@example.org>

A goose.
"""


def test_messages_come_one_by_one_and_quoted_lines_are_as_they_were() -> None:
    documents, said = walked("box.mbox", BOX)
    assert [one.name for one in documents] == ["box.mbox!/000001.eml", "box.mbox!/000002.eml"]
    assert documents[0].data.endswith(b"It was late.\n\nFrom the quay nothing was seen.\n\n")
    assert documents[1].data.startswith(b"From: Callow")
    assert said == []


def test_a_message_beyond_the_limit_is_refused_and_the_next_one_read() -> None:
    documents, said = walked("box.mbox", BOX.replace(b"It was late.", b"late\n" * 2000), limit=1000)
    assert [one.name for one in documents] == ["box.mbox!/000002.eml"]
    assert "longer than 1,000 bytes" in said[0]
