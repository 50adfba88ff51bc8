"""Claims about NewsML-G2 and the texts in it."""

import pytest

from sitegen.intake.importers import agency
from sitegen.intake.members import Member, Reading
from sitegen.problems import BuildError
from tests.intake.shared import shared

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="2" xml:lang="en-GB">
<rightsInfo><copyrightHolder><name>Northern Press</name></copyrightHolder><usageTerms>No sale.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Northern Press</name></provider>
<versionCreated>2024-05-02T10:00:00Z</versionCreated><embargoed>2024-05-03T06:00:00Z</embargoed>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>4</urgency><contentCreated>2024-05-01</contentCreated><by>By T. Orme</by>
<subject type="cpnat:person" qcode="p:1"><name>P. Lowe</name></subject><subject type="cpnat:geoArea" qcode="g:1"/>
<subject qcode="medtop:1"><name>harbour</name></subject><headline>Lamp goes out</headline></contentMeta>
<assert qcode="g:1"><name>Wick</name></assert>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body><p>The <b>lamp</b>.</p><ul><li>Oil</li></ul></body></html></inlineXML></contentSet>
</newsItem>"""


def reading(text: str) -> Reading:
    member = Member("one.xml", text.encode())
    assert agency.knows(member)
    return agency.read(member)


def test_an_item_keeps_its_text_and_what_it_states() -> None:
    one = reading(ITEM).articles[0]
    assert (one.title, one.byline, one.lang) == ("Lamp goes out", ("T. Orme",), "en-GB")
    assert one.body == "The **lamp**.\n\n- Oil"
    assert one.date is not None
    assert one.date.text == "2024-05-01"
    assert one.values["updated"] == "2024-05-02"
    assert one.values["rights"] == {"holder": "Northern Press", "terms": "No sale."}
    assert one.values["source"] == "Northern Press"
    assert one.values["embargo"] == "2024-05-03T06:00:00+00:00"
    assert one.values["extra"] == {"guid": "urn:1", "version": "2", "urgency": "4"}


def test_subjects_are_told_apart_by_kind_and_named_by_assertions() -> None:
    values = reading(ITEM).articles[0].values
    assert (values["people"], values["places"], values["topics"]) == (["P. Lowe"], ["Wick"], ["harbour"])


def test_each_item_of_a_message_knows_its_bytes() -> None:
    text = f"<newsMessage><itemSet>{ITEM}{ITEM.replace('Lamp', 'Goose')}</itemSet></newsMessage>"
    one, two = reading(text).articles
    assert (one.title, two.title) == ("Lamp goes out", "Goose goes out")
    assert text.encode()[two.start : two.end].startswith(b"<newsItem")


def test_a_concept_is_no_story() -> None:
    found = reading("<conceptItem><itemMeta/></conceptItem>")
    assert [one.rule for one in found.findings] == ["document-no-article"]


def test_entities_are_refused() -> None:
    with pytest.raises(BuildError):
        reading('<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]><newsItem>&x;</newsItem>')


def test_the_standards_own_examples() -> None:
    folder = shared("standards", "newsml-g2")
    path = next(folder.glob("LISTING_2_*.xml"))
    one = agency.read(Member(path.name, path.read_bytes())).articles[0]
    assert one.byline
    assert one.values["topics"]
    assert "\n\n" in one.body
