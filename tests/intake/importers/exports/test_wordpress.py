"""Claims about WordPress's export."""

import gzip

import pytest

from sitegen.intake.importers import exports
from sitegen.intake.members import Member, Reading
from sitegen.model import RawArticle
from sitegen.problems import BuildError
from tests.intake.shared import shared

HEAD = """<?xml version="1.0"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Wick Courier</title><language>en-GB</language>
<wp:author><wp:author_login>to</wp:author_login><wp:author_display_name>T. Orme</wp:author_display_name></wp:author>"""
ITEM = """<item><title>{title}</title><link>{link}</link><dc:creator>to</dc:creator>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[A <b>lamp</b>.]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2024-05-01 23:30:00</wp:post_date>
<wp:post_modified>2024-05-03 10:00:00</wp:post_modified><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type>
<category domain="category" nicename="uncategorized">Uncategorized</category>
<category domain="post_tag" nicename="oil">Oil</category>
<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment></item>"""
PICTURE = """<item><title>lamp.jpg</title><excerpt:encoded><![CDATA[The lamp.]]></excerpt:encoded>
<wp:post_id>8</wp:post_id><wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://w.example/lamp.jpg</wp:attachment_url><wp:postmeta>
<wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>a lamp</wp:meta_value></wp:postmeta></item>"""


def item(content: str = "Text", *, status: str = "publish", kind: str = "post", title: str = "Lamp") -> str:
    link = "https://w.example/2024/05/lamp/"
    return ITEM.format(content=content, status=status, kind=kind, link=link, title=title)


def reading(*items: str) -> Reading:
    member = Member("wp.xml", (HEAD + "".join(items) + "</channel></rss>").encode())
    assert exports.knows(member)
    return exports.read(member)


def one(*items: str) -> RawArticle:
    return reading(*items).articles[0]


def test_a_post_keeps_what_it_states() -> None:
    found = one(item("One\n\n<b>Two</b>\nthree"), PICTURE)
    assert (found.title, found.byline, found.lang) == ("Lamp", ("T. Orme",), "en-GB")
    assert found.body == "One\n\n**Two**\\\nthree"
    assert found.date is not None
    assert found.date.text == "2024-05-01"
    assert found.values == {
        "source": "Wick Courier",
        "topics": ["Oil"],
        "summary": "A lamp.",
        "updated": "2024-05-03",
        "canonical_url": "https://w.example/2024/05/lamp/",
        "aliases": ["/2024/05/lamp/"],
        "status": "published",
        "extra": {"guid": "7", "pictures": "https://w.example/lamp.jpg"},
    }
    assert [(picture.alt, picture.caption) for picture in found.images] == [("a lamp", "The lamp.")]


def test_several_authors_stand_as_terms_and_old_names_are_old_addresses() -> None:
    terms = (
        '<category domain="author" nicename="cap-to">to</category>'
        '<category domain="author" nicename="cap-lowe"><![CDATA[Dilys Lowe]]></category>'
        "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>lamb</wp:meta_value></wp:postmeta></item>"
    )
    found = one(item().replace("</item>", terms))
    assert found.byline == ("T. Orme", "Dilys Lowe")
    assert found.values["aliases"] == ["/2024/05/lamp/", "/2024/05/lamb/"]
    assert "author" not in found.values["extra"]


def test_blocks_bring_their_own_paragraphs() -> None:
    assert one(item("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->")).body == "One two"


@pytest.mark.parametrize(("status", "becomes"), [("draft", "review"), ("private", "withheld"), ("future", "review")])
def test_what_was_not_public_does_not_become_so(status: str, becomes: str) -> None:
    found = one(item(status=status))
    assert found.values["status"] == becomes


def test_what_is_no_article_is_counted() -> None:
    found = reading(item(), item(kind="nav_menu_item"), item(status="trash"))
    assert len(found.articles) == 1
    assert "comment (3), nav_menu_item (1), post in trash (1)" in found.findings[0].text


def test_captions_are_understood_and_other_commands_kept() -> None:
    text = '[caption id="1"]<img src="https://w.example/a.jpg" alt="x" /> The lamp[/caption] [gallery ids="1,2"] [sic]'
    found = reading(item(text))
    assert [picture.caption for picture in found.articles[0].images] == ["The lamp"]
    assert found.articles[0].body == '\\[gallery ids="1,2"\\] \\[sic\\]'
    assert "gallery (1)." in found.findings[1].text


def test_control_characters_of_old_texts_do_not_stop_it() -> None:
    assert one(item("A\x0bB")).body == "AB"


def test_entities_are_refused() -> None:
    text = '<!DOCTYPE rss [<!ENTITY x "y">]>' + HEAD.partition("?>")[2] + item("x") + "</channel></rss>"
    with pytest.raises(BuildError):
        exports.read(Member("wp.xml", text.encode()))


def test_a_real_export() -> None:
    path = shared("standards", "wxr", "themeunittestdata.wordpress.xml.gz")
    found = exports.read(Member("wp.xml", gzip.decompress(path.read_bytes())))
    assert len(found.articles) > 70
    assert all(article.date for article in found.articles)
    assert len({(article.start, article.end) for article in found.articles}) == len(found.articles)
