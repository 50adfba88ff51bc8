"""Claims about HTML that becomes Markdown: structure survives, words are the same, nothing dangerous passes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import markdown
from sitegen.intake import markup
from sitegen.intake.markup import markdown_of


@pytest.mark.parametrize(
    ("html", "body"),
    [
        ("Plain words", "Plain words"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<h1>A</h1><h3>B</h3>", "## A\n\n### B"),
        ("<h4>Only</h4>", "## Only"),
        ("<p>a <b>bold</b> <i>it</i> and <b><i>x</i></b></p>", "a **bold** *it* and ***x***"),
        ("<p>it <i>is <b>so</b></i></p>", "it *is **so***"),
        ("<p><b> x </b>y</p>", "**x** y"),
        ('<p>See <a href="https://a.example/b c">the b</a>.</p>', "See [the b](https://a.example/b%20c)."),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
        ("<ol start=4><li>x<li>y</ol>", "4. x\n5. y"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ul><li><p>a</p><p>b</p></ul>", "- a\n\n  b"),
        ("<blockquote><p>q</p><p>r</p></blockquote>", "> q\n>\n> r"),
        ("<pre>a\n  b ```</pre>", "````\na\n  b ```\n````"),
        ("<table><tr><th>a<th>b|c<tr><td>1<td>2</table>", "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |"),
        ("<table><tr><td>1<td>2</table>", "|  |  |\n| --- | --- |\n| 1 | 2 |"),
        ("<table><tr><td><h2>Page</h2><td><p>Text</p></table>", "## Page\n\nText"),
        ("a<br>b<br><br>c", "a\\\nb\n\nc"),
        ("x<hr>y", "x\n\n---\n\ny"),
        ("<a href='/x'><h2>Head</h2>text</a>", "## Head\n\ntext"),
        ("<dl><dt>Term<dd>Meaning</dl>", "**Term**\n\nMeaning"),
        ("<p>Is <q>so</q></p>", "Is “so”"),
    ],
)
def test_structure_survives(html: str, body: str) -> None:
    assert markdown_of(html) == body


@pytest.mark.parametrize(
    "html",
    [
        "1. no list",
        "# no heading",
        "<p>*no* _emphasis_ [no](link) &lt;b&gt; &amp;amp; `no code`</p>",
        "Look! <a href='https://a.example'>here</a>!<a href='https://a.example'>there</a>",
        "<p>a<b>“quoted”</b>b</p>",
        "<p>日本<b>「太」</b>の</p>",
        "<b>x<p>y</b>z",
    ],
)
def test_the_words_are_the_same(html: str) -> None:
    words = re.sub(r"<[^>]*>", " ", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert "".join(markdown.plain_text(markdown_of(html)).split()) == "".join(words.split())


def test_emphasis_that_would_not_be_seen_costs_only_itself() -> None:
    assert markdown_of("<p>a<b>“q”</b>b and <b>c</b></p>") == "a“q”b and **c**"


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>x",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' java\nscript:alert(1)'>x</a>",
        "<svg onload=alert(1)></svg>x",
        "<p>x&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<style>p{}</style><p onclick='alert(1)'>x</p>",
    ],
)
def test_no_script_passes(html: str) -> None:
    rendered = markdown.to_html(markdown_of(html), {})
    assert "x" in rendered
    assert not re.search(r"<script|javascript:|onclick|onload|<style", rendered)


def test_pictures_are_taken_out_with_their_captions() -> None:
    found = markup.read('<p>A</p><figure><img src="/p.jpg" alt="a dog"><figcaption>A <i>dog</i>.</figcaption></figure>')
    assert found.body == "A"
    assert [(one.alt, one.caption) for one in found.pictures] == [("a dog", "A dog.")]
    assert found.sources == ("/p.jpg",)


def test_what_a_player_plays_is_linked() -> None:
    link = "[A film](https://v.example/1)"
    assert markdown_of('<p>x</p><iframe src="https://v.example/1" title="A film"></iframe>') == f"x\n\n{link}"


def test_with_lines_blank_lines_part_paragraphs() -> None:
    assert markup.read("One\ntwo\n\n<b>Three\n\nfour</b>", lines=True).body == "One\\\ntwo\n\n**Three**\n\n**four**"
    assert markdown_of("One\ntwo\n\nthree") == "One two three"


def test_words_beyond_the_parsers_depth_are_kept() -> None:
    assert markdown_of("<div>" * 100_000 + "deep") == "deep"
    assert markdown_of("<q>" * 3000 + "deep").strip("“”") == "deep"


def test_a_hundred_thousand_attributes_are_read_without_waiting() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    assert markdown_of(f"<p {attributes}>x</p>") == "x"


_TAGS = st.sampled_from("p b i a div ul li ol blockquote h2 h3 table tr td th br pre code q span em figure".split())  # noqa: SIM905
_PIECES = st.one_of(
    st.builds("<{}>".format, _TAGS),
    st.builds("</{}>".format, _TAGS),
    st.text(alphabet="ab 1.)-*_#`[]!&;|\n「é“", max_size=12),
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_soup_of_tags_keeps_its_letters(html: str) -> None:
    root = markup.parse(html)
    letters = "" if root is None else re.sub(r"[^abé]", "", "".join(root.itertext()))
    assert re.sub(r"[^abé]", "", markdown.plain_text(markdown_of(html))) == letters


def test_a_text_longer_than_the_parsers_own_limit_is_kept() -> None:
    assert len(markup.markdown_of(f"<p>{'word ' * 2_100_000}</p>")) == 10_499_999
