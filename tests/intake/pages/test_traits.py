"""Claims about what is seen of segments."""

from lxml import html

from sitegen.intake.pages import segments, traits


def test_a_text_said_twice_is_seen() -> None:
    found = segments.read(html.document_fromstring("<div><p>Same words here</p><p>Same words here</p></div>"))
    first, second = traits.of_page(found, "", "", "")
    assert "again" in second.own
    assert "again" not in first.own


def test_a_list_of_links_is_seen_as_such_and_no_closer_and_a_few_links_are_no_list() -> None:
    links = "".join(f"<li><a href='/{n}'>A headline about goats {n}</a></li>" for n in range(6))
    found = segments.read(html.document_fromstring(f"<div><ul>{links}</ul><p><a href='/x'>One link</a></p></div>"))
    seen = traits.of_page(found, "", "", "")
    assert [one.place for one in seen[:6]] == [{"of-links": 1.0}] * 6
    few = segments.read(html.document_fromstring("<div><p><a href='/x'>One link</a></p></div>"))
    assert "of-links" not in traits.of_page(few, "", "", "")[0].place
