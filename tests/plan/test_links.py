"""What a link in a body means."""

import pytest

from sitegen.model import Body, File, Link, PlainPage
from sitegen.plan.links import resolve

from .made import article, known, site

FILES = tuple(
    File(url, "x", "0")
    for url in ("/media/map.png", "/news/1961/beside.png", "/media/news/1961/deep.png", "/leaflet.pdf")
)
MADE = known(
    site(
        [article("one", body=Body("content/news/1961/one.md", "0"), url="/news/1961/one/")],
        pages=(PlainPage("about", "About us", "en", Body("content/about.md", "0")),),
        files=FILES,
    )
)


@pytest.mark.parametrize(
    ("target", "url", "title"),
    [
        ("one.md", "/news/1961/one/", "Title one"),
        ("./one.md#end", "/news/1961/one/#end", "Title one"),
        ("../../about.md", "/about/", "About us"),
        ("/about.md", "/about/", "About us"),
        ("../1961/one.md", "/news/1961/one/", "Title one"),
        ("map.png", "/media/map.png", ""),
        ("/media/map.png", "/media/map.png", ""),
        ("beside.png", "/news/1961/beside.png", ""),
        ("deep.png", "/media/news/1961/deep.png", ""),
        ("/leaflet.pdf", "/leaflet.pdf", ""),
        ("/archive/1961/", "/archive/1961/", ""),
        ("../other/", "/news/1961/other/", ""),
        ("none.md", "/news/1961/none.md", ""),
        ("../../../etc/passwd", "/etc/passwd", ""),
    ],
)
def test_a_target_means_a_content_file_a_picture_or_an_address_below_the_page(
    target: str, url: str, title: str
) -> None:
    assert resolve([target], "content/news/1961/two.md", "/news/1961/two/", MADE) == {target: Link(url, title)}


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/x", "mailto:a@example.org", "#part"])
def test_a_target_elsewhere_or_on_the_page_itself_means_itself(target: str) -> None:
    assert resolve([target], "content/a.md", "/a/", MADE) == {}


def test_a_percent_encoded_name_means_the_file() -> None:
    made = known(site([article("é", body=Body("content/news/é x.md", "0"))]))
    assert resolve(["%C3%A9%20x.md"], "content/news/a.md", "/news/a/", made)["%C3%A9%20x.md"].url == "/news/é/"
