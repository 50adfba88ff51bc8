"""One page, one file, one receipt; whatever fails names its page."""

from pathlib import Path

import pytest

from sitegen import digest, records
from sitegen.model import Page, Receipt, TextFile, Trace
from sitegen.problems import BuildError, sentence
from sitegen.render.pages import Press, Told, press

from .made import planned, pressed, write

ARTICLE = "---\ntitle: Light at <Gull> Rock\ndate: 1953-02-01\nadded: 2026-01-01\n---\n"
BODY = "See [the quay](quay.md#end), [out](https://example.com/) and ![map](/map.png).\n\n## The lamp\n\nLit.\n"
CHILD = "name: own\nextends: standard\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        {
            "site.yaml": "title: The Lamp\n",
            "content/sea/1953/light.md": ARTICLE + BODY,
            "content/sea/1953/quay.md": "---\ntitle: Quay\n---\n## End\n\nx\n",
        },
    )


def receipt(site: Path, url: str = "/sea/1953/light/") -> Receipt:
    pages, made = pressed(site)
    return made.write(pages[url], site, site / "staging", Told("/lamp"))


def own_template(site: Path, text: str, name: str = "article.html") -> None:
    own = {"themes/own/theme.yaml": CHILD, f"themes/own/templates/{name}": text, "site.yaml": "theme: own\n"}
    write(site, own)


def test_a_receipt_tells_digest_size_links_and_anchors(site: Path) -> None:
    found = receipt(site)
    data = (site / "staging/sea/1953/light/index.html").read_bytes()
    assert (found.problems, found.digest, found.size) == ((), digest.of_bytes(data), len(data))
    assert {"/sea/1953/quay/#end", "/map.png", "/sea/", "/archive/", "/feed.xml"} <= set(found.targets)
    assert not [link for link in found.targets if "example.com" in link or link.startswith("/lamp/")]
    trace = records.decoded(found.trace, Trace)
    assert {"main", "the-lamp", "citation"} <= set(trace.anchors)
    assert trace.links == b"".join(sorted(map(digest.short_mark, found.targets)))


def test_an_address_that_was_told_is_not_told_again(site: Path) -> None:
    pages, made = pressed(site)
    told = Told("/lamp")
    first, again = (made.write(pages["/sea/1953/light/"], site, site / "staging", told) for _ in range(2))
    assert first.targets
    assert again.targets == ()
    assert again.trace == first.trace


def test_an_anchor_of_its_own_is_no_address_and_one_that_is_missing_is(site: Path) -> None:
    own_template(site, '<p id="here"><a href="#here">x</a><a href="#gone">y</a></p>')
    assert receipt(site).targets == ("/sea/1953/light/#gone",)


def test_links_are_told_without_base_path_and_written_with_it(site: Path) -> None:
    receipt(site)
    text = (site / "staging/sea/1953/light/index.html").read_text("utf-8")
    assert 'href="/lamp/sea/1953/quay/#end"' in text
    assert 'src="/lamp/map.png"' in text
    assert 'href="https://example.com/"' in text


def test_a_relative_link_of_a_template_is_told_from_the_root(site: Path) -> None:
    own_template(site, '<a href="../quay/">x</a><a href="%D8%A8/">y</a> <a href="?q=1">z</a>')
    assert receipt(site).targets == ("/sea/1953/light/?q=1", "/sea/1953/light/ب/", "/sea/1953/quay/")


def test_the_pictures_among_which_a_browser_chooses_are_told(site: Path) -> None:
    own_template(
        site, '<source srcset="/lamp/a.webp 400w, /lamp/b.webp 800w"><source srcset="c.webp"><source srcset="">'
    )
    assert receipt(site).targets == ("/a.webp", "/b.webp", "/sea/1953/light/c.webp")


def test_what_only_looks_like_an_attribute_is_none(site: Path) -> None:
    own_template(site, '<p data-id="x" data-href="/y/">id=&quot;z&quot; href=&quot;/w/&quot;</p>')
    found = receipt(site)
    assert (found.targets, records.decoded(found.trace, Trace)) == ((), Trace({}))


def test_words_of_the_archive_are_escaped(site: Path) -> None:
    receipt(site)
    text = (site / "staging/sea/1953/light/index.html").read_text("utf-8")
    assert "<Gull>" not in text
    assert "Light at &lt;Gull&gt; Rock" in text


