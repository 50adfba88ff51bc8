"""Claims about PDF and DOCX."""

import io
import sys
import zipfile

import pytest

from sitegen.intake.importers import documents
from sitegen.intake.members import Member
from sitegen.problems import BuildError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml"
ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""


def docx(body: str, head: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        packed.writestr("word/document.xml", f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


def paragraph(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def pdf(*lines: str) -> bytes:
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 600 800]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    at = len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        at,
    )


def test_a_docx_keeps_its_words_and_is_titled_by_its_heading() -> None:
    pytest.importorskip("mammoth")
    member = Member("a.docx", docx(paragraph("Lamp") + paragraph("It went out.") + paragraph("Oil.")))
    assert documents.knows(member)
    assert documents.read(member).articles[0].body == "Lamp\n\nIt went out.\n\nOil."


def test_a_pdf_is_titled_by_its_first_short_line() -> None:
    pytest.importorskip("pypdf")
    member = Member("a.pdf", pdf("Lamp goes out", "The lamp on the mole at Wick Ness went out on Tues-", "day night."))
    assert documents.knows(member)
    one = documents.read(member).articles[0]
    assert (one.title, one.body) == ("Lamp goes out", "The lamp on the mole at Wick Ness went out on Tuesday night.")


def test_page_furniture_is_left_out_and_hyphens_joined() -> None:
    stories = ["lamp went out in the har-|bour for a night", "goose was bought by the coun-|cil of the town"]
    stories += [
        "ferry was late again on Fri-|day and nobody cared",
        "bailiff took two cows on Mon-|day and gave them back",
    ]
    bodies = [[f"At {story[:6]} it is said by all in the town that the", *f"{story}.".split("|")] for story in stories]
    pages = [["The Wick Courier", "", *body, "", str(number)] for number, body in enumerate(bodies, 4)]
    whole = [f"At {story[:6]} it is said by all in the town that the {story.replace('-|', '')}." for story in stories]
    assert documents.joined(pages) == whole


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\n" + b"[" * 50_000, b"PK no zip"])
def test_what_cannot_be_read_is_a_problem(data: bytes) -> None:
    with pytest.raises(BuildError):
        documents.read(Member("a.docx", data))


def test_entities_are_refused() -> None:
    hostile = docx(paragraph("&x;"), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    with pytest.raises(BuildError):
        documents.read(Member("a.docx", hostile))


@pytest.mark.parametrize(("name", "data"), [("pypdf", pdf("x")), ("mammoth", docx(""))])
def test_without_its_library_the_command_is_named(name: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(BuildError) as caught:
        documents.read(Member("a.docx", data))
    assert caught.value.problems[0].rule == "library-missing"
    assert "sitegen-archive[documents]" in caught.value.problems[0].hint
