"""A page that we wrote, and what is chosen of it."""

from lxml import html

from sitegen.intake.pages import body
from sitegen.intake.pages.stated import Stated

PROSE = [
    f"The {word} ferry from Cape Ellory was late again, and nobody on the quay, goats among them, was surprised."
    for word in "abcd"
]
PAGE = (
    "<html><body><nav><ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
    f"<article><h1>Ferry late</h1>{''.join(f'<p>{one}</p>' for one in PROSE)}</article>"
    "<div class='related'><h3>Read more</h3><ul><li><a href='/c'>A goat at sea</a></li></ul></div></body></html>"
)


def chosen() -> body.Chosen:
    """Choose the text of the page."""
    return body.choose(html.document_fromstring(PAGE), Stated(title="Ferry late"))
