"""The importers, and which of them knows a file."""

from typing import Protocol

from sitegen.intake.importers import text
from sitegen.intake.importers.text import Dump
from sitegen.intake.lines import Lines


class Importer(Protocol):
    """What an importer's module offers; `NAME` carries its version, as provenance states it."""

    NAME: str

    def knows(self, name: str) -> bool:
        """Whether it reads a file of this name."""

    def read(self, lines: Lines) -> Dump:
        """Read a file's lines."""


IMPORTERS: tuple[Importer, ...] = (text,)  # first that knows the file


def for_file(name: str) -> Importer | None:
    """Return the importer that knows a file by its name, None if none does."""
    return next((importer for importer in IMPORTERS if importer.knows(name)), None)
