"""Claims about the names of columns."""

from collections import Counter

from sitegen.intake.importers.table.names import NAMES


def test_no_name_means_two_things() -> None:
    counts = Counter(name for names in NAMES.values() for name in names.split())
    assert [name for name, count in counts.items() if count > 1] == []


def test_names_are_written_as_they_are_looked_up() -> None:
    for names in NAMES.values():
        for name in names.split():
            assert name == name.lower()
