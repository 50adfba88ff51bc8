"""Claims about how a page is cut into segments."""

from lxml import html

from sitegen.intake.pages import segments


def cut(text: str) -> list[tuple[str, str]]:
    return [(one.tag, one.text) for one in segments.read(html.document_fromstring(text))]


def test_bare_text_beside_blocks_becomes_a_paragraph() -> None:
    assert cut("<div>One <b>two</b><p>three</p>four</div>") == [("p", "One two"), ("p", "three"), ("p", "four")]


def test_two_line_ends_part_paragraphs_and_one_does_not() -> None:
    assert cut("<div><h2>A</h2>one<br>two<br><br>three</div>") == [("h2", "A"), ("p", "one two"), ("p", "three")]


def test_a_table_of_data_is_one_segment_and_one_of_layout_is_not() -> None:
    assert cut("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>") == [("table", "a 1 b 2")]
    assert len(cut("<table><tr><td><div>a</div></td><td><div>b</div></td></tr></table>")) == 2


def test_scripts_say_nothing() -> None:
    assert cut("<p>a<script>x()</script>b</p>") == [("p", "ab")]


def test_links_are_counted_in_letters() -> None:
    (one,) = segments.read(html.document_fromstring("<div><p>go <a href='/'>home</a></p></div>"))
    assert (one.linked, one.links, one.box.linked) == (4, 1, 4)
