"""Markdown: what is quick is equal, what is escaped comes back, what is dangerous stays words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import markdown
from sitegen.model import Link

LETTERS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(list("\n#*_-+=~`<>[]()|:!&.;\\ \t0129ab")),
    max_size=40,
)


def by_parser(body: str) -> str:
    """The parser's output with the ids that we give to headings, without our quick path."""
    parser = markdown._parser()
    tokens = parser.parse(body)
    markdown._name_headings(tokens)
    return str(parser.renderer.render(tokens, parser.options, {}))


@given(LETTERS)
@settings(max_examples=600, deadline=None)
def test_what_is_rendered_block_by_block_is_what_the_parser_renders(body: str) -> None:
    quick = markdown._by_blocks(body, {}, "")
    assert quick is None or quick == by_parser(body)


def test_plain_prose_is_rendered_quickly() -> None:
    body = 'The arm broke. "We counted," she said.\n\n## Who signed\n\nIn 1974 it cost 2.5 million - not one - knew.'
    assert markdown._by_blocks(body, {}, "") == by_parser(body)


@given(LETTERS.filter(str.strip))
@settings(max_examples=1500, deadline=None)
def test_text_to_markdown_to_text_is_the_identity(text: str) -> None:
    assert list(markdown.blocks(markdown.escape_paragraph(text))) == [("paragraph", text)]


@given(LETTERS.map(lambda text: " ".join(text.split("\n"))).filter(str.strip))
@settings(max_examples=800, deadline=None)
def test_a_subhead_comes_back_as_it_was(text: str) -> None:
    assert list(markdown.blocks(markdown.escape_subhead(text))) == [("heading", text)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- West Bank violence -", "\\- West Bank violence -"),
        ("2024. It was a year", "2024\\. It was a year"),
        ("# not a heading", "\\# not a heading"),
        ("5 * 3 and snake_case and _so_", "5 \\* 3 and snake_case and \\_so\\_"),
        ("a <b> c", "a \\<b> c"),
        ("    indented", "&#32;&#32;&#32;&#32;indented"),
        ("AT&T says &amp; stays", "AT&T says \\&amp; stays"),
        ("-- he said --", "-- he said --"),
    ],
)
def test_only_what_markdown_would_mistake_is_escaped(text: str, written: str) -> None:
    assert markdown.escape_paragraph(text) == written


def test_raw_html_is_shown_as_words() -> None:
    assert "<script" not in markdown.to_html("<script>alert(1)</script> *x*", {})


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "java&#115;cript:x"]
)
def test_a_link_with_a_scheme_that_is_not_allowed_is_no_link(target: str) -> None:
    assert "href" not in markdown.to_html(f"[x]({target})", {})


def test_a_link_leads_to_what_its_target_means_below_the_base_path() -> None:
    links = {"../1968/arm.md": Link("/news/1968/arm/", "North arm finished")}
    html = markdown.to_html("See [the arm](../1968/arm.md) and [this](https://example.org/).", links, "/repo")
    assert 'href="/repo/news/1968/arm/"' in html
    assert 'href="https://example.org/"' in html


@pytest.mark.parametrize(
    ("body", "html", "remote"),
    [
        ("![a *b*](https://x.org/p.png)", '<p><a href="https://x.org/p.png">a b</a></p>\n', ("https://x.org/p.png",)),
        ("![](//x.org/p.png)", '<p><a href="//x.org/p.png">//x.org/p.png</a></p>\n', ("//x.org/p.png",)),
        ("[![a](https://x.org/p.png)](/b/)", '<p><a href="/b/">a</a></p>\n', ("https://x.org/p.png",)),
        ("![a][p]\n\n[p]: http://x.org/p.png", '<p><a href="http://x.org/p.png">a</a></p>\n', ("http://x.org/p.png",)),
        ("> - ![a](http://x.org/p)", None, ("http://x.org/p",)),
        ("![a](p.png)", '<p><img src="p.png" alt="a" /></p>\n', ()),
        ("a `![a](http://x.org/p)`!", "<p>a <code>![a](http://x.org/p)</code>!</p>\n", ()),
    ],
)
def test_a_picture_on_another_server_becomes_a_link_to_it(body: str, html: str | None, remote: tuple[str, ...]) -> None:
    text = markdown.to_html(body, {})
    assert html is None or text == html
    assert ("<img" in text) is ("<img" in (html or ""))
    assert markdown.remote_pictures(body) == remote


def test_link_targets_are_found_in_all_their_forms() -> None:
    body = "[a](/x/) ![p](pic.png) [b][ref] <https://example.org>\n\n[ref]: y.md"
    assert markdown.link_targets(body) == ("/x/", "https://example.org", "pic.png", "y.md")
    assert markdown.link_targets("No links here (at all).") == ()


def test_headings_with_the_same_words_have_different_ids() -> None:
    assert markdown.to_html("## Sea\n\nx\n\n## Sea\n", {}).count('id="sea') == 2
    assert 'id="sea-2"' in markdown.to_html("## Sea\n\nx\n\n## Sea\n", {})


def test_plain_text_has_the_words_and_no_marks() -> None:
    assert markdown.plain_text("## A *b*\n\nc `d`\n\n> e") == "A b\n\nc d\n\ne"
    assert markdown.first_paragraph("## A\n\nThe *first* one.\n\nSecond.") == "The first one."
