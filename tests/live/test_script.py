from sitegen.live import script


def test_the_script_stands_before_the_end_of_the_body() -> None:
    page = b"<html><body><p>A &lt;/body&gt;</p></body></html>"
    made = script.with_script(page, "abc")
    script_tag = b'<script defer src="/.sitegen/live.js" data-revision="abc"></script>\n'
    assert made == b"<html><body><p>A &lt;/body&gt;</p>" + script_tag + b"</body></html>"


def test_a_page_that_does_not_close_its_body_gets_it_at_the_end() -> None:
    assert script.with_script(b"<p>half", "").startswith(b"<p>half<script ")


def test_the_revision_cannot_break_out_of_its_attribute() -> None:
    assert b'data-revision="&quot;&gt;&lt;script&gt;"></script>' in script.with_script(b"", '"><script>')


def test_words_of_problems_are_never_read_as_html() -> None:
    assert "textContent" in script.SOURCE
    assert "innerHTML" not in script.SOURCE
    assert "insertAdjacentHTML" not in script.SOURCE


def test_the_script_asks_the_address_that_is_served() -> None:
    assert f'new EventSource("{script.EVENTS}")' in script.SOURCE
