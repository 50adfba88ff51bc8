"""The reader of messages of e-mail (EML): newsletters, by their page or their text, with what their headers state."""

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parseaddr

from sitegen.intake import foreign, markup
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member, Reading
from sitegen.model import Place
from sitegen.problems import BuildError, problem

NAME = "mail/1"
_HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.MULTILINE)
_SIGNS = (b"\nfrom:", b"\ndate:", b"\nsubject:", b"\nmessage-id:", b"\nreceived:")
_ENOUGH = 3


def knows(member: Member) -> bool:
    """Whether a document is a message: by its name, and by a header such as only messages have."""
    header = _HEADER.match(member.data[:65536].replace(b"\r\n", b"\n"))
    found = b"\n" + header[0].lower() if header else b""
    return member.name.lower().endswith(".eml") and sum(sign in found for sign in _SIGNS) >= _ENOUGH


def read(member: Member) -> Reading:
    """Read a message. Raises BuildError where it holds no text."""
    try:
        message = email.message_from_bytes(member.data, policy=email.policy.default)
        text = _text(message)
    except RecursionError as error:
        said, hint = "This message holds parts within parts, too deep to be read.", "Save its text as a text file."
        raise BuildError([problem("document-unreadable", said, Place(member.name), hint)]) from error
    if not text.body.strip():
        said = "This message holds no text."
        raise BuildError([problem("document-unreadable", said, Place(member.name), "See whether it was saved whole.")])
    name, address = parseaddr(_header(message, "From"))
    values = {"source": name, "extra": {"from": address, "message_id": _header(message, "Message-ID").strip("<> ")}}
    title, date = foreign.words(_header(message, "Subject")), _header(message, "Date")
    return Reading((foreign.article(member, title, text, date=date, values=values),))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # the library reads broken headers lazily, and fails
        return ""


def _text(message: EmailMessage) -> Marked:
    """Return the text of a message: its page where it has one that says something, else its plain text."""
    page = next((one for one in map(markup.read, _parts(message, "text/html")) if one.body.strip()), None)
    return page or Marked(next((foreign.paragraphs(one) for one in _parts(message, "text/plain") if one.strip()), ""))


def _parts(message: EmailMessage, kind: str) -> list[str]:
    parts = [one for one in message.walk() if one.get_content_type() == kind and not one.get_filename()]
    return [_decoded(one) for one in parts]


def _decoded(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
