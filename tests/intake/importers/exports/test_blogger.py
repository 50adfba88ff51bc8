"""Claims about Blogger's export."""

from sitegen.intake.importers import exports
from sitegen.intake.members import Member

ENTRY = """<entry><id>tag:blogger.com,1999:blog-1.post-{n}</id><published>2024-05-01T23:30:00-05:00</published>
<updated>2024-05-04T10:00:00Z</updated><category scheme="http://schemas.google.com/g/2005#kind"
term="http://schemas.google.com/blogger/2008/kind#{kind}"/>
<category scheme="http://www.blogger.com/atom/ns#" term="Oil"/>
<title type="text">Lamp</title><content type="html">&lt;p&gt;It &lt;b&gt;went&lt;/b&gt;.&lt;/p&gt;</content>
<link rel="alternate" href="https://w.blogspot.example/2024/05/lamp.html"/><author><name>T. Orme</name></author>
<app:control><app:draft>{draft}</app:draft></app:control></entry>"""


def test_posts_are_found_among_comments_and_settings() -> None:
    entries = [ENTRY.format(n=n, kind=kind, draft="no") for n, kind in enumerate(["settings", "post", "comment"])]
    text = f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="a"><title>Wick</title>{"".join(entries)}</feed>'
    member = Member("blog.xml", text.encode())
    assert exports.knows(member)
    found = exports.read(member)
    one = found.articles[0]
    assert len(found.articles) == 1
    assert (one.title, one.body, one.byline) == ("Lamp", "It **went**.", ("T. Orme",))
    assert one.date is not None
    assert one.date.text == "2024-05-01"
    assert one.values["aliases"] == ["/2024/05/lamp.html"]
    assert one.values["topics"] == ["Oil"]
    assert one.values["source"] == "Wick"
    assert "comment (1), settings (1)" in found.findings[0].text
    assert text.encode()[one.start : one.end].startswith(b"<entry>")


def test_a_draft_waits_for_review() -> None:
    text = (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="a">{ENTRY.format(n=1, kind="post", draft="yes")}</feed>'
    )
    assert exports.read(Member("blog.xml", text.encode())).articles[0].values["status"] == "review"
