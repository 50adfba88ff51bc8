"""Claims about hostile and broken XML."""

import pytest

from sitegen.intake import xml
from sitegen.problems import BuildError

LAUGHS = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize("text", [LAUGHS, EXTERNAL])
def test_entities_of_its_own_are_refused(text: str) -> None:
    with pytest.raises(BuildError) as caught:
        xml.parse(text.encode(), "a.xml")
    assert "entities" in caught.value.problems[0].text


@pytest.mark.parametrize("data", [b"", b"<a>", b"no xml", b"<a>" * 400 + b"</a>" * 400, b"<a>\x00</a>"])
def test_what_is_no_xml_is_a_problem_with_its_place(data: bytes) -> None:
    with pytest.raises(BuildError) as caught:
        xml.parse(data, "a.xml")
    found = caught.value.problems[0]
    assert found.rule == "document-unreadable"
    assert found.place is not None
    assert found.place.path == "a.xml"


def test_elements_are_found_whatever_their_namespace() -> None:
    root = xml.parse(b'<a xmlns="urn:x"><b><c> one\n two</c></b><!-- no --><d/></a>', "a.xml")
    assert xml.text(root, "b", "c") == "one two"
    assert xml.text(root, "b", "x") == ""
    assert [xml.tag(one) for one in xml.children(root)] == ["b", "d"]
    assert [xml.tag(one) for one in xml.every(root, "c", "d")] == ["c", "d"]
