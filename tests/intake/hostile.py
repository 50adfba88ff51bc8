"""A pile that an enemy, a broken disk or a careless export made; two good articles lie in it."""

import bz2
import gzip
import io
import json
import os
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from .containers.made import zipped
from .shared import ONE, TWO

_MANY = 100_000
_ZEROS = 300 << 20
_PAGE = "<!doctype html><html><head><title>T</title></head><body>%s</body></html>"
_XXE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_ENTITIES = "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(12))
_LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{_ENTITIES}]>'
_RSS = (
    "<rss version='2.0'><channel><title>C</title>"
    "<item><title>T</title><description>%s</description></item></channel></rss>"
)
Said = bytes | str


class _Compressor(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self) -> bytes: ...


def _zeros(packed: _Compressor) -> bytes:
    return b"".join(packed.compress(bytes(1 << 20)) for _ in range(_ZEROS >> 20)) + packed.flush()


def _zip_in_zip(depth: int) -> bytes:
    data = ONE.encode()
    for level in range(depth):
        data = zipped([(f"inner-{level}{'.zip' if level else '.txt'}", data)])
    return data


def _warc(body: bytes, length: int = -1, uri: str = "https://w.example/a", headers: str = "") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    size = len(http) if length < 0 else length
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {uri}\r\nContent-Type: application/http; msgtype=response\r\n{headers}"
        f"Content-Length: {size}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _tar() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name in ("../../out.txt", "/etc/out.txt", "a\nb.txt", "C:/out.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(TWO.encode())
            archive.addfile(info, io.BytesIO(TWO.encode()))
        for kind, name in ((tarfile.SYMTYPE, "link.txt"), (tarfile.LNKTYPE, "hard.txt"), (tarfile.CHRTYPE, "dev.txt")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return held.getvalue()


def _mail(depth: int) -> bytes:
    """Return a message of parts within parts, none of them closed."""
    head = "From: A <a@w.example>\nDate: Fri, 12 Mar 2004 10:00:00 +0000\nSubject: S\nMIME-Version: 1.0\n"
    return (
        head + "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(depth))
    ).encode()


def files() -> Mapping[str, Callable[[], bytes]]:
    """Return how each file of the pile is made, by its name."""
    page = ("<p>" + "The lamp of the harbour went out again, and nobody could say why. " * 12 + "</p>") * 3
    made: dict[str, Callable[[], Said] | Said] = {
        "good-one.txt": ONE,
        "good-two.txt": TWO,
        "bomb.txt.gz": lambda: _zeros(zlib.compressobj(wbits=31)),
        "bomb.txt.bz2": lambda: _zeros(bz2.BZ2Compressor()),
        "bomb.zip": lambda: zipped([("zeros.txt", bytes(_ZEROS))]),
        "bomb.warc.gz": lambda: gzip.compress(_warc(bytes(_ZEROS // 3))),
        "deep.zip": lambda: _zip_in_zip(9),
        "truncated.warc": lambda: (_warc(page.encode()) + _warc(page.encode()))[:-1500],
        "truncated.warc.gz": lambda: gzip.compress(_warc(page.encode()))[:-30],
        "long.warc": lambda: _warc(page.encode(), 90),
        "short.warc": lambda: _warc(page.encode(), 999_999),
        "negative.warc": lambda: _warc(page.encode(), 0).replace(b"Content-Length: 0", b"Content-Length: -5"),
        "wordy.warc": lambda: _warc(page.encode(), 0).replace(b"Content-Length: 0", b"Content-Length: many"),
        "no-records.warc": "WARC/1.0\r\n\r\n",
        "garbage.warc.gz": lambda: b"\x1f\x8b" + random.Random(5).randbytes(3000),
        "nested-divs.html": lambda: _PAGE % ("<div>" * _MANY),
        "nested-lists.html": lambda: _PAGE % ("<ul><li>" * _MANY),
        "nested-inlines.html": lambda: _PAGE % ("<b><i>" * _MANY + "x"),
        "nested-tables.html": lambda: _PAGE % ("<table><tr><td>" * 20_000 + "x"),
        "attributes.html": lambda: _PAGE % ("<p " + " ".join(f'a{at}="v"' for at in range(_MANY)) + ">x</p>"),
        "class.html": lambda: _PAGE % f'<p class="{"x " * _MANY}">x</p>',
        "long-text.html": lambda: _PAGE % ("<p>" + "word " * 2_000_000 + "</p>"),
        "long-word.html": lambda: _PAGE % ("<p>" + "w" * 10_000_000 + "</p>"),
        "open-angles.html": lambda: _PAGE % ("<" * _MANY),
        "references.html": lambda: _PAGE % ("&#x110000;&bogus;&" * 30_000),
        "many-paragraphs.html": lambda: _PAGE % ("<p>word word word" * 40_000),
        "ld-json.html": lambda: _PAGE % ('<script type="application/ld+json">' + "[" * _MANY + "</script>" + page),
        "long-text.xml": lambda: _RSS % ("word " * 2_100_000),
        "long-text-nitf.xml": lambda: (
            f"<nitf><body><body.content><p>{'word ' * 2_100_000}</p></body.content></body></nitf>"
        ),
        "xxe.xml": _XXE + _RSS % "&e;",
        "xxe-nitf.xml": _XXE + "<nitf><body><body.content><p>&e;</p></body.content></body></nitf>",
        "xxe-wordpress.xml": _XXE + '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item/></channel></rss>',
        "laughs.xml": _LAUGHS + _RSS % "&m;",
        "laughs-newsml.xml": _LAUGHS + "<newsItem><contentSet><inlineXML>&m;</inlineXML></contentSet></newsItem>",
        "deep.xml": lambda: "<nitf>" + "<block>" * _MANY,
        "half.xml": "<?xml version='1.0'?><rss version='2.0'><channel><item><title>T",
        "deep.json": lambda: '[{"title": ' + "[" * _MANY,
        "deep-ninjs.json": lambda: (
            '{"uri": "x", "versioncreated": "2020", "associations": ' + '{"a": {"associations": ' * 30_000
        ),
        "half.jsonl": '{"title": "A", "text": "Words."}\n{"title": "B", "te\n',
        "lies.json": '[{"title": {"a": [1]}, "text": 3}]',
        "huge-number.json": lambda: '[{"title": "N", "text": ' + "9" * _MANY + "}]",
        "quotes.csv": 'title,text\nA,"one\nB,two\nC,"th"ree"\nD,four,five,six\n"E,""\n',
        "one-quote.csv": lambda: 'title,text\n"' + "a,b\n" * 50_000,
        "wide.csv": lambda: ",".join(f"c{at}" for at in range(20_000)) + "\n1,2\n",
        "no-columns.csv": "alpha,beta\n1,2\n",
        "nul.csv": b"title,text\nA,\x00\x00\n",
        "bomb.xlsx": lambda: zipped([("[Content_Types].xml", b"<x/>"), ("xl/worksheets/sheet1.xml", bytes(_ZEROS))]),
        "broken.xlsx": b"PK\x03\x04" + b"junk" * 100,
        "entities.docx": lambda: zipped([("word/document.xml", (_LAUGHS + "<x>&m;</x>").encode())]),
        "half.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
        "circle.pdf": b"%PDF-1.7\n1 0 obj\n<</Type/Pages/Kids[1 0 R]/Count 9>>\nendobj\n"
        b"2 0 obj\n<</Type/Catalog/Pages 1 0 R>>\n"
        b"endobj\ntrailer\n<</Root 2 0 R/Size 3>>\nstartxref\n9\n%%EOF",
        "deep.eml": lambda: _mail(2000),
        "headers.eml": lambda: b"From: a\nDate: x\nSubject: " + b"=?utf-8?q?" * _MANY + b"\n\nText\n",
        "charset.eml": b"From: a\nDate: x\nSubject: s\nContent-Type: text/plain; charset=nonsense\n\nText of it.\n",
        "half.mbox": b"From a@w.example Fri Mar 12 10:00:00 2004\nSubject: s\n\nText\nFrom b 10:00\nx",
        "half.mht": (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/css\n\na"
        ),
        "front.md": lambda: "---\ntitle: " + "[" * _MANY + "\n---\nText of it.\n",
        "keys.md": lambda: "---\n" + "".join(f"k{at}: 1\n" for at in range(30_000)) + "---\nText of it.\n",
        "brackets.md": lambda: "# T\n\n" + "[" * 50_000,
        "stars.md": lambda: "# T\n\n" + "*a_" * 50_000,
        "quotes.md": lambda: "# T\n\n" + ">" * 50_000 + "x",
        "lists.md": lambda: "# T\n\n" + "\n".join(" " * at + "- x" for at in range(2000)),
        "html.md": lambda: "# T\n\n" + "<div>" * _MANY,
        "ticks.md": lambda: "# T\n\n" + "".join("`" * at + "x" for at in range(400)),
        "angles.md": lambda: "# T\n\n" + "<a " * 50_000,
        "file.rst": (
            "T\n=\n\n.. include:: /etc/passwd\n\n.. raw:: html\n   :file: /etc/passwd\n\n"
            ".. csv-table::\n   :file: /etc/passwd\n\nx\n"
        ),
        "mojibake.txt": ONE.replace("nobody", "nobodyâ€™s").replace("Cape", "CafÃ© Cape"),
        "empty.txt": "",
        "blank.txt": "\n \n\t\n",
        "nul.txt": bytes(5000),
        "utf16.txt": lambda: TWO.replace("goose", "gander").encode("utf-16-le"),
        "binary.txt": lambda: bytes(range(256)) * 40,
        "wide-line.txt": lambda: "word " * 1_200_000,
        "many-lines.txt": lambda: "a\n" * 150_000,
        "surrogates.txt": b"Title\n\n\xed\xa0\x80\xed\xb0\x80 text of it.\n",
        "refused.tar": _tar,
        "half.zip": lambda: zipped([("a.txt", ONE.encode() * 20)])[:-60],
        "half.tar.gz": lambda: gzip.compress(_tar())[:-20],
        "half.tar.xz": b"\xfd7zXZ\x00" + b"\x00" * 50,
    }  # fmt: skip
    made |= {f"empty.{suffix}": b"" for suffix in _SUFFIXES}
    made |= {f"noise.{suffix}": lambda: random.Random(7).randbytes(4000) for suffix in _SUFFIXES}
    return {name: _made(one) for name, one in made.items()}


_SUFFIXES = (
    *("html", "csv", "tsv", "json", "jsonl", "xlsx", "xml", "md", "rst", "eml", "mbox", "mht", "pdf", "docx"),
    *("zip", "tar", "warc", "warc.gz", "wacz"),
)


def _made(one: Callable[[], Said] | Said) -> Callable[[], bytes]:
    def data() -> bytes:
        said = one() if callable(one) else one
        return said.encode() if isinstance(said, str) else said

    return data


def wacz() -> bytes:
    """Return a WACZ whose page is not what its index says, and whose index names what is not there."""
    page = _warc(b"<html><body><p>words</p></body></html>")
    listed = [
        {"name": name, "path": f"archive/{name}", "hash": f"sha256:{'0' * 64}", "bytes": 1}
        for name in ("a.warc", "b.warc")
    ]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("archive/a.warc", page)
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "resources": listed}))
    return held.getvalue()


def lay(folder: Path) -> None:
    """Lay the pile into a folder, with links in circles, a pipe and a name that no page can have."""
    folder.mkdir(parents=True)
    for name, data in files().items():
        (folder / name).write_bytes(data())
    (folder / "lies.wacz").write_bytes(wacz())
    (folder / "round").mkdir()
    (folder / "round" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "out.txt").symlink_to("/etc/passwd")
    (folder / "nowhere.txt").symlink_to(folder / "not-there.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "bell\x07 and\nline.txt").write_text(ONE.replace("Ferry", "Boat"), "utf-8")
    (folder / f"{'l' * 251}.txt").write_text(TWO.replace("goose", "duck"), "utf-8")
