"""What a line of a pasted dump looks like: small named questions about its shape, and the table of them."""

import re
from collections.abc import Callable

from sitegen.intake import bylines, datewords
from sitegen.intake.bylines import Byline

MAX_TITLE = 220
MAX_SUBHEAD = 100
_MAX_TITLE_WORDS = 34
_MAX_SUBHEAD_WORDS = 18
_MAX_WIDGET = 3

_SEPARATOR = re.compile(r"(?:[*_=~#•·–—+◆■□▪★☆◇※\-]\s*){3,}")  # noqa: RUF001 - the marks that people use
_AGENCY_SUBHEAD = re.compile(r"([-–—])\s+(\S.*\S|\S)\s+[-–—]")  # noqa: RUF001
_WIDGET = re.compile(r"[A-Za-z]{1,2}[+-]?|\d{1,3}|[+-]")
_SIZE_WIDGET = re.compile(r"TT|T\s?T|A\s?A|Aa|A\s?[+-]|حجم الخط|文字サイズ.{0,8}|(?:text|font) size:?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？؟:;,،؛、۔]['\"”’»)\]）」』]*$")  # noqa: RUF001
_TITLE_STOP = re.compile(r"[.,;،؛、。:]['\"”’»)\]）」』]*$")  # noqa: RUF001
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Ltd|Jr|Sr|Co|St|No|Dr|Mr|Mrs)\.|\.\.\.)['\"”’)]*$")  # noqa: RUF001
_BULLET = re.compile(r"[•*▪◦‣·»>\-–—]\s+")  # noqa: RUF001
_LIST_MARK = re.compile(r"[•*▪◦‣·»>\-–—]\s+|\(?\d{1,2}[.)]\s|[a-z]\)\s")  # noqa: RUF001
_QUESTION = re.compile(r"(?:who|what|when|where|why|how|is|are|can|will|does|do)\b", re.IGNORECASE)
_FURNITURE = re.compile(
    r"advertisements?|advertising|sponsored(?: content)?|skip to (?:main )?(?:content|search results)|copy link"
    r"|share(?: this(?: article| story)?)?|(?:click to )?(?:print|email|tweet|pin|share)(?: this)?(?: on \w+)?"
    r"|read more:?|more:?|continue reading|story continues below(?: advertisement)?"
    r"|article continues (?:after|below).{0,30}"
    r"|(?:most )?(?:read|popular|viewed)|related(?: articles| stories| topics| content)?:?|recommended(?: for you)?"
    r"|listen(?: now| to (?:this|the) (?:article|story))?"
    r"|log ?in|sign (?:in|up)|subscribe(?: now)?|menu|search|back to top|comments?(?: \(\d+\))?|\d+ comments?"
    r"|facebook|twitter|whatsapp|linkedin|reddit|telegram|flipboard|pinterest|follow us(?: on .{2,30})?|getty images"
    r"|sign up for our (?:newsletter|emails?)|all rights reserved\.?|loading(?:\.\.\.|…)?"
    r"|إعلان|اقرأ أيضا:?|اقرأ أيضاً:?|مشاركة|شارك|طباعة|المزيد|تعليقات|広告|続きを読む|シェア|ツイート|印刷",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]*(?:page|seite|página|pagina|p\.|strona|стр\.|صفحة|第)\s?\d{1,4}\s?(?:頁|ページ)?"  # noqa: RUF001
    r"(?:\s?(?:of|/|von|de|sur|di|van|из|من)\s?\d{1,4})?[-–—|\]) ]*"  # noqa: RUF001
    r"|[-–—]\s?\d{1,4}\s?[-–—]",  # noqa: RUF001
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_CONTINUED = re.compile(
    r"[(\[]?\s*(?:(?:story )?continue[sd]|turn(?: back)?|jump(?:s|ed)?|see (?:\w+ ){0,4}|suite|fortsetzung|continúa"
    r"|continua|pasa|viene|segue|vervolg|zie|продолжение|начало)\b.{0,40}?"
    r"\b(?:page|seite|página|pagina|pag\.|p\.|section|стр\.|[A-F](?=\d))\s*[A-F]?\d{1,3}[^.\w]{0,3}[)\]]?"
    r"|[(\[]?(?:to be continued|(?:more to )?follow|fortsetzung folgt|à suivre|continuará|continua)[.…]?[)\]]"
    r"|\(?(?:تابع|يتبع|البقية|تتمة)\b.{0,20}(?:صفحة|ص)\s*\d{1,3}\)?",
    re.IGNORECASE,
)


def is_separator(text: str) -> bool:
    """A line of three or more marks, as people put between articles: `* * *`, `-----`."""
    return _SEPARATOR.fullmatch(text) is not None


def is_size_widget(text: str) -> bool:
    """What is left of a button for the size of letters: `TT`, `A+`."""
    return _SIZE_WIDGET.fullmatch(text) is not None


def is_widget(text: str) -> bool:
    """What may be left of a button or a counter, if it stands among headings: one to three letters or figures."""
    return is_size_widget(text) or (len(text) <= _MAX_WIDGET and _WIDGET.fullmatch(text) is not None)


def is_furniture(text: str) -> bool:
    """A line that belongs to the page, not to the article: share buttons, invitations to read more."""
    return len(text) <= MAX_SUBHEAD and _FURNITURE.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """A line of nothing but a number of up to four figures."""
    return _NUMBER.fullmatch(text) is not None


def is_page_number(text: str) -> bool:
    """The number of a printed page, where it says so: `Page 4 of 12`, `- 4 -`."""
    return len(text) <= MAX_SUBHEAD and _PAGE_NUMBER.fullmatch(text) is not None


def is_continued(text: str) -> bool:
    """Where a printed article goes on or came from: `(Continued on Page 4)`, `See STORM, Page A6`."""
    return len(text) <= MAX_SUBHEAD and _CONTINUED.fullmatch(text) is not None


def agency_subhead(text: str) -> str:
    """Return the words of a subhead as agencies write it, `- West Bank violence -`; "" if it is none."""
    if is_page_number(text):
        return ""
    match = _AGENCY_SUBHEAD.fullmatch(text) if len(text) <= MAX_TITLE else None
    return match[2] if match and len(match[2]) <= MAX_SUBHEAD and not match[2].startswith(("-", "–", "—")) else ""  # noqa: RUF001


def ends_a_sentence(text: str) -> bool:
    """Whether the text ends with a mark that ends or carries on a sentence."""
    return _SENTENCE_END.search(text) is not None


def is_list_member(text: str) -> bool:
    """A line that opens with a bullet or a number."""
    return _LIST_MARK.match(text) is not None


def is_numbered(text: str) -> bool:
    """A line that opens with a number and a stop, as in a list or over the parts of an article."""
    return re.match(r"\d{1,2}[.)]\s", text) is not None


def is_title_like(text: str) -> bool:
    """A line that could be a headline: short, not a sentence that stops, not in the middle of one."""
    if not 1 < len(text) <= MAX_TITLE or len(text.split()) > _MAX_TITLE_WORDS:
        return False
    if text[0].islower() or text[0] in ",.;:)،؛。、" or not any(char.isalpha() for char in text):
        return False
    if is_separator(text) or agency_subhead(text) or text.startswith(("• ", "* ", "- ", "– ", "— ")):  # noqa: RUF001
        return False
    return not _TITLE_STOP.search(text) or _ABBREVIATION.search(text) is not None


def is_short_heading(text: str) -> bool:
    """A headline with a full stop, as old papers set it; only good where a headline must stand."""
    one_sentence = text.endswith((".", "。", "؟")) and ". " not in text
    return len(text) <= MAX_SUBHEAD and one_sentence and not text[0].islower() and not is_list_member(text)


def is_plain_subhead(text: str) -> bool:
    """A line that could be a subhead without marks: a few words, perhaps numbered, that no sentence mark ends."""
    return (
        len(text) <= MAX_SUBHEAD
        and len(text.split()) <= _MAX_SUBHEAD_WORDS
        and not ends_a_sentence(text)
        and not _BULLET.match(text)
        and not text[0].islower()
        and any(char.isalpha() for char in text)
        and not agency_subhead(text)
    )


def is_question_subhead(text: str) -> bool:
    """A short question such as explainers put over their parts: `How does it work?`."""
    return len(text.split()) <= 6 and _QUESTION.match(text) is not None and text.endswith("?")  # noqa: PLR2004


def byline(text: str) -> tuple[str, ...]:
    """Return the names in a line that says who wrote, an agency's last; () if it does not."""
    found = bylines.read(text)
    return (*found.people, *filter(None, [found.agency])) if found else ()


def looks_like_a_name(text: str) -> bool:
    """Two to four capitalised words (or a few characters without spaces), nothing else; only good beside a date."""
    words = text.split()
    if re.fullmatch(r"[\u3400-\u9fff々ヶぁ-ヿ]{2,7}", text):
        return True
    few = 2 <= len(words) <= 4 and len(text) <= 40  # noqa: PLR2004
    return few and bylines.are_names(text) and not ends_a_sentence(text.rstrip("."))


def credits_and_date(text: str) -> tuple[Byline | None, datewords.Found | None] | None:
    """Read a line of byline, date or both (`By Ines Marrow | 14 February 1974`); None if it is neither."""
    if len(text) > MAX_SUBHEAD:
        return None
    date = datewords.whole(text) or _date_at_an_end(text)
    parts = [part for part in re.split(r"\s+[|•·–—-]\s+|\s*\|\s*|\u3000+", text) if part]  # noqa: RUF001
    if date is None and (signed := bylines.read(text)):
        return signed, None
    if date is None:
        date = next((one for one in map(datewords.whole, parts) if one), None)
    rest = [part.strip(" ,|.–—-\u3000") for part in (text.replace(date.words, "|").split("|") if date else parts)]  # noqa: RUF001
    writers = []
    for part in filter(None, rest):
        found = bylines.read(part) or (bylines.parted(part) if date and looks_like_a_name(part) else None)
        if not found:
            return None
        writers.append(found)
    return (bylines.joined(writers) if writers else None, date) if writers or date else None


def _date_at_an_end(text: str) -> datewords.Found | None:
    return next((one for one in datewords.find(text) if one.start == 0 or one.end == len(text)), None)


def dropped_by(text: str) -> str:
    """Return the rule by which a line is no text wherever it stands, "" if none."""
    return next((name for name, asks in DROPPING if asks(text)), "")


# the questions by which a line is left out; the name is the rule's
DROPPING: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("separator", is_separator),
    ("page-furniture", is_furniture),
    ("widget", is_size_widget),
    ("page-number", is_page_number),
    ("continued", is_continued),
)
