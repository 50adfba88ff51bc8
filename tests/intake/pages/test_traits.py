"""Claims about what is seen of segments."""

from lxml import html

from sitegen.intake.pages import segments, traits


def test_a_text_said_twice_is_seen() -> None:
    found = segments.read(html.document_fromstring("<div><p>Same words here</p><p>Same words here</p></div>"))
    first, second = traits.of_page(found, "", "", "")
    assert "again" in second
    assert "again" not in first
