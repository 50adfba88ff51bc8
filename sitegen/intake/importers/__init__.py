"""The importers, and which of them knows a file."""

from types import ModuleType

from sitegen.intake.importers import text

IMPORTERS: tuple[ModuleType, ...] = (text,)  # first that knows the file


def for_file(name: str) -> ModuleType | None:
    """Return the importer that knows a file by its name, None if none does."""
    return next((importer for importer in IMPORTERS if importer.knows(name)), None)
