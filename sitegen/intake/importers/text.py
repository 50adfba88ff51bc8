"""The reader of pasted text: from the lines of a dump to its articles, and a word for each line that is not text."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.intake import bylines, captions, gleaned, language, mojibake, notices, overrule, pasted, published, rules
from sitegen.intake import parts as parts_of
from sitegen.intake.bylines import Byline
from sitegen.intake.cleaning import Judgement
from sitegen.intake.headers import Row
from sitegen.intake.lines import Line, Lines
from sitegen.intake.members import Member, Reading
from sitegen.intake.mojibake import Mended
from sitegen.intake.overrule import NOTHING, Overruled
from sitegen.intake.parts import Part, Parted
from sitegen.model import Beginning, Block, Cut, Edtf, Place, Problem, RawArticle
from sitegen.problems import problem

NAME = "text/2"
_SUFFIXES = (".txt", ".text")
_EDGE_ARTICLES = 4
_ROW = 2
# a date above the headline can still be its own
_ABOVE_TITLE = 4
# among so many rows a line that says by whom tells of the whole article
_TOP = 12
_SUBHEAD_TEXT, _ABOVE = 60, 30
Kind = Literal["paragraph", "subhead", "quote"]
Note = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Dump:
    """What a dump holds: its articles in order, and the lines that became something else than text.

    `notes` are (article, kind, words) that a curator should know.
    """

    articles: tuple[RawArticle, ...]
    cuts: tuple[Cut, ...]
    notes: tuple[tuple[int, str, str], ...] = ()


def knows(member: Member) -> bool:
    """Whether a document is a text dump, by its name."""
    return member.name.lower().endswith(_SUFFIXES)


def read(member: Member) -> Reading:
    """Read a text dump as its curator says. Raises BuildError for what is no text."""
    lines, findings = pasted.lines_of(member)
    lines, mended = mojibake.mend(lines)
    said, unmatched = overrule.follow(overrule.words_of(member), lines.lines, member.name)
    found = dump(lines, said)
    articles = tuple(_with_mended(article, lines, mended) for article in found.articles)
    return Reading(articles, (*findings, *unmatched, *_told(mended, member)), found.cuts, found.notes, lines)


def _with_mended(article: RawArticle, lines: Lines, mended: Sequence[Mended]) -> RawArticle:
    """Return an article with the lines of it that were put right as evidence."""
    own = [one for one in mended if article.start <= lines.lines[one.number - 1].start < article.end]
    words = tuple(("mojibake", mojibake.told(one)) for one in own)
    return replace(article, evidence=(*article.evidence, *words)) if own else article


def _told(mended: Sequence[Mended], member: Member) -> list[Problem]:
    if not mended:
        return []
    lines = "1 line was" if len(mended) == 1 else f"{len(mended):,} lines were"
    said = f"{lines} read in a wrong encoding before, and put right: {mojibake.told(mended[0])}."
    return [problem("seed-mojibake", said, Place(member.name, mended[0].number))]


def dump(lines: Lines, said: Overruled = NOTHING) -> Dump:
    """Read the lines of a dump; nothing is decided here that the lines do not show and no curator says."""
    parted = parts_of.part(lines.lines, said)
    parts, marks = parted.parts, parted.marks
    cuts = _marks_between(marks, parts) + _page_cuts(parted, parts)
    dashed = any(rules.agency_subhead(row.text) for part in parts for row in part.rows)
    furniture = _edge_lines(parts)
    found, notes = [], []
    for number, part in enumerate(parts):
        inside = _inside(marks, part)
        blocks, cut = _body(part, number, parted, dashed=dashed, furniture=furniture, marks=inside)
        cuts += cut + _header_cuts(part, number) + _cuts_before(part, number, parted.judged)
        article, noticed, own = _article(part, blocks, number)
        cuts += noticed
        found.append(article)
        notes += own
    return Dump(tuple(found), tuple(sorted(cuts, key=lambda cut: cut.start)), tuple(notes))


def _inside(marks: Sequence[Line], part: Part) -> Sequence[Line]:
    """Return the lines of marks that stand between the first and the last row of an article's text."""
    if part.header.body >= len(part.rows):
        return ()
    first = bisect_left(marks, part.rows[part.header.body].line.first, key=lambda line: line.first)
    return marks[first : bisect_left(marks, part.rows[-1].line.first, key=lambda line: line.first)]


