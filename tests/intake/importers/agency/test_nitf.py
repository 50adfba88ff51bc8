"""Claims about NITF."""

from sitegen.intake.importers import agency
from sitegen.intake.members import Member

STORY = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-2.dtd"><nitf><head><title>Other</title>
<docdata><doc-id id-string="w-1"/><urgency ed-urg="2"/>
<date.issue norm="20240501T233000-0500"/>
<doc.copyright holder="Northern Press"/><identified-content><person>P. Lowe</person><location>Wick</location>
</identified-content><key-list><keyword key="harbour"/></key-list></docdata>
<pubdata name="Wick Courier"/></head><body><body.head><hedline><hl1>Lamp goes out</hl1>
<hl2>Oil is blamed</hl2></hedline>
<byline>By <person>T. Orme</person><byttl>Staff</byttl></byline><dateline><location>WICK</location></dateline>
<abstract><p>A lamp.</p></abstract></body.head><body.content>
<media media-type="image"><media-reference source="a.jpg" alternate-text="lamp"/>
<media-caption>The lamp.</media-caption>
<media-producer>K.</media-producer></media><p>The <em>lamp</em> of <org>Wick</org>.</p><hl2>Oil</hl2>
<bq><p>Oil!</p></bq><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></body.content></body></nitf>"""


def test_a_story_keeps_its_structure_and_what_it_states() -> None:
    member = Member("one.xml", STORY.encode())
    assert agency.knows(member)
    one = agency.read(member).articles[0]
    assert (one.title, one.deck, one.byline, one.dateline) == ("Lamp goes out", "Oil is blamed", ("T. Orme",), "WICK")
    assert one.body == "The *lamp* of Wick.\n\n## Oil\n\n> Oil!\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"
    assert one.date is not None
    assert one.date.text == "2024-05-01"
    assert [(image.caption, image.credit, image.alt) for image in one.images] == [("The lamp.", "K.", "lamp")]
    assert one.values["source"] == "Wick Courier"
    assert one.values["people"] == ["P. Lowe"]
    assert one.values["topics"] == ["harbour"]
    assert one.values["rights"] == {"holder": "Northern Press"}
    assert one.values["extra"] == {"guid": "w-1", "urgency": "2"}


def test_several_people_sign_and_what_is_under_embargo_says_until_when() -> None:
    two = "By <person>T. Orme</person> and <person>Dilys Lowe</person>"
    text = STORY.replace("By <person>T. Orme</person>", two)
    text = text.replace("<docdata>", '<docdata management-status="embargoed"><date.release norm="20240503T060000Z"/>')
    one = agency.read(Member("one.xml", text.encode())).articles[0]
    assert one.byline == ("T. Orme", "Dilys Lowe")
    assert one.values["embargo"] == "2024-05-03T06:00:00+00:00"


def test_a_text_that_was_withdrawn_says_so() -> None:
    text = STORY.replace("<docdata>", '<docdata management-status="canceled">')
    assert agency.read(Member("one.xml", text.encode())).articles[0].values["status"] == "withdrawn"
