"""The reader of what publishing systems export: WordPress, Blogger, Ghost, Medium."""

from typing import Protocol

from sitegen.intake.importers.exports import blogger, ghost, medium, wordpress
from sitegen.intake.members import Member, Reading

NAME = "exports/2"


class Form(Protocol):
    """What the module of one system offers."""

    def knows(self, member: Member) -> bool:
        """Whether a document is an export of it."""

    def read(self, member: Member) -> Reading:
        """Read an export."""


_FORMS: tuple[Form, ...] = (wordpress, blogger, ghost, medium)


def knows(member: Member) -> bool:
    """Whether a document is an export, by marks that only its system writes."""
    return any(form.knows(member) for form in _FORMS)


def read(member: Member) -> Reading:
    """Read an export. Raises BuildError where it cannot be read."""
    return next((form for form in _FORMS if form.knows(member)), wordpress).read(member)
