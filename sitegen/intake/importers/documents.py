"""The reader of PDF and DOCX, where their libraries are installed: their text, and what they state of themselves."""

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sitegen.intake import foreign, markup
from sitegen.intake.importers.sites import front
from sitegen.intake.importers.table import books
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member, Reading
from sitegen.model import Place, RawArticle
from sitegen.problems import BuildError, problem

NAME = "documents/1"
MAX_PAGES = 500
MAX_OBJECTS = 200_000
_COMMAND = 'Install it: pip install "sitegen-archive[documents]".'
_NUMBER = re.compile(r"(?:page|seite|página|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")
_END = re.compile("[.!?:…。؟][\"'\u201d\u2019»)\\]]*$")
# what programs write as a title where nobody gave one
_NO_TITLE = re.compile(
    r"untitled|microsoft word|document\d*|dokument\d*|slide \d|.*\.(?:docx?|pdf|indd|qxd|tex|rtf)", re.IGNORECASE
)
_EDGE = 2
_HEADLINE = 20
_FEW = 3


def knows(member: Member) -> bool:
    """Whether a document is a PDF or a DOCX, by its first bytes and its name."""
    return member.data[:1024].lstrip().startswith(b"%PDF-") or (
        member.name.lower().endswith(".docx") and member.data.startswith(b"PK")
    )


def read(member: Member) -> Reading:
    """Read a document. Raises BuildError where it cannot be read, or its library is not installed."""
    one = _docx(member) if member.data.startswith(b"PK") else _pdf(member)
    if one.articles[0].body:
        return one
    said = "This document holds no text; it may be a picture of its pages."
    raise BuildError([problem("document-unreadable", said, Place(member.name), "Have its letters recognised first.")])


def _missing(member: Member, library: str, error: ImportError) -> BuildError:
    said = f"Reading this document needs {library}."
    found = BuildError([problem("library-missing", said, Place(member.name), _COMMAND)])
    found.__cause__ = error
    return found


def _unreadable(member: Member, error: Exception) -> BuildError:
    said = f"This document cannot be read: {type(error).__name__}."
    found = BuildError([problem("document-unreadable", said, Place(member.name), "Save its text as a text file.")])
    found.__cause__ = error
    return found


def _docx(member: Member) -> Reading:
    books.refuse_bombs(member)
    try:
        import mammoth  # noqa: PLC0415 - optional
    except ImportError as error:
        raise _missing(member, "mammoth", error) from error
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(member.data), convert_image=mammoth.images.img_element(_no_image)
        ).value
    except Exception as error:  # hostile files make the library fail in many ways
        raise _unreadable(member, error) from error
    marked = markup.read(html)
    title, body = front.headline(re.sub(r"\A#+ ", "# ", marked.body))
    return Reading((foreign.article(member, title, Marked(body, marked.pictures)),))


def _no_image(_image: Any) -> dict[str, str]:  # noqa: ANN401 - mammoth's
    return {"src": ""}


def _pdf(member: Member) -> Reading:
    try:
        import pypdf  # noqa: PLC0415 - optional
    except ImportError as error:
        raise _missing(member, "pypdf", error) from error
    # what it finds wrong it would say to the terminal
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        held = pypdf.PdfReader(io.BytesIO(member.data), strict=False)
        size = len(held.pages), sum(len(one) for one in held.xref.values())
        small = size[0] <= MAX_PAGES and size[1] <= MAX_OBJECTS
        pages = [page.extract_text() for page in held.pages] if small else []
        title = foreign.words(held.metadata.title) if held.metadata else ""
    except Exception as error:  # hostile files make the library fail in many ways, also by recursion
        raise _unreadable(member, error) from error
    if not small:
        said = f"This PDF has {size[0]:,} pages and {size[1]:,} objects; {MAX_PAGES} and {MAX_OBJECTS:,} are read."
        raise BuildError([problem("document-too-large", said, Place(member.name), "Cut it into parts.")])
    return Reading((_of_pages(member, pages, title),))


def _of_pages(member: Member, pages: Sequence[str], title: str) -> RawArticle:
    """Return the article of a PDF: its title as stated, if that is sane, or the short line with which it begins."""
    paragraphs = joined([page.split("\n") for page in pages])
    sane = title if title and not _NO_TITLE.fullmatch(title) else ""
    first = paragraphs[0] if paragraphs else ""
    if not sane and paragraphs and not _END.search(first) and len(first.split()) <= _HEADLINE:
        sane, paragraphs = first, paragraphs[1:]
    elif paragraphs and first == sane:
        paragraphs = paragraphs[1:]
    return foreign.article(member, sane, Marked(foreign.paragraphs("\n\n".join(paragraphs))))


def joined(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the paragraphs of pages of lines: without what stands at most pages' edges, parted words whole."""
    furniture = _furniture(pages)
    lines = [line.strip() for page in pages for line in _inside(page, furniture)]
    usual = sorted(len(line) for line in lines if line)[len([line for line in lines if line]) * 3 // 4 :][:1]
    width = usual[0] if usual else 0
    found: list[str] = []
    open_ = False
    for line in lines:
        if not line:
            open_ = False
            continue
        if open_ and found:
            found[-1] = _HYPHEN.sub("", found[-1]) + line if _parted(found[-1], line) else f"{found[-1]} {line}"
        else:
            found.append(line)
        # a line that ends early with a full stop ends its paragraph
        ends = (_END.search(line) and len(line) < width * 0.9) or len(line) < width * 0.6
        open_ = bool(_HYPHEN.search(line)) or not ends
    return found


def _parted(above: str, below: str) -> bool:
    return bool(_HYPHEN.search(above)) and below[:1].islower()


def _inside(page: Sequence[str], furniture: frozenset[str]) -> list[str]:
    written = [line for line in page if line.strip()]
    edges = {id(line) for line in (*written[:_EDGE], *written[-_EDGE:])}
    return [
        line
        for line in page
        if not (id(line) in edges and (_bare(line) in furniture or _NUMBER.fullmatch(line.strip())))
    ]


def _bare(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _furniture(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines, figures aside, that stand at the edges of most pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        written = [line for line in page if line.strip()]
        counts.update({_bare(line) for line in (*written[:_EDGE], *written[-_EDGE:])})
    return frozenset(line for line, count in counts.items() if count >= _FEW and count * 2 > len(pages))
