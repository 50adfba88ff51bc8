"""Claims about web archives: pages with their addresses, revisits, digests, and files that break off."""

import base64
import hashlib
import io
import zipfile
from gzip import compress

import pytest

from .made import walked

pytest.importorskip("warcio")

PAGE = b"<html><title>Ferry late again</title><p>Nobody on the quay was surprised.</p></html>"
URL = "https://courier.example/ferry"


def digest_of(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def record(kind: str, url: str, block: bytes, day: str, digest: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {day}\r\n"
        f"WARC-Record-ID: <urn:x:{day}{len(block)}>\r\nWARC-Payload-Digest: {digest}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(url: str, kind: str, body: bytes, status: str = "200 OK") -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    return record("response", url, block, "2020-01-02T03:04:05Z", digest_of(body))


def crawl(*, gzip: bool = True) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    records = [
        response(URL, "text/html; charset=utf-8", PAGE),
        response("https://courier.example/a.png", "image/png", b"\x89PNG"),
        response("https://courier.example/gone", "text/html", b"gone", "404 Not Found"),
        record("revisit", URL, answer, "2021-06-07T08:09:10Z", digest_of(PAGE)),
        record("revisit", URL, answer, "2022-06-07T08:09:10Z", digest_of(b"elsewhere")),
    ]
    return b"".join(compress(one) if gzip else one for one in records)


@pytest.mark.parametrize("gzip", [True, False])
def test_pages_come_with_moment_and_address_and_revisits_with_what_they_repeat(gzip: bool) -> None:  # noqa: FBT001
    documents, said = walked("c.warc.gz" if gzip else "c.warc", crawl(gzip=gzip))
    assert [one.name.partition("!/")[2] for one in documents] == [
        "20200102030405/courier.example/ferry",
        "20210607080910/courier.example/ferry",
    ]
    assert {one.data for one in documents} == {PAGE}
    assert documents[0].about == {
        "url": URL, "fetched": "2020-01-02T03:04:05Z", "type": "text/html", "charset": "utf-8",
        "record": "<urn:x:2020-01-02T03:04:05Z143>", "digest": digest_of(PAGE),
    }  # fmt: skip
    assert documents[1].about["fetched"] == "2021-06-07T08:09:10Z"
    assert [words.partition(": ")[2] for words in said] == [
        (
            "1 record in it repeat what another file holds; they were left out. "
            "Import the other files of the crawl as well."
        ),
        "2 records in it were passed over, since they are no pages: answer 404 (1), image/png (1).",
    ]


def test_a_record_that_was_changed_is_told_and_given() -> None:
    documents, said = walked("c.warc", crawl(gzip=False).replace(b"Nobody on", b"Somebody!"[:9]))
    assert b"Somebody!" in documents[0].data
    assert "is not what its digest says" in said[0]


def test_a_file_that_breaks_off_gives_what_there_is() -> None:
    data = crawl(gzip=False)
    documents, said = walked("c.warc", data[: data.index(b"surprised")])
    assert documents[0].data.endswith(b"the quay was ")
    assert any("breaks off" in words for words in said)
    whole = crawl()
    documents, said = walked("c.warc.gz", whole[:300])
    assert said


def test_a_wacz_gives_the_pages_of_its_web_archives() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", "{}")
        archive.writestr("archive/data.warc.gz", crawl())
    documents, _ = walked("c.wacz", held.getvalue())
    assert documents[0].name == "c.wacz!/archive/data.warc.gz!/20200102030405/courier.example/ferry"
    assert len(documents) == 2


def test_what_one_web_archive_of_a_wacz_repeats_of_another_is_found() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("archive/a.warc", record("revisit", URL, answer, "2021-06-07T08:09:10Z", digest_of(PAGE)))
        archive.writestr("archive/b.warc", response(URL, "text/html", PAGE))
        archive.writestr("datapackage.json", "{}")
    documents, _ = walked("c.wacz", held.getvalue())
    assert [one.name for one in documents] == [
        "c.wacz!/archive/b.warc!/20200102030405/courier.example/ferry",
        "c.wacz!/archive/a.warc!/20210607080910/courier.example/ferry",
    ]
    assert {one.data for one in documents} == {PAGE}


def test_a_record_that_says_not_modified_is_found_by_address_and_moment() -> None:
    first = response(URL, "text/html", PAGE).replace(f"WARC-Payload-Digest: {digest_of(PAGE)}\r\n".encode(), b"")
    again = record("revisit", URL, b"HTTP/1.1 304 Not Modified\r\n\r\n", "2021-06-07T08:09:10Z", "x")
    refers = f"WARC-Refers-To-Target-URI: {URL}\r\nWARC-Refers-To-Date: 2020-01-02T03:04:05Z\r\n"
    documents, said = walked("c.warc", first + again.replace(b"WARC-Payload-Digest: x\r\n", refers.encode()))
    assert [one.about["fetched"] for one in documents] == ["2020-01-02T03:04:05Z", "2021-06-07T08:09:10Z"]
    assert said == []
