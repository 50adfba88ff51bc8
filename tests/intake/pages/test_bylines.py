"""Claims about the names of those who wrote."""

from lxml import html

from sitegen.intake.pages import bylines
from sitegen.intake.pages.stated import Stated


def of(body: str = "<p></p>", **said: object) -> tuple[str, ...]:
    return bylines.of(html.document_fromstring(body), Stated(**said))  # type: ignore[arg-type]


def test_several_names_in_one_line_are_parted() -> None:
    assert of(authors=("By Dilys Orme and Tam Callow, Harbour Correspondent",)) == ("Dilys Orme", "Tam Callow")


def test_the_publication_and_agencies_are_no_persons() -> None:
    assert of(authors=("The Ellory Post", "Reuters"), site="The Ellory Post") == ()


def test_a_box_that_is_called_a_byline_is_read_where_nothing_is_stated() -> None:
    assert of('<div class="byline">By Dilys Orme | 12 March 2004</div>') == ("Dilys Orme",)
    assert of('<a rel="author">Tam Callow</a>') == ("Tam Callow",)


def test_the_line_below_the_headline_that_says_by_whom_is_read_and_a_photographers_credit_is_not() -> None:
    caption = "<div>The quay at dawn.<span>By Pat Lowe</span></div>"
    assert of(f"<h1>Late</h1>{caption}<p>By Dilys Orme, Harbour Correspondent</p>") == ("Dilys Orme",)
    assert of("<h1>Late</h1><p>Tam Callow - March 12, 2004</p>") == ("Tam Callow",)
