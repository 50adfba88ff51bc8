"""The reader of messages of e-mail (EML): newsletters, by their page or text, with what their headers state."""

import email
import email.policy
import re
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from sitegen.intake import foreign, markup
from sitegen.intake.importers.exports import besides
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member, Reading
from sitegen.model import Place, RawArticle
from sitegen.problems import BuildError, problem

NAME = "mail/2"
_HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.MULTILINE)
_SIGNS = (b"\nfrom:", b"\ndate:", b"\nsubject:", b"\nmessage-id:", b"\nreceived:")
_ENOUGH = 3


def knows(member: Member) -> bool:
    """Whether a document is a message: by its name, and by a header such as only messages have."""
    header = _HEADER.match(member.data[:65536].replace(b"\r\n", b"\n"))
    found = b"\n" + header[0].lower() if header else b""
    return member.name.lower().endswith(".eml") and sum(sign in found for sign in _SIGNS) >= _ENOUGH


def read(member: Member) -> Reading:
    """Read a message, and those attached to it, each as an article. Raises BuildError where none holds a text."""
    try:
        message = email.message_from_bytes(member.data, policy=email.policy.default)
        articles = tuple(_article(member, one, text) for one in _messages(message) if (text := _text(one)).body.strip())
        attached = Counter(_attached(message))
    except RecursionError as error:
        said, hint = "This message holds parts within parts, too deep to be read.", "Save its text as a text file."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)]) from error
    if not articles:
        said = "This message holds no text."
        raise BuildError([problem("document-unreadable", said, Place(member.name), "See whether it was saved whole.")])
    return Reading(articles, tuple(besides.findings(member, attached)))


def _article(member: Member, message: EmailMessage, text: Marked) -> RawArticle:
    name, address = parseaddr(_header(message, "From"))
    extra = {"from": address, "message_id": _header(message, "Message-ID").strip("<> ")}
    return foreign.article(
        member,
        foreign.words(_header(message, "Subject")),
        text,
        date=_header(message, "Date"),
        lang=_header(message, "Content-Language").partition(",")[0],
        values={"source": name, "extra": extra},
    )


def _messages(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield a message, and those attached to it."""
    yield message
    for part in message.walk():
        held = part.get_payload() if part.get_content_maintype() == "message" else None
        first = held[0] if isinstance(held, list) and held else None
        if isinstance(first, EmailMessage):
            yield first


def _own(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the parts of a message that are not those of one attached to it."""
    if message.get_content_maintype() == "multipart":
        for part in message.iter_parts():
            yield from _own(part)
    else:
        yield message


def _attached(message: EmailMessage) -> Iterator[str]:
    """Yield the names of what is attached besides messages, or what it is."""
    for part in message.walk():
        kind = part.get_content_maintype()
        # what has an id is shown within the page
        if kind not in {"multipart", "message"} and (kind != "text" or part.get_filename()) and not _id(part):
            yield foreign.words(part.get_filename()) or part.get_content_type()


def _id(part: MIMEPart) -> str:
    return _header(part, "Content-ID")


def _header(message: MIMEPart, name: str) -> str:
    try:
        return str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # the library reads broken headers lazily, and fails
        return ""


def _text(message: EmailMessage) -> Marked:
    """Return the text of a message: its page where it has one that says something, else its plain text."""
    page = next((one for one in map(markup.read, _parts(message, "text/html")) if one.body.strip()), None)
    return page or Marked(next((foreign.paragraphs(one) for one in _parts(message, "text/plain") if one.strip()), ""))


def _parts(message: EmailMessage, kind: str) -> list[str]:
    parts = [one for one in _own(message) if one.get_content_type() == kind and not one.get_filename()]
    return [_decoded(one) for one in parts]


def _decoded(part: MIMEPart) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
