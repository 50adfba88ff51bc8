"""Claims about which documents are an agency's."""

import pytest

from sitegen.intake.importers import agency
from sitegen.intake.members import Member


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("<nitf/>", True),
        ('<x:newsItem xmlns:x="u"/>', True),
        ('{"uri": "u", "pubStatus": "usable"}', True),
        ('{"uri": "u"}', False),
        ("<rss/>", False),
        ("newsItem", False),
    ],
)
def test_it_knows_its_own(text: str, known: bool) -> None:  # noqa: FBT001 - what is expected
    assert agency.knows(Member("a", text.encode())) is known
