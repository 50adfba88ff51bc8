"""Claims about pages that were saved with all their parts."""

from .made import walked

PAGE = b"""From: <Saved by a browser>
Snapshot-Content-Location: https://courier.example/ferry
Subject: Ferry late again
Date: Mon, 15 Mar 2004 10:11:12 +0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B"

------B
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://courier.example/ferry

<html><p>Caf=C3=A9</p></html>
------B
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw==
------B--
"""


def test_the_page_comes_out_with_its_address_and_day() -> None:
    documents, said = walked("ferry.mhtml", PAGE)
    assert [(one.name, one.data.strip()) for one in documents] == [
        ("ferry.mhtml!/page.html", "<html><p>Café</p></html>".encode())
    ]
    assert documents[0].about == {
        "url": "https://courier.example/ferry",
        "fetched": "2004-03-15T10:11:12+00:00",
        "type": "text/html",
        "charset": "utf-8",
    }
    assert said == []


def test_a_file_without_a_page_is_told() -> None:
    documents, said = walked("x.mht", b"MIME-Version: 1.0\nContent-Type: text/plain\n\nwords\n")
    assert documents == []
    assert said == ["x.mht: There is no page in this file. Save the page again."]
