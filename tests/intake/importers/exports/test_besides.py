"""Claims about what an export holds besides articles."""

from sitegen.intake.importers.exports import besides
from sitegen.intake.members import Member


def test_the_most_frequent_stand_first_and_no_finding_is_empty() -> None:
    found = list(besides.findings(Member("a", b""), {"menu": 1, "comment": 3}, {}))
    assert [one.text for one in found] == [
        "Besides its articles it holds comment (3), menu (1); these were not taken in."
    ]
