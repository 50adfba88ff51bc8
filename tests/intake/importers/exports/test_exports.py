"""Claims about which documents are exports."""

import pytest

from sitegen.intake.importers import exports
from sitegen.intake.members import Member


@pytest.mark.parametrize("text", ["<rss/>", "<feed/>", '{"db": 3}', "<html></html>", ""])
def test_other_documents_are_not_known(text: str) -> None:
    assert not exports.knows(Member("a.html", text.encode()))
