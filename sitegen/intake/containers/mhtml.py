"""Pages that a browser saved as one file with all their parts (MHTML)."""

import email
import email.policy
from collections.abc import Iterator
from contextlib import suppress
from email.message import EmailMessage
from typing import BinaryIO

from sitegen.intake.containers.allowance import Allowance, whole
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import problem

_SUFFIXES = (".mhtml", ".mht")
_PAGES = ("text/html", "application/xhtml+xml")


def knows(name: str, head: bytes) -> bool:
    """Whether a file is a page saved with its parts, by its name and its header."""
    return name.casefold().endswith(_SUFFIXES) and b"mime-version:" in head.lower()


def walk(stream: BinaryIO, name: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """Yield the page; its pictures, styles and frames are parts of it and stay where they are."""
    data = whole(stream, allowance)
    if data is None:
        said = f"This page is more than {allowance.single:,} bytes long, which is the limit."
        yield problem("seed-too-large", said, Place(name), "Raise limits.seed_bytes in site.yaml.")
        return
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = _root(message)
    if part is None:
        said = "There is no page in this file."
        yield problem("seed-broken", said, Place(name), "Save the page again.")
        return
    content = part.get_payload(decode=True)
    yield Member("page.html", content if isinstance(content, bytes) else b"", _about(message, part))


def _root(message: EmailMessage) -> EmailMessage | None:
    """Return the part that is the page: the one that the header names, else the first."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    return next((part for part in pages if start and part["Content-ID"] == start), pages[0] if pages else None)


def _about(message: EmailMessage, part: EmailMessage) -> dict[str, str]:
    """Return what the headers say of the page; broken ones say nothing."""
    about = {"type": part.get_content_type(), "charset": part.get_content_charset() or ""}
    about["url"] = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "").strip()
    with suppress(AttributeError, ValueError):
        about["fetched"] = message["Date"].datetime.isoformat()
    return {key: value for key, value in about.items() if value}
