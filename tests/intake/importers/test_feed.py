"""Claims about feeds: what is recognised, full texts and summaries, dates as they were stated."""

import json
import re
import tarfile

import pytest

from sitegen.intake.importers import feed
from sitegen.intake.members import Member, Reading
from sitegen.problems import BuildError
from tests.intake.shared import shared

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Wick Courier</title><language>en-gb</language>
<item><title>Lamp &amp; mole</title><link>https://w.example/1</link><guid>w-1</guid><dc:creator>T. Orme</dc:creator>
<pubDate>Wed, 06 Nov 2024 23:30:00 -0500</pubDate><category>Harbour</category><category>Oil</category>
<description>The lamp went out.</description>
<content:encoded><![CDATA[<p>The lamp <b>went</b> out.</p><ul><li>Oil</li></ul>]]></content:encoded></item>
<item><title>Goose</title><link>https://w.example/2</link><description>A goose was bought…</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wick</title>
<entry xml:lang="de"><title type="html">Die &lt;i&gt;Lampe&lt;/i&gt;</title><id>urn:1</id><link href="https://w.example/a"/>
<published>2024-03-05T23:59:00-08:00</published><updated>2024-03-07T01:00:00Z</updated><author><name>A</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Text <em>hier</em></p></div></content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Wick",
    "language": "en",
    "items": [
        {"id": "1", "url": "https://w.example/j", "title": "J", "content_html": "<p>One</p><p>Two</p>", "tags": ["x"],
         "summary": "Short", "date_published": "2024-02-03T10:00:00Z", "authors": [{"name": "B"}]},
        {"id": "2", "content_text": "Plain *words*\n\nmore", "summary": None},
    ],
}  # fmt: skip


def reading(text: str | bytes, name: str = "feed.xml") -> Reading:
    member = Member(name, text if isinstance(text, bytes) else text.encode())
    assert feed.knows(member)
    return feed.read(member)


def test_an_rss_entry_keeps_its_structure_and_what_it_states() -> None:
    one = reading(RSS).articles[0]
    assert (one.title, one.byline, one.lang) == ("Lamp & mole", ("T. Orme",), "en-GB")
    assert one.body == "The lamp **went** out.\n\n- Oil"
    assert one.values["source"] == "The Wick Courier"
    assert one.values["canonical_url"] == "https://w.example/1"
    assert one.values["topics"] == ["Harbour", "Oil"]
    assert one.values["summary"] == "The lamp went out."


def test_a_date_is_the_day_where_it_was_written() -> None:
    one = reading(RSS).articles[0]
    assert one.date is not None
    assert (one.date.text, one.date_basis) == ("2024-11-06", "stated")
    assert one.evidence == (("date", "Wed, 06 Nov 2024 23:30:00 -0500"),)


def test_a_summary_says_that_it_is_one() -> None:
    found = reading(RSS)
    assert [one.values.get("extra", {}).get("text") for one in found.articles] == [None, "summary"]
    assert found.articles[1].body == "A goose was bought…"
    assert [one.rule for one in found.findings] == ["feed-summary-only"]
    assert found.articles[1].date is None


def test_entries_know_their_bytes() -> None:
    one = reading(RSS).articles[1]
    assert RSS.encode()[one.start : one.end].startswith(b"<item><title>Goose")
    assert RSS.encode()[one.start : one.end].endswith(b"</item>")


def test_atom() -> None:
    one = reading(ATOM).articles[0]
    assert (one.title, one.body, one.lang) == ("Die Lampe", "Text *hier*", "de")
    assert one.date is not None
    assert one.date.text == "2024-03-05"
    assert one.values["updated"] == "2024-03-07"


def test_json_feed() -> None:
    one, two = reading(json.dumps(JSON), "feed.json").articles
    assert (one.title, one.body, one.byline, one.lang) == ("J", "One\n\nTwo", ("B",), "en")
    assert one.values["summary"] == "Short"
    assert one.values["topics"] == ["x"]
    assert two.body == "Plain \\*words\\*\n\nmore"
    assert two.title == ""


@pytest.mark.parametrize(
    "text", ["<html><body>x", '{"version": 1}', "<a/>", "", '<rss xmlns:wp="http://wordpress.org/export/1.2/">']
)
def test_what_is_no_feed_is_not_known(text: str) -> None:
    assert not feed.knows(Member("a", text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item>',
        "<rss><channel><title>Nothing</title></channel></rss>",
        "<rss>" + "<a>" * 50_000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
        '{"version": "https://jsonfeed.org/version/1", "items": {"a": 1}}',
    ],
)
def test_what_cannot_be_read_is_a_problem(text: str) -> None:
    with pytest.raises(BuildError) as caught:
        reading(text)
    assert caught.value.problems[0].rule == "document-unreadable"


def test_scripts_in_entries_stay_outside() -> None:
    hostile = RSS.replace("<p>The lamp", "<script>alert(1)</script><p onclick='x'>The lamp")
    assert not re.search("alert|onclick", reading(hostile).articles[0].body)


def test_real_feeds_are_read() -> None:
    folder = shared("standards", "feeds")
    for name in ("feed.json", "feed1.atom", "feed2.rss"):
        found = reading((folder / name).read_bytes(), name)
        assert all(one.title for one in found.articles)


def test_the_feeds_of_another_reader_raise_nothing_but_problems() -> None:
    path = shared("standards", "feeds", "feedparser-tests.tar.gz")
    known = refused = 0
    with tarfile.open(path) as archive:
        for one in archive:
            held = archive.extractfile(one) if one.isfile() else None
            member = Member(one.name, held.read() if held else b"")
            if held and feed.knows(member):
                known += 1
                try:
                    feed.read(member)
                except BuildError as error:
                    refused += "holds no entry" not in error.problems[0].text
    assert known > 700
    assert refused <= 1  # many hold no entry at all, one declares an entity