def test_a_template_that_fails_names_page_and_line(site: Path) -> None:
    own_template(site, "<p>\n{{ 1 // (article.byline | length) }}</p>\n")
    (found,) = receipt(site).problems
    assert sentence(found) == (
        "themes/own/templates/article.html:2: /sea/1953/light/ could not be rendered: "
        "ZeroDivisionError: integer division or modulo by zero. "
        "Its template is article.html."
    )


def test_a_part_that_fails_is_the_place_that_is_named(site: Path) -> None:
    own_template(site, '\n{% include "row.html" %}\n')
    own_template(site, "\n\n{{ article.extra.wanted }}", "row.html")
    (found,) = receipt(site).problems
    assert str(found.place) == "themes/own/templates/row.html:3"
    assert "/sea/1953/light/" in found.text
    assert "wanted" in found.text


def test_a_failure_in_the_packaged_theme_names_its_template(site: Path) -> None:
    pages, _ = pressed(site)
    page = pages["/sea/1953/light/"]
    broken = Page(page.url, "list.html", page.lang, page.context)
    (found,) = pressed(site)[1].write(broken, site, site / "staging", Told("")).problems
    assert found.place is not None
    assert found.place.path == "sitegen:standard/templates/list.html"


def test_nothing_is_written_of_a_page_that_fails(site: Path) -> None:
    own_template(site, "{{ 1 // 0 }}")
    assert receipt(site).problems
    assert not (site / "staging").exists()


def test_a_body_that_changed_under_the_build_fails_by_name(site: Path) -> None:
    pages, made = pressed(site)
    write(site, {"content/sea/1953/light.md": ARTICLE + "Other words.\n"})
    (found,) = made.write(pages["/sea/1953/light/"], site, site / "staging", Told("")).problems
    assert (found.rule, str(found.place)) == ("content-changed", "content/sea/1953/light.md")


def test_a_body_that_was_lost_under_the_build_fails_by_name(site: Path) -> None:
    pages, made = pressed(site)
    (site / "content/sea/1953/light.md").unlink()
    (found,) = made.write(pages["/sea/1953/light/"], site, site / "staging", Told("")).problems
    assert (found.rule, str(found.place)) == ("content-changed", "content/sea/1953/light.md")


def test_a_changed_front_matter_alone_is_not_a_changed_body(site: Path) -> None:
    pages, made = pressed(site)
    write(site, {"content/sea/1953/light.md": ARTICLE.replace("1953-02-01", "1953") + BODY})
    assert made.write(pages["/sea/1953/light/"], site, site / "staging", Told("")).problems == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_of_another_system_is_read_as_it_was_planned(site: Path, ending: str) -> None:
    (site / "content/sea/1953/light.md").write_bytes(b"\xef\xbb\xbf" + (ARTICLE + BODY).replace("\n", ending).encode())
    assert receipt(site).problems == ()


def test_a_writers_file_has_no_links_to_be_checked(site: Path) -> None:
    pages, made = pressed(site)
    found = made.write(pages["/feed.xml"], site, site / "staging", Told(""))
    assert (found.targets, records.decoded(found.trace, Trace)) == ((), Trace({}))
    assert found.size == (site / "staging/feed.xml").stat().st_size


def test_a_page_stands_where_its_address_says(site: Path) -> None:
    made = press(planned(site)[1], "")
    made.write(Page("/a/b.txt", "text", "", TextFile("x")), site, site / "staging", Told(""))
    assert (site / "staging/a/b.txt").read_text() == "x"


@pytest.mark.parametrize("text", ["{{ page.title | dat_words }}", "{{ page.title is strng }}"])
def test_a_filter_or_test_that_is_not_there_is_refused_with_its_line(site: Path, text: str) -> None:
    own_template(site, f"\n{text}")
    with pytest.raises(BuildError) as caught:
        pressed(site)
    (found,) = caught.value.problems
    assert str(found.place) == "themes/own/templates/article.html:2"
    assert found.hint in {'Did you mean "date_words"?', 'Did you mean "string"?'}


def test_a_press_is_compiled_once(site: Path) -> None:
    look = planned(site)[1]
    one: Press = press(look, "/lamp")
    assert press(look, "/lamp") is one
    assert press(look, "") is not one