def _marks_between(marks: Sequence[Line], parts: Sequence[Part]) -> list[Cut]:
    inside = {line.number for part in parts for line in _inside(marks, part)}
    return [Cut(line.start, line.end, "separator") for line in marks if line.number not in inside]


def _page_cuts(parted: Parted, parts: Sequence[Part]) -> list[Cut]:
    firsts = [part.rows[0].line.first for part in parts]
    lines = [*((line, "page-furniture") for line in parted.page), *parted.dropped]
    return [Cut(line.start, line.end, rule, "", bisect_left(firsts, line.first) - 1) for line, rule in lines]


def _edge_lines(parts: Sequence[Part]) -> frozenset[str]:
    """Return the lines with which at least four articles, and most of a file's, begin or end: the page's own."""
    if len(parts) < _EDGE_ARTICLES:
        return frozenset()
    found = set()
    for edge in (0, -1):
        edges = [body[edge].text for part in parts if (body := part.rows[part.header.body :])]
        counts = Counter(text for text in edges if len(text) <= rules.MAX_SUBHEAD and not rules.ends_a_sentence(text))
        found |= {text for text, count in counts.items() if count >= _EDGE_ARTICLES and count * 2 > len(parts)}
    return frozenset(found)


def _cuts_before(part: Part, number: int, judged: Mapping[int, Judgement]) -> list[Cut]:
    """Return the cuts of the page's lines above a headline."""
    cuts = []
    for line in (row.line for row in part.before):
        one = judged[line.number]
        cuts.append(Cut(line.start, line.end, one.rule or "before-headline", "", number, one.score))
    if _kicker(part):
        cuts[-1] = replace(cuts[-1], rule="kicker", kept_as="kicker")
    return cuts


def _header_cuts(part: Part, number: int) -> list[Cut]:
    cuts = []
    for at, role in part.header.roles:
        line = part.rows[at].line
        keys = {
            "title": "title",
            "caption": "images",
            "deck": "deck",
            "byline": "byline",
            "date": "date",
            "byline-and-date": "byline, date",
        }
        cuts.append(Cut(line.start, line.end, role, keys.get(role, ""), number))
    return cuts


def _body(
    part: Part,
    number: int,
    parted: Parted,
    *,
    dashed: bool,
    furniture: frozenset[str],
    marks: Sequence[Line],
) -> tuple[list[Block], list[Cut]]:
    """Return the blocks of an article's text, and the rows below its header that are not text."""
    blocks: list[Block] = []
    cuts: list[Cut] = []
    rows = part.rows[part.header.body :]
    title = part.rows[0].text if part.start.titled else ""
    waiting = list(marks)
    for at, row in enumerate(rows):
        while waiting and waiting[0].first < row.line.first:
            mark = waiting.pop(0)
            blocks.append(Block("paragraph", mark.text, mark.start, mark.end))
        line, one = row.line, parted.judged[row.line.number]
        rule = _dropped(row.text, title, part.header.captions, furniture) or _is_between_pages(rows, at)
        if one.rule == overrule.RULE:
            blocks.append(Block("paragraph", row.text, line.start, line.end))
        elif rule:
            cuts.append(Cut(line.start, line.end, rule, "", number))
        elif words := rules.agency_subhead(row.text):
            blocks.append(Block("subhead", words, line.start, line.end, one.score))
        elif not one.kept:
            cuts.append(Cut(line.start, line.end, one.rule, "", number, one.score))
        else:
            kind = _kind(rows, at, quoted=line.number in parted.quoted, dashed=dashed)
            blocks.append(Block(kind, row.text, line.start, line.end, one.score))
    return _numbered_alike(blocks), cuts


def _kind(rows: Sequence[Row], at: int, *, quoted: bool, dashed: bool) -> Kind:
    """Return what a line of text is; where a dump marks its subheads with dashes, no other line is one."""
    if quoted:
        return "quote"
    return "subhead" if not dashed and _is_plain_subhead(rows, at) else "paragraph"


