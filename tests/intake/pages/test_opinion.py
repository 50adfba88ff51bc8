"""Claims about the second opinion."""

from lxml import html

from sitegen.intake.pages import opinion, segments
from tests.intake.pages.made import PAGE, PROSE


def test_the_second_opinion_speaks_of_each_segment() -> None:
    root = html.document_fromstring(PAGE)
    found = segments.read(root)
    said = opinion.of(root, found)
    assert [one.text for one, agrees in zip(found, said, strict=True) if agrees and len(one.text) > 100] == PROSE
