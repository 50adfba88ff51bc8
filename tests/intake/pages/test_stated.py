"""Claims about what pages state outside their text."""

from lxml import html

from sitegen.intake.pages import stated


def read(head: str, body: str = "") -> stated.Stated:
    return stated.read(html.document_fromstring(f"<html lang=en-GB><head>{head}</head><body>{body}</body></html>"))


def test_tags_of_all_kinds_are_read() -> None:
    found = read(
        '<meta property="og:site_name" content="Post"><meta name="citation_author" content="T. Callow">'
        '<meta property="article:published_time" content="2004-03-12"><link rel=canonical href="https://p.example/a">'
    )
    assert (found.site, found.authors, found.url, found.lang) == (
        "Post",
        ("T. Callow",),
        "https://p.example/a",
        "en-GB",
    )
    assert found.dates[0] == ("meta article:published_time", "2004-03-12")


def test_the_time_of_an_update_is_no_day_of_publication() -> None:
    found = read("", '<time class="updated" datetime="2005-01-01">x</time>')
    assert (found.dates, found.other_dates) == ((), ())


def test_a_time_is_of_publication_only_where_the_page_says_so_and_those_below_the_headline_come_first() -> None:
    body = (
        '<aside><time datetime="2003-01-01">x</time></aside><h1>Ferry late again on Friday</h1>'
        '<time datetime="2004-03-12">x</time><time itemprop="datePublished" datetime="2004-03-11">x</time>'
    )
    found = read('<meta name="dc.date" content="2004-02-02">', body)
    assert found.dates == (("time", "2004-03-11"),)
    assert [words for _, words in found.other_dates] == ["2004-02-02", "2004-03-12", "2003-01-01"]