def _is_between_pages(rows: Sequence[Row], at: int) -> str:
    """Return the rule for a number that stands alone where a page ends or begins, "" if a row is none."""
    ends = rows[at].broken or (at + 1 < len(rows) and rows[at + 1].broken)
    return "page-number" if ends and rules.is_number(rows[at].text) else ""


def _numbered_alike(blocks: list[Block]) -> list[Block]:
    """Make every numbered heading a subhead where some are: the one above a short answer belongs to the row too."""
    if sum(block.kind == "subhead" and rules.is_numbered(block.text) for block in blocks) < _ROW:
        return blocks
    heads = [rules.is_numbered(block.text) and rules.is_plain_subhead(block.text) for block in blocks]
    return [replace(block, kind="subhead") if head else block for block, head in zip(blocks, heads, strict=True)]


def _dropped(text: str, title: str, own_captions: Sequence[str], furniture: frozenset[str]) -> str:
    """Return the rule by which a line below the header is left out, "" if it is text."""
    if text == title or text in own_captions:
        return "repeated-line"
    if text in furniture:
        return "line-of-every-article"
    return rules.dropped_by(text)


def _is_plain_subhead(rows: Sequence[Row], at: int) -> bool:
    """A few words on their own between paragraphs; where a dump marks its subheads, nothing unmarked is one."""
    if not 0 < at < len(rows) - 1:
        return False
    above, below = rows[at - 1].text, rows[at + 1].text
    # in an interview the same short question is answered in quotation marks
    asks = rules.is_question_subhead(rows[at].text) and below[0] not in "\"'“‘«"  # noqa: RUF001
    if not asks and not rules.is_plain_subhead(rows[at].text):
        return False
    stands_alone = rows[at].gap > 0 and rows[at + 1].gap > 0
    # the address under a letter's signature is short too, but what stands above it is not a paragraph
    prose = len(above) >= _ABOVE and len(below) >= _SUBHEAD_TEXT
    return stands_alone and prose and rules.ends_a_sentence(above) and rules.ends_a_sentence(below)


def _article(part: Part, blocks: Sequence[Block], number: int) -> tuple[RawArticle, list[Cut], list[Note]]:
    """Return an article, the cuts of lines in its text that speak of it, and what a curator should know."""
    lines = [row.text for row in (*part.before[-_ABOVE_TITLE:], *part.rows)]
    changed = published.updated(lines)
    kept, cuts, values = notices.take(blocks, changed, number)
    paragraphs = [block.text for block in kept if block.kind == "paragraph"]
    pictures = tuple(captions.read(text) for text in part.header.captions)
    signed = part.header.byline if part.header.byline != Byline() else bylines.of(row.text for row in part.rows[1:_TOP])
    told = gleaned.glean(paragraphs, part.header.date or published.of(lines), pictures)
    lang = language.guess(paragraphs or [part.rows[0].text], "")
    article = RawArticle(
        title=part.rows[0].text if part.start.titled else "",
        blocks=tuple(kept),
        start=part.rows[0].line.start,
        end=part.rows[-1].line.end,
        values=values | _changed(changed, told.dated.date),
        lang=lang,
        kicker=_kicker(part),
        deck=part.header.deck,
        byline=signed.people or told.byline.people,
        dateline=told.dateline or signed.place or told.byline.place,
        agency=told.agency or signed.agency,
        date=told.dated.date,
        date_basis=told.dated.basis,
        evidence=(*told.evidence, *gleaned.other_languages(paragraphs, lang)),
        images=pictures,
        suggested=told.suggested,
        begins=Beginning(part.start.rule, part.start.score),
    )
    return article, cuts, gleaned.notes(number, told.dated)


def _changed(day: str, date: Edtf | None) -> dict[str, str]:
    """Return the day of the last change, where it is another than that of publication."""
    later = bool(day) and (date is None or date.uncertain or bool(date.latest and day > date.latest))
    return {"updated": day} if later else {}


def _kicker(part: Part) -> str:
    return notices.kicker(part.before[-1].text) if part.before else ""
